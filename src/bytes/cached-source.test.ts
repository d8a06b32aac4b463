import { describe, expect, it } from 'vitest';
import { type ByteSource, CachedSource, MemorySource, readInto } from './byte-source.js';

const BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index & 0xff);

/** Counts what is asked of the base. */
function counted(): { readonly source: ByteSource; readonly asked: number[] } {
  const asked: number[] = [];
  const base = new MemorySource(BYTES);
  const read = (offset: number, length: number) => {
    asked.push(length);
    return base.read(offset, length);
  };
  return { source: { size: base.size, read }, asked };
}

describe('CachedSource.readInto', () => {
  it.each(['cheap', 'dear'] as const)('gives the bytes at every place, where reads are %s', (reads) => {
    const cached = new CachedSource(new MemorySource(BYTES), 64, 4, reads);
    for (let offset = 0; offset < 900; offset += 7) {
      const target = new Uint8Array(offset % 90);
      readInto(cached, offset, target);
      expect(target).toEqual(BYTES.subarray(offset, offset + target.length));
      cached.read(offset, 1);
    }
  });

  it('fills no block for a small read where such reads are cheap, and uses one that is there', () => {
    const { source, asked } = counted();
    const cached = new CachedSource(source, 64, 4, 'cheap');
    readInto(cached, 130, new Uint8Array(10));
    expect(asked).toEqual([10]);
    cached.read(140, 4);
    readInto(cached, 130, new Uint8Array(10));
    expect(asked).toEqual([10, 64]);
  });

  it('fills the block where each read is dear', () => {
    const { source, asked } = counted();
    const cached = new CachedSource(source, 64, 4);
    readInto(cached, 130, new Uint8Array(10));
    readInto(cached, 150, new Uint8Array(10));
    expect(asked).toEqual([64]);
  });
});
