import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import { crc32 } from '../../bytes/crc32.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { type GptEntry, readGptEntry } from './entry.js';
import { type GptHeader, hasGptSignature, readGptHeader } from './header.js';

export { type GptEntry, readGptEntry } from './entry.js';
export { GPT_TABLE_BYTES_MAX, type GptHeader, readGptHeader } from './header.js';

/** The logical sector sizes that Windows knows, in bytes. */
export const GPT_SECTOR_SIZES = [512, 4096] as const;
const PRIMARY_LBA = 1;

/** `damaged`: its letters stand there and it does not hold. `absent`: nothing of it is there. */
export type GptCopyState = 'sound' | 'damaged' | 'absent';

export interface GptPartition extends GptEntry {
  /** Place in the table, from 1, as sgdisk and sfdisk count; unused slots count too. */
  readonly slot: number;
}

export interface GptTable {
  /** In bytes. */
  readonly sectorSize: number;
  readonly header: GptHeader;
  /** The copy that all of this was read from. */
  readonly readFrom: 'primary' | 'backup';
  readonly primary: GptCopyState;
  readonly backup: GptCopyState;
  /** Whether the entries match their checksum. Entries that do not are read only where there is no better copy. */
  readonly entriesVerified: boolean;
  /** In the order of the table, which need not be that of the disk. */
  readonly partitions: readonly GptPartition[];
}

interface Copy {
  readonly state: GptCopyState;
  readonly error?: FormatError;
  readonly header?: GptHeader;
  readonly entries?: Entries;
}
interface Entries {
  readonly partitions: readonly GptPartition[];
  readonly defects: readonly FormatError[];
  readonly crc: number;
}

/**
 * Reads a disk's GUID partition table: the primary copy where it holds, else the backup.
 *
 * @param source The whole disk.
 * @param note Told of a damaged or missing copy, of copies that differ, and of each entry that cannot be read.
 * @param sectorSize Logical sector size in bytes where the container states it; otherwise both are tried.
 * @returns The table, or `null` if no copy's letters stand where one should.
 * @throws {FormatError} The primary's own error, or the backup's where no primary is there, if neither copy can be read.
 * @source UEFI Specification 2.10, section 5.3.
 */
export function readGpt(source: ByteSource, note: Note, sectorSize?: number): GptTable | null {
  let failure: FormatError | undefined;
  for (const size of sectorSize === undefined ? GPT_SECTOR_SIZES : [sectorSize]) {
    const lastLba = Math.floor(source.size / size) - 1;
    if (lastLba <= PRIMARY_LBA) continue;
    const primary = readCopy(source, size, PRIMARY_LBA);
    const backupLba = primary.header?.otherLba ?? lastLba;
    const backup = readCopy(source, size, backupLba);
    if (primary.state === 'absent' && backup.state === 'absent') continue;
    const table = choose(primary, backup, size, note);
    if (table !== null) return table;
    failure ??= primary.error ?? backup.error;
  }
  if (failure !== undefined) throw failure;
  return null;
}

function choose(primary: Copy, backup: Copy, sectorSize: number, note: Note): GptTable | null {
  const best =
    [primary, backup].find((copy) => copy.state === 'sound') ?? [primary, backup].find((copy) => copy.entries);
  if (best?.header === undefined || best.entries === undefined) return null;
  if (primary.error !== undefined) note(primary.error);
  if (backup.error !== undefined) note(backup.error);
  for (const defect of best.entries.defects) note(defect);
  if (primary.state === 'sound' && backup.state === 'sound') compareCopies(primary, backup, sectorSize, note);
  return {
    sectorSize,
    header: best.header,
    readFrom: best === primary ? 'primary' : 'backup',
    primary: primary.state,
    backup: backup.state,
    entriesVerified: best.state === 'sound',
    partitions: best.entries.partitions,
  };
}

/** Two sound copies that tell two tales: a tool wrote one and was stopped before the other. The primary is believed. */
function compareCopies(primary: Copy, backup: Copy, sectorSize: number, note: Note): void {
  if (primary.entries?.crc === backup.entries?.crc && primary.header?.diskGuid === backup.header?.diskGuid) return;
  note(
    new FormatError('bad-range', {
      what: 'gpt.backup',
      sourceOffset: (backup.header?.ownLba ?? 0) * sectorSize,
      expected: 'the same table as the primary',
      actual: 'another one',
    }),
  );
}

function readCopy(source: ByteSource, sectorSize: number, lba: number): Copy {
  let header: GptHeader;
  try {
    const view = viewOf(source, lba * sectorSize, sectorSize, 'gpt.header');
    if (!hasGptSignature(view)) {
      return { state: 'absent', error: view.error('bad-magic', 'gpt.header.signature', 0) };
    }
    header = readGptHeader(view, lba);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { state: error.fault === 'truncated' ? 'absent' : 'damaged', error };
  }
  try {
    const entries = readEntries(source, sectorSize, header);
    if (entries.crc === header.entriesCrc) return { state: 'sound', header, entries };
    const error = new FormatError('bad-checksum', {
      what: 'gpt.entries',
      sourceOffset: header.entriesLba * sectorSize,
      expected: header.entriesCrc,
      actual: entries.crc,
    });
    return { state: 'damaged', error, header, entries };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { state: 'damaged', error, header };
  }
}

function readEntries(source: ByteSource, sectorSize: number, header: GptHeader): Entries {
  const { entryCount, entrySize, entriesLba } = header;
  const view = viewOf(source, entriesLba * sectorSize, entryCount * entrySize, 'gpt.entries');
  const partitions: GptPartition[] = [];
  const defects: FormatError[] = [];
  for (let index = 0; index < entryCount; index++) {
    try {
      const entry = readGptEntry(view, index * entrySize);
      if (entry !== null) partitions.push({ slot: index + 1, ...entry });
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      defects.push(error);
    }
  }
  return { partitions, defects, crc: crc32(view.bytes) };
}
