import { FormatError } from '../../bytes/format-error.js';
import type { Chunk } from './chunk.js';
import { Instance } from './instance.js';
import { JsonSink, jsonText } from './json-sink.js';
import { FRAGMENT_DEPTH_MAX, RECORD_TEXT_BYTES_MAX, RECORD_VALUES_MAX, SIZE_COPY_BYTES } from './layout.js';
import type { Leaf } from './program.js';
import type { RecordPlace } from './record-walk.js';
import { ARRAY, VALUE } from './tokens.js';
import { ansiText, sizeWanted, unitsOf, writeValue } from './value-text.js';
import { elementEnd, type ValueTexts } from './value-texts.js';

const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const NO_WRITER = 0;
const KEY_END_BYTES = 2;

/**
 * How data is written: as members of one object, where all names differ, or as pairs in a list.
 */
export type DataShape = 'members' | 'pairs';

/** Takes the defects of the record at hand. */
export interface DefectKeeper {
  report(defect: FormatError): void;
}

const NO_KEEPER: DefectKeeper = { report() {} };

/** Writes what a record carries outside `System` as JSON, straight from its bytes. */
export class DataWriter {
  /** The record's own instance, and one for each depth of nesting. */
  readonly #instances: Instance[];
  readonly #texts: ValueTexts;
  #chunk: Chunk | null = null;
  #place: RecordPlace | null = null;
  #sink = new JsonSink();
  #shape: DataShape = 'members';
  #entryCount = 0;
  #valueCount = 0;
  #countedNames = 0;
  #sizeMax = 0;
  /** Serial number of the instance that wrote last. */
  #writer = NO_WRITER;
  #serials = 0;
  #collision = false;
  #keeper: DefectKeeper = NO_KEEPER;

  constructor(instances: Instance[], texts: ValueTexts) {
    this.#instances = instances;
    this.#texts = texts;
  }

  /**
   * Writes all that stands outside `System`, of the record that the first instance was read from.
   *
   * @param keeper Told of each value that could not be read, which is then left out.
   * @returns `false` if, in the shape of members, two names might be the same: what was written is to be thrown away.
   */
  write(chunk: Chunk, place: RecordPlace, sink: JsonSink, shape: DataShape, keeper: DefectKeeper): boolean {
    this.#chunk = chunk;
    this.#place = place;
    this.#sink = sink;
    this.#shape = shape;
    this.#keeper = keeper;
    this.#entryCount = 0;
    this.#valueCount = 0;
    this.#countedNames = 0;
    this.#sizeMax = sink.size + RECORD_TEXT_BYTES_MAX;
    this.#writer = NO_WRITER;
    this.#serials = 0;
    this.#collision = false;
    try {
      this.#writeInstance(0);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      keeper.report(error); // too much text: what stands is whole up to here
    }
    return !this.#collision;
  }

  get #view() {
    return (this.#chunk as Chunk).view;
  }

  #writeInstance(depth: number): void {
    const instance = this.#instances[depth];
    instance.serial = ++this.#serials;
    const { data, distinct } = instance.program;
    if (!distinct && this.#shape === 'members') this.#collision = true;
    for (let i = 0; i < data.length && !this.#collision; i++) this.#writeLeaf(instance, data[i], depth);
  }

  #writeLeaf(instance: Instance, leaf: Leaf, depth: number): void {
    if (++this.#valueCount > RECORD_VALUES_MAX) {
      throw this.#error('over-limit', 'evtx.record.values', RECORD_VALUES_MAX, this.#valueCount);
    }
    if (leaf.textJson !== null) {
      this.#begin(instance, leaf);
      this.#sink.raw(leaf.textJson, 1); // its opening quote stands already
      this.#end();
      return;
    }
    if (leaf.index < 0) {
      const only = leaf.parts[0];
      if (leaf.parts.length === 1 && only.kind === 'instance') {
        const { offset, size } = this.#place as RecordPlace;
        const inRecord = only.offset >= offset && only.offset < offset + size;
        this.#writeNested(leaf, only.offset, inRecord ? offset + size - SIZE_COPY_BYTES : this.#view.size, depth);
        return;
      }
      const text = this.#texts.ofParts(this.#view, instance, leaf.parts);
      this.#begin(instance, leaf);
      this.#sink.raw(jsonText(text), 1);
      this.#end();
      return;
    }
    this.#writeSubstitution(instance, leaf, depth);
  }

