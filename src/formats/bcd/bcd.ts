/** The boot store of Windows: what can be booted, from where, and what is booted when that fails. A registry hive. */

import { FormatError, type Note } from '../../bytes/format-error.js';
import type { Hive, HiveKey, HiveValue } from '../regf/regf.js';
import { type BcdDevice, readBcdDevice } from './device.js';
import { BCD_TYPE, bcdElementName } from './element-names.js';

export { type BcdDevice, readBcdDevice, showBcdDevice } from './device.js';
export { BCD_TYPE, bcdElementName } from './element-names.js';

/** What elements of each format say. Identifiers of objects are in lower case without braces. */
export interface BcdFormats {
  readonly device: BcdDevice;
  readonly string: string;
  readonly object: string;
  readonly 'object-list': readonly string[];
  readonly integer: bigint;
  readonly boolean: boolean;
  readonly 'integer-list': Uint8Array;
  readonly other: Uint8Array;
}

export type BcdValue = {
  readonly [F in keyof BcdFormats]: { readonly format: F; readonly value: BcdFormats[F] };
}[keyof BcdFormats];

export interface BcdElement {
  /** Such as 0x14000008. */
  readonly type: number;
  /** Such as `recoverysequence`. */
  readonly name: string;
  readonly value: BcdValue;
}

export interface BcdObject {
  /** GUID in lower case without braces. */
  readonly id: string;
  /** Such as 0x10200003; `BCD_TYPE` names some. */
  readonly type: number;
  /** By type, in the order of the store. */
  readonly elements: ReadonlyMap<number, BcdElement>;
  /** Path of its key in the hive. */
  readonly path: string;
}

export interface BcdStore {
  readonly objects: ReadonlyMap<string, BcdObject>;
  readonly bootManager: BcdObject | null;
  /** What the boot manager starts if nobody chooses; `null` where it names none, or one that is not there. */
  readonly defaultLoader: BcdObject | null;
}

/** Objects of one store. Real ones hold 3 to 30. */
const OBJECTS_MAX = 4096;
/** Elements of one object. Real ones have at most 30. */
const ELEMENTS_MAX = 1024;

const DEFAULT_OBJECT = 0x23000003;
const FORMAT_SHIFT = 24;
/** The formats of elements, by four bits of their type. */
const FORMATS = ['other', 'device', 'string', 'object', 'object-list', 'integer', 'boolean', 'integer-list'] as const;

/** Whether a hive is a boot store. */
export function isBcd(hive: Hive): boolean {
  return hive.key('Objects') !== null && hive.key('Description') !== null;
}

/**
 * Reads all of a boot store.
 *
 * @param note Told of each object or element that cannot be read; it is left out.
 * @source Microsoft, BCD reference; the devices from real stores: format.md.
 */
export function readBcd(hive: Hive, note: Note): BcdStore {
  const objects = new Map<string, BcdObject>();
  for (const key of hive.key('Objects')?.subkeys() ?? []) {
    if (objects.size >= OBJECTS_MAX) {
      note(limitError('bcd.objects', key, OBJECTS_MAX));
      break;
    }
    const object = readObject(key, note);
    if (object !== null) objects.set(object.id, object);
  }
  const bootManager = [...objects.values()].find(({ type }) => type === BCD_TYPE.bootManager) ?? null;
  const standard = bootManager?.elements.get(DEFAULT_OBJECT)?.value;
  const defaultLoader = standard?.format === 'object' ? (objects.get(standard.value) ?? null) : null;
  return { objects, bootManager, defaultLoader };
}

/** What an element says, where the object has it and it is of that format; `null` otherwise. */
export function bcdValue<F extends keyof BcdFormats>(object: BcdObject, type: number, format: F): BcdFormats[F] | null {
  const value = object.elements.get(type)?.value;
  return value?.format === format ? (value.value as BcdFormats[F]) : null;
}

function readObject(key: HiveKey, note: Note): BcdObject | null {
  const type = guarded(note, () => key.subkey('Description')?.value('Type')?.number() ?? null);
  if (typeof type !== 'number') return null;
  const elements = new Map<number, BcdElement>();
  for (const element of key.subkey('Elements')?.subkeys() ?? []) {
    if (!/^[0-9a-f]{8}$/i.test(element.name)) continue;
    if (elements.size >= ELEMENTS_MAX) {
      note(limitError('bcd.elements', element, ELEMENTS_MAX));
      break;
    }
    const elementType = Number.parseInt(element.name, 16);
    const stored = element.value('Element');
    const value = stored === null ? null : guarded(note, () => readValue(elementType, stored));
    if (value !== null)
      elements.set(elementType, { type: elementType, name: bcdElementName(type, elementType), value });
  }
  return { id: plainId(key.name), type, elements, path: key.path };
}

function readValue(elementType: number, stored: HiveValue): BcdValue | null {
  const format = FORMATS[(elementType >>> FORMAT_SHIFT) & 15] ?? 'other';
  switch (format) {
    case 'device':
      return { format, value: readBcdDevice(stored.data()) };
    case 'string':
    case 'object': {
      const text = stored.text();
      return text === null ? null : { format, value: format === 'object' ? plainId(text) : text };
    }
    case 'object-list': {
      const texts = stored.multi();
      return texts === null ? null : { format, value: texts.map(plainId) };
    }
    case 'integer': {
      const data = stored.data();
      let value = 0n;
      for (let at = Math.min(data.length, 8) - 1; at >= 0; at--) value = (value << 8n) | BigInt(data[at]);
      return { format, value };
    }
    case 'boolean':
      return { format, value: stored.data().some((byte) => byte !== 0) };
    default:
      return { format, value: stored.data() };
  }
}

function guarded<T>(note: Note, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return null;
  }
}

function limitError(what: string, key: HiveKey, limit: number): FormatError {
  return new FormatError('over-limit', { what, sourceOffset: key.sourceOffset, expected: limit, actual: limit + 1 });
}

function plainId(text: string): string {
  return text.replace(/[{}]/g, '').toLowerCase();
}
