// The twin of ../lzms-plain.ts, ../adaptive-code.ts and ../x86-filter.ts in AssemblyScript: same output, same refusals.
// See there for the format.
// asc: --enable simd

import { buildTable, LINK } from '../../huffman/kernel/huffman';
import { copyMatch, input, output } from '../../huffman/kernel/memory';

export { input, output, reserve } from '../../huffman/kernel/memory';

const SYMBOL_COUNT_MAX: i32 = 799;
const ROOT_BITS: i32 = 10;
const CODE_LENGTH_MAX: i32 = 15;
const SYMBOL_BITS: i32 = 10;
const SYMBOL_MASK: u32 = 1023;

// An adaptive code: rebuild count, symbol count, symbols left, then frequencies, then code lengths, then the table.
const CODE_LEFT: usize = 8;
const CODE_FREQUENCIES: usize = 16;
const CODE_LENGTHS: usize = 16 + 800 * 4;
const CODE_TABLE: usize = 16 + 800 * 5;
const literals: usize = memory.data(16 + 800 * 5 + 4 * ((1 << 10) + 400 * 64), 8);
const lzOffsets: usize = memory.data(16 + 800 * 5 + 4 * ((1 << 10) + 400 * 64), 8);
const deltaOffsets: usize = memory.data(16 + 800 * 5 + 4 * ((1 << 10) + 400 * 64), 8);
const lengths: usize = memory.data(16 + 800 * 5 + 4 * ((1 << 10) + 400 * 64), 8);
const powers: usize = memory.data(16 + 800 * 5 + 4 * ((1 << 10) + 400 * 64), 8);

const sorted: usize = memory.data(800 * 4, 8);
const scratch: usize = memory.data(800 * 4, 8);
const tallies: usize = memory.data(256 * 4, 8);
const parents: usize = memory.data(800 * 4, 8);
const weights: usize = memory.data(800 * 4, 8);
const leavesAt: usize = memory.data(20 * 4, 8);

// Of each decision and state: how many of the last 64 were zero (u64), then which (u64).
const DECISION_COUNT: i32 = 8;
const PROBABILITY_COUNT: usize = 16 + 32 + 64 * 6;
const PROBABILITY_SIZE: usize = 16;
const probabilities: usize = memory.data(16 * (16 + 32 + 64 * 6), 8);
const MAIN: usize = 0;
const MATCH: usize = 16;
const LZ: usize = 48;
const DELTA: usize = 112;
const LZ_REPEAT: usize = 176;
const DELTA_REPEAT: usize = 304;
const states: usize = memory.data(8 * 4, 8);

const lzRecent: usize = memory.data(4 * 4, 8);
const deltaRecent: usize = memory.data(4 * 4, 8);
const deltaPowers: usize = memory.data(4 * 4, 8);

// Bases and extra bits of slots, laid down by the caller: see Slots in ../lzms-layout.ts.
const offsetBases: usize = memory.data(800 * 4, 8);
const offsetExtra: usize = memory.data(800, 8);
const lengthBases: usize = memory.data(55 * 4, 8);
const lengthExtra: usize = memory.data(56, 8);

const lastUse: usize = memory.data(65536 * 4, 8);
let origin: i32 = 65536;

let start: usize = 0;
let end: usize = 0;
let forward: usize = 0;
let range: u32 = 0;
let code: u32 = 0;
let backward: usize = 0;
let bits: u64 = 0;
let bitCount: i32 = 0;
let zeroBits: i32 = 0;
let failure: i32 = 0;

export function offsetBasesAt(): usize {
  return offsetBases;
}

export function offsetExtraAt(): usize {
  return offsetExtra;
}

export function lengthBasesAt(): usize {
  return lengthBases;
}

export function lengthExtraAt(): usize {
  return lengthExtra;
}

/** Offset in the input at which the last refusal was met. */
export function failedAt(): i32 {
  return <i32>(forward - start);
}

