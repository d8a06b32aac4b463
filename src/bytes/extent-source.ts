import { type ByteSource, checkRange } from './byte-source.js';

/** A run of bytes that lie together in the base. */
export interface Extent {
  /** Where it starts in the base, in bytes; `null` where nothing is stored and zeros are read. */
  readonly at: number | null;
  /** Bytes from the offset asked for to the end of the run, at least 1. */
  readonly length: number;
}

/** Bytes that lie scattered in a base: blocks of a virtual disk, runs or clusters of a file. */
export class ExtentSource implements ByteSource {
  readonly #base: ByteSource;
  readonly #find: (offset: number) => Extent;
  readonly size: number;

  /** @param find The extent that holds a byte, for any offset below `size`. */
  constructor(base: ByteSource, size: number, find: (offset: number) => Extent) {
    this.#base = base;
    this.size = size;
    this.#find = find;
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length);
    if (length === 0) return new Uint8Array(0);
    const first = this.#find(offset);
    if (first.length >= length && first.at !== null) return this.#base.read(first.at, length);
    const joined = new Uint8Array(length);
    for (let done = 0, extent = first; done < length; extent = done < length ? this.#find(offset + done) : extent) {
      const count = Math.min(extent.length, length - done);
      if (extent.at !== null) joined.set(this.#base.read(extent.at, count), done);
      done += count;
    }
    return joined;
  }
}
