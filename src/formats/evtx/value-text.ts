import type { ByteView } from '../../bytes/byte-view.js';
import { filetimeToIso } from '../../bytes/filetime.js';
import type { JsonSink } from './json-sink.js';
import { ARRAY, VALUE, VALUE_BYTES } from './tokens.js';

const DIGIT_0 = 0x30;
const LOWER = /* @__PURE__ */ new TextEncoder().encode('0123456789abcdef');
const UPPER = /* @__PURE__ */ new TextEncoder().encode('0123456789ABCDEF');
const DASH = 0x2d;
/** In text order, which byte of a stored GUID each pair of digits shows; -1 for a dash. @source MS-DTYP 2.3.4.2. */
const GUID_ORDER = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15] as const;
const SID = { revision: 0, count: 1, authority: 2, subAuthorities: 8 } as const;
const SID_SUB_AUTHORITIES_MAX = 15; // MS-DTYP 2.4.2
const TICKS_A_SECOND = 10_000_000;
/** The upper half of the last FILETIME whose year has four digits. */
const HIGH_MAX = 0x24c8_5a5e;
const NO_DAY = -1;

/** Whether values of this type, one or an array, are text whose characters need escaping. */
export function isText(type: number): boolean {
  return type === VALUE.string || type === VALUE.ansiString || type === VALUE.xml;
}

/**
 * Says whether a value of this size can be of this type: `null`, or the size that was wanted.
 * For arrays `type` is that of an element, and `size` that of one element.
 */
export function sizeWanted(type: number, size: number): string | null {
  const fixed = VALUE_BYTES[type & ~ARRAY];
  if (fixed !== 0) return size === fixed ? null : `${fixed} bytes`;
  switch (type) {
    case VALUE.string:
    case VALUE.xml:
      return size % 2 === 0 ? null : 'whole code units';
    case VALUE.size:
    case VALUE.handle:
      return size === 4 || size === 8 ? null : '4 or 8 bytes';
    case VALUE.sid:
      return size >= SID.subAuthorities ? null : `>= ${SID.subAuthorities} bytes`;
    default:
      return null;
  }
}

/**
 * Writes a value that is not text, as ASCII. The caller has checked the size with `sizeWanted`.
 *
 * @returns Whether this type is known and the value well formed.
 */
export function writeValue(sink: JsonSink, view: ByteView, type: number, offset: number, size: number): boolean {
  switch (type) {
    case VALUE.int8:
      return writeInteger(sink, (view.u8(offset) << 24) >> 24);
    case VALUE.uint8:
      return writeInteger(sink, view.u8(offset));
    case VALUE.int16:
      return writeInteger(sink, view.i16(offset));
    case VALUE.uint16:
      return writeInteger(sink, view.u16(offset));
    case VALUE.int32:
      return writeInteger(sink, view.i32(offset));
    case VALUE.uint32:
      return writeInteger(sink, view.u32(offset));
    case VALUE.int64:
      return writePlain(sink, view.i64(offset).toString());
    case VALUE.uint64:
      return writeUnsigned64(sink, view, offset);
    case VALUE.float:
      return writePlain(sink, String(view.f32(offset)));
    case VALUE.double:
      return writePlain(sink, String(view.f64(offset)));
    case VALUE.bool:
      return writePlain(sink, view.u32(offset) === 0 ? 'false' : 'true');
    case VALUE.binary:
      return writeBinary(sink, view, offset, size);
    case VALUE.guid:
      return writeGuid(sink, view, offset);
    case VALUE.filetime:
      return writeFiletime(sink, view.u32(offset + 4), view.u32(offset));
    case VALUE.systemtime:
      return writeSystemtime(sink, view, offset);
    case VALUE.sid:
      return writeSid(sink, view, offset, size);
    case VALUE.hexInt32:
      return writeHex(sink, 0, view.u32(offset));
    case VALUE.hexInt64:
      return writeHex(sink, view.u32(offset + 4), view.u32(offset));
    case VALUE.size:
      return size === 8 ? writeUnsigned64(sink, view, offset) : writeInteger(sink, view.u32(offset));
    case VALUE.handle:
      return writeHex(sink, size === 8 ? view.u32(offset + 4) : 0, view.u32(offset));
    default:
      return false;
  }
}

/** Writes a whole number below 2^53 in decimal. */
export function writeInteger(sink: JsonSink, value: number): true {
  sink.reserve(20);
  const bytes = sink.bytes;
  let rest = value;
  if (rest < 0) {
    bytes[sink.size++] = DASH;
    rest = -rest;
  }
  let digits = 1;
  for (let power = 10; rest >= power; power *= 10) digits++;
  sink.size += digits;
  let at = sink.size;
  while (rest > 0xffff_ffff) {
    const next = Math.floor(rest / 10);
    bytes[--at] = DIGIT_0 + (rest - next * 10);
    rest = next;
    digits--;
  }
  for (; digits > 0; digits--) {
    const next = (rest / 10) >>> 0;
    bytes[--at] = DIGIT_0 + (rest - next * 10);
    rest = next;
  }
  return true;
}

/** Writes 64 bits as an unsigned decimal number. */
export function writeUnsigned64(sink: JsonSink, view: ByteView, offset: number): true {
  const high = view.u32(offset + 4);
  if (high < 0x20_0000) return writeInteger(sink, high * 0x1_0000_0000 + view.u32(offset));
  return writePlain(sink, view.bits64(offset).toString());
}

function writePlain(sink: JsonSink, text: string): true {
  sink.plain(text);
  return true;
}

