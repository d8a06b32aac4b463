import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { isUnusedMbrEntry, type MbrEntry, readMbrEntry } from './entry.js';

export { type MbrEntry, readMbrEntry } from './entry.js';

/** Offsets in a master or extended boot record, in bytes. */
const RECORD = {
  diskSignature: 0x1b8, // u32, zero in an extended boot record
  entries: 0x1be, //       4 entries of 16 bytes
  bootSignature: 0x1fe, // u16
  size: 0x200,
} as const;
const ENTRY_SIZE = 16;
const ENTRY_COUNT = 4;
const BOOT_SIGNATURE = 0xaa55;

/** Types that hold a chain of further records instead of a volume: CHS, LBA, and Linux's hidden one. */
const EXTENDED_TYPES: ReadonlySet<number> = new Set([0x05, 0x0f, 0x85]);
const GPT_PROTECTIVE_TYPE = 0xee;
const FIRST_LOGICAL_SLOT = 5;

/** Windows names drives by letters and Linux stops at 60 or so: a longer chain is made, not met. */
export const LOGICAL_PARTITIONS_MAX = 256;

export interface MbrPartition extends MbrEntry {
  /** 1 to 4 by place in the master record, logical ones from 5 in the order of their chain, as sfdisk counts. */
  readonly slot: number;
  readonly logical: boolean;
}

export interface MbrTable {
  readonly diskSignature: number;
  /** `protective`: only stands before a GPT. `hybrid`: names some of the GPT's partitions as well. */
  readonly kind: 'plain' | 'protective' | 'hybrid';
  /** Primary, then logical. Extended partitions are not among them. */
  readonly partitions: readonly MbrPartition[];
  /** The partitions that hold the logical ones, in sectors. */
  readonly extended: readonly MbrEntry[];
}

/**
 * Reads a master boot record and the logical partitions behind it.
 *
 * @param source The whole disk.
 * @param sectorSize Logical sector size in bytes: the unit of every sector number.
 * @param note Told where a chain of extended boot records breaks, turns in a circle or grows too long.
 * @returns The table, or `null` if the boot signature is missing or an entry's status byte is neither 0x00 nor 0x80:
 *   then sector 0 is something else.
 * @source Microsoft, "Disk Concepts and Troubleshooting" (Windows 2000 resource kit), master boot record.
 */
export function readMbr(source: ByteSource, sectorSize: number, note: Note): MbrTable | null {
  if (source.size < RECORD.size) return null;
  const view = viewOf(source, 0, RECORD.size, 'mbr');
  const entries = readRecord(view);
  if (entries === null) return null;

  const partitions: MbrPartition[] = [];
  const extended: MbrEntry[] = [];
  entries.forEach((entry, index) => {
    if (isUnusedMbrEntry(entry)) return;
    if (EXTENDED_TYPES.has(entry.type)) extended.push(entry);
    else partitions.push({ ...entry, slot: index + 1, logical: false });
  });
  const kind = kindOf(partitions);
  const chained = extended.flatMap((container) => [...readChain(source, sectorSize, container, note)]);
  chained.forEach((entry, index) => {
    partitions.push({ ...entry, slot: FIRST_LOGICAL_SLOT + index, logical: true });
  });
  return { diskSignature: view.u32(RECORD.diskSignature), kind, partitions, extended };
}

function kindOf(primary: readonly MbrEntry[]): MbrTable['kind'] {
  const guards = primary.filter((entry) => entry.type === GPT_PROTECTIVE_TYPE).length;
  if (guards === 0) return 'plain';
  return guards === primary.length ? 'protective' : 'hybrid';
}

function readRecord(view: ByteView): MbrEntry[] | null {
  if (view.u16(RECORD.bootSignature) !== BOOT_SIGNATURE) return null;
  const entries: MbrEntry[] = [];
  for (let index = 0; index < ENTRY_COUNT; index++) {
    const entry = readMbrEntry(view, RECORD.entries + index * ENTRY_SIZE);
    if (entry === null) return null;
    entries.push(entry);
  }
  return entries;
}

/** Each record holds one logical partition, counted from itself, and a link, counted from the first record. */
function* readChain(source: ByteSource, sectorSize: number, container: MbrEntry, note: Note): Generator<MbrEntry> {
  const visited = new Set<number>();
  let recordLba: number | undefined = container.firstLba;
  while (recordLba !== undefined) {
    const sourceOffset = recordLba * sectorSize;
    if (visited.has(recordLba)) return note(new FormatError('cycle', { what: 'mbr.ebr.next', sourceOffset }));
    if (visited.size >= LOGICAL_PARTITIONS_MAX) {
      return note(new FormatError('over-limit', { what: 'mbr.ebr.count', sourceOffset }));
    }
    visited.add(recordLba);
    const entries = readLink(source, sourceOffset, note);
    if (entries === null) return;
    const link = entries.find((entry) => EXTENDED_TYPES.has(entry.type) && !isUnusedMbrEntry(entry));
    for (const entry of entries) {
      if (isUnusedMbrEntry(entry) || EXTENDED_TYPES.has(entry.type)) continue;
      yield { ...entry, firstLba: recordLba + entry.firstLba };
    }
    recordLba = link === undefined ? undefined : container.firstLba + link.firstLba;
  }
}

function readLink(source: ByteSource, offset: number, note: Note): MbrEntry[] | null {
  try {
    const view = viewOf(source, offset, RECORD.size, 'mbr.ebr');
    const entries = readRecord(view);
    if (entries === null) throw view.error('bad-magic', 'mbr.ebr', 0);
    return entries;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return null;
  }
}
