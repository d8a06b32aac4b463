// The twin of ../inflate-plain.ts and ../deflate-table.ts in AssemblyScript: same output, same refusals. See there for
// the form of a table.

import { copyMatch, input, output } from '../../huffman/kernel/memory';

export { input, output, reserve } from '../../huffman/kernel/memory';

const LITERAL: u32 = 0x1000;
const END: u32 = 0x2000;
const LINK: u32 = 0x4000;
const LITERAL_ROOT: u32 = 10;
const DISTANCE_ROOT: u32 = 9;
const PRECODE_ROOT: u32 = 7;

const literalPayloads: usize = memory.data(288 * 4, 8);
const distancePayloads: usize = memory.data(32 * 4, 8);
const precodePayloads: usize = memory.data(20 * 4, 8);
// Room for tables as deflateTableSize in ../deflate-table.ts has it, in bytes.
const literalTable: usize = memory.data(4 * ((1 << 10) + 144 * 32), 8);
const distanceTable: usize = memory.data(4 * ((1 << 9) + 16 * 64), 8);
const precodeTable: usize = memory.data(4 * (1 << 7), 8);
const lengths: usize = memory.data(320, 8);
const precodeLengths: usize = memory.data(24, 8);
const precodeOrder: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
const counts: usize = memory.data(16 * 4, 8);
const firstRank: usize = memory.data(17 * 4, 8);
const ranked: usize = memory.data(288 * 2, 8);

let start: usize = 0;
let end: usize = 0;
let at: usize = 0;
let bits: u64 = 0;
let bitCount: u32 = 0;
let zeroBits: u32 = 0;
let written: usize = 0;

export function literalPayloadsAt(): usize {
  return literalPayloads;
}

export function distancePayloadsAt(): usize {
  return distancePayloads;
}

export function precodePayloadsAt(): usize {
  return precodePayloads;
}

/** Offset in the input at which the last refusal was met. */
export function failedAt(): i32 {
  return <i32>(at - start);
}

/** Unpacks one stream to `from` up to `to` in the output. Returns 0, or the number of the refusal. */
export function inflate(inputSize: u32, skip: u32, from: u32, to: u32): i32 {
  start = input();
  end = start + inputSize;
  at = start + skip;
  bits = 0;
  bitCount = 0;
  zeroBits = 0;
  const failure = run(output() + from, output() + to);
  return zeroBits > bitCount ? 1 : failure;
}

function run(out: usize, outEnd: usize): i32 {
  written = out;
  let isLast: bool = false;
  while (!isLast) {
    isLast = take(1) === 1;
    const type: u32 = take(2);
    let failure: i32 = 0;
    if (type === 0) failure = copyStored(outEnd);
    else if (type === 3) failure = 6;
    else {
      failure = type === 1 ? fixedCodes() : readCodes();
      if (failure === 0) failure = unpack(outEnd);
    }
    if (failure !== 0) return failure;
    if (zeroBits > bitCount) return 1;
  }
  return written === outEnd ? 0 : 7;
}

function copyStored(outEnd: usize): i32 {
  fill();
  drop(bitCount & 7);
  const size: u32 = take(16);
  const check: u32 = take(16);
  if (zeroBits > bitCount) return 1;
  if ((size ^ check) !== 0xffff) return 7;
  at -= (bitCount >> 3) - (zeroBits >> 3);
  bits = 0;
  bitCount = 0;
  zeroBits = 0;
  if (at + size > end) return 1;
  if (size > <u32>(outEnd - written)) return 7;
  memory.copy(written, at, size);
  at += size;
  written += size;
  return 0;
}

function fixedCodes(): i32 {
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  memory.fill(lengths + 288, 5, 32);
  if (!build(literalTable, LITERAL_ROOT, lengths, 288, literalPayloads)) return 2;
  return build(distanceTable, DISTANCE_ROOT, lengths + 288, 32, distancePayloads) ? 0 : 2;
}

