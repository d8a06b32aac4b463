import type { ByteView } from '../../bytes/byte-view.js';
import { filetimeToIso } from '../../bytes/filetime.js';
import { GUID_SIZE, readGuid } from '../../bytes/guid.js';
import { IN } from './schema.js';

/** How a number or a text wants to be shown. @source TraceLoggingProvider.h, TlgOut_t. */
const OUT = {
  ...{ string: 2, boolean: 3, hex: 4, xml: 11, json: 12, win32Error: 13, ntStatus: 14, hresult: 15, utf8: 35 },
} as const;
const SHOWN_AS_CODE: readonly number[] = [OUT.win32Error, OUT.ntStatus, OUT.hresult];
const SHOWN_AS_UTF8: readonly number[] = [OUT.xml, OUT.json, OUT.utf8];

/** Bytes of the numbers, by type. */
const WIDTHS: Readonly<Record<number, 1 | 2 | 4 | 8>> = {
  ...{ [IN.int8]: 1, [IN.uint8]: 1, [IN.int16]: 2, [IN.uint16]: 2, [IN.int32]: 4, [IN.uint32]: 4 },
  ...{ [IN.int64]: 8, [IN.uint64]: 8, [IN.float]: 4, [IN.double]: 8, [IN.bool32]: 4, [IN.filetime]: 8 },
  ...{ [IN.hexInt32]: 4, [IN.hexInt64]: 8 },
};
const SYSTEMTIME_BYTES = 16;
const SID = { count: 1, authority: 2, subAuthorities: 8 } as const;
const SID_SUB_AUTHORITIES_MAX = 15; // MS-DTYP 2.4.2
const COUNT_BYTES = 2;

const utf8 = new TextDecoder();

/** Reads values out of a payload, one behind the other. */
export class ValueReader {
  readonly #view: ByteView;
  readonly #pointerBytes: 4 | 8;
  #at: number;

  constructor(view: ByteView, at: number, pointerBytes: 4 | 8) {
    this.#view = view;
    this.#at = at;
    this.#pointerBytes = pointerBytes;
  }

  /** A count of what follows. @throws {FormatError} `truncated` */
  count(): number {
    return this.#view.u16(this.#take(COUNT_BYTES));
  }

  /**
   * The next value as text.
   *
   * @throws {FormatError} `truncated`; `bad-range` for a SID that is none; `unsupported` for a type nobody documented.
   */
  value(inType: number, outType: number): string {
    const width = inType === IN.pointer ? this.#pointerBytes : WIDTHS[inType];
    if (width !== undefined) return this.#number(inType, outType, width);
    switch (inType) {
      case IN.nothing:
        return '';
      case IN.unicodeString:
        return this.#unicodeUpToNul();
      case IN.ansiString:
        return this.#narrow(this.#narrowUpToNul(), outType);
      case IN.countedString:
        return this.#unicode(this.count());
      case IN.countedAnsiString:
        return this.#narrow(this.#bytes(this.count()), outType);
      case IN.binary:
      case IN.countedBinary:
        return hexOf(this.#bytes(this.count()));
      case IN.guid:
        return `{${readGuid(this.#view, this.#take(GUID_SIZE)).toUpperCase()}}`;
      case IN.systemtime:
        return this.#systemtime(this.#take(SYSTEMTIME_BYTES));
      case IN.sid:
        return this.#sid();
      default:
        throw this.#view.error('unsupported', 'etl.field.type', this.#at, 'a documented type', inType);
    }
  }

  #take(length: number): number {
    this.#view.need(this.#at, length, 'etl.field');
    this.#at += length;
    return this.#at - length;
  }

  #bytes(length: number): Uint8Array {
    const at = this.#take(length);
    return this.#view.bytes.subarray(at, at + length);
  }

  #number(inType: number, outType: number, width: 1 | 2 | 4 | 8): string {
    const view = this.#view;
    const at = this.#take(width);
    if (inType === IN.float) return String(view.f32(at));
    if (inType === IN.double) return String(view.f64(at));
    const bits =
      width === 8 ? view.bits64(at) : BigInt(width === 4 ? view.u32(at) : width === 2 ? view.u16(at) : view.u8(at));
    if (inType === IN.filetime) return filetimeToIso(bits);
    if (inType === IN.bool32 || outType === OUT.boolean) return bits === 0n ? 'false' : 'true';
    if (SHOWN_AS_CODE.includes(outType)) return `0x${bits.toString(16).padStart(8, '0')}`;
    const isHex = inType === IN.hexInt32 || inType === IN.hexInt64 || inType === IN.pointer || outType === OUT.hex;
    if (isHex) return `0x${bits.toString(16)}`;
    if (outType === OUT.string && width <= 2) return String.fromCharCode(Number(bits));
    const isSigned = inType === IN.int8 || inType === IN.int16 || inType === IN.int32 || inType === IN.int64;
    return (isSigned ? BigInt.asIntN(width * 8, bits) : bits).toString();
  }

  #unicodeUpToNul(): string {
    const { bytes, size } = this.#view;
    let end = this.#at;
    while (end + 1 < size && (bytes[end] !== 0 || bytes[end + 1] !== 0)) end += 2;
    if (end + 1 >= size) this.#view.need(end, COUNT_BYTES, 'etl.field.string');
    const text = this.#unicode(end - this.#at);
    this.#at += 2; // the NUL
    return text;
  }

  #unicode(byteCount: number): string {
    const at = this.#take(byteCount);
    return this.#view.utf16Whole(at, byteCount >> 1);
  }

  #narrowUpToNul(): Uint8Array {
    const end = this.#view.bytes.indexOf(0, this.#at);
    if (end < 0) this.#view.need(this.#view.size, 1, 'etl.field.string');
    const bytes = this.#bytes(end - this.#at);
    this.#at++; // the NUL
    return bytes;
  }

  /** A text of bytes: UTF-8 where the field says so, else Latin-1, since the trace does not say its code page. */
  #narrow(bytes: Uint8Array, outType: number): string {
    if (SHOWN_AS_UTF8.includes(outType)) return utf8.decode(bytes);
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }

  /** `2025-04-08T17:02:11.123Z`; the fields are shown as they stand, also where no such date exists. */
  #systemtime(at: number): string {
    const field = (index: number, digits: number) => String(this.#view.u16(at + index * 2)).padStart(digits, '0');
    const date = `${field(0, 4)}-${field(1, 2)}-${field(3, 2)}`; // field 2 is the day of the week
    return `${date}T${field(4, 2)}:${field(5, 2)}:${field(6, 2)}.${field(7, 3)}Z`;
  }

  /** @source MS-DTYP 2.4.2.1 and 2.4.2.2. */
  #sid(): string {
    const view = this.#view;
    const at = this.#take(SID.subAuthorities);
    const count = view.u8(at + SID.count);
    if (count > SID_SUB_AUTHORITIES_MAX) {
      throw view.error('bad-range', 'etl.field.sid', at, `<= ${SID_SUB_AUTHORITIES_MAX} parts`, count);
    }
    const authority = view.u16be(at + SID.authority) * 0x1_0000_0000 + view.u32be(at + SID.authority + 2);
    const parts = this.#take(count * 4);
    const texts = Array.from({ length: count }, (_, index) => view.u32(parts + index * 4));
    return ['S', view.u8(at), authority, ...texts].join('-');
  }
}

function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text.toUpperCase();
}
