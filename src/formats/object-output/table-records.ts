import { type Column, displayWidth, type Line, readRuler } from '../text/text.js';
import { type ObjectRecord, PROPERTY, RECORDS_MAX, type ReadRecords } from './object-record.js';

/** Names by which a table of wmic is known, which has no ruler. Lower case. */
const WMIC_NAMES = new Set(
  (
    'blocksize bootable bootpartition bootvolume boottime buildnumber capacity caption csname currenttimezone description deviceid dirtybitset ' +
    'diskindex driveletter drivetype filesystem fixcomments freespace hotfixid index installedby installedon installdate interfacetype label ' +
    'lastbootuptime localdatetime mediatype model name node numberofblocks osarchitecture partitions primarypartition ' +
    'serialnumber servicepackineffect signature size startingoffset status systemvolume type version volumename volumeserialnumber'
  ).split(' '),
);

/** Reads a table whose heads stand at `index`: those of PowerShell have dashes under them, those of wmic do not. */
export function readTableRecords(lines: readonly Line[], index: number): ReadRecords | null {
  const heads = lines[index].text;
  if (heads.length > 2000 || !/^\s*[A-Za-z_]/.test(heads)) return null;
  const ruler = index + 1 < lines.length ? rulerOf(lines[index + 1].text) : null;
  if (ruler !== null) {
    const names = namesUnder(heads, ruler);
    return names === null ? null : readRows(lines, index, index + 2, names, (text) => cellsUnder(text, ruler));
  }
  const words = [...heads.matchAll(/\S+/g)];
  if (words.length < 2 || !words.every(([word]) => WMIC_NAMES.has(word.toLowerCase()))) return null;
  const starts = words.map((word) => word.index);
  const names = words.map(([word]) => word.toLowerCase());
  return readRows(lines, index, index + 1, names, (text) => cellsFrom(text, starts));
}

function rulerOf(text: string): readonly Column[] | null {
  const columns = readRuler(text);
  if (columns !== null) return columns;
  return /^\s*-{2,}\s*$/.test(text) ? [{ start: text.indexOf('-'), end: text.trimEnd().length }] : null;
}

/** Names over the dashes, in lower case; `null` where one is no property name. */
function namesUnder(heads: string, ruler: readonly Column[]): string[] | null {
  const words = heads.trim().split(/\s+/);
  const names = words.length === ruler.length ? words : ruler.map(({ start, end }) => heads.slice(start, end).trim());
  return names.every((name) => PROPERTY.test(name)) ? names.map((name) => name.toLowerCase()) : null;
}

function readRows(
  lines: readonly Line[],
  index: number,
  from: number,
  names: readonly string[],
  cellsOf: (text: string) => readonly string[] | null,
): ReadRecords | null {
  const records: ObjectRecord[] = [];
  let next = from;
  for (let i = from; i < lines.length && records.length < RECORDS_MAX; i++) {
    const { text, number } = lines[i];
    if (text.trim() === '' && i <= next + 1) continue;
    if (text.trim() === '' || text.length > 4000 || /^\s*(?:PS |[A-Z]:\\[^>]*>)/.test(text)) break;
    const cells = cellsOf(text);
    next = i + 1;
    if (cells === null) continue; // a wrapped or misprinted row costs itself
    const fields = new Map(names.map((name, column) => [name, cells[column] ?? '']));
    records.push({ fields, shape: 'table', command: null, firstLine: number, lastLine: number });
  }
  if (records.length === 0) return null;
  records[0] = { ...records[0], firstLine: lines[index].number };
  return { records, nextIndex: next };
}

/**
 * Cells of a row under dashes that are only as wide as the heads: a word belongs to the column whose dashes it
 * stands under, else to the words that it follows, else to the nearest column.
 */
function cellsUnder(text: string, ruler: readonly Column[]): readonly string[] | null {
  const words = [...text.matchAll(/\S+/g)].map((word) => {
    const start = displayWidth(text.slice(0, word.index));
    return { text: word[0], start, end: start + displayWidth(word[0]) };
  });
  if (words.length === ruler.length) return words.map((word) => word.text);
  const cells = ruler.map(() => '');
  let column = -1;
  let end = -2;
  for (const word of words) {
    const under = ruler.findIndex((one) => word.start < one.end && word.end > one.start);
    const at =
      under >= 0 ? under : word.start === end + 1 && column >= 0 ? column : nearest(ruler, word.start, word.end);
    if (at < column) return null;
    cells[at] = cells[at] === '' ? word.text : `${cells[at]} ${word.text}`;
    column = at;
    end = word.end;
  }
  return cells;
}

function nearest(ruler: readonly Column[], start: number, end: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, column] of ruler.entries()) {
    const distance = column.start >= end ? column.start - end : start - column.end;
    if (distance < least) {
      best = index;
      least = distance;
    }
  }
  return best;
}

/** Cells of a wmic row, which begin under their heads; where white space was flattened, one word a column. */
function cellsFrom(text: string, starts: readonly number[]): readonly string[] | null {
  const isAligned = starts.every((start) => start === 0 || /^\s?$/.test(text.slice(start - 1, start)));
  if (isAligned && text.length > starts[starts.length - 1]) {
    return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trim());
  }
  const words = text.trim().split(/\s+/);
  if (words.length === starts.length) return words;
  return isAligned ? starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trim()) : null;
}
