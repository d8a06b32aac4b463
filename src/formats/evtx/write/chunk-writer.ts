import { crc32 } from '../../../bytes/crc32.js';
import { filetimeToIso } from '../../../bytes/filetime.js';
import { headerChecksum } from '../chunk-header.js';
import {
  CHUNK,
  CHUNK_FLAG,
  CHUNK_MAGIC,
  DEFINITION,
  NAME,
  RECORD,
  RECORD_MAGIC,
  SIZE_COPY_BYTES,
  STRING_BUCKETS,
  TEMPLATE_BUCKETS,
} from '../layout.js';
import { hashOfName } from '../name-hash.js';
import { ARRAY, MORE, TOKEN, VALUE } from '../tokens.js';
import { type Content, type Markup, valuesOf } from './event.js';
import { bytesOf, typeOf, utf16Bytes } from './value.js';

const RECORD_ALIGNMENT = 8;
const NO_DEPENDENCY = 0xffff;
const INSTANCE_VERSION = 1;

class ChunkFull extends Error {}

/** Builds one chunk: records with the names and templates that they are the first to use in place, and the tables. */
export class ChunkWriter {
  readonly bytes = new Uint8Array(CHUNK.size);
  readonly #view = new DataView(this.bytes.buffer);
  #at: number = CHUNK.records;
  #names = new Map<string, number>();
  #definitions = new Map<string, number>();
  #lastRecord = 0;
  recordCount = 0;

  /** Adds a record. @returns `false` if it does not fit, with the chunk as it was. */
  add(number: bigint, time: bigint, markup: Markup, plain: boolean): boolean {
    const start = this.#at;
    const names = new Map(this.#names);
    const definitions = new Map(this.#definitions);
    const tables = this.bytes.slice(CHUNK.stringTable, CHUNK.records);
    try {
      this.#record(number, time, markup, plain);
    } catch (error) {
      if (!(error instanceof ChunkFull)) throw error;
      this.bytes.fill(0, start, this.bytes.length);
      this.bytes.set(tables, CHUNK.stringTable);
      this.#names = names;
      this.#definitions = definitions;
      this.#at = start;
      return false;
    }
    this.#lastRecord = start;
    this.recordCount++;
    return true;
  }

  /** Writes the header. `lastNumber` is below `firstNumber` for an empty chunk. */
  finish(firstNumber: bigint, lastNumber: bigint, checksums: boolean): Uint8Array {
    const view = this.#view;
    for (let i = 0; i < CHUNK_MAGIC.length; i++) this.bytes[CHUNK.magic + i] = CHUNK_MAGIC.charCodeAt(i);
    view.setBigUint64(CHUNK.firstNumber, firstNumber, true);
    view.setBigUint64(CHUNK.lastNumber, BigInt.asUintN(64, lastNumber), true);
    view.setBigUint64(CHUNK.firstId, firstNumber, true);
    view.setBigUint64(CHUNK.lastId, BigInt.asUintN(64, lastNumber), true);
    view.setUint32(CHUNK.headerSize, 128, true);
    view.setUint32(CHUNK.lastRecord, this.#lastRecord, true);
    view.setUint32(CHUNK.freeSpace, this.#at, true);
    view.setUint32(CHUNK.flags, checksums ? 1 : CHUNK_FLAG.unchecked, true); // 1 is what today's Windows writes
    if (checksums) {
      view.setUint32(CHUNK.recordsChecksum, crc32(this.bytes, CHUNK.records, this.#at), true);
      view.setUint32(CHUNK.checksum, headerChecksum(this.bytes), true);
    }
    return this.bytes;
  }

  /** Where the free space begins. */
  get end(): number {
    return this.#at;
  }

  #record(number: bigint, time: bigint, markup: Markup, plain: boolean): void {
    const start = this.#at;
    this.#room(RECORD.body);
    this.#view.setUint32(start + RECORD.magic, RECORD_MAGIC, true);
    this.#view.setBigUint64(start + RECORD.number, number, true);
    this.#view.setBigUint64(start + RECORD.time, time, true);
    this.#at += RECORD.body;
    this.#fragmentHeader();
    if (plain) this.#element(markup, null);
    else this.#instance(markup);
    this.#u8(TOKEN.end);
    const used = this.#at - start + SIZE_COPY_BYTES;
    const size = Math.ceil(used / RECORD_ALIGNMENT) * RECORD_ALIGNMENT;
    this.#room(size - (this.#at - start));
    this.#view.setUint32(start + RECORD.size, size, true);
    this.#view.setUint32(start + size - SIZE_COPY_BYTES, size, true);
    this.#at = start + size;
  }

  /** A template instance: its definition where this chunk has none yet, and its values. */
  #instance(markup: Markup): void {
    const values = valuesOf(markup);
    const key = JSON.stringify(shapeOf(markup));
    const guid = guidOfText(key);
    this.#u8(TOKEN.templateInstance);
    this.#u8(INSTANCE_VERSION);
    this.#raw(guid.subarray(0, 4));
    const known = this.#definitions.get(key);
    this.#u32(known ?? this.#at + 4);
    if (known === undefined) this.#definition(key, guid, markup);

    this.#u32(values.length);
    const descriptors = this.#at;
    this.#room(values.length * 4);
    this.#at += values.length * 4;
    values.forEach((content, i) => {
      const start = this.#at;
      const type = this.#value(content);
      const size = this.#at - start;
      if (size > 0xffff) throw new Error(`Cannot write a value of ${size} bytes`);
      this.#view.setUint16(descriptors + i * 4, size, true);
      this.bytes[descriptors + i * 4 + 2] = type;
    });
  }

  /** Writes what fills one substitution. @returns Its type. */
  #value(content: Exclude<Content, { text: string }>): number {
    if ('nested' in content) {
      this.#fragmentHeader();
      this.#instance(content.nested);
      this.#u8(TOKEN.end);
      return VALUE.binXml;
    }
    this.#raw(bytesOf(content.value));
    return typeOf(content.value);
  }

  #definition(key: string, guid: Uint8Array, markup: Markup): void {
    const start = this.#at;
    this.#definitions.set(key, start);
    const bucket = CHUNK.templateTable + (this.#viewOf(guid).getUint32(0, true) % TEMPLATE_BUCKETS) * 4;
    this.#u32(this.#view.getUint32(bucket, true));
    this.#view.setUint32(bucket, start, true);
    this.#raw(guid);
    this.#u32(0);
    this.#fragmentHeader();
    this.#element(markup, { index: 0 });
    this.#u8(TOKEN.end);
    this.#view.setUint32(start + DEFINITION.size, this.#at - start - DEFINITION.body, true);
  }

  /** Writes an element. In a template `next` counts the substitutions; without one values are written as text. */
  #element(markup: Markup, next: { index: number } | null): void {
    const { name, attributes, children } = markup;
    this.#u8(TOKEN.openElement | (attributes.length > 0 ? MORE : 0));
    if (next !== null) this.#u16(NO_DEPENDENCY);
    const sizeAt = this.#at;
    this.#u32(0);
    this.#name(name);
    if (attributes.length > 0) {
      const listAt = this.#at;
      this.#u32(0);
      attributes.forEach((attribute, i) => {
        this.#u8(TOKEN.attribute | (i < attributes.length - 1 ? MORE : 0));
        this.#name(attribute.name);
        this.#content(attribute.content, next);
      });
      this.#view.setUint32(listAt, this.#at - listAt - 4, true);
    }
    if (children.length === 0) this.#u8(TOKEN.closeEmpty);
    else {
      this.#u8(TOKEN.closeStart);
      for (const child of children) {
        if ('name' in child) this.#element(child, next);
        else this.#content(child, next);
      }
      this.#u8(TOKEN.endElement);
    }
    this.#view.setUint32(sizeAt, this.#at - sizeAt - 4, true);
  }

  #content(content: Content, next: { index: number } | null): void {
    if ('text' in content) {
      this.#text(content.text);
      return;
    }
    if (next === null) {
      if ('nested' in content) throw new Error('Cannot nest a template in markup without one');
      if (content.value.type !== 'none') this.#text(plainText(content.value));
      return;
    }
    const optional = 'nested' in content || content.optional;
    this.#u8(optional ? TOKEN.optionalSubstitution : TOKEN.normalSubstitution);
    this.#u16(next.index++);
    this.#u8('nested' in content ? VALUE.binXml : typeOf(content.value));
  }

  #text(text: string): void {
    this.#u8(TOKEN.value);
    this.#u8(VALUE.string);
    this.#u16(text.length);
    this.#raw(utf16Bytes(text));
  }

