import { FormatError } from '../../bytes/format-error.js';
import type { Chunk } from './chunk.js';
import { type DataShape, DataWriter, type DefectKeeper } from './data-writer.js';
import { Instance } from './instance.js';
import type { JsonSink } from './json-sink.js';
import { RECORD, SIZE_COPY_BYTES } from './layout.js';
import type { Leaf } from './program.js';
import type { RecordPlace } from './record-walk.js';
import { VALUE } from './tokens.js';
import { unitsOf, writeUnsigned64 } from './value-text.js';
import { ValueTexts } from './value-texts.js';

/**
 * Reads one record at a time: finds its template and what fills it. One reader serves a whole log and keeps no object
 * of a record.
 */
export class RecordReader {
  readonly #instances: Instance[] = [new Instance()];
  readonly #texts = new ValueTexts();
  readonly #data = new DataWriter(this.#instances, this.#texts);
  #chunk: Chunk | null = null;
  #place: RecordPlace | null = null;
  #failure: FormatError | null = null;

  /** Turns to a record. @returns What makes its markup unreadable, or `null`. */
  open(chunk: Chunk, place: RecordPlace): FormatError | null {
    if (this.#chunk === chunk && this.#place === place) return this.#failure;
    this.#chunk = chunk;
    this.#place = place;
    this.#failure = null;
    const instance = this.#instances[0];
    try {
      const end = place.offset + place.size - SIZE_COPY_BYTES;
      instance.read(chunk, place.offset + RECORD.body, end, '');
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      instance.clear();
      this.#failure = error;
    }
    return this.#failure;
  }

  /** A field of `System` in the record at hand, by the leaf of its program; `null` where it is absent or null. */
  get system(): Instance['program']['system'] {
    return this.#instances[0].program.system;
  }

  /** The text of a leaf of `System`; `null` where it is absent or null, or cannot be read. */
  text(leaf: Leaf | null): string | null {
    if (leaf === null) return null;
    if (leaf.text !== null) return leaf.text;
    if (leaf.index >= 0) return this.#texts.ofValue(this.#view, this.#instances[0], leaf.index);
    return this.#texts.ofParts(this.#view, this.#instances[0], leaf.parts);
  }

  /** Whether a leaf of `System` has a value at all, readable or not. */
  holdsValue(leaf: Leaf | null): boolean {
    if (leaf === null) return false;
    const { sizes, types, count } = this.#instances[0];
    const index = leaf.index;
    // A null may have a size: the room that the value would take.
    return index < 0 || index >= count || (sizes[index] > 0 && types[index] !== VALUE.none);
  }

  /** A leaf of `System` as a whole number; `null` where it is absent, or none. */
  integer(leaf: Leaf | null): number | null {
    if (leaf === null) return null;
    const { offsets, types, sizes, count } = this.#instances[0];
    const index = leaf.index;
    if (index >= 0 && index < count) {
      const view = this.#view;
      if (types[index] === VALUE.uint16 && sizes[index] === 2) return view.u16(offsets[index]);
      if (types[index] === VALUE.uint8 && sizes[index] === 1) return view.u8(offsets[index]);
      if (types[index] === VALUE.uint32 && sizes[index] === 4) return view.u32(offsets[index]);
    }
    const text = this.text(leaf);
    return text !== null && /^[0-9]{1,15}$/.test(text) ? Number(text) : null;
  }

  /** A leaf of `System` as 64 bits without a sign; `null` where it is absent, or no number. */
  unsigned64(leaf: Leaf | null): bigint | null {
    if (leaf === null) return null;
    const { offsets, types, sizes, count } = this.#instances[0];
    const index = leaf.index;
    if (index >= 0 && index < count && types[index] === VALUE.uint64 && sizes[index] === 8) {
      return this.#view.bits64(offsets[index]);
    }
    const text = this.text(leaf);
    return text !== null && /^[0-9]{1,19}$/.test(text) ? BigInt(text) : null;
  }

  /** Where the FILETIME of a leaf of `System` stands in the chunk; `null` where it holds none. */
  filetimeOffset(leaf: Leaf | null): number | null {
    if (leaf === null || leaf.index < 0) return null;
    const { offsets, types, sizes, count } = this.#instances[0];
    const index = leaf.index;
    return index < count && types[index] === VALUE.filetime && sizes[index] === 8 ? offsets[index] : null;
  }

  /** Writes the text of a leaf of `System` as a JSON string. @returns Whether it has one. */
  writeText(sink: JsonSink, leaf: Leaf | null): boolean {
    if (leaf === null) return false;
    if (leaf.textJson !== null) {
      sink.raw(leaf.textJson);
      return true;
    }
    const { offsets, types, sizes, count } = this.#instances[0];
    const index = leaf.index;
    if (index >= 0 && index < count && types[index] === VALUE.string && sizes[index] % 2 === 0) {
      sink.quote();
      sink.utf16(this.#view.bytes, offsets[index], unitsOf(this.#view, offsets[index], sizes[index]));
      sink.quote();
      return true;
    }
    const text = this.text(leaf);
    if (text !== null) sink.text(text);
    return text !== null;
  }

  /** Writes a leaf of `System` that is an unsigned number. @returns Whether it is one. */
  writeUnsigned(sink: JsonSink, leaf: Leaf | null): boolean {
    if (leaf === null) return false;
    const { offsets, types, sizes, count } = this.#instances[0];
    const index = leaf.index;
    if (index >= 0 && index < count && types[index] === VALUE.uint64 && sizes[index] === 8) {
      return writeUnsigned64(sink, this.#view, offsets[index]);
    }
    const text = this.text(leaf);
    if (text === null || !/^(0|[1-9][0-9]{0,19})$/.test(text)) return false;
    sink.plain(text);
    return true;
  }

  /** Writes all that stands outside `System`: see `DataWriter`. */
  writeData(sink: JsonSink, shape: DataShape, keeper: DefectKeeper): boolean {
    return this.#data.write(this.#chunk as Chunk, this.#place as RecordPlace, sink, shape, keeper);
  }

  get #view() {
    return (this.#chunk as Chunk).view;
  }
}
