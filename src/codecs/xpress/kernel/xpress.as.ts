// The twin of ../xpress-plain.ts in AssemblyScript: same output, same refusals.
// Bits are taken four words ahead; before a byte is read, words taken too soon are given back.

import { buildTable, LINK } from '../../huffman/kernel/huffman';
import { copyMatch, input, output } from '../../huffman/kernel/memory';

export { input, output, reserve } from '../../huffman/kernel/memory';

const SYMBOL_COUNT: i32 = 512;
const LENGTHS_SIZE: i32 = 256;
const ROOT_BITS: i32 = 11;
const MATCH_MIN: u32 = 3;

const lengths: usize = memory.data(512);
const table: usize = memory.data(4 * ((1 << 11) + 256 * 32));

let failedOffset: i32 = 0;

/** Offset in the input at which the last refusal was met. */
export function failedAt(): i32 {
  return failedOffset;
}

/** Unpacks the block. Returns 0, or the number of the refusal. */
export function decode(inputSize: i32, outputSize: i32): i32 {
  failedOffset = inputSize;
  if (inputSize < LENGTHS_SIZE) return 1;
  const start: usize = input();
  for (let i: i32 = 0; i < LENGTHS_SIZE; i++) {
    const pair: u8 = load<u8>(start + i);
    store<u8>(lengths + 2 * i, pair & 15);
    store<u8>(lengths + 2 * i + 1, pair >> 4);
  }
  if (!buildTable(table, ROOT_BITS, lengths, SYMBOL_COUNT)) return 2;
  return unpack(start, start + inputSize, output(), output() + outputSize);
}

function unpack(start: usize, end: usize, outStart: usize, outEnd: usize): i32 {
  let at: usize = start + LENGTHS_SIZE;
  let out: usize = outStart;
  let bits: u64 = 0;
  let bitCount: i32 = 0;
  let zeroBits: i32 = 0;
  let failure: i32 = 0;

  while (out < outEnd) {
    // At least 49 bits.
    if (at + 8 <= end) {
      let words: u64 = rotr<u64>(load<u64>(at), 32);
      words = ((words & 0x0000ffff0000ffff) << 16) | ((words >> 16) & 0x0000ffff0000ffff);
      bits |= words >> bitCount;
      at += ((63 - bitCount) >> 4) << 1;
      bitCount |= 48;
    } else {
      bits &= ~(<u64>-1 >> bitCount);
      while (bitCount <= 48) {
        if (at + 2 <= end) {
          bits |= (<u64>load<u16>(at)) << (48 - bitCount);
          at += 2;
        } else zeroBits += 16;
        bitCount += 16;
      }
    }
    let entry: u32 = load<u32>(table + ((<usize>(bits >> 53)) << 2));
    if (entry & LINK)
      entry = load<u32>(table + ((<usize>(entry >> 8) + <usize>((bits << 11) >> (64 - (entry & 31)))) << 2));
    bits <<= entry & 31;
    bitCount -= entry & 31;
    if (entry < 0x10000) {
      if (entry === 0) {
        failure = 3;
        break;
      }
      store<u8>(out++, <u8>(entry >> 8));
      if (out === outEnd) break;
      entry = load<u32>(table + ((<usize>(bits >> 53)) << 2));
      if (entry & LINK)
        entry = load<u32>(table + ((<usize>(entry >> 8) + <usize>((bits << 11) >> (64 - (entry & 31)))) << 2));
      bits <<= entry & 31;
      bitCount -= entry & 31;
      if (entry < 0x10000) {
        if (entry === 0) {
          failure = 3;
          break;
        }
        store<u8>(out++, <u8>(entry >> 8));
        continue;
      }
    }
    // At least 19 bits are left: enough for the offset.
    const symbol: u32 = entry >> 8;
    let length: u32 = symbol & 15;
    const offsetBits: u32 = (symbol >> 4) & 15;
    if (length === 15) {
      const spareWords: i32 = (bitCount >> 4) - 1;
      const spareZeros: i32 = min(spareWords, zeroBits >> 4);
      at -= (spareWords - spareZeros) << 1;
      zeroBits -= spareZeros << 4;
      bitCount -= spareWords << 4;
      bits &= ~(<u64>-1 >> bitCount);
      if (at >= end) {
        failure = 1;
        break;
      }
      const more: u32 = load<u8>(at++);
      length += more;
      if (more === 255) {
        if (at + 2 > end) {
          failure = 1;
          break;
        }
        length = load<u16>(at);
        at += 2;
        if (length < 15) {
          failure = 5;
          break;
        }
      }
    }
    length += MATCH_MIN;
    const offset: u32 = (1 << offsetBits) + <u32>((bits >> 1) >> (63 - offsetBits));
    bits <<= offsetBits;
    bitCount -= offsetBits;
    if (offset > <u32>(out - outStart)) {
      failure = 4;
      break;
    }
    if (length > <u32>(outEnd - out)) {
      failure = 5;
      break;
    }
    copyMatch(out, offset, length);
    out += length;
  }
  failedOffset = <i32>(at - start);
  return zeroBits > bitCount ? 1 : failure;
}