/** Unpacks the block. Returns 0, or the number of the refusal. */
export function decode(inputSize: i32, outputSize: i32, offsetSymbolCount: i32): i32 {
  start = input();
  end = start + inputSize;
  forward = start;
  if (inputSize < 4 || (inputSize & 1) !== 0) return 1;
  range = 0xffffffff;
  code = ((<u32>load<u16>(start)) << 16) | load<u16>(start + 2);
  forward = start + 4;
  backward = end;
  bits = 0;
  bitCount = 0;
  zeroBits = 0;
  failure = 0;
  for (let i: usize = 0; i < PROBABILITY_COUNT; i++) {
    store<u64>(probabilities + i * PROBABILITY_SIZE, 48);
    store<u64>(probabilities + i * PROBABILITY_SIZE, 0x55555555, 8);
  }
  memory.fill(states, 0, DECISION_COUNT * 4);
  resetCode(literals, 256, 1024);
  resetCode(lzOffsets, offsetSymbolCount, 1024);
  resetCode(deltaOffsets, offsetSymbolCount, 1024);
  resetCode(lengths, 54, 512);
  resetCode(powers, 8, 512);
  const refused = unpack(output(), output() + outputSize);
  if (zeroBits > bitCount) return 1;
  if (refused === 0) undoX86Filter(output(), outputSize);
  return refused;
}

