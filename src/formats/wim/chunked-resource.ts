import { type ByteSource, checkRange } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import type { BlockDecoder } from '../../codecs/codec.js';
import { makeLzms } from '../../codecs/lzms/lzms.js';
import { LZX_WINDOW_BITS_MAX, LZX_WINDOW_BITS_MIN, makeLzxChunks } from '../../codecs/lzx/lzx.js';
import { makeXpress } from '../../codecs/xpress/xpress.js';
import type { WimCompression } from './header.js';

/** A chunk is unpacked whole into memory. Windows packs ESDs in chunks of 64 MiB at most. */
const CHUNK_BITS: Readonly<Record<Exclude<WimCompression, 'none'>, readonly [number, number]>> = {
  xpress: [12, 16],
  lzx: [LZX_WINDOW_BITS_MIN, LZX_WINDOW_BITS_MAX],
  lzms: [15, 27],
};
const SMALL_TABLE_SIZE_MAX = 0xffffffff; // unpacked bytes up to which chunk offsets are 32 bits wide
/** Unpacked bytes kept of one resource, for readers that ask for small ranges. At least one chunk is kept. */
const KEPT_BYTES_MAX = 4 * 1024 * 1024;
/** Chunks stored one after another are read together, in bytes. */
const READ_AHEAD_SIZE = 1024 * 1024;

/** Makes the decoder for a WIM's chunks. @throws {FormatError} `unsupported` for a chunk size it cannot have. */
export function makeChunkDecoder(
  compression: Exclude<WimCompression, 'none'>,
  chunkSize: number,
  sourceOffset: number,
): BlockDecoder {
  const [min, max] = CHUNK_BITS[compression];
  const bits = Math.log2(chunkSize);
  if (!Number.isInteger(bits) || bits < min || bits > max) {
    const expected = `a power of two, 2^${min} to 2^${max}, for ${compression}`;
    throw new FormatError('unsupported', { what: 'wim.chunkSize', sourceOffset, expected, actual: chunkSize });
  }
  if (compression === 'xpress') return makeXpress();
  return compression === 'lzx' ? makeLzxChunks(bits) : makeLzms();
}

/** Where a packed resource lies and how its chunks are listed. */
export interface ChunkedLayout {
  readonly offset: number;
  readonly packedSize: number;
  readonly unpackedSize: number;
  readonly chunkSize: number;
  /** `offsets`: before the chunks stands where each but the first begins. `sizes`: how long each is, as in solid resources. */
  readonly table: 'offsets' | 'sizes';
  /** Bytes at `offset` before the table. */
  readonly headSize: number;
}

/** Whose chunk a shared decoder's memory holds. */
const lastUsers = new WeakMap<BlockDecoder, ChunkedResource>();

/** A packed resource of a WIM: unpacks only the chunks that are asked for, and keeps the last few. */
export class ChunkedResource implements ByteSource {
  readonly size: number;
  readonly chunkCount: number;
  readonly chunkSize: number;
  readonly #source: ByteSource;
  readonly #layout: ChunkedLayout;
  readonly #decoder: BlockDecoder;
  readonly #kept = new Map<number, Uint8Array>();
  readonly #keptCount: number;
  /** Where each chunk begins, from the start of the file, and behind them where the last ends. */
  #starts: Float64Array | undefined;
  #inDecoder: { readonly index: number; readonly bytes: Uint8Array } | undefined;
  #ahead: Uint8Array = new Uint8Array(0);
  #aheadStart = 0;

