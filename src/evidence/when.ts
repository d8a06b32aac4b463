/**
 * A moment as far as it is known: it lies in `fromMs..toMs`, both inclusive, in milliseconds since 1970-01-01 UTC.
 * A local time of unknown zone is such an interval, and keeps what the local clock showed.
 */
export interface When {
  readonly fromMs: number;
  readonly toMs: number;
  /** What the local clock showed, as if it were UTC; two readings of one clock can be ordered. */
  readonly local?: { readonly fromMs: number; readonly toMs: number; readonly clock: string };
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Zones run from UTC-12 to UTC+14, so a local reading lies this much before or after the same reading in UTC. */
const ZONE_EARLIEST_MS = 14 * HOUR_MS;
const ZONE_LATEST_MS = 12 * HOUR_MS;

/** The clock of the device itself: what its logs, its event viewer and its command output show. */
const DEVICE_CLOCK = 'device';

/** A moment known exactly, in milliseconds since 1970-01-01 UTC. */
export function atUtc(ms: number): When {
  return { fromMs: ms, toMs: ms };
}

/**
 * A moment read from a clock whose zone is not written beside it.
 *
 * @param ms What the clock showed, as if it were UTC.
 * @param precisionMs How long the reading stands: 1000 for seconds, `DAY_MS` for a bare date.
 * @param clock Whose clock; readings of different clocks are compared as intervals.
 */
export function atLocal(ms: number, precisionMs = 0, clock: string = DEVICE_CLOCK): When {
  const end = ms + Math.max(0, precisionMs - 1);
  return { fromMs: ms - ZONE_EARLIEST_MS, toMs: end + ZONE_LATEST_MS, local: { fromMs: ms, toMs: end, clock } };
}

/** A day, month or other span of which only the calendar is known. Bounds are as if in UTC. */
export function atCalendar(fromMs: number, toMs: number, clock: string = DEVICE_CLOCK): When {
  return atLocal(fromMs, toMs - fromMs + 1, clock);
}

/** Whether `a` is surely before `b`; `false` where it is not, or where it cannot be told. */
export function isBefore(a: When, b: When): boolean {
  if (a.local !== undefined && b.local !== undefined && a.local.clock === b.local.clock) {
    return a.local.toMs < b.local.fromMs;
  }
  return a.toMs < b.fromMs;
}

export function isAfter(a: When, b: When): boolean {
  return isBefore(b, a);
}

/** Turns readings of the device's clock into moments, once its zone is known. `offsetMinutes`: local minus UTC. */
export function inZone(when: When, offsetMinutes: number): When {
  if (when.local === undefined || when.local.clock !== DEVICE_CLOCK) return when;
  const shift = offsetMinutes * 60_000;
  const slack = HOUR_MS; // daylight saving moves the clock by up to an hour, and we are told only the standard offset
  return { fromMs: when.local.fromMs - shift - slack, toMs: when.local.toMs - shift, local: when.local };
}

/** `2025-04-08 17:02:11 UTC`, or the local reading where that is all there is. */
export function showWhen(when: When): string {
  const text = (ms: number) => new Date(ms).toISOString().replace('T', ' ').slice(0, 19);
  if (when.fromMs === when.toMs) return `${text(when.fromMs)} UTC`;
  if (when.local === undefined) return `${text(when.fromMs)} to ${text(when.toMs)} UTC`;
  if (when.local.toMs - when.local.fromMs >= DAY_MS - 2) return text(when.local.fromMs).slice(0, 10);
  return `${text(when.local.fromMs)} local time`;
}
