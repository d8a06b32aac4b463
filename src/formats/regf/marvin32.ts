import type { ByteView } from '../../bytes/byte-view.js';

/** The seed that Windows hashes log entries with, its low and its high half. */
const SEED_LOW = 0x7a4e_55c5;
const SEED_HIGH = 0x82ef_4d88;
const PAD = 0x80; // stands behind the last byte

const turn = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits));

/**
 * The Marvin32 hash of `length` bytes at `offset`, with the seed of registry logs.
 *
 * @source Maxim Suhanov, "Windows registry file format specification", Log entries; US patent 20130262421.
 */
export function marvin32(view: ByteView, offset: number, length: number): bigint {
  let low = SEED_LOW | 0;
  let high = SEED_HIGH | 0;
  const mix = (word: number) => {
    low = (low + word) | 0;
    high ^= low;
    low = (turn(low, 20) + high) | 0;
    high = turn(high, 9) ^ low;
    low = (turn(low, 27) + high) | 0;
    high = turn(high, 19);
  };
  const wholeEnd = offset + (length & ~3);
  for (let at = offset; at < wholeEnd; at += 4) mix(view.u32(at));
  let last = PAD;
  for (let at = offset + length - 1; at >= wholeEnd; at--) last = (last << 8) | view.u8(at);
  mix(last);
  mix(0);
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}
