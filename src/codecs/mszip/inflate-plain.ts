import { REFUSAL, refusal } from '../codec.js';
import {
  buildDeflateTable,
  DEFLATE,
  DISTANCE_PAYLOADS,
  deflateTableSize,
  KIND,
  LITERAL_PAYLOADS,
  PRECODE_ORDER,
  PRECODE_PAYLOADS,
} from './deflate-table.js';
import type { InflateEngine } from './inflate-engine.js';

const BLOCK = { stored: 0, fixed: 1, dynamic: 2 } as const;
const LENGTHS_MAX = DEFLATE.literalSymbolCount + DEFLATE.distanceSymbolCount;
const fail = (code: number, at: number) => refusal('mszip', code, at);

const FIXED_LITERAL_LENGTHS = /* @__PURE__ */ new Uint8Array(DEFLATE.literalSymbolCount)
  .fill(8, 0, 144)
  .fill(9, 144, 256)
  .fill(7, 256, 280)
  .fill(8, 280);
const FIXED_DISTANCE_LENGTHS = /* @__PURE__ */ new Uint8Array(DEFLATE.distanceSymbolCount).fill(5);

/** Inflate in TypeScript. Past the end of the input bits are zero, and are counted. */
export class PlainInflate implements InflateEngine {
  readonly implementation = 'plain';
  readonly buffer: Uint8Array;
  readonly #lengths = new Uint8Array(LENGTHS_MAX);
  readonly #precode = new Uint8Array(DEFLATE.precodeSymbolCount);
  readonly #literalTable = new Uint32Array(deflateTableSize(DEFLATE.literalSymbolCount, DEFLATE.literalRootBits));
  readonly #distanceTable = new Uint32Array(deflateTableSize(DEFLATE.distanceSymbolCount, DEFLATE.distanceRootBits));
  readonly #precodeTable = new Uint32Array(1 << DEFLATE.precodeRootBits);
  #input: Uint8Array = new Uint8Array(0);
  #at = 0;
  #bits = 0;
  #bitCount = 0;
  #zeroBits = 0;

  constructor(size: number) {
    this.buffer = new Uint8Array(size);
  }

