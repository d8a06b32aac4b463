import type { Line } from '../text/text.js';
import { FIELDS_MAX, type ObjectRecord, RECORDS_MAX, type ReadRecords } from './object-record.js';

/** One JSON document in characters. */
const JSON_CHARS_MAX = 4 << 20;
/** Characters looked at in search of the ends of documents in one text: brackets that never close cost no more. */
export const JSON_SCAN_CHARS_MAX = 32 << 20;
/** `ConvertTo-Json` nests two deep unless told otherwise; values deeper down are left out. */
const DEPTH_MAX = 3;

/** Reads a JSON object, or an array of them, that begins at `index`. */
export function readJsonRecords(
  lines: readonly Line[],
  index: number,
  budget: { charsLeft: number },
): ReadRecords | null {
  const start = lines[index].text.trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return null;
  if (!/^[[{]\s*(?:$|["{[\]}])/.test(start)) return null; // `[2024-01-09] ...` and `{guid}` are no JSON
  const end = endOfJson(lines, index, budget);
  if (end === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(
      lines
        .slice(index, end)
        .map((line) => line.text)
        .join('\n'),
    );
  } catch {
    return null;
  }
  const objects = (Array.isArray(value) ? value : [value]).flatMap((item) => unwrap(item)).slice(0, RECORDS_MAX);
  const records = objects.map(
    (object): ObjectRecord => ({
      fields: fieldsOf(object),
      shape: 'json',
      command: null,
      firstLine: lines[index].number,
      lastLine: lines[end - 1].number,
    }),
  );
  return records.length === 0 ? null : { records: records.filter(({ fields }) => fields.size > 0), nextIndex: end };
}

/** PowerShell 5 wraps arrays as `{ "value": [...], "Count": n }`. */
function unwrap(item: unknown): Record<string, unknown>[] {
  if (!isObject(item)) return [];
  return Array.isArray(item.value) ? item.value.filter(isObject) : [item];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(object: Record<string, unknown>): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(object).slice(0, FIELDS_MAX)) {
    const text = textOf(value, 0);
    if (text !== null) fields.set(name.toLowerCase(), text);
  }
  return fields;
}

/** A value as text: dates come as `/Date(ms)/` or as an object, enumerations as `{ value, Value }`. */
function textOf(value: unknown, depth: number): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') {
    const date = /^\/Date\((-?\d{1,15})\)\/$/.exec(value);
    const ms = date === null ? Number.NaN : Number(date[1]);
    return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : value;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (depth >= DEPTH_MAX) return null;
  if (Array.isArray(value))
    return value
      .map((item) => textOf(item, depth + 1) ?? '')
      .join(', ')
      .slice(0, 10_000);
  if (!isObject(value)) return null;
  return textOf(value.DateTime ?? value.value ?? value.Value ?? null, depth + 1);
}

/** The index behind the line in which the document closes. */
function endOfJson(lines: readonly Line[], index: number, budget: { charsLeft: number }): number | null {
  let depth = 0;
  let chars = 0;
  let isText = false;
  for (let i = index; i < lines.length; i++) {
    const { text } = lines[i];
    chars += text.length;
    budget.charsLeft -= text.length + 1;
    if (chars > JSON_CHARS_MAX || budget.charsLeft < 0) return null;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      if (isText) {
        if (sign === '\\') at++;
        else if (sign === '"') isText = false;
      } else if (sign === '"') isText = true;
      else if (sign === '{' || sign === '[') depth++;
      else if (sign === '}' || sign === ']') depth--;
    }
    if (depth <= 0) return depth === 0 && !isText ? i + 1 : null;
  }
  return null;
}
