import { type ByteSource, checkRange } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import { makeLzxChunks } from '../../codecs/lzx/lzx.js';
import { makeXpress } from '../../codecs/xpress/xpress.js';
import type { WofAlgorithm } from './reparse.js';

/** The alternate stream that holds what WOF packed. */
export const WOF_STREAM = 'WofCompressedData';

const CHUNK_SIZES: Readonly<Record<WofAlgorithm, number>> = {
  xpress4k: 4096,
  xpress8k: 8192,
  xpress16k: 16384,
  lzx: 32768,
};
/** Files of this size and above have a table of 8-byte offsets. */
const LARGE_FILE_BYTES = 2 ** 32;
const CHUNKS_KEPT = 8;
const LZX_WINDOW_BITS = 15; // a chunk is a window

/** Unpacks one chunk to exactly `outputSize` bytes. */
export type UnpackChunk = (input: Uint8Array, outputSize: number) => Uint8Array;

/**
 * The content of a file that Windows packed by WOF ("CompactOS"): a table of where each chunk but the first starts,
 * counted from the end of the table, and the chunks. A chunk stored at its full size is not packed.
 */
export class WofSource implements ByteSource {
  readonly size: number;
  readonly #packed: ByteSource;
  readonly #chunkSize: number;
  readonly #chunkCount: number;
  readonly #offsetSize: number;
  readonly #tableSize: number;
  readonly #unpack: UnpackChunk;
  readonly #chunks = new Map<number, Uint8Array>();

  /** @throws {FormatError} `truncated` if the packed stream is shorter than its table. */
  constructor(packed: ByteSource, size: number, algorithm: WofAlgorithm, unpack: UnpackChunk = unpackerOf(algorithm)) {
    this.#packed = packed;
    this.size = size;
    this.#chunkSize = CHUNK_SIZES[algorithm];
    this.#chunkCount = Math.ceil(size / this.#chunkSize);
    this.#offsetSize = size < LARGE_FILE_BYTES ? 4 : 8;
    this.#tableSize = Math.max(0, this.#chunkCount - 1) * this.#offsetSize;
    this.#unpack = unpack;
    checkRange(packed, 0, this.#tableSize, 'ntfs.wof.table');
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length);
    const joined = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const index = Math.floor((offset + done) / this.#chunkSize);
      const within = offset + done - index * this.#chunkSize;
      const part = this.#chunk(index).subarray(within, within + length - done);
      joined.set(part, done);
      done += part.length;
    }
    return joined;
  }

  #chunk(index: number): Uint8Array {
    const kept = this.#chunks.get(index);
    if (kept !== undefined) return kept;
    const start = index === 0 ? this.#tableSize : this.#offsetAt(index - 1);
    const end = index === this.#chunkCount - 1 ? this.#packed.size : this.#offsetAt(index);
    const size = Math.min(this.#chunkSize, this.size - index * this.#chunkSize);
    if (end < start || end - start > size) {
      const detail = {
        what: 'ntfs.wof.chunk',
        sourceOffset: start,
        expected: `0 to ${size} bytes`,
        actual: end - start,
      };
      throw new FormatError('bad-range', detail);
    }
    const stored = this.#packed.read(start, end - start);
    const chunk = end - start === size ? stored : this.#unpack(stored, size).slice();
    this.#chunks.set(index, chunk);
    if (this.#chunks.size > CHUNKS_KEPT) this.#chunks.delete(this.#chunks.keys().next().value as number);
    return chunk;
  }

  #offsetAt(entry: number): number {
    const at = entry * this.#offsetSize;
    const view = new ByteView(this.#packed.read(at, this.#offsetSize), at);
    return this.#tableSize + (this.#offsetSize === 4 ? view.u32(0) : view.u64(0, 'ntfs.wof.table'));
  }
}

function unpackerOf(algorithm: WofAlgorithm): UnpackChunk {
  const decoder = algorithm === 'lzx' ? makeLzxChunks(LZX_WINDOW_BITS) : makeXpress();
  return (input, outputSize) => decoder.decode(input, outputSize);
}
