import { FormatError } from '../../bytes/format-error.js';
import { JsonSink, jsonText } from '../evtx/json-sink.js';
import type { Hive } from './hive.js';
import type { HiveImage } from './hive-image.js';
import { type HiveContext, type HiveKey, tryLocate, valueOffsets } from './key.js';
import { isKeyNameCompressed, KEY, keyName } from './key-node.js';
import { readValueData } from './value-data.js';
import { isValueNameCompressed, locateValue, VALUE, valueName } from './value-node.js';
import { isTextType, VALUE_TYPE, valueTypeName } from './value-type.js';
import { KeyWalk } from './walk.js';
import { WrittenTimes } from './written-time.js';

const BATCH_BYTES = 256 * 1024;
const encoder = /* @__PURE__ */ new TextEncoder();
const HEAD_START = /* @__PURE__ */ encoder.encode('{"path":"');
const SEPARATOR = /* @__PURE__ */ encoder.encode('\\\\'); // a backslash, as JSON has it
const HEAD_END = /* @__PURE__ */ encoder.encode('","name":');
const KEY_MIDDLE = /* @__PURE__ */ encoder.encode('null,"type":"key","value":null,"lastWritten":"');
const KEY_END = /* @__PURE__ */ encoder.encode('"}\n');
const LINE_END = /* @__PURE__ */ encoder.encode('}\n');
const HEX_DIGITS = /* @__PURE__ */ encoder.encode('0123456789abcdef');
const BACKSLASH = 0x5c;
const QUOTE = 0x22;

/**
 * Writes a key, its values and all below it as JSON, one a line, in UTF-8: `path`, `name`, `type`, `value`. A key is a
 * line of type `key` with the time of its last change, and stands before its values. Numbers are numbers, lists
 * are arrays, bytes are hex.
 *
 * @param write Takes a batch. The bytes are its own only until it returns.
 */
export function writeHiveLines(hive: Hive, start: HiveKey, write: (lines: Uint8Array) => void): void {
  const { context } = hive;
  if (start.path === '') context.image.loadAll();
  const sink = new JsonSink();
  const writer = new LineWriter(context, sink, start.path);
  const walk = new KeyWalk(context, start.sourceOffset);
  do {
    writer.key(walk.at, walk.depth);
    if (context.image.view.u32(walk.at + KEY.valueCount) > 0) {
      for (const offset of valueOffsets(context, walk.at)) {
        const at = tryLocate(context, offset, locateValue);
        if (at !== null) writer.value(at);
      }
    }
    if (sink.size < BATCH_BYTES) continue;
    write(sink.bytes.subarray(0, sink.size));
    sink.size = 0;
  } while (walk.next());
  if (sink.size > 0) write(sink.bytes.subarray(0, sink.size));
}

class LineWriter {
  readonly #context: HiveContext;
  readonly #image: HiveImage;
  readonly #sink: JsonSink;
  readonly #types = new Map<number, Uint8Array>();
  /** How much data may still be printed: lists of a crafted hive can lead to the same data over and over. */
  #bytesLeft: number;
  /** How each line of the key starts, up to the name; and how long that is without its end, by depth. */
  readonly #head = new JsonSink();
  readonly #pathEnds: number[] = [];
  readonly #times = new WrittenTimes();

  constructor(context: HiveContext, sink: JsonSink, startPath: string) {
    this.#context = context;
    this.#image = context.image;
    this.#sink = sink;
    this.#bytesLeft = context.image.size * 2;
    this.#head.raw(HEAD_START);
    // Without its last letter, a quote: names are added to it.
    if (startPath !== '') this.#head.json(JSON.stringify(`\\${startPath}`).slice(1, -1));
    this.#pathEnds[0] = this.#head.size;
    if (startPath === '') this.#head.raw(SEPARATOR);
    this.#head.raw(HEAD_END);
  }

  /** @param at Where `locateKey` found it. */
  key(at: number, depth: number): void {
    const head = this.#head;
    const { view } = this.#image;
    if (depth > 0) {
      head.size = this.#pathEnds[depth - 1];
      head.raw(SEPARATOR);
      this.#keyName(at);
      this.#pathEnds[depth] = head.size;
      head.raw(HEAD_END);
    }
    this.#startLine();
    this.#sink.raw(KEY_MIDDLE);
    this.#times.write(this.#sink, view.u32(at + KEY.lastWritten + 4), view.u32(at + KEY.lastWritten));
    this.#sink.raw(KEY_END);
  }

