import { FormatError, type FormatFault } from './format-error.js';

/**
 * Little-endian reads over bytes already in memory. Check bounds once for a structure with `need`, then read
 * plainly: the single reads are unchecked beyond what the typed array does, except where they say otherwise.
 */
export class ByteView {
  readonly bytes: Uint8Array;
  /** Where byte 0 of this view lies in its source, in bytes. */
  readonly sourceOffset: number;
  readonly #data: DataView;

  constructor(bytes: Uint8Array, sourceOffset = 0) {
    this.bytes = bytes;
    this.sourceOffset = sourceOffset;
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get size(): number {
    return this.bytes.length;
  }

  /** @throws {FormatError} `truncated` unless `length` bytes stand at `offset`. */
  need(offset: number, length: number, what: string): void {
    if (!(offset >= 0 && length >= 0 && offset + length <= this.bytes.length)) {
      throw this.error('truncated', what, offset, `${length} bytes`, Math.max(0, this.bytes.length - offset));
    }
  }

  u8(offset: number): number {
    return this.bytes[offset];
  }

  u16(offset: number): number {
    return this.#data.getUint16(offset, true);
  }

  i16(offset: number): number {
    return this.#data.getInt16(offset, true);
  }

  u32(offset: number): number {
    return this.#data.getUint32(offset, true);
  }

  i32(offset: number): number {
    return this.#data.getInt32(offset, true);
  }

  /** A 64-bit size or position as a number. @throws {FormatError} `over-limit` past 2^53 - 1. */
  u64(offset: number, what: string): number {
    const value = this.#data.getUint32(offset + 4, true) * 0x1_0000_0000 + this.#data.getUint32(offset, true);
    if (value > Number.MAX_SAFE_INTEGER) {
      throw this.error('over-limit', what, offset, `<= ${Number.MAX_SAFE_INTEGER}`, value);
    }
    return value;
  }

  /** 64 bits of flags or an id. */
  bits64(offset: number): bigint {
    return this.#data.getBigUint64(offset, true);
  }

  i64(offset: number): bigint {
    return this.#data.getBigInt64(offset, true);
  }

  u16be(offset: number): number {
    return this.#data.getUint16(offset, false);
  }

  u32be(offset: number): number {
    return this.#data.getUint32(offset, false);
  }

  u64be(offset: number, what: string): number {
    const value = this.#data.getUint32(offset, false) * 0x1_0000_0000 + this.#data.getUint32(offset + 4, false);
    if (value > Number.MAX_SAFE_INTEGER) {
      throw this.error('over-limit', what, offset, `<= ${Number.MAX_SAFE_INTEGER}`, value);
    }
    return value;
  }

  f32(offset: number): number {
    return this.#data.getFloat32(offset, true);
  }

  f64(offset: number): number {
    return this.#data.getFloat64(offset, true);
  }

  /** UTF-16LE text of at most `units` code units, up to the first NUL. Unpaired surrogates are kept. */
  utf16(offset: number, units: number): string {
    return decodeUtf16(this.bytes, offset, units, true);
  }

  /** UTF-16LE text of exactly `units` code units, NULs kept. */
  utf16Whole(offset: number, units: number): string {
    return decodeUtf16(this.bytes, offset, units, false);
  }

  /** Bytes as Latin-1 text, up to the first NUL. */
  ascii(offset: number, length: number): string {
    let text = '';
    for (let i = offset; i < offset + length; i++) {
      const code = this.bytes[i] as number;
      if (code === 0) break;
      text += String.fromCharCode(code);
    }
    return text;
  }

  /** A window on this view. @throws {FormatError} `truncated` */
  slice(offset: number, length: number, what: string): ByteView {
    this.need(offset, length, what);
    return new ByteView(this.bytes.subarray(offset, offset + length), this.sourceOffset + offset);
  }

  error(
    fault: FormatFault,
    what: string,
    offset: number,
    expected?: string | number,
    actual?: string | number,
  ): FormatError {
    return new FormatError(fault, { what, sourceOffset: this.sourceOffset + offset, expected, actual });
  }
}

const UTF16_DIRECT_UNITS = 24; // below this, joining characters beats a TextDecoder call
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

function decodeUtf16(bytes: Uint8Array, offset: number, units: number, stopAtNul: boolean): string {
  let length = units;
  let plain = true;
  for (let i = 0, at = offset; i < units; i++, at += 2) {
    const low = bytes[at] as number;
    const high = bytes[at + 1] as number;
    if (stopAtNul && low === 0 && high === 0) {
      length = i;
      break;
    }
    if (high >= 0xd8 && high <= 0xdf) plain = false; // TextDecoder would replace an unpaired surrogate
  }
  if (plain && length > UTF16_DIRECT_UNITS) return decoder.decode(bytes.subarray(offset, offset + length * 2));
  let text = '';
  for (let i = 0, at = offset; i < length; i++, at += 2) {
    text += String.fromCharCode(bytes[at] | (bytes[at + 1] << 8));
  }
  return text;
}
