import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource, viewOf } from '../../bytes/byte-source.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import type { BlockDecoder } from '../../codecs/codec.js';
import { makeLzxStream } from '../../codecs/lzx/lzx.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { openCab } from './cab.js';

interface Block {
  readonly packed: Uint8Array;
  readonly unpackedSize: number;
}

/** The blocks of the first folder, as they stand in the cabinet. */
function blocksOf(bytes: Uint8Array): { readonly windowBits: number; readonly blocks: readonly Block[] } {
  const source = new MemorySource(bytes);
  const { folders, blockReserve } = openCab(source, strict).header;
  const [{ windowBits, dataOffset, blockCount }] = folders;
  const blocks: Block[] = [];
  let at = dataOffset;
  for (let index = 0; index < blockCount; index++) {
    const head = viewOf(source, at, 8, 'block');
    const [packedSize, unpackedSize] = [head.u16(4), head.u16(6)];
    blocks.push({ packed: source.read(at + 8 + blockReserve, packedSize), unpackedSize });
    at += 8 + blockReserve + packedSize;
  }
  return { windowBits, blocks };
}

/** What each block gives, up to the first refusal. */
function outcomes(decoder: BlockDecoder, blocks: readonly Block[]): (Uint8Array | string)[] {
  const found: (Uint8Array | string)[] = [];
  for (const { packed, unpackedSize } of blocks) {
    try {
      found.push(decoder.decode(packed, unpackedSize).slice());
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      found.push(`${error.fault} ${error.detail.what}`);
      return found;
    }
  }
  return found;
}

describe.skipIf(CORPUS === null)('LZX as one stream, kernel against plain (skipped without the corpus)', () => {
  const names = [
    'ie-optional-en-us.cab',
    'libarchive-3.cab',
    'cabextract-large-files-cab.cab',
    'mspack-lzx-premature-matches.cab',
  ];
  const folders = CORPUS === null ? [] : names.map((name) => blocksOf(corpusBytes(`cab/${name}`)));
  const same = (a: Uint8Array | string, b: Uint8Array | string | undefined) =>
    typeof a === 'string' || typeof b === 'string' || b === undefined ? a === b : Buffer.compare(a, b) === 0;
  const agree = (windowBits: number, blocks: readonly Block[]) => {
    const kernel = outcomes(makeLzxStream(windowBits, 'kernel'), blocks);
    const plain = outcomes(makeLzxStream(windowBits, 'plain'), blocks);
    expect(kernel.length).toBe(plain.length);
    expect(kernel.findIndex((each, at) => !same(each, plain[at]))).toBe(-1);
  };

  it('agrees on whole folders', () => {
    for (const { windowBits, blocks } of folders) agree(windowBits, blocks.slice(0, 100));
  });

  it('agrees on changed blocks', () => {
    const change = fc.record({ block: fc.nat(3), at: fc.nat(33_000), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.nat(names.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }), (which, changes) => {
        const { windowBits, blocks } = folders[which];
        const changed = blocks.slice(0, 4).map((block) => ({ ...block, packed: block.packed.slice() }));
        for (const { block, at, to } of changes) {
          const { packed } = changed[block % changed.length];
          packed[at % packed.length] = to;
        }
        agree(windowBits, changed);
      }),
      { numRuns: 150 },
    );
  });
});
