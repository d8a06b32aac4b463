import { type BlockDecoder, chosen, type StreamDecoder } from '../codec.js';
import { undoCallTranslation } from './call-translation.js';
import type { LzxEngine } from './lzx-engine.js';
import { makeLzxKernel } from './lzx-kernel.js';
import { LZX, WIM_TRANSLATION_SIZE } from './lzx-layout.js';
import { PlainLzx } from './lzx-plain.js';

export const LZX_WINDOW_BITS_MIN = LZX.windowBitsMin;
export const LZX_WINDOW_BITS_MAX = LZX.windowBitsMax;
const FRAME_SIZE = 32768;
const CALL_FRAMES_MAX = 32768; // the call translation ends after 1 GiB

/** A decoder for WIM chunks of up to 2^windowBits bytes; they stand alone. */
export function makeLzxChunks(windowBits: number, implementation?: BlockDecoder['implementation']): BlockDecoder {
  const engine = makeEngine(implementation);
  return {
    implementation: engine.implementation,
    decode(input, outputSize) {
      engine.reserve(outputSize);
      engine.reset('wim', windowBits);
      engine.decode(input, 0, outputSize);
      engine.undoCalls(0, outputSize, 0, WIM_TRANSLATION_SIZE);
      return engine.buffer.subarray(0, outputSize);
    },
  };
}

/** A decoder for one cabinet folder: frames of up to 32 KiB that must come in order. */
export function makeLzxStream(windowBits: number, implementation?: BlockDecoder['implementation']): StreamDecoder {
  return new LzxStream(windowBits, makeEngine(implementation));
}

/**
 * Keeps the window at the front of a longer buffer and slides it back when the end is reached, so that a match is
 * one copy without wrapping.
 */
class LzxStream implements StreamDecoder {
  readonly implementation: 'kernel' | 'plain';
  readonly #engine: LzxEngine;
  readonly #windowBits: number;
  readonly #windowSize: number;
  readonly #capacity: number;
  #at = 0;
  #position = 0;
  #frameIndex = 0;
  #translated = new Uint8Array(0);

  constructor(windowBits: number, engine: LzxEngine) {
    this.implementation = engine.implementation;
    this.#engine = engine;
    this.#windowBits = windowBits;
    this.#windowSize = 1 << windowBits;
    this.#capacity = 2 * this.#windowSize + FRAME_SIZE;
    engine.reserve(FRAME_SIZE);
    this.restart();
  }

  restart(): void {
    this.#engine.reset('cab', this.#windowBits);
    this.#at = 0;
    this.#position = 0;
    this.#frameIndex = 0;
  }

  decode(input: Uint8Array, outputSize: number): Uint8Array {
    const engine = this.#engine;
    if (this.#at + outputSize > this.#capacity) {
      engine.buffer.copyWithin(0, this.#at - this.#windowSize, this.#at);
      this.#at = this.#windowSize;
    }
    const start = this.#at;
    const end = start + outputSize;
    if (end > engine.buffer.length) engine.reserve(Math.min(this.#capacity, Math.max(end, 2 * engine.buffer.length)));
    engine.decode(input, start, end);
    const position = this.#position;
    this.#at = end;
    this.#position += outputSize;
    const unpacked = engine.buffer.subarray(start, end);
    if (engine.translationSize === 0 || this.#frameIndex++ >= CALL_FRAMES_MAX) return unpacked;
    return this.#undoCalls(unpacked, position);
  }

  /** Later matches refer to the bytes as they were packed, so the translation is undone on a copy. */
  #undoCalls(unpacked: Uint8Array, position: number): Uint8Array {
    if (this.#translated.length < unpacked.length) this.#translated = new Uint8Array(FRAME_SIZE);
    const translated = this.#translated.subarray(0, unpacked.length);
    translated.set(unpacked);
    undoCallTranslation(translated, 0, translated.length, position, this.#engine.translationSize);
    return translated;
  }
}

function makeEngine(implementation?: BlockDecoder['implementation']): LzxEngine {
  return chosen(implementation, makeLzxKernel, () => new PlainLzx());
}
