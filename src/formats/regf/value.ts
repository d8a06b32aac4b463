import { ByteView } from '../../bytes/byte-view.js';
import type { HiveImage } from './hive-image.js';
import { readValueData } from './value-data.js';
import { VALUE, valueName } from './value-node.js';
import { isTextType, VALUE_TYPE, valueTypeName } from './value-type.js';

/** One value of a key. Its data are read when they are asked for. */
export class HiveValue {
  readonly #image: HiveImage;
  readonly #at: number;

  /** @param at Where `locateValue` found it. */
  constructor(image: HiveImage, at: number) {
    this.#image = image;
    this.#at = at;
  }

  /** Empty for the default value of a key. */
  get name(): string {
    return valueName(this.#image, this.#at);
  }

  /** The number of the type. Some of Windows' own hives use numbers without a name. */
  get typeCode(): number {
    return this.#image.view.u32(this.#at + VALUE.type);
  }

  /** `REG_SZ`, `REG_DWORD` and so on; `0xffff0011` where the type has no name. */
  get type(): string {
    return valueTypeName(this.typeCode);
  }

  /** Where the value stands in the hive, in bytes. */
  get sourceOffset(): number {
    return this.#at;
  }

  /** @throws {FormatError} where the data cannot be read whole. */
  data(): Uint8Array {
    const { bytes, start, size } = readValueData(this.#image, this.#at);
    return bytes.subarray(start, start + size);
  }

  /** The text up to its first NUL; `null` where the value is of another type. @throws {FormatError} */
  text(): string | null {
    if (!isTextType(this.typeCode)) return null;
    const data = this.data();
    return new ByteView(data).utf16(0, data.length >> 1);
  }

  /** The number; `null` where the value is no number, or is of the wrong size for one. @throws {FormatError} */
  number(): number | bigint | null {
    const { typeCode } = this;
    const data = this.data();
    const view = new ByteView(data);
    if (typeCode === VALUE_TYPE.dword && data.length === 4) return view.u32(0);
    if (typeCode === VALUE_TYPE.dwordBigEndian && data.length === 4) return view.u32be(0);
    if (typeCode !== VALUE_TYPE.qword || data.length !== 8) return null;
    const value = view.bits64(0);
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
  }

  /** The texts of a list, up to the empty one that ends it; `null` where the value is of another type. @throws {FormatError} */
  multi(): string[] | null {
    if (this.typeCode !== VALUE_TYPE.texts) return null;
    const data = this.data();
    const texts = new ByteView(data).utf16Whole(0, data.length >> 1).split('\0');
    while (texts.at(-1) === '') texts.pop(); // an empty text may stand inside: only those at the end mean nothing
    return texts;
  }
}
