import type { ObjectRecord } from '../../formats/object-output/object-output.js';
import { readSize } from '../../formats/text/text.js';
import type { Reading } from '../intake.js';

/** The first of the named properties that has a value, or `null`. Names in lower case. */
export function textOf(record: ObjectRecord, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = record.fields.get(name)?.replaceAll('\0', '').trim();
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

/** Whether the object has a property at all, empty or not. */
export function hasField(record: ObjectRecord, ...names: readonly string[]): boolean {
  return names.every((name) => record.fields.has(name));
}

export function integerOf(record: ObjectRecord, ...names: readonly string[]): number | null {
  const text = textOf(record, ...names);
  if (text === null || !/^\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

export function booleanOf(record: ObjectRecord, ...names: readonly string[]): boolean | null {
  const text = textOf(record, ...names)?.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
}

/** A size: exact in bytes as objects hold it, or with a unit as default tables show it. */
export function sizeOf(
  record: ObjectRecord,
  ...names: readonly string[]
): { bytes: number; errorBytes: number } | null {
  const exact = integerOf(record, ...names);
  if (exact !== null) return { bytes: exact, errorBytes: 0 };
  const text = textOf(record, ...names);
  return text === null ? null : readSize(text);
}

export function letterOf(record: ObjectRecord, ...names: readonly string[]): string | null {
  const match = /^([A-Za-z])(?::\\?)?$/.exec(textOf(record, ...names) ?? '');
  return match === null ? null : match[1].toUpperCase();
}

/** How a fact of this object was read. */
export function readingOf(
  record: ObjectRecord,
  quote: string | null = null,
): Reading & { readonly witness: 'windows-output' } {
  return { witness: 'windows-output', at: { line: record.firstLine }, quote: quote ?? undefined };
}