  /** The offset of a name, and the name itself where it is used first. */
  #name(name: string): void {
    const known = this.#names.get(name);
    this.#u32(known ?? this.#at + 4);
    if (known !== undefined) return;
    const start = this.#at;
    this.#names.set(name, start);
    const hash = hashOfName(name);
    const bucket = CHUNK.stringTable + (hash % STRING_BUCKETS) * 4;
    this.#room(NAME.text);
    this.#view.setUint32(start + NAME.next, this.#view.getUint32(bucket, true), true);
    this.#view.setUint16(start + NAME.hash, hash, true);
    this.#view.setUint16(start + NAME.units, name.length, true);
    this.#view.setUint32(bucket, start, true);
    this.#at += NAME.text;
    this.#raw(utf16Bytes(`${name}\0`));
  }

  #fragmentHeader(): void {
    this.#raw(Uint8Array.of(TOKEN.fragmentHeader, 1, 1, 0));
  }

  #u8(value: number): void {
    this.#room(1);
    this.bytes[this.#at++] = value;
  }

  #u16(value: number): void {
    this.#room(2);
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
  }

  #u32(value: number): void {
    this.#room(4);
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  #raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #room(bytes: number): void {
    // Windows was never seen to use a chunk to its last byte, and libevtx loses the record that does.
    if (this.#at + bytes >= CHUNK.size) throw new ChunkFull();
  }

  #viewOf(bytes: Uint8Array): DataView {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}

/** Markup with its values taken out: the same for all events that can share a template. */
function shapeOf(markup: Markup): unknown {
  const content = (item: Content) => {
    if ('text' in item) return item;
    return 'nested' in item ? VALUE.binXml : [typeOf(item.value) & ~ARRAY, item.optional];
  };
  return [
    markup.name,
    markup.attributes.map((attribute) => [attribute.name, content(attribute.content)]),
    markup.children.map((child) => ('name' in child ? shapeOf(child) : content(child))),
  ];
}

/** A GUID made of a text, always the same one: four FNV-1a hashes from different starts. */
function guidOfText(text: string): Uint8Array {
  const guid = new Uint32Array(4);
  for (let word = 0; word < 4; word++) {
    let hash = (0x811c_9dc5 + word * 0x9e37_79b9) >>> 0;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193) >>> 0;
    guid[word] = hash;
  }
  return new Uint8Array(guid.buffer);
}

function plainText(value: Exclude<Extract<Content, { value: unknown }>['value'], { type: 'none' }>): string {
  switch (value.type) {
    case 'array':
    case 'binary':
    case 'systemtime':
      throw new Error(`Cannot write a value of type ${value.type} without a template`);
    case 'hexInt32':
    case 'hexInt64':
      return `0x${value.value.toString(16)}`;
    case 'filetime':
      return filetimeToIso(value.value);
    default:
      return String(value.value);
  }
}
