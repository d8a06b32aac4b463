import { describe, expect, it } from 'vitest';
import { CachedSource, MemorySource, WindowSource } from './byte-source.js';

describe('sources', () => {
  it('give bytes whose slices are copies, also of a Buffer', () => {
    const buffer = Buffer.from([1, 2, 3, 4]);
    const read = new MemorySource(buffer).read(1, 2);
    const copy = read.slice();
    copy[0] = 9;
    expect([...buffer]).toEqual([1, 2, 3, 4]); // found by the fuzzer: a reader mended a copy that was none
    expect([...read]).toEqual([2, 3]);
  });

  it('refuse what lies outside, and read across blocks', () => {
    const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
    const cached = new CachedSource(new MemorySource(bytes), 16, 2);
    expect([...cached.read(10, 40)]).toEqual([...bytes.subarray(10, 50)]);
    expect([...new WindowSource(cached, 20, 10).read(9, 1)]).toEqual([29]);
    for (const [offset, length] of [
      [-1, 1],
      [99, 2],
      [0, Number.NaN],
    ] as const) {
      expect(() => cached.read(offset, length)).toThrow('truncated');
    }
  });
});
