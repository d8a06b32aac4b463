import type { Line } from '../text/text.js';
import { type ObjectRecord, PROPERTY, RECORDS_MAX, type ReadRecords } from './object-record.js';

const COLUMNS_MAX = 200;

/** Reads CSV whose heads, all property names, stand at `index`. */
export function readCsvRecords(lines: readonly Line[], index: number): ReadRecords | null {
  const heads = lines[index].text.trim();
  if (heads.length > 8000) return null;
  const separator = [',', ';', '\t'].find((sign) => heads.split(sign).length >= 3);
  if (separator === undefined) return null;
  const names = cellsOf(heads, separator).map((name) => name.trim());
  if (names.length > COLUMNS_MAX || !names.every((name) => PROPERTY.test(name))) return null;
  const records: ObjectRecord[] = [];
  let next = index + 1;
  for (let i = index + 1; i < lines.length && records.length < RECORDS_MAX; i++) {
    const { text, number } = lines[i];
    if (text.trim() === '' && i <= next + 1) continue;
    const cells = cellsOf(text.trim(), separator);
    if (cells.length !== names.length) break;
    const fields = new Map(names.map((name, column) => [name.toLowerCase(), cells[column].trim()]));
    records.push({ fields, shape: 'csv', command: null, firstLine: number, lastLine: number });
    next = i + 1;
  }
  return records.length === 0 ? null : { records, nextIndex: next };
}

function cellsOf(text: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  cells.push(cell);
  return cells;
}
