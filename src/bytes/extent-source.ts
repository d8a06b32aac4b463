import { type ByteSource, checkRange, readInto } from './byte-source.js';

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
    this.#fill(offset, joined, first);
    return joined;
  }

  readInto(offset: number, target: Uint8Array): void {
    checkRange(this, offset, target.length);
    if (target.length > 0) this.#fill(offset, target, this.#find(offset));
  }

  #fill(offset: number, target: Uint8Array, first: Extent): void {
    const { length } = target;
    for (let done = 0, extent = first; done < length; extent = done < length ? this.#find(offset + done) : extent) {
      const count = Math.min(extent.length, length - done);
      const part = target.subarray(done, done + count);
      if (extent.at === null) part.fill(0);
      else readInto(this.#base, extent.at, part);
      done += count;
    }
  }
}
