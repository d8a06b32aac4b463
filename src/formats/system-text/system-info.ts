import { type DateOrder, type Line, labelled, type PrintedTime, readTime } from '../text/text.js';
import type { PrintedSystem } from './system-text.js';

/** `10.0.19045 N/A Build 19045`, `10.0.18362 Build 18362`: the build stands there twice. */
const VERSION = /^(\d{1,2})\.(\d{1,2})\.(\d{4,6})\s+\P{Nd}*(\d{4,6})$/u;
const ZONE = /^\((?:UTC|GMT)(?:([+−-])(\d{1,2}):(\d{2}))?\)/;
const FIELDS_BELOW_MAX = 60;

interface Field {
  readonly value: string;
  readonly index: number;
}

/** Reads the answer of `systeminfo`, or the summary of msinfo32, around its version. */
export function readSystemInfo(lines: readonly Line[], index: number, order: DateOrder | null): PrintedSystem | null {
  const version = fieldOf(lines[index].text);
  const match = version === null ? null : VERSION.exec(version.value);
  if (match === null || match[3] !== match[4]) return null;
  const isMsinfo = lines[index].text.includes('\t');
  const above = fieldsFrom(lines, index, -1, 2);
  const below = fieldsFrom(lines, index, 1, FIELDS_BELOW_MAX);
  if (above.length === 0 || !/Windows/i.test(above[0].value)) return null;
  const times = isMsinfo
    ? []
    : below
        .map(({ value }) => readTime(value, order))
        .filter((time) => time !== null && time.toMs - time.fromMs < 60_000);
  const zone = below.map(({ value }) => offsetOf(value)).find((offset) => offset !== null);
  return {
    kind: 'system',
    product: above[0].value,
    release: null,
    build: Number(match[3]),
    revision: null,
    computerName: nameOf(isMsinfo ? below[2] : above[1]),
    architecture:
      below.map(({ value }) => /^(x64|x86|ARM64)\b/i.exec(value)?.[1]).find((found) => found !== undefined) ?? null,
    bootTime: bootTimeOf(times as PrintedTime[]),
    offsetMinutes: zone ?? null,
    firstLine: lines[(isMsinfo ? above[0] : (above[1] ?? above[0])).index].number,
    lastLine: lines[index].number,
  };
}

function fieldOf(text: string): { value: string } | null {
  const tab = text.indexOf('\t');
  if (tab > 0) return { value: text.slice(tab + 1).trim() };
  return labelled(text);
}

/** Values of the labelled lines in one direction, nearest first. */
function fieldsFrom(lines: readonly Line[], index: number, step: 1 | -1, count: number): Field[] {
  const found: Field[] = [];
  let last = index;
  for (let i = index + step; i >= 0 && i < lines.length && found.length < count && Math.abs(i - last) <= 2; i += step) {
    const { text } = lines[i];
    if (text.trim() === '') continue;
    const field = fieldOf(text);
    if (field !== null) found.push({ value: field.value, index: i });
    else if (!/^\s{6,}/.test(text)) break; // lists go on in indented lines
    last = i;
  }
  return found;
}

function nameOf(field: Field | undefined): string | null {
  return field !== undefined && /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}$/u.test(field.value) ? field.value : null;
}

/** The day of installation stands first, the last start second. */
function bootTimeOf(times: readonly PrintedTime[]): PrintedTime | null {
  return times.length >= 2 ? times[1] : null;
}

function offsetOf(value: string): number | null {
  const match = ZONE.exec(value);
  if (match === null) return null;
  if (match[1] === undefined) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '+' ? minutes : -minutes;
}