  #keyName(at: number): void {
    const head = this.#head;
    const { bytes, view } = this.#image;
    const length = view.u16(at + KEY.nameBytes);
    head.reserve(length);
    if (!isKeyNameCompressed(this.#image, at)) head.utf16(bytes, at + KEY.name, length >> 1);
    else if (!copyPlain(bytes, at + KEY.name, length, head)) {
      head.json(JSON.stringify(keyName(this.#image, at)).slice(1, -1));
    }
  }

  #startLine(): void {
    const { bytes, size } = this.#head;
    this.#sink.reserve(size);
    this.#sink.bytes.set(bytes.subarray(0, size), this.#sink.size);
    this.#sink.size += size;
  }

  /** @param at Where `locateValue` found it. */
  value(at: number): void {
    const sink = this.#sink;
    const lineStart = sink.size;
    const { view } = this.#image;
    this.#startLine();
    this.#name(at);
    const type = view.u32(at + VALUE.type);
    sink.raw(this.#typeOf(type));
    try {
      this.#data(at, type);
      sink.raw(LINE_END);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      sink.size = lineStart;
      this.#context.note(error);
    }
  }

  #name(at: number): void {
    const sink = this.#sink;
    const { bytes, view } = this.#image;
    const length = view.u16(at + VALUE.nameBytes);
    sink.reserve(length + 2);
    const from = sink.size;
    sink.quote();
    if (isValueNameCompressed(this.#image, at) && copyPlain(bytes, at + VALUE.name, length, sink)) {
      sink.quote();
      return;
    }
    sink.size = from;
    sink.text(valueName(this.#image, at));
  }

  #typeOf(type: number): Uint8Array {
    let text = this.#types.get(type);
    if (text === undefined) {
      text = jsonText(valueTypeName(type), ',"value":', ',"type":');
      this.#types.set(type, text);
    }
    return text;
  }

  #data(at: number, type: number): void {
    const sink = this.#sink;
    const { bytes, start, size } = readValueData(this.#image, at);
    this.#bytesLeft -= size;
    if (this.#bytesLeft < 0) {
      throw this.#image.view.error(
        'over-limit',
        'regf.value.data',
        at,
        this.#image.size * 2,
        'more data than the hive has',
      );
    }
    if (isTextType(type)) {
      sink.quote();
      sink.utf16(bytes, start, unitsUpToNul(bytes, start, size >> 1));
      sink.quote();
    } else if (type === VALUE_TYPE.texts) this.#texts(bytes, start, size);
    else if (type === VALUE_TYPE.dword && size === 4) sink.plain(String(u32(bytes, start)));
    else if (type === VALUE_TYPE.dwordBigEndian && size === 4) {
      sink.plain(
        String(((bytes[start] << 24) | (bytes[start + 1] << 16) | (bytes[start + 2] << 8) | bytes[start + 3]) >>> 0),
      );
    } else if (type === VALUE_TYPE.qword && size === 8) {
      sink.plain(String((BigInt(u32(bytes, start + 4)) << 32n) | BigInt(u32(bytes, start))));
    } else this.#hex(bytes, start, size);
  }

  #texts(bytes: Uint8Array, start: number, size: number): void {
    const sink = this.#sink;
    let end = start + (size & ~1);
    while (end > start && bytes[end - 1] === 0 && bytes[end - 2] === 0) end -= 2; // what ends the last text, and the list
    sink.plain('[');
    for (let from = start; from < end; ) {
      if (from > start) sink.plain(',');
      const units = unitsUpToNul(bytes, from, (end - from) >> 1);
      sink.quote();
      sink.utf16(bytes, from, units);
      sink.quote();
      from += (units + 1) * 2;
    }
    sink.plain(']');
  }

  #hex(source: Uint8Array, start: number, size: number): void {
    const sink = this.#sink;
    sink.reserve(size * 2 + 2);
    const { bytes } = sink;
    let to = sink.size;
    bytes[to++] = QUOTE;
    for (let from = start; from < start + size; from++) {
      bytes[to++] = HEX_DIGITS[source[from] >> 4];
      bytes[to++] = HEX_DIGITS[source[from] & 15];
    }
    bytes[to++] = QUOTE;
    sink.size = to;
  }
}

/** Copies text of one byte a character, if JSON takes each as it is; else nothing. Room for it is there. */
function copyPlain(source: Uint8Array, start: number, length: number, sink: JsonSink): boolean {
  const { bytes } = sink;
  let to = sink.size;
  for (let from = start; from < start + length; from++) {
    const code = source[from];
    if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return false;
    bytes[to++] = code;
  }
  sink.size = to;
  return true;
}

function unitsUpToNul(bytes: Uint8Array, start: number, unitsMax: number): number {
  for (let units = 0, at = start; units < unitsMax; units++, at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return units;
  }
  return unitsMax;
}

function u32(bytes: Uint8Array, at: number): number {
  return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
}
