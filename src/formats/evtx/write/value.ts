import { ARRAY, VALUE } from '../tokens.js';

/** A value as it is to stand in a log. */
export type ValueToWrite =
  | { readonly type: 'none' }
  | { readonly type: 'string' | 'ansiString' | 'guid' | 'sid' | 'xml'; readonly value: string }
  | {
      readonly type: 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'uint32' | 'float' | 'double' | 'hexInt32';
      readonly value: number;
    }
  | {
      /** `size` is a pointer of 8 bytes; `filetime` counts 100 ns since 1601. */
      readonly type: 'int64' | 'uint64' | 'hexInt64' | 'filetime' | 'size';
      readonly value: bigint;
    }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'binary'; readonly value: Uint8Array }
  /** Year, month, day of the week, day, hour, minute, second, milliseconds. */
  | { readonly type: 'systemtime'; readonly value: readonly number[] }
  /** At least one value; all of the same type. */
  | { readonly type: 'array'; readonly values: readonly ValueToWrite[] };

/** The byte that says a value's type. */
export function typeOf(value: ValueToWrite): number {
  if (value.type !== 'array') return VALUE[value.type];
  const [first] = value.values;
  if (first === undefined || first.type === 'array')
    throw new Error('Cannot write an array without values, or of arrays');
  return VALUE[first.type] | ARRAY;
}

/** The bytes of a value. */
export function bytesOf(value: ValueToWrite): Uint8Array {
  switch (value.type) {
    case 'none':
      return new Uint8Array(0);
    case 'string':
    case 'xml':
      return utf16Bytes(value.value);
    case 'ansiString':
      return Uint8Array.from(value.value, (character) => character.charCodeAt(0) & 0xff);
    case 'guid':
      return guidBytes(value.value);
    case 'sid':
      return sidBytes(value.value);
    case 'binary':
      return value.value;
    case 'systemtime':
      return new Uint8Array(Uint16Array.from(value.value).buffer);
    case 'array':
      return joined(value.values.map(elementBytes));
    default:
      return numberBytes(value);
  }
}

/** Texts in an array end with a NUL each. */
function elementBytes(value: ValueToWrite): Uint8Array {
  if (value.type === 'string') return utf16Bytes(`${value.value}\0`);
  if (value.type === 'ansiString') return bytesOf({ ...value, value: `${value.value}\0` });
  return bytesOf(value);
}

type NumberToWrite = Extract<ValueToWrite, { value: number } | { value: bigint } | { value: boolean }>;

function numberBytes(value: NumberToWrite): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  switch (value.type) {
    case 'int8':
    case 'uint8':
      view.setUint8(0, value.value);
      return bytes.subarray(0, 1);
    case 'int16':
    case 'uint16':
      view.setUint16(0, value.value, true);
      return bytes.subarray(0, 2);
    case 'int32':
    case 'uint32':
    case 'hexInt32':
      view.setUint32(0, value.value, true);
      return bytes.subarray(0, 4);
    case 'bool':
      view.setUint32(0, value.value ? 1 : 0, true);
      return bytes.subarray(0, 4);
    case 'float':
      view.setFloat32(0, value.value, true);
      return bytes.subarray(0, 4);
    case 'double':
      view.setFloat64(0, value.value, true);
      return bytes;
    case 'int64':
    case 'uint64':
    case 'hexInt64':
    case 'filetime':
    case 'size':
      view.setBigUint64(0, BigInt.asUintN(64, value.value), true);
      return bytes;
  }
}

export function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[i * 2] = text.charCodeAt(i);
    bytes[i * 2 + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}

/** The 16 bytes of a GUID, with or without braces. */
export function guidBytes(guid: string): Uint8Array {
  const digits = guid.replace(/[{}-]/g, '');
  if (!/^[0-9a-fA-F]{32}$/.test(digits)) throw new Error(`Not a GUID: ${guid}`);
  const inTextOrder = Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16));
  return Uint8Array.from([3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15], (from) => inTextOrder[from]);
}

function sidBytes(sid: string): Uint8Array {
  const match = /^S-1-(\d+)((?:-\d+)*)$/.exec(sid);
  if (match === null) throw new Error(`Not a SID: ${sid}`);
  const subAuthorities = match[2].split('-').slice(1).map(Number);
  const bytes = new Uint8Array(8 + subAuthorities.length * 4);
  const view = new DataView(bytes.buffer);
  bytes[0] = 1;
  bytes[1] = subAuthorities.length;
  view.setUint32(4, Number(match[1]), false); // the authority's low half, big-endian
  subAuthorities.forEach((subAuthority, i) => {
    view.setUint32(8 + i * 4, subAuthority, true);
  });
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