  constructor(source: ByteSource, layout: ChunkedLayout, decoder: BlockDecoder) {
    checkRange(source, layout.offset, layout.packedSize, 'wim.resource');
    this.#source = source;
    this.#layout = layout;
    this.#decoder = decoder;
    this.size = layout.unpackedSize;
    this.chunkSize = layout.chunkSize;
    this.chunkCount = Math.ceil(layout.unpackedSize / layout.chunkSize);
    this.#keptCount = Math.max(1, Math.floor(KEPT_BYTES_MAX / layout.chunkSize));
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length, 'wim.resource');
    if (length === 0) return new Uint8Array(0);
    const first = Math.floor(offset / this.chunkSize);
    const last = Math.floor((offset + length - 1) / this.chunkSize);
    const skip = offset - first * this.chunkSize;
    if (first === last) return this.#keep(first).subarray(skip, skip + length);
    const joined = new Uint8Array(length);
    let done = 0;
    for (let index = first; index <= last; index++) {
      // Only the ends are likely to be asked for again.
      const chunk = index === first || index === last ? this.#keep(index) : this.chunk(index);
      const part = chunk.subarray(index === first ? skip : 0).subarray(0, length - done);
      joined.set(part, done);
      done += part.length;
    }
    return joined;
  }

  /** The bytes of a range in order, uncopied: each part is good until the next is asked for. @throws {FormatError} */
  *parts(offset: number, length: number): Generator<Uint8Array> {
    checkRange(this, offset, length, 'wim.resource');
    for (let done = 0; done < length; ) {
      const index = Math.floor((offset + done) / this.chunkSize);
      const skip = offset + done - index * this.chunkSize;
      const part = this.chunk(index).subarray(skip, skip + length - done);
      yield part;
      done += part.length;
    }
  }

  /**
   * Unpacks one chunk. The result is good until the next is unpacked by the same decoder.
   *
   * @throws {FormatError} With `what` `wim.resource.chunk` and the chunk's place in the file.
   */
  chunk(index: number): Uint8Array {
    const kept = this.#kept.get(index);
    if (kept !== undefined) return kept;
    if (this.#inDecoder?.index === index && lastUsers.get(this.#decoder) === this) return this.#inDecoder.bytes;
    this.#starts ??= this.#readTable();
    const start = this.#starts[index];
    const packedSize = this.#starts[index + 1] - start;
    const unpackedSize = Math.min(this.chunkSize, this.size - index * this.chunkSize);
    const packed = this.#readPacked(start, packedSize);
    if (packedSize === unpackedSize) return packed; // a chunk that would not shrink is stored
    lastUsers.delete(this.#decoder);
    try {
      if (packedSize > unpackedSize) throw new FormatError('bad-range', { what: 'size', sourceOffset: 0 });
      const bytes = this.#decoder.decode(packed, unpackedSize);
      this.#inDecoder = { index, bytes };
      lastUsers.set(this.#decoder, this);
      return bytes;
    } catch (cause) {
      if (!(cause instanceof FormatError)) throw cause;
      const actual = `${cause.detail.what} (chunk ${index})`;
      const detail = { what: 'wim.resource.chunk', sourceOffset: start, expected: `${unpackedSize} bytes`, actual };
      throw new FormatError(cause.fault, detail, { cause });
    }
  }

  #keep(index: number): Uint8Array {
    const kept = this.#kept.get(index);
    if (kept !== undefined) return kept;
    const copy = this.chunk(index).slice();
    if (this.#kept.size >= this.#keptCount) this.#kept.delete(this.#kept.keys().next().value as number);
    this.#kept.set(index, copy);
    return copy;
  }

  #readPacked(start: number, size: number): Uint8Array {
    if (size > READ_AHEAD_SIZE) return this.#source.read(start, size);
    const skip = start - this.#aheadStart;
    if (skip >= 0 && skip + size <= this.#ahead.length) return this.#ahead.subarray(skip, skip + size);
    const end = this.#layout.offset + this.#layout.packedSize;
    // A lone chunk of a resource read here and there should not cost a megabyte; the next in order should.
    const inOrder = start === this.#aheadStart + this.#ahead.length;
    const wanted = inOrder ? Math.max(size, Math.min(READ_AHEAD_SIZE, 4 * this.#ahead.length)) : size;
    this.#ahead = this.#source.read(start, Math.min(wanted, end - start));
    this.#aheadStart = start;
    return this.#ahead.subarray(0, size);
  }

  #readTable(): Float64Array {
    const { offset, packedSize, unpackedSize, table, headSize } = this.#layout;
    const entryCount = table === 'sizes' ? this.chunkCount : this.chunkCount - 1;
    const entrySize = table === 'offsets' && unpackedSize > SMALL_TABLE_SIZE_MAX ? 8 : 4;
    const tableSize = entryCount * entrySize;
    const what = 'wim.resource.chunkTable';
    if (headSize + tableSize > packedSize) {
      throw new FormatError('truncated', {
        what,
        sourceOffset: offset,
        expected: tableSize,
        actual: packedSize - headSize,
      });
    }
    const base = offset + headSize + tableSize;
    const end = offset + packedSize;
    const view = new ByteView(this.#source.read(offset + headSize, tableSize), offset + headSize);
    const starts = new Float64Array(this.chunkCount + 1);
    starts[0] = base;
    for (let i = 0; i < entryCount; i++) {
      const value = entrySize === 8 ? view.u64(i * 8, what) : view.u32(i * 4);
      const start = table === 'sizes' ? starts[i] + value : base + value;
      if (start < starts[i] || start > end) throw view.error('bad-range', what, i * entrySize, `up to ${end}`, start);
      starts[i + 1] = start;
    }
    if (table === 'offsets') starts[this.chunkCount] = end;
    return starts;
  }
}
