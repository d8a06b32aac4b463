import { type ByteSource, checkRange } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';

/** A slice costs about a millisecond whatever its size, so a file is read in blocks of this size, in bytes. */
export const BLOCK_SIZE = 1 << 20;
/** All files of a case share one cache of this many blocks. */
const BLOCKS_MAX = 64;

/** What a source needs of a `Blob`. */
export interface Sliceable<Slice> {
  readonly size: number;
  slice(start: number, end: number): Slice;
}

/** Reads a slice at once: `FileReaderSync` in a worker. */
export type ReadSlice<Slice> = (slice: Slice) => ArrayBuffer;

/** Keeps the blocks of any number of files that were read last, and counts what was asked of the browser. */
export class SliceReader<Slice> {
  readonly #read: ReadSlice<Slice>;
  readonly #blocksMax: number;
  readonly #blocks = new Map<string, Uint8Array>();
  #fileCount = 0;
  /** Slices read so far. */
  sliceCount = 0;
  /** Bytes of them. */
  bytesRead = 0;

  constructor(read: ReadSlice<Slice>, blocksMax = BLOCKS_MAX) {
    this.#read = read;
    this.#blocksMax = blocksMax;
  }

  /** A source over a file. Nothing is read yet. */
  open(blob: Sliceable<Slice>, name: string): ByteSource {
    return new BlobSource(this, blob, name, this.#fileCount++);
  }

  /** @throws {FormatError} `truncated` where the browser refuses: the file was changed, moved or withdrawn after it was given. */
  slice(blob: Sliceable<Slice>, start: number, end: number, name: string): Uint8Array {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(this.#read(blob.slice(start, end)));
    } catch (cause) {
      throw unreadable(name, start, end - start, 0, cause);
    }
    if (bytes.length !== end - start) throw unreadable(name, start, end - start, bytes.length);
    this.sliceCount++;
    this.bytesRead += bytes.length;
    return bytes;
  }

  kept(key: string): Uint8Array | undefined {
    const block = this.#blocks.get(key);
    if (block !== undefined) {
      this.#blocks.delete(key); // the map's order is the order of last use
      this.#blocks.set(key, block);
    }
    return block;
  }

  keep(key: string, block: Uint8Array): void {
    this.#blocks.set(key, block);
    if (this.#blocks.size > this.#blocksMax) this.#blocks.delete(this.#blocks.keys().next().value as string);
  }
}

/** A file of the browser, read by whole blocks through the reader's cache. */
class BlobSource<Slice> implements ByteSource {
  readonly #reader: SliceReader<Slice>;
  readonly #blob: Sliceable<Slice>;
  readonly #name: string;
  readonly #file: number;
  readonly size: number;

  constructor(reader: SliceReader<Slice>, blob: Sliceable<Slice>, name: string, file: number) {
    this.#reader = reader;
    this.#blob = blob;
    this.#name = name;
    this.#file = file;
    this.size = blob.size;
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length);
    if (length === 0) return new Uint8Array(0);
    const first = Math.floor(offset / BLOCK_SIZE);
    const last = Math.floor((offset + length - 1) / BLOCK_SIZE);
    // What spans several blocks is one slice of its own: joining blocks would cost a slice for each of them.
    if (first !== last) return this.#across(offset, length, first, last);
    const start = offset - first * BLOCK_SIZE;
    return this.#block(first).subarray(start, start + length);
  }

  /** A stream through the whole source leaves the cache alone: what it reads is not asked for twice. */
  readInto(offset: number, target: Uint8Array): void {
    checkRange(this, offset, target.length);
    const isStream = target.length * 2 >= BLOCK_SIZE;
    const end = offset + target.length;
    target.set(isStream ? this.#reader.slice(this.#blob, offset, end, this.#name) : this.read(offset, target.length));
  }

  /** Up to two blocks are likely to be asked for again, as where a structure lies over their border; more is not. */
  #across(offset: number, length: number, first: number, last: number): Uint8Array {
    if (last - first > 1) return this.#reader.slice(this.#blob, offset, offset + length, this.#name);
    const joined = new Uint8Array(length);
    const border = last * BLOCK_SIZE;
    joined.set(this.#block(first).subarray(offset - first * BLOCK_SIZE));
    joined.set(this.#block(last).subarray(0, offset + length - border), border - offset);
    return joined;
  }

  #block(index: number): Uint8Array {
    const key = `${this.#file}:${index}`;
    const kept = this.#reader.kept(key);
    if (kept !== undefined) return kept;
    const start = index * BLOCK_SIZE;
    const block = this.#reader.slice(this.#blob, start, Math.min(start + BLOCK_SIZE, this.size), this.#name);
    this.#reader.keep(key, block);
    return block;
  }
}

function unreadable(name: string, offset: number, length: number, actual: number, cause?: unknown): FormatError {
  const detail = { what: name, sourceOffset: offset, expected: `${length} bytes`, actual };
  return new FormatError('truncated', detail, cause === undefined ? undefined : { cause });
}
