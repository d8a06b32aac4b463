import { type ByteSource, checkRange, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import type { StreamDecoder } from '../../codecs/codec.js';
import { makeLzxStream } from '../../codecs/lzx/lzx.js';
import { makeMszip } from '../../codecs/mszip/mszip.js';
import type { CabFolder } from './header.js';

/** Offsets in the head of a data block. */
const BLOCK = { checksum: 0, packedSize: 4, unpackedSize: 6, size: 8 } as const;
const BLOCK_SIZE_MAX = 32768;
/** Unpacked blocks kept for readers that go back a little; who goes back further has the folder unpacked again. */
const KEPT_COUNT = 128;

const storedBlocks: StreamDecoder = {
  implementation: 'plain',
  restart() {},
  decode(input, outputSize) {
    if (input.length === outputSize) return input;
    throw new FormatError('bad-range', {
      what: 'none.size',
      sourceOffset: 0,
      expected: outputSize,
      actual: input.length,
    });
  },
};

/** Decoders that no folder is using: each has memory of its own, and a cabinet may have thousands of folders. */
export class DecoderPool {
  readonly #free = new Map<string, StreamDecoder[]>();

  take(folder: CabFolder): StreamDecoder {
    const decoder = this.#free.get(keyOf(folder))?.pop() ?? makeDecoder(folder);
    decoder.restart();
    return decoder;
  }

  give(folder: CabFolder, decoder: StreamDecoder): void {
    const free = this.#free.get(keyOf(folder));
    if (free === undefined) this.#free.set(keyOf(folder), [decoder]);
    else free.push(decoder);
  }
}

const keyOf = ({ compression, windowBits }: CabFolder) => `${compression} ${windowBits}`;

function makeDecoder({ compression, windowBits, dataOffset }: CabFolder): StreamDecoder {
  switch (compression) {
    case 'none':
      return storedBlocks;
    case 'mszip':
      return makeMszip();
    case 'lzx':
      return makeLzxStream(windowBits);
    case 'quantum':
      throw new FormatError('unsupported', { what: 'cab.folder.quantum', sourceOffset: dataOffset });
  }
}

/**
 * The unpacked bytes of one folder. Blocks lean on those before, so a read unpacks from the last one on; reading in
 * order costs each block once.
 */
export class FolderSource implements ByteSource {
  /** At most: how much the blocks hold is known only when they have been read. */
  readonly size: number;
  readonly #source: ByteSource;
  readonly #folder: CabFolder;
  readonly #reserve: number;
  readonly #pool: DecoderPool;
  #decoder: StreamDecoder | undefined;
  #nextIndex = 0;
  #nextOffset = 0;
  #nextStart = 0;
  #blocks: { readonly start: number; readonly bytes: Uint8Array }[] = [];
  #failure: FormatError | undefined;

  /** @throws {FormatError} `unsupported` for Quantum. */
  constructor(source: ByteSource, folder: CabFolder, blockReserve: number, pool: DecoderPool) {
    this.#source = source;
    this.#folder = folder;
    this.#reserve = blockReserve;
    this.size = folder.blockCount * BLOCK_SIZE_MAX;
    this.#pool = pool;
    this.#decoder = pool.take(folder);
    this.#nextOffset = folder.dataOffset;
  }

  /** Bytes of the cabinet that the blocks unpacked so far take. */
  get packedBytes(): number {
    return this.#nextOffset - this.#folder.dataOffset;
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length, 'cab.folder');
    if (length === 0) return new Uint8Array(0);
    const first = this.#blockAt(offset);
    const skip = offset - first.start;
    if (skip + length <= first.bytes.length) return first.bytes.subarray(skip, skip + length);
    const joined = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const { start, bytes } = this.#blockAt(offset + done);
      const part = bytes.subarray(offset + done - start).subarray(0, length - done);
      joined.set(part, done);
      done += part.length;
    }
    return joined;
  }

  /** Unpacks blocks in order and hands each on without keeping it: good until the next. @throws {FormatError} */
  *blocks(): Generator<Uint8Array> {
    this.#restart();
    while (this.#nextIndex < this.#folder.blockCount) yield this.#unpackNext();
  }

  #blockAt(offset: number): { readonly start: number; readonly bytes: Uint8Array } {
    const oldest = this.#blocks[0];
    if (oldest !== undefined && offset < oldest.start) this.#restart();
    if (offset < this.#nextStart) {
      const kept = this.#blocks.findLast(({ start }) => start <= offset);
      if (kept !== undefined) return kept;
      this.#restart();
    }
    for (;;) {
      if (this.#nextIndex >= this.#folder.blockCount) {
        const sourceOffset = this.#nextOffset;
        throw new FormatError('truncated', {
          what: 'cab.folder',
          sourceOffset,
          expected: offset + 1,
          actual: this.#nextStart,
        });
      }
      const start = this.#nextStart;
      const bytes = this.#unpackNext();
      const isWanted = offset < this.#nextStart;
      const block = { start, bytes: bytes.slice() };
      this.#blocks.push(block);
      if (this.#blocks.length > KEPT_COUNT) this.#blocks.shift();
      if (isWanted) return block;
    }
  }

  /** Gives the decoder and the memory back. Whoever still reads has the folder unpacked anew. */
  release(): void {
    if (this.#decoder !== undefined) this.#pool.give(this.#folder, this.#decoder);
    this.#decoder = undefined;
    this.#restart();
  }

  #restart(): void {
    this.#decoder?.restart();
    this.#nextIndex = 0;
    this.#nextOffset = this.#folder.dataOffset;
    this.#nextStart = 0;
    this.#blocks = [];
    this.#failure = undefined;
  }

  #unpackNext(): Uint8Array {
    if (this.#failure !== undefined) throw this.#failure; // what follows leans on what could not be unpacked
    try {
      const head = viewOf(this.#source, this.#nextOffset, BLOCK.size + this.#reserve, 'cab.block');
      const packedSize = head.u16(BLOCK.packedSize);
      const unpackedSize = head.u16(BLOCK.unpackedSize);
      if (unpackedSize > BLOCK_SIZE_MAX) {
        throw head.error(
          'over-limit',
          'cab.block.unpackedSize',
          BLOCK.unpackedSize,
          `<= ${BLOCK_SIZE_MAX}`,
          unpackedSize,
        );
      }
      if (unpackedSize === 0) throw head.error('unsupported', 'cab.block.spanned', BLOCK.unpackedSize);
      const packed = viewOf(this.#source, this.#nextOffset + head.size, packedSize, 'cab.block.data');
      checkSum(head, packed);
      const unpacked = this.#decode(packed, unpackedSize);
      this.#nextOffset += head.size + packedSize;
      this.#nextIndex++;
      this.#nextStart += unpackedSize;
      return unpacked;
    } catch (error) {
      if (error instanceof FormatError) this.#failure = error;
      throw error;
    }
  }

  #decode(packed: ByteView, unpackedSize: number): Uint8Array {
    this.#decoder ??= this.#pool.take(this.#folder);
    try {
      return this.#decoder.decode(packed.bytes, unpackedSize);
    } catch (cause) {
      if (!(cause instanceof FormatError)) throw cause;
      const actual = `${cause.detail.what} (block ${this.#nextIndex})`;
      const detail = {
        what: 'cab.block',
        sourceOffset: packed.sourceOffset,
        expected: `${unpackedSize} bytes`,
        actual,
      };
      throw new FormatError(cause.fault, detail, { cause });
    }
  }
}

/** Zero says that none was made. Some packers include the reserved bytes, most do not. */
function checkSum(head: ByteView, packed: ByteView): void {
  const expected = head.u32(BLOCK.checksum);
  if (expected === 0) return;
  const ofData = sumOf(packed.bytes, 0);
  const actual = sumOf(head.bytes.subarray(BLOCK.packedSize, BLOCK.size), ofData);
  if (actual === expected || sumOf(head.bytes.subarray(BLOCK.packedSize), ofData) === expected) return;
  throw head.error('bad-checksum', 'cab.block.checksum', BLOCK.checksum, expected, actual);
}

/** XOR of the bytes by fours; of one to three left over, the first is the highest. @source MS-CAB 3.1. */
function sumOf(bytes: Uint8Array, seed: number): number {
  const whole = bytes.length & ~3;
  let sum = seed;
  if ((bytes.byteOffset & 3) === 0) {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole >> 2);
    for (let i = 0; i < words.length; i++) sum ^= words[i];
  } else {
    for (let i = 0; i < whole; i += 4)
      sum ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
  }
  let rest = 0;
  for (let i = whole; i < bytes.length; i++) rest = (rest << 8) | bytes[i];
  return (sum ^ rest) >>> 0;
}
