import type { ByteSource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { type GptTable, readGpt } from '../gpt/gpt.js';
import { type MbrTable, readMbr } from '../mbr/mbr.js';
import { attempt, startsAsVolume } from './volume.js';

const SECTOR_SIZE_USUAL = 512;
const SECTOR_SIZE_LARGE = 4096;

/** A partition as its table names it. */
export interface PartitionEntry {
  /** Place in the table as sgdisk and sfdisk count: from 1, logical ones from 5. 0 for a volume without a table. */
  readonly number: number;
  readonly startByte: number;
  readonly sizeBytes: number;
  readonly typeGuid: string | null;
  readonly mbrType: number | null;
  readonly attributes: bigint;
  readonly name: string;
  readonly guid: string | null;
  /** Whether the firmware of an MBR machine starts from it. */
  readonly active: boolean;
  readonly logical: boolean;
}

export interface DiskLayout {
  readonly style: 'gpt' | 'mbr' | 'none';
  readonly sectorSize: number;
  readonly gpt: GptTable | null;
  readonly mbr: MbrTable | null;
  readonly entries: readonly PartitionEntry[];
  /** The bytes that partitions may use; the end is exclusive. */
  readonly usable: { readonly start: number; readonly end: number };
}

/**
 * Reads how a disk is divided.
 *
 * @param sectorSize In bytes, where the container states it; else it is told from the tables.
 * @param note Told of damaged tables, and of a GPT whose protective MBR is gone.
 */
export function readLayout(disk: ByteSource, sectorSize: number | undefined, note: Note): DiskLayout {
  if (startsAsVolume(disk)) return bare(disk, sectorSize);
  const mbr = readMbr(disk, sectorSize ?? SECTOR_SIZE_USUAL, () => {});
  if (mbr === null || mbr.kind !== 'plain') {
    const gpt = attempt(note, () => readGpt(disk, note, sectorSize));
    if (gpt !== null) {
      if (mbr === null) note(new FormatError('bad-magic', { what: 'mbr.protective', sourceOffset: 0 }));
      return gptLayout(gpt, mbr);
    }
    if (mbr === null) return bare(disk, sectorSize, []);
    if (mbr.kind === 'protective') {
      note(
        new FormatError('bad-magic', { what: 'gpt', sourceOffset: 0, expected: 'a table', actual: 'its guard only' }),
      );
    }
  }
  const size = sectorSize ?? mbrSectorSize(disk, mbr);
  return mbrLayout(readMbr(disk, size, note) as MbrTable, disk, size);
}

/** Which unit the numbers of a raw disk's MBR count: the one under which more partitions start as volumes do. */
function mbrSectorSize(disk: ByteSource, mbr: MbrTable): number {
  const fitting = (size: number) =>
    mbr.partitions.filter(({ firstLba }) => {
      const at = firstLba * size;
      return at + SECTOR_SIZE_LARGE <= disk.size && startsAsVolume(viewFrom(disk, at));
    }).length;
  return fitting(SECTOR_SIZE_LARGE) > fitting(SECTOR_SIZE_USUAL) ? SECTOR_SIZE_LARGE : SECTOR_SIZE_USUAL;
}

function viewFrom(disk: ByteSource, at: number): ByteSource {
  return { size: disk.size - at, read: (offset, length) => disk.read(at + offset, length) };
}

function gptLayout(gpt: GptTable, mbr: MbrTable | null): DiskLayout {
  const { sectorSize, header } = gpt;
  return {
    style: 'gpt',
    sectorSize,
    gpt,
    mbr,
    usable: { start: header.firstUsableLba * sectorSize, end: (header.lastUsableLba + 1) * sectorSize },
    entries: gpt.partitions.map((entry) => ({
      number: entry.slot,
      startByte: entry.firstLba * sectorSize,
      sizeBytes: entry.sectorCount * sectorSize,
      typeGuid: entry.typeGuid,
      mbrType: null,
      attributes: entry.attributes,
      name: entry.name,
      guid: entry.partitionGuid,
      active: false,
      logical: false,
    })),
  };
}

function mbrLayout(mbr: MbrTable, disk: ByteSource, sectorSize: number): DiskLayout {
  const guards = mbr.kind === 'plain' ? [] : [0xee];
  return {
    style: 'mbr',
    sectorSize,
    gpt: null,
    mbr,
    usable: { start: sectorSize, end: Math.floor(disk.size / sectorSize) * sectorSize },
    entries: mbr.partitions
      .filter(({ type }) => !guards.includes(type))
      .map((entry) => ({
        number: entry.slot,
        startByte: entry.firstLba * sectorSize,
        sizeBytes: entry.sectorCount * sectorSize,
        typeGuid: null,
        mbrType: entry.type,
        attributes: 0n,
        name: '',
        guid: null,
        active: entry.active,
        logical: entry.logical,
      })),
  };
}

/** A volume without a table, or with `entries` empty a disk without either. */
function bare(disk: ByteSource, sectorSize = SECTOR_SIZE_USUAL, entries?: readonly PartitionEntry[]): DiskLayout {
  const whole: PartitionEntry = {
    ...{ number: 0, startByte: 0, sizeBytes: disk.size, typeGuid: null, mbrType: null, attributes: 0n },
    ...{ name: '', guid: null, active: false, logical: false },
  };
  return {
    style: 'none',
    sectorSize,
    gpt: null,
    mbr: null,
    entries: entries ?? [whole],
    usable: { start: 0, end: disk.size },
  };
}
