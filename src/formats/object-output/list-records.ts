import type { Line } from '../text/text.js';
import { FIELDS_MAX, type ObjectRecord, PROPERTY, RECORDS_MAX, type ReadRecords } from './object-record.js';

const LIST_LINE = /^\s*([A-Za-z_][\w.]{0,60})\s*([:=])\s?(.*)$/;
const BLANKS_MAX = 2;
const CONTINUATION_LINES_MAX = 200;

/**
 * Reads `Name : value` or `Name=value` lines that begin at `index`: objects end where a name comes again. A value may
 * go on in lines that are indented deeper than names are.
 */
export function readListRecords(lines: readonly Line[], index: number): ReadRecords | null {
  const first = LIST_LINE.exec(lines[index].text);
  if (first === null || lines[index].text.length > 20_000) return null;
  const sign = first[2];
  const records: ObjectRecord[] = [];
  let fields = new Map<string, string>();
  let firstLine = lines[index].number;
  let last = index;
  let name = '';
  let continued = 0;
  const finish = () => {
    if (fields.size > 1) {
      records.push({ fields, shape: 'list', command: null, firstLine, lastLine: lines[last].number });
    }
    fields = new Map();
  };

  let i = index;
  let blanks = 0;
  for (; i < lines.length && records.length < RECORDS_MAX; i++) {
    const { text } = lines[i];
    if (text.trim() === '') {
      if (++blanks > BLANKS_MAX + 1) break;
      continue;
    }
    const match = LIST_LINE.exec(text);
    if (match !== null && match[2] === sign && PROPERTY.test(match[1])) {
      const key = match[1].toLowerCase();
      if (fields.has(key)) finish();
      if (fields.size === 0) firstLine = lines[i].number;
      if (fields.size < FIELDS_MAX) fields.set(key, match[3].trim());
      name = key;
      continued = 0;
    } else if (blanks === 0 && /^\s{4,}\S/.test(text) && fields.size > 0 && ++continued < CONTINUATION_LINES_MAX) {
      fields.set(name, joinWrapped(fields.get(name) ?? '', text.trim()));
    } else break;
    blanks = 0;
    last = i;
  }
  finish();
  return { records, nextIndex: last + 1 }; // also where nothing came of it: these lines need no second look
}

/** PowerShell breaks values anywhere: a lone identifier goes on without a space. */
function joinWrapped(before: string, part: string): string {
  return before === '' ? part : `${before}\n${part}`;
}