function readCodes(): i32 {
  const literalCount: u32 = 257 + take(5);
  const distanceCount: u32 = 1 + take(5);
  const precodeCount: u32 = 4 + take(4);
  if (literalCount > 286 || distanceCount > 30) return 2;
  memory.fill(precodeLengths, 0, 19);
  for (let i: u32 = 0; i < precodeCount; i++) store<u8>(precodeLengths + load<u8>(precodeOrder + i), <u8>take(3));
  if (!build(precodeTable, PRECODE_ROOT, precodeLengths, 19, precodePayloads)) return 2;
  const count: u32 = literalCount + distanceCount;
  for (let i: u32 = 0; i < count; ) {
    fill();
    const entry: u32 = load<u32>(precodeTable + ((<usize>bits & 127) << 2));
    if (entry === 0) return 3;
    drop(entry & 31);
    const symbol: u32 = entry >> 16;
    if (symbol < 16) {
      store<u8>(lengths + i, <u8>symbol);
      i++;
      continue;
    }
    if (symbol === 16 && i === 0) return 2;
    let value: u8 = 0;
    let run: u32;
    if (symbol === 16) {
      value = load<u8>(lengths + i - 1);
      run = 3 + take(2);
    } else if (symbol === 17) run = 3 + take(3);
    else run = 11 + take(7);
    if (i + run > count) return 2;
    memory.fill(lengths + i, value, run);
    i += run;
  }
  if (load<u8>(lengths + 256) === 0) return 2;
  if (!build(literalTable, LITERAL_ROOT, lengths, literalCount, literalPayloads)) return 2;
  return build(distanceTable, DISTANCE_ROOT, lengths + literalCount, distanceCount, distancePayloads) ? 0 : 2;
}

function build(table: usize, rootBits: u32, lengthsAt: usize, symbolCount: u32, payloads: usize): bool {
  memory.fill(counts, 0, 16 * 4);
  for (let symbol: u32 = 0; symbol < symbolCount; symbol++) {
    const tally: usize = counts + (<usize>load<u8>(lengthsAt + symbol) << 2);
    store<u32>(tally, load<u32>(tally) + 1);
  }
  let free: i32 = 1;
  let longest: u32 = 0;
  store<u32>(firstRank + 4, 0);
  for (let length: u32 = 1; length <= 15; length++) {
    const count: u32 = load<u32>(counts + (length << 2));
    free = free * 2 - <i32>count;
    if (free < 0) return false;
    if (count > 0) longest = length;
    store<u32>(firstRank + ((length + 1) << 2), load<u32>(firstRank + (length << 2)) + count);
  }
  if (free > 0 && longest > 1) return false;
  for (let symbol: u32 = 0; symbol < symbolCount; symbol++) {
    const length: u32 = load<u8>(lengthsAt + symbol);
    if (length > 0) {
      const rankAt: usize = firstRank + (length << 2);
      const rank: u32 = load<u32>(rankAt);
      store<u16>(ranked + (rank << 1), <u16>symbol);
      store<u32>(rankAt, rank + 1);
    }
  }
  const rootSize: u32 = 1 << rootBits;
  memory.fill(table, 0, rootSize << 2);

  const subtableBits: u32 = longest - rootBits;
  let next: u32 = rootSize;
  let prefix: u32 = 0xffffffff;
  let subtable: usize = 0;
  let rank: u32 = 0;
  let code: u32 = 0;
  for (let length: u32 = 1; length <= longest; length++) {
    for (let left: u32 = load<u32>(counts + (length << 2)); left > 0; left--) {
      const symbol: u32 = load<u16>(ranked + (rank << 1));
      rank++;
      const entry: u32 = load<u32>(payloads + (symbol << 2)) | length;
      if (length <= rootBits) {
        for (let place: u32 = code; place < rootSize; place += 1 << length) store<u32>(table + (place << 2), entry);
      } else {
        const low: u32 = code & (rootSize - 1);
        if (low !== prefix) {
          prefix = low;
          subtable = table + (next << 2);
          store<u32>(table + (low << 2), (next << 16) | LINK | subtableBits);
          next += 1 << subtableBits;
        }
        for (let place: u32 = code >> rootBits; place < <u32>1 << subtableBits; place += 1 << (length - rootBits)) {
          store<u32>(subtable + (place << 2), entry);
        }
      }
      let bit: u32 = 1 << (length - 1);
      while ((code & bit) !== 0) bit >>= 1;
      code = bit === 0 ? 0 : (code & (bit - 1)) | bit;
    }
  }
  return true;
}

