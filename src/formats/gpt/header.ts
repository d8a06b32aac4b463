import type { ByteView } from '../../bytes/byte-view.js';
import { crc32 } from '../../bytes/crc32.js';
import { readGuid } from '../../bytes/guid.js';
import { GPT_ENTRY_SIZE_MIN } from './entry.js';

/** Offsets in a GPT header, in bytes. */
const HEADER = {
  signature: 0x00, //      8 bytes, "EFI PART"
  revision: 0x08, //       u32, 1.0 is 0x00010000
  headerSize: 0x0c, //     u32, the bytes that headerCrc covers
  headerCrc: 0x10, //      u32, taken with itself as zero
  ownLba: 0x18, //         u64
  otherLba: 0x20, //       u64, where the other copy stands
  firstUsableLba: 0x28, // u64
  lastUsableLba: 0x30, //  u64, inclusive
  diskGuid: 0x38, //       16 bytes
  entriesLba: 0x48, //     u64
  entryCount: 0x50, //     u32
  entrySize: 0x54, //      u32
  entriesCrc: 0x58, //     u32
  sizeMin: 0x5c,
} as const;
const SIGNATURE = 'EFI PART';
const REVISION_MAJOR = 1;

/** A table is 16 KiB as a rule; Linux refuses more than some tens of thousands of entries as well. */
export const GPT_TABLE_BYTES_MAX = 4 * 1024 * 1024;

export interface GptHeader {
  readonly ownLba: number;
  readonly otherLba: number;
  readonly firstUsableLba: number;
  /** Inclusive. */
  readonly lastUsableLba: number;
  readonly diskGuid: string;
  readonly entriesLba: number;
  readonly entryCount: number;
  /** In bytes. */
  readonly entrySize: number;
  readonly entriesCrc: number;
}

/** Whether the eight letters of a header stand at the start of `view`. */
export function hasGptSignature(view: ByteView): boolean {
  return view.size >= SIGNATURE.length && view.ascii(HEADER.signature, SIGNATURE.length) === SIGNATURE;
}

/**
 * Reads and verifies a GPT header.
 *
 * @param view One whole logical sector.
 * @param lba Where it was read, in logical sectors.
 * @throws {FormatError} `truncated`; `bad-magic`; `unsupported` for a major revision other than 1; `bad-checksum`;
 *   `bad-range` for a header that names another place than its own, or no usable sector; `over-limit` for a table
 *   above `GPT_TABLE_BYTES_MAX`.
 * @source UEFI Specification 2.10, section 5.3.2.
 */
export function readGptHeader(view: ByteView, lba: number): GptHeader {
  view.need(0, HEADER.sizeMin, 'gpt.header');
  const refuse = (field: keyof typeof HEADER, wanted: string | number, found: number) =>
    view.error('bad-range', `gpt.header.${field}`, HEADER[field], wanted, found);

  if (!hasGptSignature(view)) {
    throw view.error('bad-magic', 'gpt.header.signature', HEADER.signature, SIGNATURE, view.ascii(0, SIGNATURE.length));
  }
  const headerSize = view.u32(HEADER.headerSize);
  if (headerSize < HEADER.sizeMin || headerSize > view.size) {
    throw refuse('headerSize', `${HEADER.sizeMin} to ${view.size}`, headerSize);
  }
  verifyCrc(view, headerSize);

  const revision = view.u32(HEADER.revision);
  if (revision >>> 16 !== REVISION_MAJOR) {
    throw view.error('unsupported', 'gpt.header.revision', HEADER.revision, '1.x', `0x${revision.toString(16)}`);
  }
  const ownLba = view.u64(HEADER.ownLba, 'gpt.header.ownLba');
  if (ownLba !== lba) throw refuse('ownLba', lba, ownLba);
  const firstUsableLba = view.u64(HEADER.firstUsableLba, 'gpt.header.firstUsableLba');
  const lastUsableLba = view.u64(HEADER.lastUsableLba, 'gpt.header.lastUsableLba');
  if (lastUsableLba < firstUsableLba) throw refuse('lastUsableLba', `>= ${firstUsableLba}`, lastUsableLba);

  const entryCount = view.u32(HEADER.entryCount);
  const entrySize = view.u32(HEADER.entrySize);
  if (entrySize < GPT_ENTRY_SIZE_MIN) throw refuse('entrySize', `>= ${GPT_ENTRY_SIZE_MIN}`, entrySize);
  if (entryCount * entrySize > GPT_TABLE_BYTES_MAX) {
    const wanted = `<= ${GPT_TABLE_BYTES_MAX} bytes of entries`;
    throw view.error('over-limit', 'gpt.header.entryCount', HEADER.entryCount, wanted, entryCount * entrySize);
  }
  return {
    ownLba,
    otherLba: view.u64(HEADER.otherLba, 'gpt.header.otherLba'),
    firstUsableLba,
    lastUsableLba,
    diskGuid: readGuid(view, HEADER.diskGuid),
    entriesLba: view.u64(HEADER.entriesLba, 'gpt.header.entriesLba'),
    entryCount,
    entrySize,
    entriesCrc: view.u32(HEADER.entriesCrc),
  };
}

function verifyCrc(view: ByteView, headerSize: number): void {
  const stated = view.u32(HEADER.headerCrc);
  const zeroed = view.bytes.slice(0, headerSize);
  zeroed.fill(0, HEADER.headerCrc, HEADER.headerCrc + 4);
  const actual = crc32(zeroed);
  if (actual !== stated) throw view.error('bad-checksum', 'gpt.header.headerCrc', HEADER.headerCrc, stated, actual);
}
