import { QUOTE_CHARS_MAX } from '../bytes/limits.js';
import type { CoverageSubject, Witness } from '../evidence/model.js';
import { atCalendar, atLocal, atUtc, type When } from '../evidence/when.js';
import { type LogStamp, readStamp } from '../formats/log-stamp/log-stamp.js';
import type { Line } from '../formats/text/text.js';
import type { Reading, Sink } from './intake.js';

const MINUTE_MS = 60_000;
const SUCCESS_MASK = 0x8000_0000;

/** A stamp as a moment: exact where the zone stands beside it, else of the device's clock. */
export function whenOf(stamp: LogStamp | null): When | undefined {
  if (stamp === null) return undefined;
  if (stamp.offsetMinutes !== null) return atUtc(stamp.localMs - stamp.offsetMinutes * MINUTE_MS);
  if (stamp.swappedMs !== null) {
    const [from, to] = [stamp.localMs, stamp.swappedMs].sort((a, b) => a - b);
    return atCalendar(from, to + stamp.precisionMs - 1);
  }
  return atLocal(stamp.localMs, stamp.precisionMs);
}

/** The start of a line, short enough to be quoted. */
function quoteOf(text: string): string {
  const quote = text.trim();
  return quote.length <= QUOTE_CHARS_MAX ? quote : `${quote.slice(0, QUOTE_CHARS_MAX - 1)}…`;
}

/** How a fact of one line is cited. */
export function readingOf(witness: Witness, line: Line, when: When | undefined): Reading {
  return { witness, at: { line: line.number }, quote: quoteOf(line.text), ...(when === undefined ? {} : { when }) };
}

/** Says that a log was read from its first stamped line to its last. */
export function coverWith(sink: Sink, subject: CoverageSubject, first: Line | null, last: Line | null): void {
  const from = first === null ? undefined : whenOf(readStamp(first.text));
  const to = last === null ? undefined : whenOf(readStamp(last.text));
  if (from === undefined || to === undefined) return;
  // A log may run backwards: blocks put together by hand, a clock set back.
  const [early, late] = from.fromMs <= to.fromMs ? [from, to] : [to, from];
  sink.cover(subject, early, late);
}

/** Whether an HRESULT says that something failed. */
export function isFailure(code: number): boolean {
  return (code & SUCCESS_MASK) !== 0;
}
