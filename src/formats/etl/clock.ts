/** The clock that a session stamps its events with. @source EVENT_TRACE_LOGFILE_HEADER, ReservedFlags. */
export type ClockKind = 'performance-counter' | 'system-time' | 'cycle-counter' | 'unknown';

const KINDS: readonly ClockKind[] = ['unknown', 'performance-counter', 'system-time', 'cycle-counter'];

/** The clock by its number; one that nobody has documented is unknown. */
export function clockKindOf(number: number): ClockKind {
  return KINDS[number] ?? 'unknown';
}

const TICKS_PER_SECOND = 10_000_000n;

/** Turns readings of a session's clock into FILETIMEs. */
export interface Clock {
  readonly kind: ClockKind;
  /** FILETIME of a reading, or `null` where the clock is unknown. */
  fileTime(raw: bigint): bigint | null;
}

/** A clock that nothing is known of. */
export const NO_CLOCK: Clock = { kind: 'unknown', fileTime: () => null };

/**
 * @param perSecond How often the clock ticks in a second.
 * @param start FILETIME of the session's start.
 * @param startRaw What the clock showed then.
 */
export function clockOf(kind: ClockKind, perSecond: bigint, start: bigint, startRaw: bigint): Clock {
  if (kind === 'system-time') return { kind, fileTime: (raw) => raw };
  if (kind === 'unknown' || perSecond <= 0n) return NO_CLOCK;
  return { kind, fileTime: (raw) => start + ((raw - startRaw) * TICKS_PER_SECOND) / perSecond };
}
