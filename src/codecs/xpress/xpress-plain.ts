import { type BlockDecoder, REFUSAL, refusal } from '../codec.js';
import { buildTable, LINK, tableSize } from '../huffman/huffman.js';

/** @source MS-XCA 2.2.4, LZ77+Huffman decompression. */
const SYMBOL_COUNT = 512;
const LENGTHS_SIZE = SYMBOL_COUNT / 2; // four bits a symbol, the even one in the low half
const LITERAL_COUNT = 256;
const ROOT_BITS = 11;
const MATCH_MIN = 3;
const LENGTH_ESCAPE = 15; //       a byte follows
const LENGTH_BYTE_ESCAPE = 255; // two bytes follow instead

/** XPRESS with Huffman coding in TypeScript. */
export class PlainXpress implements BlockDecoder {
  readonly implementation = 'plain';
  readonly #lengths = new Uint8Array(SYMBOL_COUNT);
  readonly #table = new Uint32Array(tableSize(SYMBOL_COUNT, ROOT_BITS));
  #output = new Uint8Array(0);

  decode(input: Uint8Array, outputSize: number): Uint8Array {
    if (this.#output.length < outputSize) this.#output = new Uint8Array(outputSize);
    if (input.length < LENGTHS_SIZE) throw refusal('xpress', REFUSAL.input, input.length);
    const lengths = this.#lengths;
    for (let i = 0; i < LENGTHS_SIZE; i++) {
      lengths[2 * i] = input[i] & 15;
      lengths[2 * i + 1] = input[i] >> 4;
    }
    if (!buildTable(this.#table, ROOT_BITS, lengths, SYMBOL_COUNT)) throw refusal('xpress', REFUSAL.codeLengths, 0);
    this.#unpack(input, this.#output, outputSize);
    return this.#output.subarray(0, outputSize);
  }

  /**
   * The bit buffer holds 16 to 31 unread bits between items: long lengths stand as whole bytes between the 16-bit
   * words, so how far ahead words are taken is part of the format. Past the end words are zero, and are counted.
   */
  #unpack(input: Uint8Array, output: Uint8Array, outputSize: number): void {
    const table = this.#table;
    const inputSize = input.length;
    let at = LENGTHS_SIZE;
    let bits = 0;
    let bitCount = 0;
    let zeroBits = 0;
    let done = 0;

    const fail = (code: number) => refusal('xpress', zeroBits > bitCount ? REFUSAL.input : code, at);
    for (let i = 0; i < 2; i++) {
      if (at + 2 <= inputSize) {
        bits |= (input[at] | (input[at + 1] << 8)) << (16 - bitCount);
        at += 2;
      } else zeroBits += 16;
      bitCount += 16;
    }
    while (done < outputSize) {
      let entry = table[bits >>> (32 - ROOT_BITS)];
      if (entry & LINK) entry = table[(entry >>> 8) + ((bits << ROOT_BITS) >>> (32 - (entry & 31)))];
      const codeLength = entry & 31;
      if (codeLength === 0) throw fail(REFUSAL.symbol);
      bits <<= codeLength;
      bitCount -= codeLength;
      if (bitCount < 16) {
        if (at + 2 <= inputSize) {
          bits |= (input[at] | (input[at + 1] << 8)) << (16 - bitCount);
          at += 2;
        } else zeroBits += 16;
        bitCount += 16;
      }
      const symbol = entry >>> 8;
      if (symbol < LITERAL_COUNT) {
        output[done++] = symbol;
        continue;
      }
      let length = symbol & 15;
      const offsetBits = (symbol >>> 4) & 15;
      if (length === LENGTH_ESCAPE) {
        if (at >= inputSize) throw refusal('xpress', REFUSAL.input, at);
        const more = input[at++];
        length += more;
        if (more === LENGTH_BYTE_ESCAPE) {
          if (at + 2 > inputSize) throw refusal('xpress', REFUSAL.input, at);
          length = input[at] | (input[at + 1] << 8);
          at += 2;
          if (length < LENGTH_ESCAPE) throw fail(REFUSAL.matchLength);
        }
      }
      length += MATCH_MIN;
      const offset = (1 << offsetBits) + ((bits >>> 1) >>> (31 - offsetBits));
      bits <<= offsetBits;
      bitCount -= offsetBits;
      if (bitCount < 16) {
        if (at + 2 <= inputSize) {
          bits |= (input[at] | (input[at + 1] << 8)) << (16 - bitCount);
          at += 2;
        } else zeroBits += 16;
        bitCount += 16;
      }
      if (offset > done) throw fail(REFUSAL.matchOffset);
      const end = done + length;
      if (end > outputSize) throw fail(REFUSAL.matchLength);
      for (let from = done - offset; done < end; ) output[done++] = output[from++];
    }
    if (zeroBits > bitCount) throw refusal('xpress', REFUSAL.input, at);
  }
}