  inflate(input: Uint8Array, skip: number, start: number, end: number): void {
    this.#input = input;
    this.#at = skip;
    this.#bits = 0;
    this.#bitCount = 0;
    this.#zeroBits = 0;
    try {
      let done = start;
      for (let isLast = false; !isLast; ) {
        isLast = this.#take(1) === 1;
        done = this.#block(this.#take(2), done, end);
        if (this.#zeroBits > this.#bitCount) throw fail(REFUSAL.input, this.#at); // an endless row of empty blocks
      }
      if (done !== end) throw fail(REFUSAL.blockSize, this.#at);
    } catch (error) {
      if (this.#zeroBits > this.#bitCount) throw fail(REFUSAL.input, this.#at);
      throw error;
    }
  }

  #block(type: number, done: number, end: number): number {
    switch (type) {
      case BLOCK.stored:
        return this.#copyStored(done, end);
      case BLOCK.fixed:
        this.#build(
          FIXED_LITERAL_LENGTHS,
          DEFLATE.literalSymbolCount,
          FIXED_DISTANCE_LENGTHS,
          DEFLATE.distanceSymbolCount,
        );
        return this.#unpack(done, end);
      case BLOCK.dynamic:
        this.#readCodes();
        return this.#unpack(done, end);
      default:
        throw fail(REFUSAL.blockType, this.#at);
    }
  }

  #copyStored(start: number, end: number): number {
    this.#fill();
    this.#drop(this.#bitCount & 7);
    const size = this.#take(16);
    const check = this.#take(16);
    if (this.#zeroBits > this.#bitCount) throw fail(REFUSAL.input, this.#at);
    if ((size ^ check) !== 0xffff) throw fail(REFUSAL.blockSize, this.#at);
    this.#at -= (this.#bitCount >> 3) - (this.#zeroBits >> 3); // whole bytes taken too soon
    this.#bits = 0;
    this.#bitCount = 0;
    this.#zeroBits = 0;
    if (this.#at + size > this.#input.length) throw fail(REFUSAL.input, this.#at);
    if (size > end - start) throw fail(REFUSAL.blockSize, this.#at);
    this.buffer.set(this.#input.subarray(this.#at, this.#at + size), start);
    this.#at += size;
    return start + size;
  }

  #readCodes(): void {
    const literalCount = 257 + this.#take(5);
    const distanceCount = 1 + this.#take(5);
    const precodeCount = 4 + this.#take(4);
    if (literalCount > DEFLATE.literalSymbolsUsed || distanceCount > DEFLATE.distanceSymbolsUsed) {
      throw fail(REFUSAL.codeLengths, this.#at);
    }
    this.#precode.fill(0);
    for (let i = 0; i < precodeCount; i++) this.#precode[PRECODE_ORDER[i]] = this.#take(3);
    const { precodeRootBits, precodeSymbolCount } = DEFLATE;
    if (!buildDeflateTable(this.#precodeTable, precodeRootBits, this.#precode, precodeSymbolCount, PRECODE_PAYLOADS)) {
      throw fail(REFUSAL.codeLengths, this.#at);
    }
    const lengths = this.#lengths;
    const count = literalCount + distanceCount;
    for (let i = 0; i < count; ) {
      this.#fill();
      const entry = this.#precodeTable[this.#bits & ((1 << precodeRootBits) - 1)];
      if (entry === 0) throw fail(REFUSAL.symbol, this.#at);
      this.#drop(entry & 31);
      const symbol = entry >>> 16;
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw fail(REFUSAL.codeLengths, this.#at);
      const value = symbol === 16 ? lengths[i - 1] : 0;
      const run = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (i + run > count) throw fail(REFUSAL.codeLengths, this.#at);
      lengths.fill(value, i, i + run);
      i += run;
    }
    if (lengths[256] === 0) throw fail(REFUSAL.codeLengths, this.#at);
    this.#build(lengths, literalCount, lengths.subarray(literalCount, count), distanceCount);
  }

  #build(literals: Uint8Array, literalCount: number, distances: Uint8Array, distanceCount: number): void {
    const { literalRootBits, distanceRootBits } = DEFLATE;
    if (
      !buildDeflateTable(this.#literalTable, literalRootBits, literals, literalCount, LITERAL_PAYLOADS) ||
      !buildDeflateTable(this.#distanceTable, distanceRootBits, distances, distanceCount, DISTANCE_PAYLOADS)
    ) {
      throw fail(REFUSAL.codeLengths, this.#at);
    }
  }

  /** Makes sure of 17 bits. */
  #fill(): void {
    while (this.#bitCount <= 16) {
      if (this.#at < this.#input.length) this.#bits |= this.#input[this.#at++] << this.#bitCount;
      else this.#zeroBits += 8;
      this.#bitCount += 8;
    }
  }

  #drop(count: number): void {
    this.#bits >>>= count;
    this.#bitCount -= count;
  }

  /** Takes up to 16 bits. */
  #take(count: number): number {
    this.#fill();
    const value = this.#bits & ((1 << count) - 1);
    this.#drop(count);
    return value;
  }

  #unpack(start: number, end: number): number {
    const { buffer } = this;
    const literalTable = this.#literalTable;
    const distanceTable = this.#distanceTable;
    const { literalRootBits, distanceRootBits } = DEFLATE;
    let done = start;
    for (;;) {
      this.#fill();
      let entry = literalTable[this.#bits & ((1 << literalRootBits) - 1)];
      if (entry & KIND.link) {
        entry = literalTable[(entry >>> 16) + ((this.#bits >>> literalRootBits) & ((1 << (entry & 31)) - 1))];
      }
      this.#drop(entry & 31);
      if (entry & KIND.literal) {
        if (done === end) throw fail(REFUSAL.blockSize, this.#at);
        buffer[done++] = entry >>> 16;
        continue;
      }
      if (entry & KIND.end) return done;
      if (entry >>> 16 === 0) throw fail(REFUSAL.symbol, this.#at);
      const length = (entry >>> 16) + this.#take((entry >> 5) & 31);
      this.#fill();
      entry = distanceTable[this.#bits & ((1 << distanceRootBits) - 1)];
      if (entry & KIND.link) {
        entry = distanceTable[(entry >>> 16) + ((this.#bits >>> distanceRootBits) & ((1 << (entry & 31)) - 1))];
      }
      this.#drop(entry & 31);
      if (entry >>> 16 === 0) throw fail(REFUSAL.symbol, this.#at);
      const distance = (entry >>> 16) + this.#take((entry >> 5) & 31);
      if (distance > done) throw fail(REFUSAL.matchOffset, this.#at);
      if (length > end - done) throw fail(REFUSAL.matchLength, this.#at);
      const matchEnd = done + length;
      for (let from = done - distance; done < matchEnd; ) buffer[done++] = buffer[from++];
    }
  }
}
