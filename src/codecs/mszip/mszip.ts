import { type BlockDecoder, chosen, REFUSAL, refusal, type StreamDecoder } from '../codec.js';
import type { InflateEngine } from './inflate-engine.js';
import { makeInflateKernel } from './inflate-kernel.js';
import { PlainInflate } from './inflate-plain.js';

/** Unpacked bytes of a block at most. @source MS-MCI 2.1. */
const MSZIP_BLOCK_SIZE_MAX = 32768;
const SIGNATURE_SIZE = 2;
const WINDOW_SIZE = 32768;
/** Blocks unpacked before the window is moved back to the front. */
const BUFFER_SIZE = 8 * MSZIP_BLOCK_SIZE_MAX;

/** A decoder for one cabinet folder of MSZIP: blocks must come in order, since they share a window. */
export function makeMszip(implementation?: BlockDecoder['implementation']): StreamDecoder {
  return new Mszip(
    chosen(
      implementation,
      () => makeInflateKernel(BUFFER_SIZE),
      () => new PlainInflate(BUFFER_SIZE),
    ),
  );
}

class Mszip implements StreamDecoder {
  readonly implementation: BlockDecoder['implementation'];
  readonly #engine: InflateEngine;
  #at = 0;

  constructor(engine: InflateEngine) {
    this.implementation = engine.implementation;
    this.#engine = engine;
  }

  restart(): void {
    this.#at = 0;
  }

  decode(input: Uint8Array, outputSize: number): Uint8Array {
    if (outputSize > MSZIP_BLOCK_SIZE_MAX) throw refusal('mszip', REFUSAL.blockSize, 0);
    if (input.length < SIGNATURE_SIZE) throw refusal('mszip', REFUSAL.input, input.length);
    if (input[0] !== 0x43 || input[1] !== 0x4b) throw refusal('mszip', REFUSAL.signature, 0); // CK
    if (this.#at + outputSize > BUFFER_SIZE) {
      this.#engine.buffer.copyWithin(0, this.#at - WINDOW_SIZE, this.#at);
      this.#at = WINDOW_SIZE;
    }
    const start = this.#at;
    this.#engine.inflate(input, SIGNATURE_SIZE, start, start + outputSize);
    this.#at += outputSize;
    return this.#engine.buffer.subarray(start, this.#at);
  }
}
