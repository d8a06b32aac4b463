import { buildTable, tableSize } from '../huffman/huffman.js';
import { LZMS } from './lzms-layout.js';

export const ROOT_BITS = 10;
const SYMBOL_BITS = 10;
const SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

/** A Huffman code that both sides make anew from the symbols seen, every so often. */
export class AdaptiveCode {
  readonly table: Uint32Array;
  readonly #frequencies: Uint32Array;
  readonly #lengths: Uint8Array;
  readonly #sorted: Uint32Array;
  readonly #parents: Uint32Array;
  readonly #rebuildCount: number;
  #symbolCount = 0;
  #left = 0;

  constructor(symbolCountMax: number, rebuildCount: number) {
    this.table = new Uint32Array(tableSize(symbolCountMax, ROOT_BITS));
    this.#frequencies = new Uint32Array(symbolCountMax);
    this.#lengths = new Uint8Array(symbolCountMax);
    this.#sorted = new Uint32Array(symbolCountMax);
    this.#parents = new Uint32Array(2 * symbolCountMax);
    this.#rebuildCount = rebuildCount;
  }

  reset(symbolCount: number): void {
    this.#symbolCount = symbolCount;
    this.#frequencies.fill(1, 0, symbolCount);
    this.#rebuild();
  }

  /** Counts a symbol that was read. */
  saw(symbol: number): void {
    this.#frequencies[symbol]++;
    if (--this.#left > 0) return;
    this.#rebuild();
    for (let i = 0; i < this.#symbolCount; i++) this.#frequencies[i] = (this.#frequencies[i] >> 1) + 1;
  }

  #rebuild(): void {
    this.#left = this.#rebuildCount;
    this.#makeLengths();
    const codeSize = this.#symbolCount === 1 ? 2 : this.#symbolCount; // see makeLengths
    if (!buildTable(this.table, ROOT_BITS, this.#lengths, codeSize)) throw new Error('lzms: no prefix code');
  }

  /**
   * Gives each symbol its code length. Every choice is part of the format: symbols go by frequency, then by number;
   * a leaf is joined before an inner node of equal weight; and where the tree grows past 15 levels, a node is split
   * at the deepest level above that still has a leaf.
   */
  #makeLengths(): void {
    const count = this.#symbolCount;
    const lengths = this.#lengths;
    lengths.fill(0);
    if (count === 0) return;
    if (count === 1) {
      lengths[0] = 1; // a code of one symbol is completed by a second that is never used
      lengths[1] = 1;
      return;
    }
    const sorted = this.#sorted.subarray(0, count);
    for (let symbol = 0; symbol < count; symbol++) {
      sorted[symbol] = ((this.#frequencies[symbol] << SYMBOL_BITS) | symbol) >>> 0;
    }
    sorted.sort();

    const levelCounts = this.#countLevels(sorted, count);
    let rank = 0;
    for (let length = LZMS.codeLengthMax; length >= 1; length--) {
      for (let left = levelCounts[length]; left > 0; left--) lengths[sorted[rank++] & SYMBOL_MASK] = length;
    }
  }

  /** Joins the two lightest again and again, then walks the inner nodes down from the root, counting leaves a level. */
  #countLevels(sorted: Uint32Array, count: number): Uint32Array {
    const parents = this.#parents; // of inner nodes, in the order they were made
    const weights = new Uint32Array(count - 1);
    let leaf = 0;
    let inner = 0;
    for (let made = 0; made < count - 1; made++) {
      let weight = 0;
      for (let picks = 0; picks < 2; picks++) {
        if (leaf < count && (inner === made || sorted[leaf] >>> SYMBOL_BITS <= weights[inner])) {
          weight += sorted[leaf++] >>> SYMBOL_BITS;
        } else {
          weight += weights[inner];
          parents[inner++] = made;
        }
      }
      weights[made] = weight;
    }
    const leavesAt = new Uint32Array(LZMS.codeLengthMax + 2);
    const depths = weights; // weights are spent
    depths[count - 2] = 0;
    leavesAt[1] = 2;
    for (let node = count - 3; node >= 0; node--) {
      const depth = depths[parents[node]] + 1;
      depths[node] = depth;
      let level = depth;
      if (level >= LZMS.codeLengthMax) {
        level = LZMS.codeLengthMax - 1;
        while (leavesAt[level] === 0) level--;
      }
      leavesAt[level]--;
      leavesAt[level + 1] += 2;
    }
    return leavesAt;
  }
}
