import { unzipSync } from 'fflate';
import { type ByteSource, checkRange } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { MEMBER_BYTES_MAX, MEMBERS_MAX, UNPACK_RATIO_MAX } from '../../bytes/limits.js';

/** An archive is read into memory, so it may not be larger than this, in bytes. */
const ARCHIVE_BYTES_MAX = 1024 * 1024 * 1024;
/** Unpacked at once, in bytes: members are handed on in batches of about this size. */
const BATCH_BYTES = 64 * 1024 * 1024;
const LOCAL_HEADER = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ARCHIVE = [0x50, 0x4b, 0x05, 0x06];

export interface ZipMember {
  /** With `/` between folders, as stored. */
  readonly path: string;
  readonly size: number;
  readonly bytes: ByteSource;
}

interface Entry {
  readonly path: string;
  readonly size: number;
  readonly packed: number;
  readonly method: number;
}

export function isZip(head: Uint8Array): boolean {
  return [LOCAL_HEADER, EMPTY_ARCHIVE].some((magic) => magic.every((byte, index) => head[index] === byte));
}

/**
 * Lists the files of a zip archive in stored order. They are unpacked when they are first read, some neighbours
 * at once, and only the last few are kept. A member that is too large, packed too tightly to be honest, or by a
 * method other than stored and deflate is noted and left out.
 *
 * @throws {FormatError} `truncated` where there is no central directory; `over-limit` for an archive too large.
 */
export function readZip(source: ByteSource, note: Note): readonly ZipMember[] {
  if (source.size > ARCHIVE_BYTES_MAX) throw fail('over-limit', 'zip', ARCHIVE_BYTES_MAX, source.size);
  const archive = source.read(0, source.size);
  const entries = list(archive).filter((entry) => isHonest(entry, note));
  const unpacked = new Batches(archive, entries);
  return entries.map((entry, index) => ({
    path: entry.path.replaceAll('\\', '/'),
    size: entry.size,
    bytes: {
      size: entry.size,
      read(offset, length) {
        checkRange(this, offset, length, `zip.member ${entry.path}`);
        return unpacked.member(index).subarray(offset, offset + length);
      },
    },
  }));
}

/** Unpacks members batch by batch and keeps the last batch. */
class Batches {
  readonly #archive: Uint8Array;
  readonly #entries: readonly Entry[];
  /** Index of each batch's first entry. */
  readonly #starts: number[] = [];
  #kept: { readonly start: number; readonly files: Record<string, Uint8Array> } | null = null;

  constructor(archive: Uint8Array, entries: readonly Entry[]) {
    this.#archive = archive;
    this.#entries = entries;
    let bytes = BATCH_BYTES + 1;
    entries.forEach((entry, index) => {
      if (bytes + entry.size > BATCH_BYTES) {
        this.#starts.push(index);
        bytes = 0;
      }
      bytes += entry.size;
    });
  }

  /** @throws {FormatError} `bad-range` where the member cannot be unpacked to the size it claims. */
  member(index: number): Uint8Array {
    const entry = this.#entries[index];
    const start = this.#starts.findLast((first) => first <= index) ?? 0;
    if (this.#kept?.start !== start) {
      const end = this.#starts.find((first) => first > start) ?? this.#entries.length;
      const wanted = new Set(this.#entries.slice(start, end).map((one) => one.path));
      this.#kept = { start, files: this.#unpack(wanted) };
    }
    const bytes = this.#kept.files[entry.path] ?? this.#unpack(new Set([entry.path]))[entry.path];
    if (bytes === undefined || bytes.length !== entry.size) {
      const detail = {
        what: `zip.member ${entry.path}`,
        sourceOffset: 0,
        expected: entry.size,
        actual: bytes?.length ?? 0,
      };
      throw new FormatError('bad-range', detail);
    }
    return bytes;
  }

  /** Members by name; none where one of them is damaged: then each is tried by itself. */
  #unpack(wanted: ReadonlySet<string>): Record<string, Uint8Array> {
    try {
      return unzipSync(this.#archive, { filter: ({ name }) => wanted.has(name) });
    } catch (error) {
      if (wanted.size > 1) return {};
      throw new FormatError('bad-range', { what: `zip.member ${[...wanted][0]}`, sourceOffset: 0 }, { cause: error });
    }
  }
}

function list(archive: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  try {
    unzipSync(archive, {
      filter: ({ name, size, originalSize, compression }) => {
        if (entries.length >= MEMBERS_MAX) throw fail('over-limit', 'zip.members', MEMBERS_MAX, entries.length + 1);
        if (!name.endsWith('/')) entries.push({ path: name, size: originalSize, packed: size, method: compression });
        return false;
      },
    });
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('truncated', { what: 'zip.centralDirectory', sourceOffset: 0 }, { cause: error });
  }
  return entries;
}

function isHonest({ path, size, packed, method }: Entry, note: Note): boolean {
  const what = `zip.member ${path}`;
  if (method !== 0 && method !== 8) note(fail('unsupported', what, 'stored or deflate', method));
  else if (size > MEMBER_BYTES_MAX) note(fail('over-limit', what, MEMBER_BYTES_MAX, size));
  else if (size > 65_536 && size > packed * UNPACK_RATIO_MAX)
    note(fail('over-limit', what, `${UNPACK_RATIO_MAX} to 1`, size));
  else return true;
  return false;
}

function fail(
  fault: 'over-limit' | 'unsupported',
  what: string,
  expected: string | number,
  actual: number,
): FormatError {
  return new FormatError(fault, { what, sourceOffset: 0, expected, actual });
}
