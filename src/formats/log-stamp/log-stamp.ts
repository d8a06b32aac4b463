/** The moment that stands at the head of a log line, in the shapes that Windows logs write it. */
export interface LogStamp {
  /** What the clock showed, as if it were UTC, in milliseconds since 1970-01-01. */
  readonly localMs: number;
  /** How long the reading stands: 1000 for seconds, 1 for milliseconds. */
  readonly precisionMs: number;
  /** Local time minus UTC in minutes, where the line says it. */
  readonly offsetMinutes: number | null;
  /** The other reading of a date of which day and month might be swapped. */
  readonly swappedMs: number | null;
}

/** A year first: CBS, DISM, setup, WindowsUpdate.log, ReportingEvents.log, Burn, setupapi. */
const YEAR_FIRST =
  /(?<!\d)(\d{4})([-/])(\d\d)\2(\d\d)(?:[ \tT]+)(\d\d):(\d\d):(\d\d)(?:[.:,](\d{1,7}))?(Z|[+-]\d\d:?\d\d)?/;
/** ConfigMgr: `time="08:52:46.657+240" date="07-14-2021"`; the offset is what to add for UTC. */
const CMTRACE = /time="(\d\d):(\d\d):(\d\d)\.(\d{1,3})([+-]\d+)?" date="(\d\d)-(\d\d)-(\d{4})"/;
/** Co-installers in setupact.log, PFRO, MSI heads: day and month in either order. */
const YEAR_LAST =
  /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})[ \t]+(\d{1,2}):(\d\d)[:.](\d\d)(?:[.:](\d{1,3}))?(?:\s*([AP]M)\b)?/;

/** How far into a line a stamp may begin. */
const STAMP_AT_MAX = 96;

/** Reads the stamp of a line, or `null` where none stands near its start. */
export function readStamp(text: string): LogStamp | null {
  const head = text.length > STAMP_AT_MAX ? text.slice(0, STAMP_AT_MAX + 40) : text;
  const yearFirst = YEAR_FIRST.exec(head);
  if (yearFirst !== null) {
    const [, year, , month, day, hour, minute, second, fraction, zone] = yearFirst;
    return stamp([year, month, day], [hour, minute, second, fraction], offsetOf(zone));
  }
  const cmtrace = text.startsWith('<![LOG[') || text.includes(']LOG]!>') ? CMTRACE.exec(text) : null;
  if (cmtrace !== null) {
    const [, hour, minute, second, fraction, bias, month, day, year] = cmtrace;
    return stamp([year, month, day], [hour, minute, second, fraction], bias === undefined ? null : -Number(bias));
  }
  const yearLast = YEAR_LAST.exec(head);
  if (yearLast === null) return null;
  const [, first, separator, second, year, hour, minute, seconds, fraction, half] = yearLast;
  const time = [hourOf(hour, half), minute, seconds, fraction];
  const monthFirst = stamp([year, first, second], time, null);
  const dayFirst = stamp([year, second, first], time, null);
  if (separator === '.') return dayFirst ?? monthFirst; // nobody writes the month first with points
  if (monthFirst === null || dayFirst === null || monthFirst.localMs === dayFirst.localMs)
    return monthFirst ?? dayFirst;
  return { ...monthFirst, swappedMs: dayFirst.localMs };
}

function hourOf(hour: string, half: string | undefined): string {
  if (half === undefined) return hour;
  return String((Number(hour) % 12) + (half === 'PM' ? 12 : 0));
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone[0] === '-' ? -minutes : minutes;
}

/** `null` for a day or an hour that no calendar knows. */
function stamp(
  [year, month, day]: readonly string[],
  [hour, minute, second, fraction]: readonly (string | undefined)[],
  offsetMinutes: number | null,
): LogStamp | null {
  const parts = [year, month, day, hour, minute, second].map(Number);
  const [y, mo, d, h, mi, s] = parts;
  if (y < 1990 || y > 2200 || mo < 1 || mo > 12 || d < 1 || d > 31 || h > 23 || mi > 59 || s > 59) return null;
  const millisecond = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const localMs = Date.UTC(y, mo - 1, d, h, mi, s, millisecond);
  if (new Date(localMs).getUTCDate() !== d) return null;
  return { localMs, precisionMs: fraction === undefined ? 1000 : 1, offsetMinutes, swappedMs: null };
}
