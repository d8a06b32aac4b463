import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../bytes/format-error.js';
import { LZNT1_CHUNK_SIZE, unpackLznt1 } from './lznt1.js';

function unpacked(input: readonly number[], size: number): number[] {
  const output = new Uint8Array(size);
  unpackLznt1(Uint8Array.from(input), output);
  return [...output];
}

function faultOf(input: readonly number[]): [string, string, number] | null {
  try {
    unpacked(input, LZNT1_CHUNK_SIZE);
  } catch (error) {
    if (error instanceof FormatError) return [error.fault, error.detail.what, error.detail.sourceOffset];
    throw error;
  }
  return null;
}

describe('unpackLznt1', () => {
  it('unpacks literals, a match that overlaps itself, and a stored chunk', () => {
    // 'a', then a match of 9 from 1 back: offset bits 4, so (1-1)<<12 | 9-3
    expect(unpacked([0x03, 0xb0, 0x02, 0x61, 0x06, 0x00], 10)).toEqual(Array(10).fill(0x61));
    expect(unpacked([0x01, 0x30, 0x62, 0x63], 4)).toEqual([0x62, 0x63, 0, 0]);
  });

  it('puts each chunk in its own place, and ends at a zero header', () => {
    const short = [0x00, 0x30, 0x61];
    const output = unpacked([...short, ...short, 0, 0, 0xff, 0xff], LZNT1_CHUNK_SIZE * 3);
    expect([output[0], output[1], output[LZNT1_CHUNK_SIZE], output[2 * LZNT1_CHUNK_SIZE]]).toEqual([0x61, 0, 0x61, 0]);
  });

  it('names what is wrong, and where', () => {
    expect(faultOf([0x03, 0x80, 0, 0, 0, 0])).toEqual(['bad-magic', 'lznt1.chunk.signature', 0]);
    expect(faultOf([0x08, 0xb0, 0])).toEqual(['truncated', 'lznt1.chunk', 0]);
    expect(faultOf([0x01, 0xb0, 0x01, 0x00])).toEqual(['truncated', 'lznt1.match', 3]);
    expect(faultOf([0x02, 0xb0, 0x01, 0x00, 0x00])).toEqual(['bad-range', 'lznt1.match.offset', 3]);
    expect(faultOf([0x03, 0xb0, 0x02, 0x61, 0xff, 0x0f])).toEqual(['bad-range', 'lznt1.match.length', 4]);
  });

  it('gives bytes or a FormatError for any input', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (input) => {
        if (input.length > 1) input[1] = 0xb0 | (input[1] & 0x0f);
        try {
          expect(unpackLznt1(input, new Uint8Array(9000))).toBeLessThanOrEqual(9000);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
    );
  });
});
