import { ByteView } from './byte-view.js';
import { FormatError } from './format-error.js';

/**
 * Synchronous random access to bytes. In Node a file descriptor, in the browser a `FileReaderSync` over
 * `Blob.slice`; containers stack, each again a `ByteSource` that reads only what is asked for.
 */
export interface ByteSource {
  /** Size in bytes. */
  readonly size: number;
  /**
   * Reads exactly `length` bytes at `offset`. The result is the caller's to read, never to write: it may be a
   * window on a cache.
   *
   * @throws {FormatError} `truncated` if the range passes the end.
   */
  read(offset: number, length: number): Uint8Array;
  /** Fills `target` from `offset`, where that saves a copy: for those who stream a large source. As `read` in all else. */
  readInto?(offset: number, target: Uint8Array): void;
}

/** Fills `target` with what stands at `offset`. @throws {FormatError} `truncated` */
export function readInto(source: ByteSource, offset: number, target: Uint8Array): void {
  if (source.readInto !== undefined) source.readInto(offset, target);
  else target.set(source.read(offset, target.length));
}

/** Bytes in memory. */
export class MemorySource implements ByteSource {
  readonly #bytes: Uint8Array;

  /** @param bytes Never written to. A subclass is taken for what it holds: a slice of Node's `Buffer` would not be a copy. */
  constructor(bytes: Uint8Array) {
    const isPlain = bytes.constructor === Uint8Array;
    this.#bytes = isPlain ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get size(): number {
    return this.#bytes.length;
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length);
    return this.#bytes.subarray(offset, offset + length);
  }
}

/** A window on another source. */
export class WindowSource implements ByteSource {
  readonly #base: ByteSource;
  readonly #start: number;
  readonly size: number;

  /** @throws {FormatError} `truncated` if the window passes the end of `base`. */
  constructor(base: ByteSource, start: number, size: number) {
    checkRange(base, start, size);
    this.#base = base;
    this.#start = start;
    this.size = size;
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length);
    return this.#base.read(this.#start + offset, length);
  }

  readInto(offset: number, target: Uint8Array): void {
    checkRange(this, offset, target.length);
    readInto(this.#base, this.#start + offset, target);
  }
}

/**
 * Reads its base by whole blocks and keeps the last few: for readers that ask for many small ranges, and for
 * the browser, where a slice costs a millisecond whatever its size.
 */
export class CachedSource implements ByteSource {
  readonly #base: ByteSource;
  readonly #blockSize: number;
  readonly #blockCount: number;
  /** From this size on `readInto` goes past the cache. */
  readonly #streamedMin: number;
  readonly #blocks = new Map<number, Uint8Array>();

  /** @param reads `cheap` where a small read of `base` costs little, as of a file: then `readInto` never fills a block. */
  constructor(base: ByteSource, blockSize = 1 << 20, blockCount = 16, reads: 'cheap' | 'dear' = 'dear') {
    this.#base = base;
    this.#blockSize = blockSize;
    this.#blockCount = blockCount;
    this.#streamedMin = reads === 'cheap' ? 0 : blockSize / 2;
  }

  get size(): number {
    return this.#base.size;
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length);
    const first = Math.floor(offset / this.#blockSize);
    const last = Math.floor((offset + Math.max(length, 1) - 1) / this.#blockSize);
    if (first === last && length > 0) {
      const start = offset - first * this.#blockSize;
      return this.#block(first).subarray(start, start + length);
    }
    if (length > this.#blockSize * this.#blockCount) return this.#base.read(offset, length);
    const joined = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const index = Math.floor((offset + done) / this.#blockSize);
      const start = offset + done - index * this.#blockSize;
      const part = this.#block(index).subarray(start, start + length - done);
      joined.set(part, done);
      done += part.length;
    }
    return joined;
  }

  /** A stream through the whole source leaves the cache alone: what it reads is not asked for twice. */
  readInto(offset: number, target: Uint8Array): void {
    checkRange(this, offset, target.length);
    const first = Math.floor(offset / this.#blockSize);
    const kept = first === Math.floor((offset + target.length - 1) / this.#blockSize) && this.#blocks.has(first);
    if (!kept && target.length >= this.#streamedMin) readInto(this.#base, offset, target);
    else target.set(this.read(offset, target.length));
  }

  #block(index: number): Uint8Array {
    const kept = this.#blocks.get(index);
    if (kept !== undefined) {
      this.#blocks.delete(index); // the map's order is the order of last use
      this.#blocks.set(index, kept);
      return kept;
    }
    const start = index * this.#blockSize;
    const block = this.#base.read(start, Math.min(this.#blockSize, this.#base.size - start));
    this.#blocks.set(index, block);
    if (this.#blocks.size > this.#blockCount) this.#blocks.delete(this.#blocks.keys().next().value as number);
    return block;
  }
}

/** @throws {FormatError} `truncated` if the range is not inside the source. */
export function checkRange(source: ByteSource, offset: number, length: number, what = 'source'): void {
  if (!(offset >= 0 && length >= 0 && offset + length <= source.size)) {
    throw new FormatError('truncated', {
      what,
      sourceOffset: offset,
      expected: `${length} bytes`,
      actual: Math.max(0, source.size - offset),
    });
  }
}

/** Reads a range as a view that knows where it lies. @throws {FormatError} `truncated` */
export function viewOf(source: ByteSource, offset: number, length: number, what: string): ByteView {
  checkRange(source, offset, length, what);
  return new ByteView(source.read(offset, length), offset);
}

/** The first bytes of a source, fewer where it is shorter: enough to tell what it is. */
export function headOf(source: ByteSource, length: number): Uint8Array {
  return source.read(0, Math.min(length, source.size));
}