/** `0x` and as few digits as the number needs, as Windows shows it. */
function writeHex(sink: JsonSink, high: number, low: number): true {
  sink.reserve(18);
  const bytes = sink.bytes;
  bytes[sink.size++] = DIGIT_0;
  bytes[sink.size++] = 0x78; // x
  let digits = 1;
  if (high !== 0) digits = 16 - (Math.clz32(high) >> 2);
  else if (low !== 0) digits = 8 - (Math.clz32(low) >> 2);
  for (let digit = digits - 1; digit >= 0; digit--) {
    const half = digit >= 8 ? high : low;
    bytes[sink.size++] = LOWER[(half >>> ((digit & 7) * 4)) & 15];
  }
  return true;
}

function writeBinary(sink: JsonSink, view: ByteView, offset: number, size: number): true {
  sink.reserve(size * 2);
  for (let i = offset; i < offset + size; i++) {
    const byte = view.u8(i);
    sink.bytes[sink.size++] = UPPER[byte >> 4];
    sink.bytes[sink.size++] = UPPER[byte & 15];
  }
  return true;
}

function writeGuid(sink: JsonSink, view: ByteView, offset: number): true {
  sink.reserve(38);
  const bytes = sink.bytes;
  let at = sink.size;
  bytes[at++] = 0x7b; // {
  for (let i = 0; i < GUID_ORDER.length; i++) {
    const from = GUID_ORDER[i];
    if (from < 0) bytes[at++] = DASH;
    else {
      const byte = view.u8(offset + from);
      bytes[at++] = UPPER[byte >> 4];
      bytes[at++] = UPPER[byte & 15];
    }
  }
  bytes[at++] = 0x7d; // }
  sink.size = at;
  return true;
}

let lastDay = NO_DAY;
const lastDate = /* @__PURE__ */ new Uint8Array(11); // `2025-04-08T`

/** Writes a FILETIME given in halves as `2025-04-08T17:02:11.1234567Z`. */
export function writeFiletime(sink: JsonSink, high: number, low: number): true {
  if (high >= HIGH_MAX) return writePlain(sink, filetimeToIso((BigInt(high) << 32n) | BigInt(low)));
  // 2^32 ticks are 429 seconds and 4,967,296 ticks, which keeps every step below 2^53.
  const ticks = high * 4_967_296 + low;
  const carried = Math.floor(ticks / TICKS_A_SECOND);
  const seconds = high * 429 + carried;
  const fraction = ticks - carried * TICKS_A_SECOND;
  const day = Math.floor(seconds / 86_400);
  if (day !== lastDay) {
    const iso = filetimeToIso(BigInt(day) * 864_000_000_000n);
    for (let i = 0; i < lastDate.length; i++) lastDate[i] = iso.charCodeAt(i);
    lastDay = day;
  }
  const rest = seconds - day * 86_400;
  sink.reserve(28);
  sink.raw(lastDate);
  const minutes = Math.floor(rest / 60);
  const hour = Math.floor(minutes / 60);
  putDigits(sink, hour, 2);
  sink.bytes[sink.size++] = 0x3a; // :
  putDigits(sink, minutes - hour * 60, 2);
  sink.bytes[sink.size++] = 0x3a;
  putDigits(sink, rest - minutes * 60, 2);
  sink.bytes[sink.size++] = 0x2e; // .
  putDigits(sink, fraction, 7);
  sink.bytes[sink.size++] = 0x5a; // Z
  return true;
}

function putDigits(sink: JsonSink, value: number, digits: number): void {
  let rest = value;
  for (let at = sink.size + digits - 1; at >= sink.size; at--) {
    const next = (rest / 10) | 0;
    sink.bytes[at] = DIGIT_0 + (rest - next * 10);
    rest = next;
  }
  sink.size += digits;
}

/** `2025-04-08T17:02:11.123Z`; the fields are shown as they stand, also where no such date exists. */
function writeSystemtime(sink: JsonSink, view: ByteView, offset: number): true {
  const field = (index: number, digits: number) =>
    view
      .u16(offset + index * 2)
      .toString()
      .padStart(digits, '0');
  const date = `${field(0, 4)}-${field(1, 2)}-${field(3, 2)}`; // field 2 is the day of the week
  return writePlain(sink, `${date}T${field(4, 2)}:${field(5, 2)}:${field(6, 2)}.${field(7, 3)}Z`);
}

/** @source MS-DTYP 2.4.2.1 and 2.4.2.2. */
function writeSid(sink: JsonSink, view: ByteView, offset: number, size: number): boolean {
  const count = view.u8(offset + SID.count);
  if (count > SID_SUB_AUTHORITIES_MAX || SID.subAuthorities + count * 4 > size) return false;
  sink.plain('S-');
  writeInteger(sink, view.u8(offset + SID.revision));
  sink.byte(DASH);
  const authority = view.u16be(offset + SID.authority) * 0x1_0000_0000 + view.u32be(offset + SID.authority + 2);
  writeInteger(sink, authority);
  for (let i = 0; i < count; i++) {
    sink.byte(DASH);
    writeInteger(sink, view.u32(offset + SID.subAuthorities + i * 4));
  }
  return true;
}

/** Code units of a UTF-16 value up to the NULs that many writers leave at its end. */
export function unitsOf(view: ByteView, offset: number, size: number): number {
  let units = size >> 1;
  while (units > 0 && view.u16(offset + (units - 1) * 2) === 0) units--;
  return units;
}

/** Characters of an ANSI value as Latin-1, without the NULs at its end: the log does not say its code page. */
export function ansiText(view: ByteView, offset: number, size: number): string {
  let length = size;
  while (length > 0 && view.u8(offset + length - 1) === 0) length--;
  let text = '';
  for (let i = offset; i < offset + length; i++) text += String.fromCharCode(view.u8(i));
  return text;
}