/** Makes sure of 49 bits. Past the end they are zero, and counted. */
function fill(): void {
  while (bitCount <= 48) {
    if (at < end) {
      bits |= (<u64>load<u8>(at)) << bitCount;
      at++;
    } else zeroBits += 8;
    bitCount += 8;
  }
}

function drop(count: u32): void {
  bits >>= count;
  bitCount -= count;
}

/** Takes up to 16 bits. */
function take(count: u32): u32 {
  fill();
  const value: u32 = <u32>bits & ((1 << count) - 1);
  drop(count);
  return value;
}

function unpack(outEnd: usize): i32 {
  const outStart: usize = output();
  const inputEnd: usize = end;
  let out: usize = written;
  let here: usize = at;
  let held: u64 = bits;
  let heldCount: u32 = bitCount;
  let zeros: u32 = zeroBits;
  let failure: i32 = 0;
  for (;;) {
    // At least 49 bits: the most that one match takes is 48.
    if (here + 8 <= inputEnd) {
      held |= load<u64>(here) << heldCount;
      here += (63 - heldCount) >> 3;
      heldCount |= 56;
    } else {
      held &= ((<u64>1) << heldCount) - 1;
      while (heldCount <= 48) {
        if (here < inputEnd) {
          held |= (<u64>load<u8>(here)) << heldCount;
          here++;
        } else zeros += 8;
        heldCount += 8;
      }
    }
    let entry: u32 = load<u32>(literalTable + ((<usize>held & 1023) << 2));
    if (entry & LINK) {
      entry = load<u32>(literalTable + (((entry >> 16) + (<u32>(held >> LITERAL_ROOT) & ((1 << (entry & 31)) - 1))) << 2));
    }
    held >>= entry & 31;
    heldCount -= entry & 31;
    if (entry & LITERAL) {
      if (out === outEnd) {
        failure = 7;
        break;
      }
      store<u8>(out++, <u8>(entry >> 16));
      // A second literal is likely, and its bits are there.
      entry = load<u32>(literalTable + ((<usize>held & 1023) << 2));
      if ((entry & LITERAL) === 0 || out === outEnd) continue;
      held >>= entry & 31;
      heldCount -= entry & 31;
      store<u8>(out++, <u8>(entry >> 16));
      continue;
    }
    if (entry & END) break;
    if (entry >> 16 === 0) {
      failure = 3;
      break;
    }
    let extra: u32 = (entry >> 5) & 31;
    const length: u32 = (entry >> 16) + (<u32>held & ((1 << extra) - 1));
    held >>= extra;
    heldCount -= extra;
    entry = load<u32>(distanceTable + ((<usize>held & 511) << 2));
    if (entry & LINK) {
      entry = load<u32>(distanceTable + (((entry >> 16) + (<u32>(held >> DISTANCE_ROOT) & ((1 << (entry & 31)) - 1))) << 2));
    }
    held >>= entry & 31;
    heldCount -= entry & 31;
    if (entry >> 16 === 0) {
      failure = 3;
      break;
    }
    extra = (entry >> 5) & 31;
    const distance: u32 = (entry >> 16) + (<u32>held & ((1 << extra) - 1));
    held >>= extra;
    heldCount -= extra;
    if (distance > <u32>(out - outStart)) {
      failure = 4;
      break;
    }
    if (length > <u32>(outEnd - out)) {
      failure = 5;
      break;
    }
    copyMatch(out, distance, length);
    out += length;
  }
  written = out;
  at = here;
  bits = held & (((<u64>1) << heldCount) - 1);
  bitCount = heldCount;
  zeroBits = zeros;
  return failure;
}
