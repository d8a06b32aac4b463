// The twin of ../lzx-plain.ts in AssemblyScript: same output, same refusals. See there for the format.

import { buildTable, LINK } from '../../huffman/kernel/huffman';
import { copyMatch, input, output } from '../../huffman/kernel/memory';

export { input, output, reserve } from '../../huffman/kernel/memory';

const LITERAL_COUNT: i32 = 256;
const MAIN_COUNT_MAX: i32 = 256 + 50 * 8;
const LENGTH_COUNT: i32 = 249;
const ALIGNED_COUNT: i32 = 8;
const PRECODE_COUNT: i32 = 20;
// The same byte eight times.
const CALLS: u64 = ((<u64>0xe8e8e8e8) << 32) | 0xe8e8e8e8;
const ONES: u64 = ((<u64>0x01010101) << 32) | 0x01010101;
const HIGHS: u64 = ((<u64>0x80808080) << 32) | 0x80808080;
const VERBATIM: i32 = 1;
const ALIGNED: i32 = 2;
const UNCOMPRESSED: i32 = 3;

const mainLengths: usize = memory.data(656);
const lengthLengths: usize = memory.data(256);
const alignedLengths: usize = memory.data(8);
const precodeLengths: usize = memory.data(24);
// Room for tables as tableSize in ../../huffman/huffman.ts has it, in bytes.
const mainTable: usize = memory.data(4 * ((1 << 11) + 328 * 32));
const lengthTable: usize = memory.data(4 * ((1 << 10) + 124 * 64));
const alignedTable: usize = memory.data(4 * ((1 << 7) + 4 * 512));
const precodeTable: usize = memory.data(4 * ((1 << 6) + 10 * 1024));
const extraBits: usize = memory.data(64);
const slotBases: usize = memory.data(64 * 4);

let isWim: bool = true;
let windowBits: i32 = 0;
let mainCount: i32 = 0;
let blockType: i32 = 0;
let blockLeft: u32 = 0;
let padded: bool = false;
let offset0: u32 = 1;
let offset1: u32 = 1;
let offset2: u32 = 1;
let headerRead: bool = false;
let fileSize: u32 = 0;

let start: usize = 0;
let end: usize = 0;
let at: usize = 0;
let bits: u64 = 0;
let bitCount: i32 = 0;
let zeroBits: i32 = 0;

/** Offset in the input at which the last refusal was met. */
export function failedAt(): i32 {
  return <i32>(at - start);
}

export function translationSize(): u32 {
  return fileSize;
}

/** Begins a stream. `slotCount` is that of the window. */
export function reset(wim: bool, bitsOfWindow: i32, slotCount: i32): void {
  if (load<u32>(slotBases + 4) === 0) {
    let base: u32 = 0;
    for (let slot: i32 = 0; slot < 50; slot++) {
      const extra: i32 = min(17, max(0, (slot >> 1) - 1));
      store<u8>(extraBits + slot, <u8>extra);
      store<u32>(slotBases + (slot << 2), base);
      base += 1 << extra;
    }
  }
  isWim = wim;
  windowBits = bitsOfWindow;
  mainCount = LITERAL_COUNT + slotCount * 8;
  memory.fill(mainLengths, 0, MAIN_COUNT_MAX);
  memory.fill(lengthLengths, 0, LENGTH_COUNT);
  blockLeft = 0;
  offset0 = 1;
  offset1 = 1;
  offset2 = 1;
  headerRead = wim;
  fileSize = 0;
}

/** Unpacks one chunk or frame to `from` up to `to` in the output. Returns 0, or the number of the refusal. */
export function decode(inputSize: i32, from: u32, to: u32): i32 {
  start = input();
  end = start + inputSize;
  at = start;
  bits = 0;
  bitCount = 0;
  zeroBits = 0;
  const failure = run(from, to);
  return zeroBits > bitCount ? 1 : failure;
}

function run(from: u32, to: u32): i32 {
  if (!headerRead) {
    headerRead = true;
    if (take(1) !== 0) {
      const high = take(16);
      fileSize = (high << 16) | take(16);
    }
  }
  for (let done: u32 = from; done < to; ) {
    if (blockLeft === 0) {
      const failure = readBlockHeader(to - done);
      if (failure !== 0) return failure;
    }
    const size: u32 = min(blockLeft, to - done);
    if (blockType === UNCOMPRESSED) {
      if (at + size > end) return 1;
      memory.copy(output() + done, at, size);
      at += size;
    } else {
      const failure = unpack(output(), output() + done, output() + done + size);
      if (failure !== 0) return failure;
    }
    done += size;
    blockLeft -= size;
    if (blockLeft === 0 && blockType === UNCOMPRESSED && padded) at++;
  }
  return 0;
}

