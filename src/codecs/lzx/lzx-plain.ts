import { REFUSAL, refusal } from '../codec.js';
import { buildTable, LINK, tableSize } from '../huffman/huffman.js';
import { undoCallTranslation } from './call-translation.js';
import type { LzxEngine } from './lzx-engine.js';
import {
  BLOCK,
  EXTRA_BITS,
  LZX,
  type LzxVariant,
  MAIN_SYMBOL_COUNT_MAX,
  OFFSET_BIAS,
  REPEAT_SLOT_COUNT,
  SLOT_BASE,
  slotCount,
} from './lzx-layout.js';

const ROOT_BITS = { main: 11, length: 10, aligned: 7, precode: 6 } as const;
const fail = (code: number, at: number) => refusal('lzx', code, at);

/** LZX in TypeScript. */
export class PlainLzx implements LzxEngine {
  readonly implementation = 'plain';
  buffer = new Uint8Array(0);

  readonly #mainLengths = new Uint8Array(MAIN_SYMBOL_COUNT_MAX);
  readonly #lengthLengths = new Uint8Array(LZX.lengthSymbolCount);
  readonly #alignedLengths = new Uint8Array(LZX.alignedSymbolCount);
  readonly #precodeLengths = new Uint8Array(LZX.precodeSymbolCount);
  readonly #mainTable = new Uint32Array(tableSize(MAIN_SYMBOL_COUNT_MAX, ROOT_BITS.main));
  readonly #lengthTable = new Uint32Array(tableSize(LZX.lengthSymbolCount, ROOT_BITS.length));
  readonly #alignedTable = new Uint32Array(tableSize(LZX.alignedSymbolCount, ROOT_BITS.aligned));
  readonly #precodeTable = new Uint32Array(tableSize(LZX.precodeSymbolCount, ROOT_BITS.precode));

  #variant: LzxVariant = 'wim';
  #windowBits = 0;
  #mainCount = 0;
  #blockType = 0;
  #blockLeft = 0;
  #padded = false; // the uncompressed block in hand is of odd size
  #offset0 = 1;
  #offset1 = 1;
  #offset2 = 1;
  #headerRead = false;
  translationSize = 0;

  #input: Uint8Array = new Uint8Array(0);
  #at = 0;
  #bits = 0;
  #bitCount = 0;
  #zeroBits = 0;

  reserve(size: number): void {
    if (this.buffer.length >= size) return;
    const grown = new Uint8Array(size);
    grown.set(this.buffer);
    this.buffer = grown;
  }

  reset(variant: LzxVariant, windowBits: number): void {
    this.#variant = variant;
    this.#windowBits = windowBits;
    this.#mainCount = LZX.literalCount + slotCount(windowBits) * LZX.lengthHeaderCount;
    this.#mainLengths.fill(0);
    this.#lengthLengths.fill(0);
    this.#blockLeft = 0;
    this.#offset0 = 1;
    this.#offset1 = 1;
    this.#offset2 = 1;
    this.#headerRead = variant === 'wim';
    this.translationSize = 0;
  }

  undoCalls(start: number, end: number, position: number, fileSize: number): void {
    undoCallTranslation(this.buffer, start, end, position, fileSize);
  }

