import { type ByteSource, checkRange } from '../../bytes/byte-source.js';

/** What a log writes at a time, in bytes. */
export const LOG_SECTOR_SIZE = 4096;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A file as it stands once its log is replayed: the base is not touched, what the log wrote is laid over it. */
export class OverlaySource implements ByteSource {
  readonly #base: ByteSource;
  readonly #sectors = new Map<number, Uint8Array>();
  readonly #zeros: Range[] = [];
  readonly size: number;

  /** @param size Of the file after replay, in bytes; beyond the base it holds zeros until something is laid there. */
  constructor(base: ByteSource, size: number) {
    this.#base = base;
    this.size = Math.max(size, base.size);
  }

  /** Lays one sector over the base. `offset` is a multiple of the sector size. */
  write(offset: number, sector: Uint8Array): void {
    this.#sectors.set(offset / LOG_SECTOR_SIZE, sector);
  }

  /** Lays zeros over the base and over what was laid before. Both are multiples of the sector size. */
  zero(offset: number, length: number): void {
    const [first, end] = [offset / LOG_SECTOR_SIZE, (offset + length) / LOG_SECTOR_SIZE];
    for (const index of this.#sectors.keys()) if (index >= first && index < end) this.#sectors.delete(index);
    this.#zeros.push({ start: offset, end: offset + length });
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length);
    const end = offset + length;
    const first = Math.floor(offset / LOG_SECTOR_SIZE);
    const last = Math.ceil(end / LOG_SECTOR_SIZE);
    const isTouched =
      this.#touches(first, last) || this.#zeros.some((range) => range.start < end && range.end > offset);
    if (!isTouched && end <= this.#base.size) return this.#base.read(offset, length);

    const bytes = new Uint8Array(length);
    const inBase = Math.min(end, this.#base.size) - offset;
    if (inBase > 0) bytes.set(this.#base.read(offset, inBase));
    for (const range of this.#zeros) {
      if (range.start < end && range.end > offset) bytes.fill(0, Math.max(0, range.start - offset), range.end - offset);
    }
    for (const [index, sector] of this.#sectors) {
      if (index < first || index >= last) continue;
      const at = index * LOG_SECTOR_SIZE - offset;
      const skip = Math.max(0, -at);
      bytes.set(sector.subarray(skip, Math.min(LOG_SECTOR_SIZE, length - at)), at + skip);
    }
    return bytes;
  }

  #touches(first: number, last: number): boolean {
    if (last - first > this.#sectors.size) return this.#sectors.size > 0;
    for (let index = first; index < last; index++) if (this.#sectors.has(index)) return true;
    return false;
  }
}
