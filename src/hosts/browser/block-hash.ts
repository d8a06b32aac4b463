import type { Hasher } from '../../bytes/hasher.js';

/** Both functions take blocks of this size and end with the length of the message in bits. @source FIPS 180-4, section 5. */
const BLOCK_SIZE = 64;
const LENGTH_SIZE = 8;

/** Mixes blocks into the state: all of `bytes` from `start` on, `count` blocks of 64 bytes. */
export type MixBlocks = (state: Int32Array, bytes: Uint8Array, start: number, count: number) => void;

/** The frame that SHA-1 and SHA-256 share: whole blocks are mixed where they lie, only what is left over is copied. */
export class BlockHash implements Hasher {
  readonly #state: Int32Array;
  readonly #mix: MixBlocks;
  readonly #rest = new Uint8Array(BLOCK_SIZE);
  #restSize = 0;
  #sizeBytes = 0;

  constructor(initial: readonly number[], mix: MixBlocks) {
    this.#state = Int32Array.from(initial);
    this.#mix = mix;
  }

  update(bytes: Uint8Array): void {
    this.#sizeBytes += bytes.length;
    let at = 0;
    if (this.#restSize > 0) {
      at = Math.min(BLOCK_SIZE - this.#restSize, bytes.length);
      this.#rest.set(bytes.subarray(0, at), this.#restSize);
      this.#restSize += at;
      if (this.#restSize < BLOCK_SIZE) return;
      this.#mix(this.#state, this.#rest, 0, 1);
      this.#restSize = 0;
    }
    const count = Math.floor((bytes.length - at) / BLOCK_SIZE);
    this.#mix(this.#state, bytes, at, count);
    at += count * BLOCK_SIZE;
    this.#restSize = bytes.length - at;
    this.#rest.set(bytes.subarray(at));
  }

  digest(): string {
    const isLong = this.#restSize + 1 + LENGTH_SIZE > BLOCK_SIZE;
    const end = new Uint8Array(isLong ? 2 * BLOCK_SIZE : BLOCK_SIZE);
    end.set(this.#rest.subarray(0, this.#restSize));
    end[this.#restSize] = 0x80;
    const length = new DataView(end.buffer, end.length - LENGTH_SIZE);
    length.setUint32(0, Math.floor(this.#sizeBytes / 2 ** 29));
    length.setUint32(4, (this.#sizeBytes << 3) >>> 0);
    this.#mix(this.#state, end, 0, end.length / BLOCK_SIZE);
    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
