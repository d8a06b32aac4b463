/** Objects as PowerShell and wmic print them: lists, tables, JSON and CSV. Property names are never translated. */

import { commandOf, type Line, undress } from '../text/text.js';
import { readCsvRecords } from './csv-records.js';
import { readDefaultView } from './default-views.js';
import { JSON_SCAN_CHARS_MAX, readJsonRecords } from './json-records.js';
import { readListRecords } from './list-records.js';
import type { ObjectRecord } from './object-record.js';
import { readTableRecords } from './table-records.js';

export type { ObjectRecord } from './object-record.js';

/** How far below its command an object may stand, in lines. */
const ANSWER_LINES_MAX = 3000;

/** Reads every object in a text. `command` of a record is what was typed above it, where that is seen. */
export function readObjects(dressed: readonly Line[]): ObjectRecord[] {
  const lines = undress(dressed);
  const records: ObjectRecord[] = [];
  const json = { charsLeft: JSON_SCAN_CHARS_MAX };
  let command: { text: string; line: number } | null = null;
  for (let index = 0; index < lines.length; ) {
    const { text, number } = lines[index];
    const typed = commandOf(text);
    if (typed !== null) {
      command = { text: typed.text, line: number };
      index++;
      continue;
    }
    const read =
      text.trim() === ''
        ? null
        : (readJsonRecords(lines, index, json) ??
          readDefaultView(lines, index) ??
          readTableRecords(lines, index) ??
          readCsvRecords(lines, index) ??
          readListRecords(lines, index));
    if (read === null) {
      index++;
      continue;
    }
    const isNear = command !== null && number - command.line < ANSWER_LINES_MAX;
    for (const record of read.records)
      records.push({ ...record, command: isNear && command !== null ? command.text : null });
    index = Math.max(index + 1, read.nextIndex);
  }
  return records;
}
