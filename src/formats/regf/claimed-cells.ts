/** Cells that one walk has been to: every one has a single owner, and one met twice is damage or a trap. */
export class ClaimedCells {
  /** A bit for each place where a cell can start. */
  readonly #bits: Uint32Array;

  /** @param size Of the hive, in bytes. */
  constructor(size: number) {
    this.#bits = new Uint32Array((size >> 8) + 1); // cells start at every eighth byte, 32 of them a word
  }

  /** Whether the cell whose data start at `at` is met for the first time. */
  claim(at: number): boolean {
    const index = at >>> 3;
    const bit = 1 << (index & 31);
    const word = this.#bits[index >>> 5];
    if ((word & bit) !== 0) return false;
    this.#bits[index >>> 5] = word | bit;
    return true;
  }
}
