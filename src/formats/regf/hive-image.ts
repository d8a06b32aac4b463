import { type ByteSource, checkRange, readInto } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import { BASE_BLOCK_BYTES } from './base-block.js';
import { HIVE_BYTES_MAX } from './limits.js';

/** What is read at once: small enough for one value out of a large hive, large enough to be worth a call. */
const PAGE_BYTES = 64 * 1024;
/** What is read at once where all is wanted. */
const STRIDE_PAGES = 16;
const CELL_ALIGNMENT = 8;
const SIZE_BYTES = 4;

/** Bytes to be put over those of the file. `offset` counts from the start of the file. */
export interface Patch {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * The bytes of a hive, as far as they were asked for: one array as large as the file, whose pages are filled when
 * they are first touched. Cells are read in place, at positions counted from the start of the file.
 */
export class HiveImage {
  readonly size: number;
  readonly bytes: Uint8Array;
  /** The same bytes. Nothing of it may be read before `need` or `cell` asked for it. */
  readonly view: ByteView;
  readonly #source: ByteSource;
  readonly #isLoaded: Uint8Array;
  #isWhole = false;

  /** @throws {FormatError} `over-limit` for a file larger than any hive, or than memory has room for. */
  constructor(source: ByteSource, size: number) {
    this.#source = source;
    this.size = size;
    if (size > HIVE_BYTES_MAX) throw tooLarge(HIVE_BYTES_MAX, size);
    try {
      this.bytes = new Uint8Array(size);
    } catch {
      throw tooLarge('what memory has room for', size);
    }
    this.view = new ByteView(this.bytes);
    this.#isLoaded = new Uint8Array(Math.ceil(size / PAGE_BYTES));
  }

  /** Puts bytes over those of the file. The caller has checked that they lie inside. */
  patch({ offset, bytes }: Patch): void {
    this.#load(offset, offset + bytes.length);
    this.bytes.set(bytes, offset);
  }

  /** Reads what has not been read yet, in few large steps: before all of it is walked. */
  loadAll(): void {
    const stride = PAGE_BYTES * STRIDE_PAGES;
    for (let from = 0; from < this.size && !this.#isWhole; from += stride) {
      this.#load(from, Math.min(from + stride, this.size));
    }
    this.#isWhole = true;
  }

  /**
   * Where the data of a cell starts.
   *
   * @param offset Of the cell, as hives give it: counted from the end of the base block, in bytes.
   * @param sizeMin Bytes that its data must have.
   * @throws {FormatError} `bad-range` for an offset where no cell can be, or a cell that is free; `truncated`.
   */
  cell(offset: number, sizeMin: number, what: string): number {
    const start = BASE_BLOCK_BYTES + offset;
    if (offset % CELL_ALIGNMENT !== 0) {
      throw this.view.error('bad-range', what, start, `a multiple of ${CELL_ALIGNMENT}`, offset);
    }
    if (start + SIZE_BYTES > this.size) throw this.view.error('truncated', what, start, `below ${this.size}`, start);
    this.need(start, SIZE_BYTES, what);
    const size = -this.view.i32(start); // in use: negative
    if (size <= 0) throw this.view.error('bad-range', what, start, 'a cell in use', -size);
    if (size < SIZE_BYTES + sizeMin || start + size > this.size) {
      throw this.view.error('truncated', what, start, `${SIZE_BYTES + sizeMin} bytes and more`, size);
    }
    this.need(start, size, what);
    return start + SIZE_BYTES;
  }

  /** Size of the data of a cell whose data starts at `at`, as `cell` told. */
  cellSize(at: number): number {
    return -this.view.i32(at - SIZE_BYTES) - SIZE_BYTES;
  }

  /** Makes sure that a range has been read. @throws {FormatError} `truncated` */
  need(start: number, length: number, what: string): void {
    if (this.#isWhole) return;
    if (start + length > this.size) {
      throw this.view.error('truncated', what, start, `${length} bytes`, Math.max(0, this.size - start));
    }
    this.#load(start, start + length);
  }

  /** Reads the pages of a range that were not read yet, neighbours in one call. */
  #load(start: number, end: number): void {
    const last = Math.floor((end - 1) / PAGE_BYTES);
    for (let page = Math.floor(start / PAGE_BYTES); page <= last; page++) {
      if (this.#isLoaded[page] === 1) continue;
      let next = page + 1;
      while (next <= last && this.#isLoaded[next] === 0) next++;
      const from = page * PAGE_BYTES;
      // A hive that its log makes longer has nothing in the file there yet.
      const to = Math.min(next * PAGE_BYTES, this.#source.size);
      if (to > from) {
        checkRange(this.#source, from, to - from, 'regf');
        readInto(this.#source, from, this.bytes.subarray(from, to));
      }
      this.#isLoaded.fill(1, page, next);
      page = next - 1;
    }
  }
}

function tooLarge(expected: number | string, actual: number): FormatError {
  return new FormatError('over-limit', { what: 'regf.size', sourceOffset: 0, expected, actual });
}
