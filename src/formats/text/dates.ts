import { monthOf } from './months.js';
import { asciiDigits } from './size.js';

/** A moment as printed. */
export interface PrintedTime {
  /** First and last millisecond that it can mean, since 1970-01-01, as if the clock that printed it showed UTC. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether it says itself that it is UTC, or how far from it. */
  readonly isUtc: boolean;
}

/** Which comes first in dates of figures, `09/01/2024`. */
export type DateOrder = 'dmy' | 'mdy';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
/** Marks of writing direction, and the `?` that a console shows in their place: `?2023?-?05?-?22`. */
const MARKS = /[\u200e\u200f\u202a-\u202e]|\?(?=[\d/:T.-])/g;
const YEAR_FIRST =
  /(?<!\d)(\d{4})\s?(?:[-/.]|\s?[年년]|\.\s)\s?(\d{1,2})\s?(?:[-/.]|\s?[月월]|\.\s)\s?(\d{1,2})(?!\d)\s?[日일]?\.?/u;
const YEAR_LAST = /(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?(?:\2\s?|\s)(\d{4}|\d{2})(?!\d)/u;
const DAY_NAMED =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[\s-]+(?:de\s+|d')?(\p{L}[\p{L}\p{M}]{2,})\.?,?[\s-]+(?:de\s+|del\s+)?(\d{4})(?!\d)/u;
const NAMED_DAY = /(\p{L}[\p{L}\p{M}]{2,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const YEAR_NAMED = /(?<!\d)(\d{4})\.?\s+(\p{L}[\p{L}\p{M}]{2,})\.?\s+(\d{1,2})(?!\d)/u;
const CLOCK =
  /^[\sT,、，;.–-]{0,4}(?:(?:at|um|à|alle|às|kl\.?|о|в|klo)\s+)?(\p{L}[\p{L}.\s]{0,6}?)?\s?(\d{1,2})\s?[:.]\s?(\d{2})(?:\s?[:.]\s?(\d{2})(?:[.,:](\d{1,9}))?)?\s?(Z\b|UTC\b|[+-]\d{2}:?\d{2}(?!\d))?\s?(\p{L}[.\u0020]{0,2}\p{L}\.?(?!\p{L})|ÖÖ|ÖS|[上下]午|午[前後]|오[전후]|[صم](?!\p{L}))?/u;

/** Reads the first date in `text`, with its time of day where one follows. `order` decides where figures alone do not. */
export function findTime(
  text: string,
  order: DateOrder | null = null,
): (PrintedTime & { readonly end: number }) | null {
  const plain = asciiDigits(text.slice(0, 400)).replace(MARKS, ' ');
  const found = findDay(plain, order);
  if (found === null) return null;
  const clock = CLOCK.exec(plain.slice(found.end));
  const time = clock === null ? null : timeOfDay(clock);
  const starts = found.days.map(({ year, month, day }) => Date.UTC(year, month - 1, day));
  const first = Math.min(...starts);
  const last = Math.max(...starts);
  if (clock === null || time === null) return { fromMs: first, toMs: last + DAY_MS - 1, isUtc: false, end: found.end };
  const shift = time.offsetMs ?? 0;
  return {
    fromMs: first + time.ms - shift,
    toMs: last + time.ms - shift + Math.max(0, time.precisionMs - 1),
    isUtc: time.offsetMs !== null,
    end: found.end + clock[0].length,
  };
}

/** Reads a cell that holds a date and nothing else but a time and a word or two. */
export function readTime(text: string, order: DateOrder | null = null): PrintedTime | null {
  const trimmed = text.trim();
  if (trimmed.length > 60) return null;
  const found = findTime(trimmed, order);
  return found !== null && trimmed.length - found.end < 12 ? found : null;
}

/** Tells the order of day and month from dates of one writer: one date past the 12th decides for all. */
export function dateOrderOf(texts: Iterable<string>): DateOrder | null {
  let order: DateOrder | null = null;
  for (const text of texts) {
    const match = YEAR_LAST.exec(asciiDigits(text.slice(0, 400)).replace(MARKS, ' '));
    if (match === null || match[2] !== '/') continue;
    const found = Number(match[1]) > 12 ? 'dmy' : Number(match[3]) > 12 ? 'mdy' : null;
    if (found === null) continue;
    if (order !== null && order !== found) return null;
    order = found;
  }
  return order;
}

function findDay(text: string, order: DateOrder | null): { days: readonly Day[]; end: number } | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const day = validDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
    if (day !== null) return { days: [day], end: yearFirst.index + yearFirst[0].length };
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) {
    const days = daysOfFigures(Number(yearLast[1]), Number(yearLast[3]), fullYear(yearLast[4]), yearLast[2], order);
    if (days.length > 0) return { days, end: yearLast.index + yearLast[0].length };
  }
  for (const [pattern, year, month, date] of [
    [DAY_NAMED, 3, 2, 1],
    [NAMED_DAY, 3, 1, 2],
    [YEAR_NAMED, 1, 2, 3],
  ] as const) {
    const match = pattern.exec(text);
    const named = match === null ? null : monthOf(match[month]);
    if (match === null || named === null) continue;
    const day = validDay(Number(match[year]), named, Number(match[date]));
    if (day !== null) return { days: [day], end: match.index + match[0].length };
  }
  return null;
}

/** Days that figures alone can mean: two where neither sign, size nor `order` decides. */
function daysOfFigures(a: number, b: number, year: number, sign: string, order: DateOrder | null): readonly Day[] {
  const dayFirst = validDay(year, b, a);
  const monthFirst = validDay(year, a, b);
  if (sign !== '/' && dayFirst !== null) return [dayFirst]; // 09.01.2024 and 9-1-2024 begin with the day
  if (order === 'dmy' && dayFirst !== null) return [dayFirst];
  if (order === 'mdy' && monthFirst !== null) return [monthFirst];
  const days = [monthFirst, dayFirst].filter((day) => day !== null);
  return a === b ? days.slice(0, 1) : days;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function validDay(printedYear: number, month: number, day: number): Day | null {
  const year = printedYear > 2400 && printedYear < 2700 ? printedYear - 543 : printedYear; // Buddhist calendar
  if (year < 1990 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { year, month, day } : null;
}

const AFTERNOON = /^(?:p\.?\s?m|μ\.?\s?μ|下午|午後|오후|م|du|öS|ös|sa\.?l|ch)/iu;
const FORENOON = /^(?:a\.?\s?m|π\.?\s?μ|上午|午前|오전|ص|de|öö|פנה)/iu;

function timeOfDay(clock: RegExpExecArray): { ms: number; precisionMs: number; offsetMs: number | null } | null {
  const [, before, hourText, minute, second, fraction, zone, after] = clock;
  let hour = Number(hourText);
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const half = (before ?? after ?? '').trim();
  if (AFTERNOON.test(half) && hour < 12) hour += 12;
  else if (FORENOON.test(half) && hour === 12) hour = 0;
  const ms =
    hour * 3_600_000 +
    Number(minute) * 60_000 +
    Number(second ?? 0) * 1000 +
    (fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000));
  const precisionMs = second === undefined ? 60_000 : fraction === undefined ? 1000 : 1;
  return { ms, precisionMs, offsetMs: zone === undefined ? null : offsetOf(zone) };
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return 0; // Z or UTC
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
