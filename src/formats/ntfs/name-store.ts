import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import { TREE_NAME_BYTES_MAX } from './limits.js';

/** Text is made of the store piece by piece: one string may not be longer than 2^29 characters. */
const PIECE_POWER = 24;
const PIECE_SIZE = 1 << PIECE_POWER;
const ASCII_END = 0x80;

/**
 * Millions of names in one buffer. ASCII names, which are nearly all, become text by one decoding for 16 million
 * characters instead of one each; others are kept as text.
 */
export class NameStore {
  #bytes: Uint8Array;
  #used = 0;
  #others: string[] = [];
  readonly #pieces: string[] = [];
  readonly #decoder = new TextDecoder();

  constructor(expectedBytes: number) {
    this.#bytes = new Uint8Array(Math.min(Math.max(expectedBytes, 1024), TREE_NAME_BYTES_MAX));
  }

  /**
   * Adds a name of UTF-16LE units.
   *
   * @returns Its place: at or above zero for ASCII, below for others.
   * @throws {FormatError} `over-limit` above a gibibyte of names.
   */
  add(view: ByteView, offset: number, units: number): number {
    if (this.#used + units > this.#bytes.length) this.#grow(units);
    const bytes = this.#bytes;
    const source = view.bytes;
    const start = this.#used;
    for (let i = 0, at = offset; i < units; i++, at += 2) {
      const unit = source[at] | (source[at + 1] << 8);
      if (unit >= ASCII_END) return this.#addOther(view.utf16Whole(offset, units));
      bytes[start + i] = unit;
    }
    this.#used = start + units;
    return start;
  }

  /** The name at a place. */
  get(place: number, units: number): string {
    if (place < 0) return this.#others[-place - 1] as string;
    const index = place >>> PIECE_POWER;
    const start = place & (PIECE_SIZE - 1);
    if (start + units > PIECE_SIZE) return this.#decoder.decode(this.#bytes.subarray(place, place + units));
    let piece = this.#pieces[index];
    if (piece === undefined) {
      const end = Math.min((index + 1) * PIECE_SIZE, this.#used);
      piece = this.#decoder.decode(this.#bytes.subarray(index * PIECE_SIZE, end));
      this.#pieces[index] = piece;
    }
    return piece.substring(start, start + units);
  }

  #addOther(name: string): number {
    this.#others.push(name);
    return -this.#others.length;
  }

  #grow(units: number): void {
    const size = Math.min(Math.max(this.#bytes.length * 2, this.#used + units), TREE_NAME_BYTES_MAX);
    if (this.#used + units > size) {
      const detail = { what: 'ntfs.tree.names', sourceOffset: 0, expected: TREE_NAME_BYTES_MAX };
      throw new FormatError('over-limit', { ...detail, actual: this.#used + units });
    }
    const grown = new Uint8Array(size);
    grown.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = grown;
  }
}
