import type { ByteView } from '../../bytes/byte-view.js';
import { crc32 } from '../../bytes/crc32.js';
import type { FormatError } from '../../bytes/format-error.js';
import { CHUNK, CHUNK_FLAG, CHUNK_MAGIC } from './layout.js';

export interface ChunkHeader {
  /** Where the chunk begins in the source, in bytes. */
  readonly sourceOffset: number;
  /** Record numbers; `last` is below `first` in an empty chunk. */
  readonly firstNumber: number;
  readonly lastNumber: number;
  /** Offset of the last record in the chunk, in bytes. */
  readonly lastRecord: number;
  /** Offset past the last record, in bytes. */
  readonly freeSpace: number;
  readonly recordsChecksum: number;
  /** Whether the writer says that it left checksums out. */
  readonly unchecked: boolean;
  readonly defects: readonly FormatError[];
}

/** Whether a chunk's magic stands at `offset`. */
export function isChunk(bytes: Uint8Array, offset = 0): boolean {
  for (let i = 0; i < CHUNK_MAGIC.length; i++) {
    if (bytes[offset + i] !== CHUNK_MAGIC.charCodeAt(i)) return false;
  }
  return true;
}

/**
 * Reads a chunk's header. A wrong checksum is a defect, not an end: the records may be sound.
 *
 * @param unchecked Whether the file says that it has no checksums.
 * @returns `firstNumber` 1 and `lastNumber` 0 where the chunk says that it is empty.
 * @throws {FormatError} `truncated`; `bad-magic`; `bad-range` if the free space does not lie behind the header;
 *   `over-limit` if a record number passes 2^53 - 1.
 */
export function readChunkHeader(view: ByteView, unchecked: boolean): ChunkHeader {
  view.need(0, CHUNK.records, 'evtx.chunk');
  if (!isChunk(view.bytes)) {
    throw view.error('bad-magic', 'evtx.chunk.magic', CHUNK.magic, CHUNK_MAGIC.trimEnd(), view.ascii(CHUNK.magic, 8));
  }
  const flags = view.u32(CHUNK.flags);
  const freeSpace = view.u32(CHUNK.freeSpace);
  if (freeSpace < CHUNK.records || freeSpace > CHUNK.size) {
    const wanted = `${CHUNK.records} to ${CHUNK.size}`;
    throw view.error('bad-range', 'evtx.chunk.freeSpace', CHUNK.freeSpace, wanted, freeSpace);
  }
  const empty = view.bits64(CHUNK.lastNumber) === 0xffff_ffff_ffff_ffffn || freeSpace === CHUNK.records;
  const header = {
    sourceOffset: view.sourceOffset,
    firstNumber: empty ? 1 : view.u64(CHUNK.firstNumber, 'evtx.chunk.firstNumber'),
    lastNumber: empty ? 0 : view.u64(CHUNK.lastNumber, 'evtx.chunk.lastNumber'),
    lastRecord: view.u32(CHUNK.lastRecord),
    freeSpace,
    recordsChecksum: view.u32(CHUNK.recordsChecksum),
    unchecked: unchecked || (flags & CHUNK_FLAG.unchecked) !== 0,
  };
  const defects: FormatError[] = [];
  if (!header.unchecked) {
    const stored = view.u32(CHUNK.checksum);
    const counted = headerChecksum(view.bytes);
    if (stored !== counted) defects.push(view.error('bad-checksum', 'evtx.chunk', CHUNK.checksum, counted, stored));
  }
  return { ...header, defects };
}

/** The checksum of a chunk's header and tables. */
export function headerChecksum(bytes: Uint8Array): number {
  return crc32(bytes, CHUNK.stringTable, CHUNK.records, crc32(bytes, 0, CHUNK.flags));
}
