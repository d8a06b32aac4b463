import type { ByteView } from '../../bytes/byte-view.js';
import type { Note } from '../../bytes/format-error.js';
import { BASE_BLOCK_BYTES, BASE_HEAD_BYTES } from './base-block.js';
import type { Patch } from './hive-image.js';
import { HIVE_BYTES_MAX } from './limits.js';
import { marvin32 } from './marvin32.js';

/** Offsets in an entry of a log of the new form, in bytes. Oddities: format.md, "Logs". */
const ENTRY = {
  magic: 0x00, //       'HvLE'
  size: 0x04, //        u32, of all of it
  sequence: 0x0c, //    u32
  binsSize: 0x10, //    u32, of the hive, when the entry was made
  pageCount: 0x14, //   u32
  bodyHash: 0x18, //    u64, of all behind the hashes
  headHash: 0x20, //    u64, of all before it
  references: 0x28, //  u32 offset from the end of the base block and u32 size of each page
} as const;
const MAGIC = 0x454c_7648;
const ALIGNMENT = 512;
const REFERENCE_BYTES = 8;

/** One set of changes that belong together. */
export interface LogEntry {
  readonly sequence: number;
  readonly binsSize: number;
  readonly patches: readonly Patch[];
}

/**
 * The entries of a log of the new form, up to the first that is not whole: behind it may stand what was written
 * before the log was used anew.
 *
 * @source Maxim Suhanov, "Windows registry file format specification", New format.
 */
export function readLogEntries(view: ByteView, note: Note): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let at = BASE_HEAD_BYTES; at + ENTRY.references <= view.size && view.u32(at + ENTRY.magic) === MAGIC; ) {
    const size = view.u32(at + ENTRY.size);
    if (size < ENTRY.references || size % ALIGNMENT !== 0 || at + size > view.size) {
      note(view.error('truncated', 'regf.log.entry.size', at + ENTRY.size, `<= ${view.size - at}`, size));
      break;
    }
    const isHeadRight = marvin32(view, at, ENTRY.headHash) === view.bits64(at + ENTRY.headHash);
    const body = marvin32(view, at + ENTRY.references, size - ENTRY.references);
    if (!isHeadRight || body !== view.bits64(at + ENTRY.bodyHash)) {
      note(view.error('bad-checksum', 'regf.log.entry.hash', at, 'right hashes', 'wrong ones'));
      break;
    }
    const patches = readPatches(view, at, size, note);
    if (patches === null) break;
    entries.push({ sequence: view.u32(at + ENTRY.sequence), binsSize: view.u32(at + ENTRY.binsSize), patches });
    at += size;
  }
  return entries;
}

function readPatches(view: ByteView, at: number, size: number, note: Note): Patch[] | null {
  const binsSize = view.u32(at + ENTRY.binsSize);
  const count = view.u32(at + ENTRY.pageCount);
  let from = at + ENTRY.references + count * REFERENCE_BYTES;
  const end = at + size;
  if (from > end || binsSize > HIVE_BYTES_MAX) {
    note(view.error('bad-range', 'regf.log.entry.pageCount', at + ENTRY.pageCount, `${size} bytes`, count));
    return null;
  }
  const patches: Patch[] = [];
  for (let index = 0; index < count; index++) {
    const reference = at + ENTRY.references + index * REFERENCE_BYTES;
    const offset = view.u32(reference);
    const length = view.u32(reference + 4);
    if (from + length > end || offset + length > binsSize) {
      note(view.error('bad-range', 'regf.log.entry.page', reference, `within ${binsSize}`, offset + length));
      return null;
    }
    patches.push({ offset: BASE_BLOCK_BYTES + offset, bytes: view.bytes.subarray(from, from + length) });
    from += length;
  }
  return patches;
}
