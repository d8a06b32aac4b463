import type { LzxVariant } from './lzx-layout.js';

/**
 * What the two implementations of LZX have in common: a stretch of memory that blocks are unpacked into, and the
 * state of the stream between them. `lzx.ts` lays chunks and windows over it.
 */
export interface LzxEngine {
  readonly implementation: 'kernel' | 'plain';
  /** Unpacked bytes. Replaced by `reserve`: fetch it anew after. */
  readonly buffer: Uint8Array;
  /** File size for the call translation, from the stream's head; 0 where the stream is not translated. */
  readonly translationSize: number;
  /** Makes the buffer at least `size` bytes, keeping what stands in it. */
  reserve(size: number): void;
  /** Begins a stream. */
  reset(variant: LzxVariant, windowBits: number): void;
  /**
   * Unpacks one chunk or frame into `buffer` from `start` to `end`. Matches reach back to `buffer[0]`.
   *
   * @throws {FormatError} As `BlockDecoder.decode`.
   */
  decode(input: Uint8Array, start: number, end: number): void;
  /** Undoes the call translation over `buffer`, see `undoCallTranslation`. */
  undoCalls(start: number, end: number, position: number, fileSize: number): void;
}