function unpack(outStart: usize, outEnd: usize): i32 {
  let out: usize = outStart;
  let previous: i32 = 0;
  for (let i: u32 = 0; i < 4; i++) {
    store<u32>(lzRecent + (i << 2), i + 1);
    store<u32>(deltaRecent + (i << 2), i + 1);
    store<u32>(deltaPowers + (i << 2), 0);
  }
  let mainState: usize = 0;
  let matchState: usize = 0;
  // The decision before each item and the literal are most of the work: their state is held here, not in globals.
  let heldRange: u32 = range;
  let heldCode: u32 = code;
  let held: u64 = bits;
  let heldCount: i32 = bitCount;
  let heldBackward: usize = backward;
  let literalsLeft: i32 = load<i32>(literals, CODE_LEFT);
  const literalTable: usize = literals + CODE_TABLE;
  let lengthsLeft: i32 = load<i32>(lengths, CODE_LEFT);
  const lengthTable: usize = lengths + CODE_TABLE;
  while (out < outEnd) {
    let at: usize = probabilities + mainState * PROBABILITY_SIZE;
    if (heldRange <= 0xffff) {
      heldRange <<= 16;
      heldCode <<= 16;
      if (forward + 2 <= end) heldCode |= load<u16>(forward);
      forward += 2;
    }
    let zeros: u32 = load<u32>(at);
    let history: u64 = load<u64>(at, 8);
    let bound: u32 = (heldRange >> 6) * (zeros + <u32>(zeros === 0) - (zeros >> 6));
    if (heldCode < bound) {
      heldRange = bound;
      store<u32>(at, zeros + <u32>(history >> 63));
      store<u64>(at, history << 1, 8);
      mainState = (mainState << 1) & 15;
      // As symbolOf(literals) does.
      if (heldCount < 15) {
        if (heldBackward >= start + 8) {
          held |= load<u64>(heldBackward - 8) >> heldCount;
          const words: i32 = (63 - heldCount) >> 4;
          heldBackward -= words << 1;
          heldCount += words << 4;
        } else {
          spill(held, heldCount, heldBackward);
          fill();
          held = bits;
          heldCount = bitCount;
          heldBackward = backward;
        }
      }
      let entry: u32 = load<u32>(literalTable + (<usize>(held >> 54) << 2));
      if (entry & LINK) {
        entry = load<u32>(literalTable + ((<usize>(entry >> 8) + <usize>((held << 10) >> (64 - (entry & 31)))) << 2));
      }
      held <<= entry & 31;
      heldCount -= entry & 31;
      entry >>= 8;
      const frequency: usize = literals + CODE_FREQUENCIES + (entry << 2);
      store<u32>(frequency, load<u32>(frequency) + 1);
      store<u8>(out++, <u8>entry);
      if (--literalsLeft === 0) {
        renew(literals);
        literalsLeft = load<i32>(literals, CODE_LEFT);
      }
      previous = 0;
      continue;
    }
    heldRange -= bound;
    heldCode -= bound;
    store<u32>(at, zeros + <u32>(history >> 63) - 1);
    store<u64>(at, (history << 1) | 1, 8);
    mainState = ((mainState << 1) | 1) & 15;

    at = probabilities + (MATCH + matchState) * PROBABILITY_SIZE;
    if (heldRange <= 0xffff) {
      heldRange <<= 16;
      heldCode <<= 16;
      if (forward + 2 <= end) heldCode |= load<u16>(forward);
      forward += 2;
    }
    zeros = load<u32>(at);
    history = load<u64>(at, 8);
    bound = (heldRange >> 6) * (zeros + <u32>(zeros === 0) - (zeros >> 6));
    const isDelta: bool = heldCode >= bound;
    if (isDelta) {
      heldRange -= bound;
      heldCode -= bound;
    } else heldRange = bound;
    store<u32>(at, zeros + <u32>(history >> 63) - <u32>isDelta);
    store<u64>(at, (history << 1) | <u64>isDelta, 8);
    matchState = ((matchState << 1) | <usize>isDelta) & 31;

    range = heldRange;
    code = heldCode;
    spill(held, heldCount, heldBackward);
    const offset: u64 = isDelta ? deltaMatch(previous === 2 ? 1 : 0) : lzMatch(previous === 1 ? 1 : 0);
    previous = isDelta ? 2 : 1;
    if (failure !== 0) return failure;
    heldRange = range;
    heldCode = code;
    held = bits;
    heldCount = bitCount;
    heldBackward = backward;

    // As slotValue(lengths, ...) does: at most 15 + 30 bits.
    if (heldCount < 45) {
      if (heldBackward >= start + 8) {
        held |= load<u64>(heldBackward - 8) >> heldCount;
        const words: i32 = (63 - heldCount) >> 4;
        heldBackward -= words << 1;
        heldCount += words << 4;
      } else {
        spill(held, heldCount, heldBackward);
        fill();
        held = bits;
        heldCount = bitCount;
        heldBackward = backward;
      }
    }
    let slot: u32 = load<u32>(lengthTable + (<usize>(held >> 54) << 2));
    if (slot & LINK) {
      slot = load<u32>(lengthTable + ((<usize>(slot >> 8) + <usize>((held << 10) >> (64 - (slot & 31)))) << 2));
    }
    held <<= slot & 31;
    heldCount -= slot & 31;
    slot >>= 8;
    const slotFrequency: usize = lengths + CODE_FREQUENCIES + (slot << 2);
    store<u32>(slotFrequency, load<u32>(slotFrequency) + 1);
    if (--lengthsLeft === 0) {
      renew(lengths);
      lengthsLeft = load<i32>(lengths, CODE_LEFT);
    }
    const extra: i32 = load<u8>(lengthExtra + slot);
    const length: u32 = load<u32>(lengthBases + (slot << 2)) + <u32>((held >> 1) >> (63 - extra));
    held <<= extra;
    heldCount -= extra;
    const span: u64 = isDelta ? <u64>1 << load<u32>(deltaPowers) : 0;
    if (offset + span > <u64>(out - outStart) || length > <u32>(outEnd - out)) {
      spill(held, heldCount, heldBackward);
      return offset + span > <u64>(out - outStart) ? 4 : 5;
    }
    if (isDelta) copyDelta(out, <usize>offset, <usize>span, length);
    else copyMatch(out, <usize>offset, length);
    out += length;
  }
  spill(held, heldCount, heldBackward);
  return 0;
}

function spill(held: u64, heldCount: i32, heldBackward: usize): void {
  bits = held;
  bitCount = heldCount;
  backward = heldBackward;
}

/** Offset of a plain match. `skipped`: 1 where the newest offset in the queue is that of the item just before. */
function lzMatch(skipped: u32): u64 {
  let offset: u32;
  if (decideIn(LZ, 2) === 0) {
    offset = slotValue(lzOffsets, offsetBases, offsetExtra);
    shift(lzRecent, 3);
  } else {
    const index: u32 = repeatIndex(LZ_REPEAT, 4) + skipped;
    offset = load<u32>(lzRecent + (index << 2));
    shift(lzRecent, index);
  }
  store<u32>(lzRecent, offset);
  return offset;
}

