import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import type { MakeHasher } from '../../bytes/hasher.js';
import { WIM_HEADER_SIZE, type WimHeader } from './header.js';
import { hexOf, SHA1_SIZE } from './resource-table.js';

/** Offsets in the integrity table, in bytes. */
const TABLE = {
  size: 0, //       u32, of the table
  count: 4, //      u32, of the hashes
  chunkSize: 8, //  u32, bytes that each hash covers
  hashes: 12, //    20 bytes each
} as const;
const READ_SIZE = 1024 * 1024;

/**
 * Checks the file against its integrity table: SHA-1 by chunk from behind the header to the end of the resource table.
 *
 * @returns How many chunks were checked; `null` where the WIM has no table. A chunk that differs is noted as
 *   `wim.integrity.chunk` with its place.
 * @throws {FormatError} Where the table itself cannot be read.
 */
export function verifyIntegrity(
  source: ByteSource,
  header: WimHeader,
  makeHasher: MakeHasher,
  note: Note,
): number | null {
  const { offset, packedSize } = header.integrity;
  if (offset === 0 || packedSize === 0) return null;
  const view = viewOf(source, offset, packedSize, 'wim.integrity');
  view.need(0, TABLE.hashes, 'wim.integrity');
  const count = view.u32(TABLE.count);
  const chunkSize = view.u32(TABLE.chunkSize);
  view.need(TABLE.hashes, count * SHA1_SIZE, 'wim.integrity.hashes');
  const end = header.resourceTable.offset + header.resourceTable.packedSize;
  const covered = end - WIM_HEADER_SIZE;
  if (chunkSize === 0 || count !== Math.ceil(covered / chunkSize)) {
    throw view.error('bad-range', 'wim.integrity.count', TABLE.count, `${covered} bytes by ${chunkSize}`, count);
  }
  for (let index = 0; index < count; index++) {
    const start = WIM_HEADER_SIZE + index * chunkSize;
    const hasher = makeHasher('sha1');
    const chunkEnd = Math.min(start + chunkSize, end);
    for (let at = start; at < chunkEnd; at += READ_SIZE)
      hasher.update(source.read(at, Math.min(READ_SIZE, chunkEnd - at)));
    const expected = hexOf(view.bytes, TABLE.hashes + index * SHA1_SIZE);
    const actual = hasher.digest();
    if (actual === expected) continue;
    note(new FormatError('bad-checksum', { what: 'wim.integrity.chunk', sourceOffset: start, expected, actual }));
  }
  return count;
}
