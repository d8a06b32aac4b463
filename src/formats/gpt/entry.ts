import type { ByteView } from '../../bytes/byte-view.js';
import { NIL_GUID, readGuid } from '../../bytes/guid.js';

/** Offsets in one partition entry, in bytes. Oddities: format.md, "Partition entry". */
const ENTRY = {
  typeGuid: 0x00, //      16 bytes, nil in an unused slot
  partitionGuid: 0x10, // 16 bytes
  firstLba: 0x20, //      u64
  lastLba: 0x28, //       u64, inclusive
  attributes: 0x30, //    64 bits
  name: 0x38, //          36 UTF-16LE units, NUL-padded, not always NUL-ended
  sizeMin: 0x80, //       the header may declare larger entries
} as const;
const NAME_UNITS = 36;

export const GPT_ENTRY_SIZE_MIN = ENTRY.sizeMin;

export interface GptEntry {
  readonly typeGuid: string;
  readonly partitionGuid: string;
  /** In logical sectors from the start of the disk. */
  readonly firstLba: number;
  readonly sectorCount: number;
  readonly attributes: bigint;
  readonly name: string;
}

/**
 * Reads one GPT partition entry.
 *
 * @param offset Start of the entry in `view`, in bytes.
 * @returns The entry, or `null` for an unused slot.
 * @throws {FormatError} `truncated`; `bad-range` if the last sector lies before the first;
 *   `over-limit` if a sector number passes 2^53 - 1.
 * @source UEFI Specification 2.10, section 5.3.3.
 */
export function readGptEntry(view: ByteView, offset: number): GptEntry | null {
  view.need(offset, ENTRY.sizeMin, 'gpt.entry');
  const typeGuid = readGuid(view, offset + ENTRY.typeGuid);
  if (typeGuid === NIL_GUID) return null;

  const firstLba = view.u64(offset + ENTRY.firstLba, 'gpt.entry.firstLba');
  const lastLba = view.u64(offset + ENTRY.lastLba, 'gpt.entry.lastLba');
  if (lastLba < firstLba) {
    throw view.error('bad-range', 'gpt.entry.lastLba', offset + ENTRY.lastLba, `>= ${firstLba}`, lastLba);
  }
  return {
    typeGuid,
    partitionGuid: readGuid(view, offset + ENTRY.partitionGuid),
    firstLba,
    sectorCount: lastLba - firstLba + 1, // lastLba is inclusive
    attributes: view.bits64(offset + ENTRY.attributes),
    name: readName(view, offset + ENTRY.name),
  };
}

/** Some firmware tools leave unused units as erased flash, 0xFFFF, which no name can hold: they end the name as NUL does. */
function readName(view: ByteView, offset: number): string {
  const name = view.utf16(offset, NAME_UNITS);
  const end = name.indexOf('\uffff');
  return end < 0 ? name : name.slice(0, end);
}