/** Offset in bytes of a delta match, whose power is then the newest in its queue. */
function deltaMatch(skipped: u32): u64 {
  let power: u32;
  let scaledOffset: u32;
  if (decideIn(DELTA, 3) === 0) {
    power = symbolOf(powers);
    scaledOffset = slotValue(deltaOffsets, offsetBases, offsetExtra);
    shift(deltaRecent, 3);
    shift(deltaPowers, 3);
  } else {
    const index: u32 = repeatIndex(DELTA_REPEAT, 6) + skipped;
    power = load<u32>(deltaPowers + (index << 2));
    scaledOffset = load<u32>(deltaRecent + (index << 2));
    shift(deltaRecent, index);
    shift(deltaPowers, index);
  }
  store<u32>(deltaRecent, scaledOffset);
  store<u32>(deltaPowers, power);
  return (<u64>scaledOffset) << power;
}

function copyDelta(out: usize, offset: usize, span: usize, length: usize): void {
  const matchEnd: usize = out + length;
  let from: usize = out - offset;
  while (out < matchEnd) {
    store<u8>(out, load<u8>(from) + load<u8>(out - span) - load<u8>(from - span));
    out++;
    from++;
  }
}

/** One decision of the range coder, by the probability with this number. */
function decide(index: usize): u32 {
  const at: usize = probabilities + index * PROBABILITY_SIZE;
  if (range <= 0xffff) {
    range <<= 16;
    code <<= 16;
    if (forward + 2 <= end) code |= load<u16>(forward);
    forward += 2;
  }
  const zeros: u32 = load<u32>(at);
  const history: u64 = load<u64>(at, 8);
  const bound: u32 = (range >> 6) * min<u32>(63, max<u32>(1, zeros));
  if (code < bound) {
    range = bound;
    store<u32>(at, zeros + <u32>(history >> 63));
    store<u64>(at, history << 1, 8);
    return 0;
  }
  range -= bound;
  code -= bound;
  store<u32>(at, zeros + <u32>(history >> 63) - 1);
  store<u64>(at, (history << 1) | 1, 8);
  return 1;
}

/** A decision of the rarer kinds, whose state is kept in memory. All have 64 states. */
function decideIn(first: usize, state: usize): u32 {
  const at: usize = states + (state << 2);
  const held: u32 = load<u32>(at);
  const bit: u32 = decide(first + held);
  store<u32>(at, ((held << 1) | bit) & 63);
  return bit;
}

function repeatIndex(first: usize, state: usize): u32 {
  if (decideIn(first, state) === 0) return 0;
  return 1 + decideIn(first + 64, state + 1);
}

function shift(recent: usize, count: u32): void {
  for (let i: u32 = count; i > 0; i--) store<u32>(recent + (i << 2), load<u32>(recent + ((i - 1) << 2)));
}

/** Makes sure of 49 bits. Past the start they are zero, and counted. */
function fill(): void {
  if (bitCount > 48) return;
  if (backward >= start + 8) {
    bits |= load<u64>(backward - 8) >> bitCount;
    const words: i32 = (63 - bitCount) >> 4;
    backward -= words << 1;
    bitCount += words << 4;
    // Below the bits counted stand bits of words not yet taken: the same that will be set again.
    return;
  }
  bits &= ~(<u64>-1 >> bitCount);
  while (bitCount <= 47) {
    if (backward >= start + 2) {
      backward -= 2;
      bits |= (<u64>load<u16>(backward)) << (48 - bitCount);
    } else zeroBits += 16;
    bitCount += 16;
  }
}

function symbolOf(book: usize): u32 {
  fill();
  const table: usize = book + CODE_TABLE;
  let entry: u32 = load<u32>(table + (<usize>(bits >> 54) << 2));
  if (entry & LINK) {
    entry = load<u32>(table + ((<usize>(entry >> 8) + <usize>((bits << 10) >> (64 - (entry & 31)))) << 2));
  }
  if (entry === 0) {
    if (failure === 0) failure = 3;
    return 0;
  }
  bits <<= entry & 31;
  bitCount -= entry & 31;
  const symbol: u32 = entry >> 8;
  const frequency: usize = book + CODE_FREQUENCIES + (symbol << 2);
  store<u32>(frequency, load<u32>(frequency) + 1);
  const left: i32 = load<i32>(book, CODE_LEFT) - 1;
  store<i32>(book, left, CODE_LEFT);
  if (left === 0) renew(book);
  return symbol;
}

