/** Makes a large registry hive: keys in three levels, each of the lowest with a text, a number and some bytes. */

const BASE_BYTES = 4096;
const BIN_HEAD_BYTES = 32;
const NOWHERE = 0xffff_ffff;
const FILETIME_HIGH = 0x01db_0000;
const KEY_BYTES = 0x4c;
const VALUE_BYTES = 0x14;
const TYPE = { text: 1, binary: 3, dword: 4 } as const;
const ROOT_FLAGS = 0x2c;
const KEY_FLAGS = 0x20;

/** Counts of keys on each level below the root. */
export const HIVE_LEVELS = [100, 10, 100] as const;
export const hiveKeyName = (level: number, index: number) => `Key of level ${level} number ${index}`;

/** A hive of `sizeMax` bytes at most, whose lowest keys have `blobBytes` of data. */
export function makeLargeHive(sizeMax: number, blobBytes: number): Uint8Array {
  const writer = new HiveWriter(sizeMax, blobBytes);
  return writer.finish(writer.tree(0, 'ROOT', ROOT_FLAGS));
}

class HiveWriter {
  readonly #bytes: Buffer;
  readonly #blobBytes: number;
  #end = BASE_BYTES + BIN_HEAD_BYTES;

  constructor(sizeMax: number, blobBytes: number) {
    this.#bytes = Buffer.alloc(sizeMax);
    this.#blobBytes = blobBytes;
  }

  /** Writes what lies below a key, then the key. The depth is that of `HIVE_LEVELS`. */
  tree(level: number, name: string, flags: number): number {
    const below: number[] = [];
    for (let index = 0; index < (HIVE_LEVELS[level] ?? 0); index++) {
      below.push(this.tree(level + 1, hiveKeyName(level, index), KEY_FLAGS));
    }
    const names = below.map((_, index) => hiveKeyName(level, index));
    const list = below.length === 0 ? NOWHERE : this.#hashedList(below, names);
    const values = level === HIVE_LEVELS.length ? this.#values(name) : [];
    const valueList = values.length === 0 ? NOWHERE : this.#offsets(values);
    const key = this.#cell(KEY_BYTES + name.length);
    const bytes = this.#bytes;
    bytes.write('nk', key, 'latin1');
    bytes.writeUInt16LE(flags, key + 2);
    bytes.writeUInt32LE(FILETIME_HIGH, key + 8);
    bytes.writeUInt32LE(below.length, key + 0x14);
    bytes.writeUInt32LE(list, key + 0x1c);
    bytes.writeUInt32LE(NOWHERE, key + 0x20);
    bytes.writeUInt32LE(values.length, key + 0x24);
    bytes.writeUInt32LE(valueList, key + 0x28);
    bytes.writeUInt32LE(NOWHERE, key + 0x2c);
    bytes.writeUInt32LE(NOWHERE, key + 0x30);
    bytes.writeUInt16LE(name.length, key + 0x48);
    bytes.write(name, key + KEY_BYTES, 'latin1');
    return offsetOf(key);
  }

  finish(root: number): Uint8Array {
    const bytes = this.#bytes;
    const end = Math.ceil((this.#end + 8) / 4096) * 4096;
    bytes.writeInt32LE(end - this.#end, this.#end); // what is left is one free cell
    bytes.write('hbin', BASE_BYTES, 'latin1');
    bytes.writeUInt32LE(end - BASE_BYTES, BASE_BYTES + 8);
    bytes.write('regf', 0, 'latin1');
    for (const [at, value] of [
      [4, 1],
      [8, 1],
      [20, 1],
      [24, 5],
      [32, 1],
      [36, root],
      [40, end - BASE_BYTES],
      [44, 1],
    ]) {
      bytes.writeUInt32LE(value, at);
    }
    let sum = 0;
    for (let at = 0; at < 508; at += 4) sum ^= bytes.readUInt32LE(at);
    bytes.writeUInt32LE(sum >>> 0, 508);
    return bytes.subarray(0, end);
  }

  #values(name: string): number[] {
    const text = Buffer.from(`Some text of ${name}\0`, 'utf16le');
    const blob = Buffer.alloc(this.#blobBytes, name);
    const dword = Buffer.from([name.length, 0, 0, 0]);
    return [
      this.#value('Description', TYPE.text, text),
      this.#value('Count', TYPE.dword, dword),
      this.#value('Blob', TYPE.binary, blob),
    ];
  }

  #value(name: string, type: number, data: Buffer): number {
    let place = data.readUInt32LE(0);
    if (data.length > 4) {
      const at = this.#cell(data.length);
      data.copy(this.#bytes, at);
      place = offsetOf(at);
    }
    const value = this.#cell(VALUE_BYTES + name.length);
    this.#bytes.write('vk', value, 'latin1');
    this.#bytes.writeUInt16LE(name.length, value + 2);
    this.#bytes.writeUInt32LE(data.length > 4 ? data.length : data.length + 0x8000_0000, value + 4);
    this.#bytes.writeUInt32LE(place, value + 8);
    this.#bytes.writeUInt32LE(type, value + 12);
    this.#bytes.writeUInt16LE(1, value + 16);
    this.#bytes.write(name, value + VALUE_BYTES, 'latin1');
    return offsetOf(value);
  }

  #hashedList(keys: readonly number[], names: readonly string[]): number {
    const at = this.#cell(4 + keys.length * 8);
    this.#bytes.write('lh', at, 'latin1');
    this.#bytes.writeUInt16LE(keys.length, at + 2);
    keys.forEach((key, index) => {
      let hash = 0;
      for (const letter of names[index].toUpperCase()) hash = (Math.imul(hash, 37) + letter.charCodeAt(0)) | 0;
      this.#bytes.writeUInt32LE(key, at + 4 + index * 8);
      this.#bytes.writeUInt32LE(hash >>> 0, at + 8 + index * 8);
    });
    return offsetOf(at);
  }

  #offsets(offsets: readonly number[]): number {
    const at = this.#cell(offsets.length * 4);
    offsets.forEach((offset, index) => {
      this.#bytes.writeUInt32LE(offset, at + index * 4);
    });
    return offsetOf(at);
  }

  /** Takes a cell, and gives the place of its data. */
  #cell(size: number): number {
    const whole = Math.ceil((size + 4) / 8) * 8;
    this.#bytes.writeInt32LE(-whole, this.#end);
    this.#end += whole;
    return this.#end - whole + 4;
  }
}

function offsetOf(dataAt: number): number {
  return dataAt - 4 - BASE_BYTES;
}
