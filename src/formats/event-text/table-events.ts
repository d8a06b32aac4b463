import { asciiDigits, type DateOrder, findTime, type Line, readTime } from '../text/text.js';
import type { PrintedEvent } from './printed-event.js';

const CELL_LINES_MAX = 60;
/** How far below its heading a table of Get-WinEvent may run, in lines. */
const PROVIDER = /^\s*ProviderName\s*:\s*(\S.*?)\s*$/;

/** Reads records that stand as rows: the event viewer's CSV and text files, and tables of Get-WinEvent. */
export function readTableEvents(lines: readonly Line[], order: DateOrder | null): PrintedEvent[] {
  const events: PrintedEvent[] = [];
  let provider: string | null = null;
  for (let index = 0; index < lines.length; index++) {
    const { text } = lines[index];
    const heading = text.includes('ProviderName') ? PROVIDER.exec(text) : null;
    if (heading !== null) provider = heading[1];
    if (!/\d/.test(text) || text.length > 4000) continue;
    const separated = readSeparated(lines, index, order);
    if (separated !== null) {
      events.push(separated.event);
      index = separated.nextIndex - 1;
      continue;
    }
    const row = provider === null ? null : readWinEventRow(lines[index], provider, order);
    if (row !== null) events.push(row);
  }
  return events;
}

/** `Level,Date and Time,Source,Event ID,Task Category,"Message"`, or the same with tabs. */
function readSeparated(lines: readonly Line[], index: number, order: DateOrder | null) {
  const first = lines[index].text;
  const separator = [',', '\t', ';'].find((sign) => first.split(sign).length >= 5);
  if (separator === undefined) return null;
  const { cells, nextIndex } = readCsvRow(lines, index, separator);
  if (cells.length < 5 || !/^\d{1,5}$/.test(cells[3].trim()) || cells[2].trim() === '') return null;
  const time = readTime(cells[1], order);
  if (time === null || /\d[\\/.]\d/.test(cells[2])) return null;
  const message = cells.slice(5).join(separator).trim();
  const event: PrintedEvent = {
    provider: cells[2].trim(),
    id: Number(cells[3]),
    time,
    channel: null,
    computer: null,
    record: null,
    data: [],
    message: message === '' ? null : message,
    firstLine: lines[index].number,
    lastLine: lines[nextIndex - 1].number,
  };
  return { event, nextIndex };
}

/** Cells of one row; a quoted cell may hold line ends. */
function readCsvRow(lines: readonly Line[], index: number, separator: string): { cells: string[]; nextIndex: number } {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let i = index;
  for (; i < lines.length && i < index + CELL_LINES_MAX; i++) {
    const { text } = lines[i];
    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      if (isQuoted && sign === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (sign === '"') isQuoted = !isQuoted;
      else if (sign === separator && !isQuoted) {
        cells.push(cell);
        cell = '';
      } else cell += sign;
    }
    if (!isQuoted) break;
    cell += '\n';
  }
  cells.push(cell);
  return isQuoted ? { cells: lines[index].text.split(separator), nextIndex: index + 1 } : { cells, nextIndex: i + 1 };
}

/** `1/9/2024 10:11:12 PM     20 Error     Installation Failure: Windows failed to ...` */
function readWinEventRow(line: Line, provider: string, order: DateOrder | null): PrintedEvent | null {
  const text = line.text.trim();
  if (!/^[\p{Nd}\u200e]/u.test(text)) return null;
  const time = findTime(text, order);
  if (time === null || time.toMs - time.fromMs > 90_000_000 * 400) return null;
  const row = /^\s*(\d{1,5})\s+(\p{L}+)\s+(.*)$/u.exec(asciiDigits(text).slice(time.end));
  if (row === null) return null;
  return {
    provider,
    id: Number(row[1]),
    time: { fromMs: time.fromMs, toMs: time.toMs, isUtc: time.isUtc },
    channel: null,
    computer: null,
    record: null,
    data: [],
    message: row[3],
    firstLine: line.number,
    lastLine: line.number,
  };
}