/** A slot's base and the bits that follow: at most 15 + 30, which one fill covers. */
function slotValue(book: usize, bases: usize, extraBits: usize): u32 {
  if (failure !== 0) return 0;
  const slot: u32 = symbolOf(book);
  const extra: i32 = load<u8>(extraBits + slot);
  const value: u32 = load<u32>(bases + (slot << 2)) + <u32>((bits >> 1) >> (63 - extra));
  bits <<= extra;
  bitCount -= extra;
  return value;
}

function resetCode(book: usize, symbolCount: i32, rebuildCount: i32): void {
  store<i32>(book, rebuildCount);
  store<i32>(book, symbolCount, 4);
  for (let i: i32 = 0; i < symbolCount; i++) store<u32>(book + CODE_FREQUENCIES + (i << 2), 1);
  rebuild(book);
}

function renew(book: usize): void {
  rebuild(book);
  const count: i32 = load<i32>(book, 4);
  let at: usize = book + CODE_FREQUENCIES;
  for (let i: i32 = 0; i < count; i++, at += 4) store<u32>(at, (load<u32>(at) >> 1) + 1);
}

function rebuild(book: usize): void {
  store<i32>(book, load<i32>(book), CODE_LEFT);
  const count: i32 = load<i32>(book, 4);
  makeLengths(book + CODE_FREQUENCIES, book + CODE_LENGTHS, count);
  // Two lengths of one even where only one symbol is in use, as in the twin.
  if (!buildTable(book + CODE_TABLE, ROOT_BITS, book + CODE_LENGTHS, count === 1 ? 2 : count)) unreachable();
}

function makeLengths(frequencies: usize, codeLengths: usize, count: i32): void {
  memory.fill(codeLengths, 0, SYMBOL_COUNT_MAX);
  if (count === 0) return;
  if (count === 1) {
    store<u16>(codeLengths, 0x0101);
    return;
  }
  sortByFrequency(frequencies, count);
  countLevels(count);
  let rank: usize = 0;
  for (let length: i32 = CODE_LENGTH_MAX; length >= 1; length--) {
    for (let left: u32 = load<u32>(leavesAt + (length << 2)); left > 0; left--) {
      store<u8>(codeLengths + (load<u32>(sorted + (rank << 2)) & SYMBOL_MASK), <u8>length);
      rank++;
    }
  }
}

/** Frequencies are below 65,536 (a code is made anew every 1024 symbols): two passes of a byte each, which keep the order. */
function sortByFrequency(frequencies: usize, count: i32): void {
  let all: u32 = 0;
  for (let symbol: i32 = 0; symbol < count; symbol++) {
    const frequency: u32 = load<u32>(frequencies + (symbol << 2));
    all |= frequency;
    store<u32>(scratch + (symbol << 2), (frequency << SYMBOL_BITS) | symbol);
  }
  sortByte(scratch, sorted, count, SYMBOL_BITS);
  if (all < 256) return;
  sortByte(sorted, scratch, count, SYMBOL_BITS + 8);
  memory.copy(sorted, scratch, count << 2);
}

