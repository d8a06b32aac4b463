import { type BlockDecoder, REFUSAL, refusal } from '../codec.js';
import { LINK } from '../huffman/huffman.js';
import { AdaptiveCode, ROOT_BITS } from './adaptive-code.js';
import { LENGTH_SLOTS, LZMS, OFFSET_SLOTS, offsetSymbolCount, type Slots } from './lzms-layout.js';
import { undoX86Filter } from './x86-filter.js';

const PROBABILITY_INITIAL = 48; // zeros among the last 64 decisions, the history below says which
const HISTORY_LOW = 0x55555555;
const HISTORY_HIGH = 0;
const INPUT_SIZE_MIN = 4;

/** The decisions, and where the probabilities of each begin. */
const DECISION = { main: 0, match: 1, lz: 2, delta: 3, lzRepeat: 4, deltaRepeat: 6 } as const; // repeats have two each
const STATE_COUNTS = [LZMS.mainStates, LZMS.matchStates, ...new Array<number>(6).fill(LZMS.otherStates)];
const STARTS = STATE_COUNTS.map((_, index) => STATE_COUNTS.slice(0, index).reduce((sum, count) => sum + count, 0));
const PROBABILITY_COUNT = STATE_COUNTS.reduce((sum, count) => sum + count, 0);

/** What the item before was: a match of the same kind is not yet in its queue. */
const PREVIOUS = { literal: 0, lz: 1, delta: 2 } as const;

const fail = (code: number, at: number) => refusal('lzms', code, at);

/**
 * LZMS in TypeScript. Two streams share the input: decisions come from a range coder that reads forward from the
 * start, symbols and extra bits from Huffman codes that read backward from the end.
 */
export class PlainLzms implements BlockDecoder {
  readonly implementation = 'plain';
  #output = new Uint8Array(0);
  readonly #lastUse = new Int32Array(65536);

  readonly #literals = new AdaptiveCode(LZMS.literalCount, LZMS.literalRebuild);
  readonly #lzOffsets = new AdaptiveCode(LZMS.offsetSymbolCountMax, LZMS.offsetRebuild);
  readonly #deltaOffsets = new AdaptiveCode(LZMS.offsetSymbolCountMax, LZMS.offsetRebuild);
  readonly #lengths = new AdaptiveCode(LZMS.lengthSymbolCount, LZMS.lengthRebuild);
  readonly #powers = new AdaptiveCode(LZMS.powerSymbolCount, LZMS.powerRebuild);

  readonly #zeros = new Uint8Array(PROBABILITY_COUNT);
  readonly #historyLow = new Int32Array(PROBABILITY_COUNT);
  readonly #historyHigh = new Int32Array(PROBABILITY_COUNT);
  readonly #states = new Uint8Array(STATE_COUNTS.length);

  #input: Uint8Array = new Uint8Array(0);
  #forward = 0;
  #range = 0;
  #code = 0;
  #backward = 0;
  #bits = 0;
  #bitCount = 0;
  #zeroBits = 0;

