import type { ByteView } from '../../bytes/byte-view.js';
import { crc32 } from '../../bytes/crc32.js';
import type { FormatError } from '../../bytes/format-error.js';
import { isChunk } from './chunk-header.js';
import { CHUNK, FILE, FILE_BLOCK_SIZE, FILE_FLAG, FILE_MAGIC } from './layout.js';

export interface FileHeader {
  /** Such as `3.1`; `3.2` since Windows 10 2004. */
  readonly version: string;
  readonly firstChunk: number;
  readonly lastChunk: number;
  /** Identifier that the next record would have got. Lags behind in a dirty log. */
  readonly nextRecordId: bigint;
  /** Where the first chunk begins, in bytes. */
  readonly blockSize: number;
  /** Chunks as the header says. Lags behind in a dirty log. */
  readonly chunkCount: number;
  /** Not closed properly: copied while in use, or the machine went down. */
  readonly dirty: boolean;
  readonly full: boolean;
  /** Whether the writer says that it left checksums out. */
  readonly unchecked: boolean;
  readonly defects: readonly FormatError[];
}

/** Whether a file's first bytes are those of an event log whose header is in place. */
export function hasFileMagic(bytes: Uint8Array): boolean {
  for (let i = 0; i < FILE_MAGIC.length; i++) {
    if (bytes[i] !== FILE_MAGIC.charCodeAt(i)) return false;
  }
  return true;
}

/**
 * Reads the header of the file.
 *
 * @throws {FormatError} `truncated`; `bad-magic`; `unsupported` for another major version than 3; `bad-range` if the
 *   first chunk would begin inside the header.
 */
export function readFileHeader(view: ByteView): FileHeader {
  view.need(0, FILE.size, 'evtx.file');
  if (!hasFileMagic(view.bytes)) {
    throw view.error('bad-magic', 'evtx.file.magic', FILE.magic, FILE_MAGIC.trimEnd(), view.ascii(FILE.magic, 8));
  }
  const major = view.u16(FILE.majorVersion);
  if (major !== 3) throw view.error('unsupported', 'evtx.file.majorVersion', FILE.majorVersion, 3, major);
  const blockSize = view.u16(FILE.blockSize);
  if (blockSize < FILE.size) {
    throw view.error('bad-range', 'evtx.file.blockSize', FILE.blockSize, `>= ${FILE.size}`, blockSize);
  }
  const flags = view.u32(FILE.flags);
  const unchecked = (flags & FILE_FLAG.unchecked) !== 0;
  const defects: FormatError[] = [];
  const stored = view.u32(FILE.checksum);
  const counted = fileChecksum(view.bytes);
  if (!unchecked && stored !== counted) {
    defects.push(view.error('bad-checksum', 'evtx.file', FILE.checksum, counted, stored));
  }
  return {
    version: `${major}.${view.u16(FILE.minorVersion)}`,
    firstChunk: Number(view.bits64(FILE.firstChunk)),
    lastChunk: Number(view.bits64(FILE.lastChunk)),
    nextRecordId: view.bits64(FILE.nextRecordId),
    blockSize,
    chunkCount: view.u16(FILE.chunkCount),
    dirty: (flags & FILE_FLAG.dirty) !== 0,
    full: (flags & FILE_FLAG.full) !== 0,
    unchecked,
    defects,
  };
}

export function fileChecksum(bytes: Uint8Array): number {
  return crc32(bytes, 0, FILE.flags);
}

/** Where chunks begin in a log whose header is gone: the two places that real ones have, else the first found. */
export function findFirstChunk(head: Uint8Array): number | null {
  for (const offset of [FILE_BLOCK_SIZE, 0]) if (isChunk(head, offset)) return offset;
  for (let offset = 0; offset < Math.min(head.length, CHUNK.size); offset += 512) {
    if (isChunk(head, offset)) return offset;
  }
  return null;
}