function sortByte(from: usize, to: usize, count: i32, byteShift: u32): void {
  memory.fill(tallies, 0, 1024);
  for (let i: i32 = 0; i < count; i++) {
    const at: usize = tallies + (((load<u32>(from + (i << 2)) >> byteShift) & 255) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  let sum: u32 = 0;
  for (let at: usize = tallies; at < tallies + 1024; at += 4) {
    const tally: u32 = load<u32>(at);
    store<u32>(at, sum);
    sum += tally;
  }
  for (let i: i32 = 0; i < count; i++) {
    const value: u32 = load<u32>(from + (i << 2));
    const at: usize = tallies + (((value >> byteShift) & 255) << 2);
    const place: u32 = load<u32>(at);
    store<u32>(to + (place << 2), value);
    store<u32>(at, place + 1);
  }
}

function countLevels(count: i32): void {
  let leaf: i32 = 0;
  let inner: i32 = 0;
  for (let made: i32 = 0; made < count - 1; made++) {
    let weight: u32 = 0;
    for (let picks: i32 = 0; picks < 2; picks++) {
      const leafWeight: u32 = load<u32>(sorted + (leaf << 2)) >> SYMBOL_BITS;
      if (leaf < count && (inner === made || leafWeight <= load<u32>(weights + (inner << 2)))) {
        weight += leafWeight;
        leaf++;
      } else {
        weight += load<u32>(weights + (inner << 2));
        store<u32>(parents + (inner << 2), made);
        inner++;
      }
    }
    store<u32>(weights + (made << 2), weight);
  }
  memory.fill(leavesAt, 0, 20 * 4);
  store<u32>(weights + ((count - 2) << 2), 0); // from here on, depths
  store<u32>(leavesAt + 4, 2);
  for (let node: i32 = count - 3; node >= 0; node--) {
    const depth: i32 = load<i32>(weights + (load<u32>(parents + (node << 2)) << 2)) + 1;
    store<i32>(weights + (node << 2), depth);
    let level: i32 = depth;
    if (level >= CODE_LENGTH_MAX) {
      level = CODE_LENGTH_MAX - 1;
      while (load<u32>(leavesAt + (level << 2)) === 0) level--;
    }
    const at: usize = leavesAt + (level << 2);
    store<u32>(at, load<u32>(at) - 1);
    store<u32>(at + 4, load<u32>(at + 4) + 2);
  }
}

/** First place from `at` on where an instruction of interest may begin, or some place past `last`. */
function nextStart(at: usize, last: usize): usize {
  while (at < last) {
    const sixteen: v128 = v128.load(at);
    const found: v128 = v128.or(
      v128.or(
        v128.or(i8x16.eq(sixteen, i8x16.splat(0x48)), i8x16.eq(sixteen, i8x16.splat(0x4c))),
        v128.or(i8x16.eq(sixteen, i8x16.splat(<i8>0xe8)), i8x16.eq(sixteen, i8x16.splat(<i8>0xe9))),
      ),
      v128.or(i8x16.eq(sixteen, i8x16.splat(<i8>0xf0)), i8x16.eq(sixteen, i8x16.splat(<i8>0xff))),
    );
    const mask: i32 = i8x16.bitmask(found);
    if (mask !== 0) return at + <usize>ctz(mask);
    at += 16;
  }
  return at;
}

function undoX86Filter(bytes: usize, size: i32): void {
  if (size <= 17) return;
  const filterEnd: usize = bytes + size - 16;
  // Places count from an origin that moves on with each chunk, so those of the chunk before are out of reach by themselves.
  if (origin > 0x7fffffff - 2 * 65536 - size) {
    memory.fill(lastUse, 0, 65536 * 4);
    origin = 65536;
  }
  let lastCode: i32 = -1024;
  let at: usize = bytes + 1;
  for (;;) {
    at = nextStart(at, filterEnd);
    if (at >= filterEnd) break;
    const opcode: u32 = load<u8>(at);
    const second: u32 = load<u8>(at, 1);
    const third: u32 = load<u8>(at, 2);
    let opcodeSize: i32 = 0;
    let reach: i32 = 1023;
    if (opcode === 0xe8) {
      opcodeSize = 1;
      reach = 511;
    } else if (opcode === 0x48) {
      if ((second === 0x8b && (third === 0x05 || third === 0x0d)) || (second === 0x8d && (third & 7) === 5)) opcodeSize = 3;
    } else if (opcode === 0x4c) {
      if (second === 0x8d && (third & 7) === 5) opcodeSize = 3;
    } else if (opcode === 0xf0) {
      if (second === 0x83 && third === 0x05) opcodeSize = 3;
    } else if (opcode === 0xff) {
      if (second === 0x15) opcodeSize = 2;
    } else {
      at += 5;
      continue;
    }
    if (opcodeSize === 0) {
      at++;
      continue;
    }
    const place: i32 = <i32>(at - bytes);
    const field: usize = at + opcodeSize;
    if (place - lastCode <= reach) store<i32>(field, load<i32>(field) - place);
    const address: usize = lastUse + (((place + <i32>load<u16>(field)) & 0xffff) << 2);
    const lastByte: i32 = place + opcodeSize + 3;
    if (origin + lastByte - load<i32>(address) <= 65535) lastCode = lastByte;
    store<i32>(address, origin + lastByte);
    at = field + 4;
  }
  origin += size + 65536;
}
