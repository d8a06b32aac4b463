import { atLocal, atUtc, type When } from '../../evidence/when.js';
import { findTime, type PrintedTime } from '../../formats/text/text.js';

/** A moment as printed: in UTC where it says so, else by the clock of the device. */
export function whenOf(time: PrintedTime | null): When | null {
  if (time === null) return null;
  return time.isUtc ? { fromMs: time.fromMs, toMs: time.toMs } : atLocal(time.fromMs, time.toMs - time.fromMs + 1);
}

/** Zones differ from UTC by multiples of this. */
const ZONE_STEP_MS = 15 * 60_000;
const ZONE_MAX_MS = 14 * 3_600_000;
/** What a record's own time may differ from the time that its message tells. */
const SKEW_MAX_MS = 2 * 60_000;

interface Stamped {
  readonly provider: string;
  readonly id: number;
  readonly time: PrintedTime | null;
  readonly message: string | null;
}

/**
 * Finds by how much the local times of an exported log are ahead of UTC. Records of starts and stops tell the same
 * moment twice: by the local clock, and in UTC in their message.
 *
 * @returns The least and the greatest difference seen, in milliseconds, or `null` where no record tells.
 */
export function localOffsets(events: readonly Stamped[]): { leastMs: number; greatestMs: number } | null {
  const offsets: number[] = [];
  for (const { provider, id, time, message } of events) {
    if (
      time === null ||
      time.isUtc ||
      message === null ||
      !/Kernel-General$/i.test(provider) ||
      (id !== 12 && id !== 13)
    )
      continue;
    const told = findTime(message);
    if (told === null || !told.isUtc) continue;
    const difference = time.fromMs - told.fromMs;
    const offset = Math.round(difference / ZONE_STEP_MS) * ZONE_STEP_MS;
    if (Math.abs(difference - offset) <= SKEW_MAX_MS && Math.abs(offset) <= ZONE_MAX_MS) offsets.push(offset);
  }
  if (offsets.length === 0) return null;
  return { leastMs: Math.min(...offsets), greatestMs: Math.max(...offsets) };
}

/** A local time whose distance from UTC is known. */
export function whenAtOffset(time: PrintedTime, offset: { leastMs: number; greatestMs: number }): When {
  const local = atLocal(time.fromMs, time.toMs - time.fromMs + 1);
  if (offset.leastMs === offset.greatestMs && time.fromMs === time.toMs) {
    const { local: shown } = local;
    return { ...atUtc(time.fromMs - offset.leastMs), ...(shown === undefined ? {} : { local: shown }) };
  }
  return { ...local, fromMs: time.fromMs - offset.greatestMs, toMs: time.toMs - offset.leastMs };
}
