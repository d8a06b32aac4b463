import type { ByteSource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';

const UNITS = 65536;
const UP_CASE_BYTES = UNITS * 2;

/** Compares names as the volume does: unit by unit, each turned to upper case by the volume's own table. */
export class UpCase {
  readonly #load: () => ByteSource;
  #table: Uint16Array | undefined;

  /** @param load Opens `$UpCase`; called at the first letter beyond ASCII. */
  constructor(load: () => ByteSource) {
    this.#load = load;
  }

  /**
   * @returns Below zero where `a` stands before `b` in a folder, zero where they name the same file.
   * @throws {FormatError} What reading `$UpCase` throws, the first time it is needed.
   */
  compare(a: string, b: string): number {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
      const difference = this.#upper(a.charCodeAt(i)) - this.#upper(b.charCodeAt(i));
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  }

  #upper(unit: number): number {
    if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a ? unit - 0x20 : unit;
    this.#table ??= this.#read();
    return this.#table[unit] as number;
  }

  #read(): Uint16Array {
    const view = new ByteView(this.#load().read(0, UP_CASE_BYTES));
    return Uint16Array.from({ length: UNITS }, (_, unit) => view.u16(unit * 2));
  }
}