  #writeSubstitution(instance: Instance, leaf: Leaf, depth: number): void {
    const index = leaf.index;
    if (index >= instance.count) {
      this.#leaveOut(leaf, this.#error('bad-range', 'evtx.substitution.index', `< ${instance.count}`, index));
      return;
    }
    const type = instance.types[index];
    const offset = instance.offsets[index];
    const size = instance.sizes[index];
    if (size === 0 || type === VALUE.none) {
      if (type === VALUE.none && leaf.optional) return;
      this.#begin(instance, leaf);
      this.#sink.quote();
      this.#end();
      return;
    }
    if (type === VALUE.binXml) {
      this.#writeNested(leaf, offset, offset + size, depth);
      return;
    }
    if ((type & ARRAY) !== 0) {
      this.#writeArray(instance, leaf, type & ~ARRAY, offset, size);
      return;
    }
    this.#writeScalar(instance, leaf, type, offset, size);
  }

  #writeScalar(instance: Instance, leaf: Leaf, type: number, offset: number, size: number): void {
    const wanted = sizeWanted(type, size);
    if (wanted !== null) {
      this.#leaveOut(leaf, this.#valueError('bad-range', 'evtx.value.size', offset, wanted, size));
      return;
    }
    const sink = this.#sink;
    const before = sink.size;
    this.#begin(instance, leaf);
    if (type === VALUE.ansiString) {
      sink.raw(jsonText(ansiText(this.#view, offset, size)), 1);
      this.#end();
      return;
    }
    if (type === VALUE.string || type === VALUE.xml) {
      sink.utf16(this.#view.bytes, offset, unitsOf(this.#view, offset, size));
    } else if (!writeValue(sink, this.#view, type, offset, size)) {
      sink.size = before;
      this.#entryCount--;
      if (leaf.counted) this.#countedNames--;
      this.#leaveOut(leaf, this.#valueError('unsupported', 'evtx.value.type', offset, 'a known type', type));
      return;
    }
    sink.quote();
    this.#end();
  }

  /** Each value of an array is data of its own, as each would be an element of its own in XML. */
  #writeArray(instance: Instance, leaf: Leaf, type: number, offset: number, size: number): void {
    const end = offset + size;
    let at = offset;
    while (at < end) {
      const next = elementEnd(this.#view, type, at, end);
      if (next === null) {
        this.#keeper.report(this.#valueError('bad-range', 'evtx.value.array', at, 'whole elements', end - at));
        return;
      }
      if (++this.#valueCount > RECORD_VALUES_MAX) {
        throw this.#error('over-limit', 'evtx.record.values', RECORD_VALUES_MAX, this.#valueCount);
      }
      if (at > offset && !leaf.counted && this.#shape === 'members') {
        this.#collision = true;
        return;
      }
      this.#writeScalar(instance, leaf, type, at, next - at);
      at = next;
    }
  }

  #writeNested(leaf: Leaf, start: number, end: number, depth: number): void {
    const inner = depth + 1;
    if (inner > FRAGMENT_DEPTH_MAX) {
      this.#keeper.report(
        this.#valueError('over-limit', 'evtx.fragment', start, `depth <= ${FRAGMENT_DEPTH_MAX}`, inner),
      );
      return;
    }
    if (this.#instances.length === inner) this.#instances.push(new Instance());
    try {
      this.#instances[inner].read(this.#chunk as Chunk, start, end, leaf.path);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      this.#keeper.report(error);
      return;
    }
    this.#writeInstance(inner);
  }

  /** Reports a value that cannot be read. An unnamed one keeps its number, so that those behind it keep theirs. */
  #leaveOut(leaf: Leaf, defect: FormatError): void {
    if (leaf.counted) this.#countedNames++;
    this.#keeper.report(defect);
  }

  /** Begins one value: its name, and the quote that opens its text. */
  #begin(instance: Instance, leaf: Leaf): void {
    const sink = this.#sink;
    if (sink.size > this.#sizeMax) {
      throw this.#error('over-limit', 'evtx.record.text', `<= ${RECORD_TEXT_BYTES_MAX} bytes`, sink.size);
    }
    if (this.#writer !== instance.serial) {
      // Names differ within one program; of two that both say something that is not known.
      if (this.#writer !== NO_WRITER && this.#shape === 'members') this.#collision = true;
      this.#writer = instance.serial;
    }
    const first = this.#entryCount++ === 0;
    if (leaf.counted) this.#countedNames++;
    const pairs = this.#shape === 'pairs';
    if (pairs && !first) sink.byte(COMMA);
    if (pairs) sink.byte(OPEN_BRACKET);
    const withoutComma = first || pairs ? 1 : 0;
    if (leaf.nameParts === null) sink.raw(leaf.counted ? countedKey(this.#countedNames) : leaf.keyJson, withoutComma);
    else {
      const name = this.#texts.ofParts(this.#view, instance, leaf.nameParts);
      sink.raw(jsonText(name, ':"', ','), withoutComma);
    }
    if (pairs) sink.bytes[sink.size - KEY_END_BYTES] = COMMA; // a key ends in a colon and the quote that opens its value
  }

  #end(): void {
    if (this.#shape === 'pairs') this.#sink.byte(CLOSE_BRACKET);
  }

  #error(fault: FormatError['fault'], what: string, expected: string | number, actual: number): FormatError {
    return this.#view.error(fault, what, (this.#place as RecordPlace).offset, expected, actual);
  }

  #valueError(
    fault: FormatError['fault'],
    what: string,
    offset: number,
    expected: string,
    actual: number,
  ): FormatError {
    return this.#view.error(fault, what, offset, expected, actual);
  }
}

function countedName(number: number): string {
  return `param${number}`;
}

const COUNTED_KEYS: Uint8Array[] = [];
const COUNTED_KEYS_MAX = 64;

function countedKey(number: number): Uint8Array {
  const known = COUNTED_KEYS[number];
  if (known !== undefined) return known;
  const made = jsonText(countedName(number), ':"', ',');
  if (number < COUNTED_KEYS_MAX) COUNTED_KEYS[number] = made;
  return made;
}
