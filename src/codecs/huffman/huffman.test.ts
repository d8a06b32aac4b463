import { describe, expect, it } from 'vitest';
import { buildTable, LINK, tableSize } from './huffman.js';

const ROOT_BITS = 3;

/** Reads one symbol from the top bits of `bits`, 32 wide. */
function symbolAt(table: Uint32Array, bits: number): readonly [symbol: number, length: number] {
  let entry = table[bits >>> (32 - ROOT_BITS)];
  if (entry & LINK) entry = table[(entry >>> 8) + ((bits << ROOT_BITS) >>> (32 - (entry & 31)))];
  return [entry >>> 8, entry & 31];
}

const build = (lengths: readonly number[]) => {
  const table = new Uint32Array(tableSize(lengths.length, ROOT_BITS));
  return { table, whole: buildTable(table, ROOT_BITS, Uint8Array.from(lengths), lengths.length) };
};

describe('buildTable', () => {
  it('gives codes in the order of length, then of symbol', () => {
    const { table, whole } = build([2, 0, 1, 2]);
    expect(whole).toBe(true);
    expect(symbolAt(table, 0b0 << 31)).toEqual([2, 1]);
    expect(symbolAt(table, 0b10 << 30)).toEqual([0, 2]);
    expect(symbolAt(table, 0b11 << 30)).toEqual([3, 2]);
  });

  it('reaches codes longer than the root', () => {
    const { table, whole } = build([1, 2, 3, 4, 5, 6, 6]);
    expect(whole).toBe(true);
    expect(symbolAt(table, 0b1110 << 28)).toEqual([3, 4]);
    expect(symbolAt(table, 0b11110 << 27)).toEqual([4, 5]);
    expect(symbolAt(table, 0b111110 << 26)).toEqual([5, 6]);
    expect(symbolAt(table, 0b111111 << 26)).toEqual([6, 6]);
  });

  it('refuses lengths that are no prefix code', () => {
    expect(build([1, 1, 1]).whole).toBe(false);
    expect(build([1, 2]).whole).toBe(false);
    expect(build([1]).whole).toBe(false);
  });

  it('marks every entry of a code without symbols', () => {
    const { table, whole } = build([0, 0, 0]);
    expect(whole).toBe(true);
    expect(symbolAt(table, 0)).toEqual([0, 0]);
  });
});