function readBlockHeader(room: u32): i32 {
  blockType = take(3);
  let size: u32;
  if (isWim) {
    if (take(1) === 1) size = 32768;
    else {
      size = take(16);
      if (windowBits > 15) size = (size << 8) | take(8);
    }
  } else {
    size = take(16);
    size = (size << 8) | take(8);
  }
  if (size === 0 || (isWim && size > room)) return 7;
  if (blockType === ALIGNED) {
    for (let i: i32 = 0; i < ALIGNED_COUNT; i++) store<u8>(alignedLengths + i, <u8>take(3));
    if (!buildTable(alignedTable, 7, alignedLengths, ALIGNED_COUNT)) return 2;
  }
  if (blockType === ALIGNED || blockType === VERBATIM) {
    const failure = readCodes();
    if (failure !== 0) return failure;
  } else if (blockType === UNCOMPRESSED) {
    if (!leaveBits()) return 1;
    for (let i: i32 = 0; i < 3; i++) {
      if (at + 4 > end) return 1;
      const offset: u32 = load<u32>(at);
      at += 4;
      if (offset === 0) return 8;
      if (i === 0) offset0 = offset;
      else if (i === 1) offset1 = offset;
      else offset2 = offset;
    }
    padded = (size & 1) === 1;
  } else return 6;
  blockLeft = size;
  return 0;
}

/** Goes on at the next whole word, see the twin. */
function leaveBits(): bool {
  take(1);
  if (zeroBits > bitCount) return false;
  const spareWords: i32 = bitCount >> 4;
  at -= max(0, spareWords - (zeroBits >> 4)) << 1;
  bits = 0;
  bitCount = 0;
  zeroBits = 0;
  return true;
}

function readCodes(): i32 {
  let failure = readLengths(mainLengths, 0, LITERAL_COUNT);
  if (failure !== 0) return failure;
  failure = readLengths(mainLengths, LITERAL_COUNT, mainCount);
  if (failure !== 0) return failure;
  if (!buildTable(mainTable, 11, mainLengths, mainCount)) return 2;
  failure = readLengths(lengthLengths, 0, LENGTH_COUNT);
  if (failure !== 0) return failure;
  return buildTable(lengthTable, 10, lengthLengths, LENGTH_COUNT) ? 0 : 2;
}

function readLengths(lengths: usize, from: i32, to: i32): i32 {
  for (let i: i32 = 0; i < PRECODE_COUNT; i++) store<u8>(precodeLengths + i, <u8>take(4));
  if (!buildTable(precodeTable, 6, precodeLengths, PRECODE_COUNT)) return 2;
  for (let i: i32 = from; i < to; ) {
    const symbol: i32 = precodeSymbol();
    if (symbol < 0) return 3;
    if (symbol < 17) {
      store<u8>(lengths + i, <u8>((<i32>load<u8>(lengths + i) - symbol + 17) % 17));
      i++;
      continue;
    }
    let run: i32;
    let value: i32 = 0;
    if (symbol === 17) run = 4 + take(4);
    else if (symbol === 18) run = 20 + take(5);
    else {
      run = 4 + take(1);
      const difference: i32 = precodeSymbol();
      if (difference < 0) return 3;
      if (difference > 16) return 2;
      value = (<i32>load<u8>(lengths + i) - difference + 17) % 17;
    }
    if (i + run > to) return 2;
    memory.fill(lengths + i, <u8>value, run);
    i += run;
  }
  return 0;
}

function precodeSymbol(): i32 {
  fill();
  let entry: u32 = load<u32>(precodeTable + ((<usize>(bits >> 58)) << 2));
  if (entry & LINK) {
    entry = load<u32>(precodeTable + ((<usize>(entry >> 8) + <usize>((bits << 6) >> (64 - (entry & 31)))) << 2));
  }
  if (entry === 0) return -1;
  bits <<= entry & 31;
  bitCount -= entry & 31;
  return entry >> 8;
}

/** Makes sure of 49 bits. Past the end they are zero, and counted. */
function fill(): void {
  while (bitCount <= 48) {
    if (at + 2 <= end) {
      bits |= (<u64>load<u16>(at)) << (48 - bitCount);
      at += 2;
    } else zeroBits += 16;
    bitCount += 16;
  }
}

/** Takes 1 to 17 bits. */
function take(count: i32): i32 {
  fill();
  const value: i32 = <i32>(bits >> (64 - count));
  bits <<= count;
  bitCount -= count;
  return value;
}

