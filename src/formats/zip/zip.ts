import { inflateSync } from 'fflate';
import { type ByteSource, checkRange, viewOf, WindowSource } from '../../bytes/byte-source.js';
import { crc32 } from '../../bytes/crc32.js';
import { FormatError, type FormatFault, type Note } from '../../bytes/format-error.js';
import { MEMBER_BYTES_MAX, UNPACK_RATIO_MAX } from '../../bytes/limits.js';
import { readZipDirectory, type ZipEntry } from './directory.js';

/** Unpacked members kept in memory, in bytes: those read last, and always the very last. */
const KEPT_BYTES = 64 * 1024 * 1024;
const LOCAL_MAGIC = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ARCHIVE = [0x50, 0x4b, 0x05, 0x06];
/** Offsets in the header before a member's bytes. */
const LOCAL = { magic: 0, nameSize: 26, extraSize: 28, length: 30 } as const;
const METHOD = { stored: 0, deflate: 8 } as const;
/** Small members may pack to any ratio. */
const RATIO_FREE_BYTES = 65_536;

export interface ZipMember {
  /** With `/` between folders. */
  readonly path: string;
  readonly size: number;
  /** Local time of the machine that made the archive; `null` where it is no date. */
  readonly modified: string | null;
  readonly bytes: ByteSource;
}

export function isZip(head: Uint8Array): boolean {
  return [LOCAL_MAGIC, EMPTY_ARCHIVE].some((magic) => magic.every((byte, index) => head[index] === byte));
}

/**
 * Lists the files of a zip archive in the order of its directory. A stored member is read where it lies; a packed one is
 * unpacked when it is first read, and the last few are kept. A member that is too large, packed too tightly to be
 * honest, encrypted, or packed by a method other than deflate is noted and left out.
 *
 * @param note Also told, when a member is read, that its checksum is another: its bytes are given all the same.
 * @throws {FormatError} See `readZipDirectory`.
 */
export function readZip(source: ByteSource, note: Note): readonly ZipMember[] {
  const kept = new Kept();
  return readZipDirectory(source, note)
    .filter((entry) => !entry.path.endsWith('/') && isHonest(entry, note))
    .map((entry) => ({
      path: entry.path.replaceAll('\\', '/'),
      size: entry.size,
      modified: entry.modified,
      bytes: new Member(source, entry, kept, note),
    }));
}

/** The bytes of one member. */
class Member implements ByteSource {
  readonly #source: ByteSource;
  readonly #entry: ZipEntry;
  readonly #kept: Kept;
  readonly #note: Note;
  #stored: ByteSource | undefined;
  #isChecked = false;

  constructor(source: ByteSource, entry: ZipEntry, kept: Kept, note: Note) {
    this.#source = source;
    this.#entry = entry;
    this.#kept = kept;
    this.#note = note;
  }

  get size(): number {
    return this.#entry.size;
  }

  /** @throws {FormatError} `bad-range` where the member cannot be unpacked to the size it claims. */
  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length, this.#what);
    if (this.#entry.method === METHOD.stored) {
      this.#stored ??= this.#place();
      return this.#stored.read(offset, length);
    }
    return this.#kept.get(this.#entry, () => this.#unpack()).subarray(offset, offset + length);
  }

  get #what(): string {
    return `zip.member ${this.#entry.path}`;
  }

  #place(): ByteSource {
    const { localOffset, packedSize } = this.#entry;
    const view = viewOf(this.#source, localOffset, LOCAL.length, this.#what);
    if (LOCAL_MAGIC.some((byte, index) => view.u8(LOCAL.magic + index) !== byte))
      throw view.error('bad-magic', this.#what, 0);
    const start = localOffset + LOCAL.length + view.u16(LOCAL.nameSize) + view.u16(LOCAL.extraSize);
    return new WindowSource(this.#source, start, packedSize);
  }

  #unpack(): Uint8Array {
    const place = this.#place();
    const { size, crc32: expected, localOffset } = this.#entry;
    const packed = place.read(0, place.size);
    let unpacked: Uint8Array;
    try {
      unpacked = inflateSync(packed, { out: new Uint8Array(size) });
    } catch (cause) {
      throw new FormatError('bad-range', { what: this.#what, sourceOffset: localOffset }, { cause });
    }
    if (unpacked.length !== size) throw failure('bad-range', this.#what, localOffset, size, unpacked.length);
    if (!this.#isChecked) {
      this.#isChecked = true;
      const actual = crc32(unpacked);
      if (actual !== expected) this.#note(failure('bad-checksum', this.#what, localOffset, expected, actual));
    }
    return unpacked;
  }
}

/** Unpacked members by entry, in the order of last use. */
class Kept {
  readonly #members = new Map<ZipEntry, Uint8Array>();
  #bytes = 0;

  get(entry: ZipEntry, unpack: () => Uint8Array): Uint8Array {
    const bytes = this.#members.get(entry) ?? unpack();
    if (!this.#members.delete(entry)) this.#bytes += bytes.length;
    this.#members.set(entry, bytes);
    for (const [oldest, { length }] of this.#members) {
      if (this.#bytes <= KEPT_BYTES || oldest === entry) break;
      this.#members.delete(oldest);
      this.#bytes -= length;
    }
    return bytes;
  }
}

function isHonest({ path, size, packedSize, method, isEncrypted, localOffset }: ZipEntry, note: Note): boolean {
  const what = `zip.member ${path}`;
  const refuse = (fault: FormatFault, expected: string | number, actual: string | number) => {
    note(failure(fault, what, localOffset, expected, actual));
    return false;
  };
  if (isEncrypted) return refuse('unsupported', 'no password', 'encrypted');
  if (method !== METHOD.stored && method !== METHOD.deflate) return refuse('unsupported', 'stored or deflate', method);
  if (method === METHOD.stored) return size === packedSize || refuse('bad-range', packedSize, size);
  if (size > MEMBER_BYTES_MAX) return refuse('over-limit', MEMBER_BYTES_MAX, size);
  if (size > RATIO_FREE_BYTES && size > packedSize * UNPACK_RATIO_MAX)
    return refuse('over-limit', `${UNPACK_RATIO_MAX} to 1`, size);
  return true;
}

function failure(
  fault: FormatFault,
  what: string,
  sourceOffset: number,
  expected: string | number,
  actual: string | number,
): FormatError {
  return new FormatError(fault, { what, sourceOffset, expected, actual });
}