  decode(input: Uint8Array, start: number, end: number): void {
    this.#input = input;
    this.#at = 0;
    this.#bits = 0;
    this.#bitCount = 0;
    this.#zeroBits = 0;
    try {
      if (!this.#headerRead) this.#readHeader();
      for (let done = start; done < end; ) {
        if (this.#blockLeft === 0) this.#readBlockHeader(end - done);
        const size = Math.min(this.#blockLeft, end - done);
        if (this.#blockType === BLOCK.uncompressed) this.#copyPlain(done, size);
        else this.#unpack(done, done + size);
        done += size;
        this.#blockLeft -= size;
        if (this.#blockLeft === 0 && this.#blockType === BLOCK.uncompressed && this.#padded) this.#at++;
      }
    } catch (error) {
      // What is met after the input ran out stands on bits that never were.
      if (this.#zeroBits > this.#bitCount) throw fail(REFUSAL.input, this.#at);
      throw error;
    }
    if (this.#zeroBits > this.#bitCount) throw fail(REFUSAL.input, this.#at);
  }

  #readHeader(): void {
    this.#headerRead = true;
    if (this.#take(1) === 0) return;
    const high = this.#take(16);
    this.translationSize = high * 0x10000 + this.#take(16);
  }

  #readBlockHeader(room: number): void {
    this.#blockType = this.#take(3);
    const size = this.#variant === 'wim' ? this.#wimBlockSize() : this.#take(16) * 256 + this.#take(8);
    if (size === 0 || (this.#variant === 'wim' && size > room)) throw fail(REFUSAL.blockSize, this.#at);
    switch (this.#blockType) {
      case BLOCK.aligned:
        for (let i = 0; i < LZX.alignedSymbolCount; i++) this.#alignedLengths[i] = this.#take(LZX.alignedBits);
        this.#build(this.#alignedTable, ROOT_BITS.aligned, this.#alignedLengths, LZX.alignedSymbolCount);
        this.#readCodes();
        break;
      case BLOCK.verbatim:
        this.#readCodes();
        break;
      case BLOCK.uncompressed:
        this.#leaveBits();
        this.#offset0 = this.#readOffset();
        this.#offset1 = this.#readOffset();
        this.#offset2 = this.#readOffset();
        this.#padded = size % 2 === 1;
        break;
      default:
        throw fail(REFUSAL.blockType, this.#at);
    }
    this.#blockLeft = size;
  }

  #wimBlockSize(): number {
    if (this.#take(1) === 1) return LZX.blockSizeDefault;
    const size = this.#take(16);
    return this.#windowBits > LZX.windowBitsMin ? size * 256 + this.#take(8) : size;
  }

  /** Goes on at the next whole word; where the bits end on one, a whole word of padding is passed over. */
  #leaveBits(): void {
    this.#take(1);
    const spareWords = this.#bitCount >> 4;
    this.#at -= 2 * Math.max(0, spareWords - (this.#zeroBits >> 4));
    this.#bits = 0;
    if (this.#zeroBits > this.#bitCount) throw fail(REFUSAL.input, this.#at);
    this.#bitCount = 0;
    this.#zeroBits = 0;
  }

  #readOffset(): number {
    const input = this.#input;
    const at = this.#at;
    if (at + 4 > input.length) throw fail(REFUSAL.input, at);
    this.#at += 4;
    const offset = (input[at] | (input[at + 1] << 8) | (input[at + 2] << 16) | (input[at + 3] << 24)) >>> 0;
    if (offset === 0) throw fail(REFUSAL.blockOffsets, at);
    return offset;
  }

  #copyPlain(start: number, size: number): void {
    if (this.#at + size > this.#input.length) throw fail(REFUSAL.input, this.#input.length);
    this.buffer.set(this.#input.subarray(this.#at, this.#at + size), start);
    this.#at += size;
  }

  #readCodes(): void {
    this.#readLengths(this.#mainLengths, 0, LZX.literalCount);
    this.#readLengths(this.#mainLengths, LZX.literalCount, this.#mainCount);
    this.#build(this.#mainTable, ROOT_BITS.main, this.#mainLengths, this.#mainCount);
    this.#readLengths(this.#lengthLengths, 0, LZX.lengthSymbolCount);
    this.#build(this.#lengthTable, ROOT_BITS.length, this.#lengthLengths, LZX.lengthSymbolCount);
  }

  /** Code lengths come as differences from those of the block before, modulo 17, themselves coded by a small code. */
  #readLengths(lengths: Uint8Array, start: number, end: number): void {
    for (let i = 0; i < LZX.precodeSymbolCount; i++) this.#precodeLengths[i] = this.#take(LZX.precodeBits);
    this.#build(this.#precodeTable, ROOT_BITS.precode, this.#precodeLengths, LZX.precodeSymbolCount);
    for (let i = start; i < end; ) {
      const symbol = this.#precodeSymbol();
      if (symbol < 17) {
        lengths[i] = (lengths[i] - symbol + 17) % 17;
        i++;
        continue;
      }
      let run: number;
      let value = 0;
      if (symbol === 17) run = 4 + this.#take(4);
      else if (symbol === 18) run = 20 + this.#take(5);
      else {
        run = 4 + this.#take(1);
        const difference = this.#precodeSymbol();
        if (difference > 16) throw fail(REFUSAL.codeLengths, this.#at);
        value = (lengths[i] - difference + 17) % 17;
      }
      if (i + run > end) throw fail(REFUSAL.codeLengths, this.#at);
      lengths.fill(value, i, i + run);
      i += run;
    }
  }

  #precodeSymbol(): number {
    this.#fill();
    let entry = this.#precodeTable[this.#bits >>> (32 - ROOT_BITS.precode)];
    if (entry & LINK) {
      entry = this.#precodeTable[(entry >>> 8) + ((this.#bits << ROOT_BITS.precode) >>> (32 - (entry & 31)))];
    }
    if (entry === 0) throw fail(REFUSAL.symbol, this.#at);
    this.#bits <<= entry & 31;
    this.#bitCount -= entry & 31;
    return entry >>> 8;
  }

  #build(table: Uint32Array, rootBits: number, lengths: Uint8Array, symbolCount: number): void {
    if (!buildTable(table, rootBits, lengths, symbolCount)) throw fail(REFUSAL.codeLengths, this.#at);
  }

  /** Makes sure of 17 bits. Past the end they are zero, and counted. */
  #fill(): void {
    if (this.#bitCount > 16) return;
    if (this.#at + 2 <= this.#input.length) {
      this.#bits |= (this.#input[this.#at] | (this.#input[this.#at + 1] << 8)) << (16 - this.#bitCount);
      this.#at += 2;
    } else this.#zeroBits += 16;
    this.#bitCount += 16;
  }

  /** Takes 1 to 17 bits. */
  #take(count: number): number {
    this.#fill();
    const value = this.#bits >>> (32 - count);
    this.#bits <<= count;
    this.#bitCount -= count;
    return value;
  }

  #unpack(start: number, end: number): void {
    const { buffer } = this;
    const input = this.#input;
    const inputEnd = input.length - 1;
    const mainTable = this.#mainTable;
    const lengthTable = this.#lengthTable;
    const alignedTable = this.#alignedTable;
    const alignedFrom = this.#blockType === BLOCK.aligned ? LZX.alignedBits : 32; // extra bits from which the aligned code is used
    let at = this.#at;
    let bits = this.#bits;
    let bitCount = this.#bitCount;
    let zeroBits = this.#zeroBits;
    let offset0 = this.#offset0;
    let offset1 = this.#offset1;
    let offset2 = this.#offset2;
    let done = start;
    let failure = 0;

    while (done < end) {
      if (bitCount <= 16) {
        if (at < inputEnd) {
          bits |= (input[at] | (input[at + 1] << 8)) << (16 - bitCount);
          at += 2;
        } else zeroBits += 16;
        bitCount += 16;
      }
      let entry = mainTable[bits >>> (32 - ROOT_BITS.main)];
      if (entry & LINK) entry = mainTable[(entry >>> 8) + ((bits << ROOT_BITS.main) >>> (32 - (entry & 31)))];
      bits <<= entry & 31;
      bitCount -= entry & 31;
      const symbol = entry >>> 8;
      if (symbol < LZX.literalCount) {
        if (entry === 0) {
          failure = REFUSAL.symbol;
          break;
        }
        buffer[done++] = symbol;
        continue;
      }

      let length = symbol & 7;
      const slot = (symbol - LZX.literalCount) >>> 3;
      if (length === LZX.longLengthHeader) {
        if (bitCount <= 16) {
          if (at < inputEnd) {
            bits |= (input[at] | (input[at + 1] << 8)) << (16 - bitCount);
            at += 2;
          } else zeroBits += 16;
          bitCount += 16;
        }
        entry = lengthTable[bits >>> (32 - ROOT_BITS.length)];
        if (entry & LINK) entry = lengthTable[(entry >>> 8) + ((bits << ROOT_BITS.length) >>> (32 - (entry & 31)))];
        if (entry === 0) {
          failure = REFUSAL.symbol;
          break;
        }
        bits <<= entry & 31;
        bitCount -= entry & 31;
        length += entry >>> 8;
      }
      length += LZX.matchMin;

      let offset: number;
      if (slot >= REPEAT_SLOT_COUNT) {
        if (bitCount <= 16) {
          if (at < inputEnd) {
            bits |= (input[at] | (input[at + 1] << 8)) << (16 - bitCount);
            at += 2;
          } else zeroBits += 16;
          bitCount += 16;
        }
        const extraBits = EXTRA_BITS[slot];
        offset = SLOT_BASE[slot] - OFFSET_BIAS;
        if (extraBits < alignedFrom) {
          offset += (bits >>> 1) >>> (31 - extraBits);
          bits <<= extraBits;
          bitCount -= extraBits;
        } else {
          const highBits = extraBits - LZX.alignedBits;
          offset += ((bits >>> 1) >>> (31 - highBits)) << LZX.alignedBits;
          bits <<= highBits;
          bitCount -= highBits;
          if (bitCount <= 16) {
            if (at < inputEnd) {
              bits |= (input[at] | (input[at + 1] << 8)) << (16 - bitCount);
              at += 2;
            } else zeroBits += 16;
            bitCount += 16;
          }
          entry = alignedTable[bits >>> (32 - ROOT_BITS.aligned)];
          if (entry === 0) {
            failure = REFUSAL.symbol;
            break;
          }
          bits <<= entry & 31;
          bitCount -= entry & 31;
          offset += entry >>> 8;
        }
        offset2 = offset1;
        offset1 = offset0;
        offset0 = offset;
      } else if (slot === 0) offset = offset0;
      else if (slot === 1) {
        offset = offset1;
        offset1 = offset0;
        offset0 = offset;
      } else {
        offset = offset2;
        offset2 = offset0;
        offset0 = offset;
      }
      if (offset > done) {
        failure = REFUSAL.matchOffset;
        break;
      }
      const matchEnd = done + length;
      if (matchEnd > end) {
        failure = REFUSAL.matchLength;
        break;
      }
      for (let from = done - offset; done < matchEnd; ) buffer[done++] = buffer[from++];
    }
    this.#at = at;
    this.#bits = bits;
    this.#bitCount = bitCount;
    this.#zeroBits = zeroBits;
    this.#offset0 = offset0;
    this.#offset1 = offset1;
    this.#offset2 = offset2;
    if (failure !== 0) throw fail(failure, at);
  }
}