  decode(input: Uint8Array, outputSize: number): Uint8Array {
    if (this.#output.length < outputSize) this.#output = new Uint8Array(outputSize);
    if (input.length < INPUT_SIZE_MIN || input.length % 2 !== 0) throw fail(REFUSAL.input, input.length);
    this.#reset(input, outputSize);
    try {
      this.#unpack(outputSize);
    } catch (error) {
      if (this.#zeroBits > this.#bitCount) throw fail(REFUSAL.input, this.#forward);
      throw error;
    }
    if (this.#zeroBits > this.#bitCount) throw fail(REFUSAL.input, this.#forward);
    undoX86Filter(this.#output, outputSize, this.#lastUse);
    return this.#output.subarray(0, outputSize);
  }

  #reset(input: Uint8Array, outputSize: number): void {
    this.#input = input;
    this.#range = 0xffffffff;
    this.#code = (((input[0] | (input[1] << 8)) << 16) | input[2] | (input[3] << 8)) >>> 0;
    this.#forward = 4;
    this.#backward = input.length;
    this.#bits = 0;
    this.#bitCount = 0;
    this.#zeroBits = 0;
    this.#zeros.fill(PROBABILITY_INITIAL);
    this.#historyLow.fill(HISTORY_LOW);
    this.#historyHigh.fill(HISTORY_HIGH);
    this.#states.fill(0);
    const offsetCount = offsetSymbolCount(outputSize);
    this.#literals.reset(LZMS.literalCount);
    this.#lzOffsets.reset(offsetCount);
    this.#deltaOffsets.reset(offsetCount);
    this.#lengths.reset(LZMS.lengthSymbolCount);
    this.#powers.reset(LZMS.powerSymbolCount);
  }

  #unpack(outputSize: number): void {
    const output = this.#output;
    const lzRecent = new Uint32Array([1, 2, 3, 4]);
    const deltaRecent = new Uint32Array([1, 2, 3, 4]);
    const deltaPowers = new Uint8Array(4);
    let previous: number = PREVIOUS.literal;
    for (let done = 0; done < outputSize; ) {
      if (this.#decide(DECISION.main) === 0) {
        output[done++] = this.#symbol(this.#literals);
        previous = PREVIOUS.literal;
        continue;
      }
      if (this.#decide(DECISION.match) === 0) {
        let offset: number;
        if (this.#decide(DECISION.lz) === 0) {
          offset = this.#slotValue(this.#lzOffsets, OFFSET_SLOTS);
          shift(lzRecent, 3);
        } else {
          const index = this.#repeatIndex(DECISION.lzRepeat) + (previous === PREVIOUS.lz ? 1 : 0);
          offset = lzRecent[index];
          shift(lzRecent, index);
        }
        lzRecent[0] = offset;
        previous = PREVIOUS.lz;
        const length = this.#slotValue(this.#lengths, LENGTH_SLOTS);
        if (offset > done) throw fail(REFUSAL.matchOffset, this.#forward);
        if (length > outputSize - done) throw fail(REFUSAL.matchLength, this.#forward);
        const end = done + length;
        for (let from = done - offset; done < end; ) output[done++] = output[from++];
        continue;
      }
      let power: number;
      let scaledOffset: number;
      if (this.#decide(DECISION.delta) === 0) {
        power = this.#symbol(this.#powers);
        scaledOffset = this.#slotValue(this.#deltaOffsets, OFFSET_SLOTS);
        shift(deltaRecent, 3);
        shift(deltaPowers, 3);
      } else {
        const index = this.#repeatIndex(DECISION.deltaRepeat) + (previous === PREVIOUS.delta ? 1 : 0);
        power = deltaPowers[index];
        scaledOffset = deltaRecent[index];
        shift(deltaRecent, index);
        shift(deltaPowers, index);
      }
      deltaRecent[0] = scaledOffset;
      deltaPowers[0] = power;
      previous = PREVIOUS.delta;
      const length = this.#slotValue(this.#lengths, LENGTH_SLOTS);
      const span = 1 << power;
      const offset = scaledOffset * span;
      if (offset + span > done) throw fail(REFUSAL.matchOffset, this.#forward);
      if (length > outputSize - done) throw fail(REFUSAL.matchLength, this.#forward);
      const end = done + length;
      for (let from = done - offset; done < end; done++, from++) {
        output[done] = output[from] + output[done - span] - output[from - span];
      }
    }
  }

  /** One decision of the range coder. */
  #decide(decision: number): number {
    const at = STARTS[decision] + this.#states[decision];
    if (this.#range <= 0xffff) {
      this.#range = (this.#range << 16) >>> 0;
      // Past the end the range coder reads zeros: its last bits may never be needed.
      const word =
        this.#forward + 2 <= this.#input.length
          ? this.#input[this.#forward] | (this.#input[this.#forward + 1] << 8)
          : 0;
      this.#code = ((this.#code << 16) | word) >>> 0;
      this.#forward += 2;
    }
    const zeros = Math.min(63, Math.max(1, this.#zeros[at]));
    const bound = (this.#range >>> 6) * zeros;
    const bit = this.#code < bound ? 0 : 1;
    if (bit === 0) this.#range = bound;
    else {
      this.#range -= bound;
      this.#code -= bound;
    }
    this.#zeros[at] += (this.#historyHigh[at] >>> 31) - bit;
    this.#historyHigh[at] = (this.#historyHigh[at] << 1) | (this.#historyLow[at] >>> 31);
    this.#historyLow[at] = (this.#historyLow[at] << 1) | bit;
    this.#states[decision] = ((this.#states[decision] << 1) | bit) & (STATE_COUNTS[decision] - 1);
    return bit;
  }

  #repeatIndex(decision: number): number {
    if (this.#decide(decision) === 0) return 0;
    return 1 + this.#decide(decision + 1);
  }

  /** Makes sure of 17 bits. Past the start they are zero, and counted. */
  #fill(): void {
    if (this.#bitCount > 16) return;
    if (this.#backward >= 2) {
      this.#backward -= 2;
      this.#bits |= (this.#input[this.#backward] | (this.#input[this.#backward + 1] << 8)) << (16 - this.#bitCount);
    } else this.#zeroBits += 16;
    this.#bitCount += 16;
  }

  #take(count: number): number {
    if (count === 0) return 0;
    this.#fill();
    const value = this.#bits >>> (32 - count);
    this.#bits <<= count;
    this.#bitCount -= count;
    return value;
  }

  #symbol(code: AdaptiveCode): number {
    this.#fill();
    let entry = code.table[this.#bits >>> (32 - ROOT_BITS)];
    if (entry & LINK) entry = code.table[(entry >>> 8) + ((this.#bits << ROOT_BITS) >>> (32 - (entry & 31)))];
    if (entry === 0) throw fail(REFUSAL.symbol, this.#forward);
    this.#bits <<= entry & 31;
    this.#bitCount -= entry & 31;
    const symbol = entry >>> 8;
    code.saw(symbol);
    return symbol;
  }

  #slotValue(code: AdaptiveCode, slots: Slots): number {
    const slot = this.#symbol(code);
    const extraBits = slots.extraBits[slot];
    if (extraBits <= 16) return slots.bases[slot] + this.#take(extraBits);
    const high = this.#take(extraBits - 16);
    return slots.bases[slot] + high * 0x10000 + this.#take(16);
  }
}

/** Moves the first `count` entries one place on; the first is then to be written. */
function shift(recent: Uint32Array | Uint8Array, count: number): void {
  recent.copyWithin(1, 0, count);
}