function unpack(outStart: usize, outFrom: usize, outEnd: usize): i32 {
  const inputEnd: usize = end;
  const alignedFrom: i32 = blockType === ALIGNED ? 3 : 32;
  let out: usize = outFrom;
  let here: usize = at;
  let held: u64 = bits;
  let heldCount: i32 = bitCount;
  let zeros: i32 = zeroBits;
  let recent0: u32 = offset0;
  let recent1: u32 = offset1;
  let recent2: u32 = offset2;
  let failure: i32 = 0;

  while (out < outEnd) {
    // At least 49 bits: the most that one match takes.
    if (here + 8 <= inputEnd) {
      let words: u64 = rotr<u64>(load<u64>(here), 32);
      words = ((words & 0x0000ffff0000ffff) << 16) | ((words >> 16) & 0x0000ffff0000ffff);
      held |= words >> heldCount;
      here += ((63 - heldCount) >> 4) << 1;
      heldCount |= 48;
    } else {
      held &= ~(<u64>-1 >> heldCount);
      while (heldCount <= 48) {
        if (here + 2 <= inputEnd) {
          held |= (<u64>load<u16>(here)) << (48 - heldCount);
          here += 2;
        } else zeros += 16;
        heldCount += 16;
      }
    }
    let entry: u32 = load<u32>(mainTable + ((<usize>(held >> 53)) << 2));
    if (entry & LINK) {
      entry = load<u32>(mainTable + ((<usize>(entry >> 8) + <usize>((held << 11) >> (64 - (entry & 31)))) << 2));
    }
    held <<= entry & 31;
    heldCount -= entry & 31;
    if (entry < 0x10000) {
      if (entry === 0) {
        failure = 3;
        break;
      }
      store<u8>(out++, <u8>(entry >> 8));
      if (out === outEnd) break;
      // A second literal is likely, and its bits are there.
      entry = load<u32>(mainTable + ((<usize>(held >> 53)) << 2));
      if (entry >= 0x10000 || (entry & LINK) !== 0 || entry === 0) continue;
      held <<= entry & 31;
      heldCount -= entry & 31;
      store<u8>(out++, <u8>(entry >> 8));
      continue;
    }

    const symbol: u32 = (entry >> 8) - 256;
    let length: u32 = symbol & 7;
    const slot: u32 = symbol >> 3;
    if (length === 7) {
      entry = load<u32>(lengthTable + ((<usize>(held >> 54)) << 2));
      if (entry & LINK) {
        entry = load<u32>(lengthTable + ((<usize>(entry >> 8) + <usize>((held << 10) >> (64 - (entry & 31)))) << 2));
      }
      if (entry === 0) {
        failure = 3;
        break;
      }
      held <<= entry & 31;
      heldCount -= entry & 31;
      length += entry >> 8;
    }
    length += 2;

    let offset: u32;
    if (slot >= 3) {
      const extra: i32 = load<u8>(extraBits + slot);
      offset = load<u32>(slotBases + (slot << 2)) - 2;
      if (extra < alignedFrom) {
        offset += <u32>((held >> 1) >> (63 - extra));
        held <<= extra;
        heldCount -= extra;
      } else {
        const high: i32 = extra - 3;
        offset += (<u32>((held >> 1) >> (63 - high))) << 3;
        held <<= high;
        heldCount -= high;
        entry = load<u32>(alignedTable + ((<usize>(held >> 57)) << 2));
        if (entry === 0) {
          failure = 3;
          break;
        }
        held <<= entry & 31;
        heldCount -= entry & 31;
        offset += entry >> 8;
      }
      recent2 = recent1;
      recent1 = recent0;
      recent0 = offset;
    } else if (slot === 0) offset = recent0;
    else if (slot === 1) {
      offset = recent1;
      recent1 = recent0;
      recent0 = offset;
    } else {
      offset = recent2;
      recent2 = recent0;
      recent0 = offset;
    }
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
  at = here;
  bits = held & ~(<u64>-1 >> heldCount);
  bitCount = heldCount;
  zeroBits = zeros;
  offset0 = recent0;
  offset1 = recent1;
  offset2 = recent2;
  return failure;
}

/** Undoes the call translation over the output, see ../call-translation.ts. */
export function undoCalls(from: u32, to: u32, position: i32, size: i32): void {
  if (to - from <= 10) return;
  const first: usize = output() + from;
  const last: usize = output() + to - 10;
  for (let here: usize = first; here < last; here++) {
    // Eight bytes at once: is one of them an E8?
    let eight: u64 = load<u64>(here) ^ CALLS;
    while (((eight - ONES) & ~eight & HIGHS) === 0) {
      here += 8;
      if (here >= last) return;
      eight = load<u64>(here) ^ CALLS;
    }
    while (load<u8>(here) !== 0xe8) here++;
    if (here >= last) return;
    const place: i32 = position + <i32>(here - first);
    const target: i32 = load<i32>(here + 1);
    if (target >= -place && target < size) store<i32>(here + 1, target >= 0 ? target - place : target + size);
    here += 4;
  }
}
