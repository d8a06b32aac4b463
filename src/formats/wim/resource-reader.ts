import { type ByteSource, checkRange, viewOf, WindowSource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import type { BlockDecoder } from '../../codecs/codec.js';
import { ChunkedResource, makeChunkDecoder } from './chunked-resource.js';
import type { WimCompression, WimHeader } from './header.js';
import { RESOURCE_FLAG, type ResourceHeader } from './resource-header.js';
import type { SolidPart, WimBlob } from './resource-table.js';

/** Offsets at the head of a solid resource, in bytes. The sizes of its chunks follow. */
const SOLID_HEAD = {
  unpackedSize: 0, // u64
  chunkSize: 8, //    u32
  compression: 12, // u32
  size: 16,
} as const;
const SOLID_COMPRESSIONS: readonly WimCompression[] = ['none', 'xpress', 'lzx', 'lzms'];

const READ_SIZE = 1024 * 1024;

/** Opens resources of one WIM, and shares decoders and solid resources between those who read them. */
export class ResourceReader {
  readonly #source: ByteSource;
  readonly #header: WimHeader;
  readonly #decoders = new Map<string, BlockDecoder>();
  readonly #runs = new Map<number, ByteSource>();

  constructor(source: ByteSource, header: WimHeader) {
    this.#source = source;
    this.#header = header;
  }

  /** Opens a resource that stands by itself. @throws {FormatError} */
  open(resource: ResourceHeader): ByteSource {
    const { offset, packedSize, unpackedSize, flags } = resource;
    if ((flags & RESOURCE_FLAG.spanned) !== 0) {
      throw new FormatError('unsupported', { what: 'wim.resource.spanned', sourceOffset: offset });
    }
    if ((flags & RESOURCE_FLAG.compressed) === 0) {
      checkRange(this.#source, offset, packedSize, 'wim.resource');
      if (packedSize !== unpackedSize) {
        const what = 'wim.resource.unpackedSize';
        throw new FormatError('bad-range', { what, sourceOffset: offset, expected: packedSize, actual: unpackedSize });
      }
      return new WindowSource(this.#source, offset, packedSize);
    }
    const { compression, chunkSize } = this.#header;
    const decoder = this.#decoder(compression, chunkSize, offset);
    const layout = { offset, packedSize, unpackedSize, chunkSize, table: 'offsets', headSize: 0 } as const;
    return new ChunkedResource(this.#source, layout, decoder);
  }

  /** Opens a blob. @throws {FormatError} */
  openBlob({ resource, solidRun }: WimBlob): ByteSource {
    if (solidRun === null) return this.open(resource);
    return new WindowSource(this.#openRun(solidRun), resource.offset, resource.packedSize);
  }

  /** The bytes of a blob in order, uncopied: each part is good until the next is asked for. @throws {FormatError} */
  *partsOf({ resource, solidRun }: WimBlob): Generator<Uint8Array> {
    const [source, offset, size] =
      solidRun === null
        ? [this.open(resource), 0, resource.unpackedSize]
        : [this.#openRun(solidRun), resource.offset, resource.packedSize];
    if (source instanceof ChunkedResource) yield* source.parts(offset, size);
    else {
      for (let done = 0; done < size; done += READ_SIZE)
        yield source.read(offset + done, Math.min(READ_SIZE, size - done));
    }
  }

  /** Opens the packed resources of a solid run as one. */
  #openRun(parts: readonly SolidPart[]): ByteSource {
    if (parts.length === 0) {
      throw new FormatError('bad-range', {
        what: 'wim.solid',
        sourceOffset: this.#header.resourceTable.offset,
        expected: 'a solid resource before its blobs',
        actual: 'none',
      });
    }
    const open = this.#runs.get(parts[0].offset);
    if (open !== undefined) return open;
    const opened = parts.map((part) => this.#openSolid(part));
    const run = opened.length === 1 ? opened[0] : new JoinedSource(opened);
    this.#runs.set(parts[0].offset, run);
    return run;
  }

  #openSolid({ offset, packedSize }: SolidPart): ChunkedResource {
    const view = viewOf(this.#source, offset, SOLID_HEAD.size, 'wim.solid');
    const unpackedSize = view.u64(SOLID_HEAD.unpackedSize, 'wim.solid.unpackedSize');
    const chunkSize = view.u32(SOLID_HEAD.chunkSize);
    const compression = SOLID_COMPRESSIONS[view.u32(SOLID_HEAD.compression)];
    if (compression === undefined) {
      throw view.error(
        'unsupported',
        'wim.solid.compression',
        SOLID_HEAD.compression,
        '0 to 3',
        view.u32(SOLID_HEAD.compression),
      );
    }
    const decoder = this.#decoder(compression, chunkSize, offset);
    const layout = { offset, packedSize, unpackedSize, chunkSize, table: 'sizes', headSize: SOLID_HEAD.size } as const;
    return new ChunkedResource(this.#source, layout, decoder);
  }

  #decoder(compression: WimCompression, chunkSize: number, sourceOffset: number): BlockDecoder {
    if (compression === 'none') {
      throw new FormatError('bad-range', {
        what: 'wim.resource.compressed',
        sourceOffset,
        expected: 'a compression',
        actual: 'none',
      });
    }
    const key = `${compression} ${chunkSize}`;
    const made = this.#decoders.get(key) ?? makeChunkDecoder(compression, chunkSize, sourceOffset);
    this.#decoders.set(key, made);
    return made;
  }
}

/** Sources one after another. */
class JoinedSource implements ByteSource {
  readonly size: number;
  readonly #parts: readonly ByteSource[];

  constructor(parts: readonly ByteSource[]) {
    this.#parts = parts;
    this.size = parts.reduce((sum, part) => sum + part.size, 0);
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length, 'wim.solid');
    const joined = new Uint8Array(length);
    let start = 0;
    let done = 0;
    for (const part of this.#parts) {
      const from = offset + done - start;
      if (done < length && from < part.size) {
        const bytes = part.read(from, Math.min(length - done, part.size - from));
        joined.set(bytes, done);
        done += bytes.length;
      }
      start += part.size;
    }
    return joined;
  }
}
