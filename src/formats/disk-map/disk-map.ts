import { type ByteSource, WindowSource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import type { GptCopyState } from '../gpt/gpt.js';
import { type DiskContainer, openContainer } from './container.js';
import { type ByteRange, gapsBetween } from './gaps.js';
import { type DiskLayout, type PartitionEntry, readLayout } from './layout.js';
import { type DiskVolume, openVolume } from './volume.js';

export type { DiskContainer } from './container.js';
export type { ByteRange } from './gaps.js';
export type { PartitionEntry } from './layout.js';
export { type DiskVolume, openVolume, type VolumeKind } from './volume.js';

/** Partitions that Windows joins to volumes by a database of its own, which is not read here. */
const JOINED_GUIDS: ReadonlySet<string> = new Set([
  '5808c8aa-7e8f-42e0-85d2-e1e90434cfb3', // dynamic disk, its database
  'af9b60a0-1431-4f62-bc68-3311714a69ad', // dynamic disk, its data
  'e75caf8f-f680-4cee-afa3-b001e56efc2d', // Storage Spaces
]);
const JOINED_MBR_TYPE = 0x42;
/** Windows makes 128 at most; each is looked into. */
export const DISK_PARTITIONS_MAX = 1024;

export interface DiskPartition extends PartitionEntry {
  /** The partition's bytes; shorter than `sizeBytes` where the image was cut off. */
  readonly source: ByteSource;
  readonly volume: DiskVolume;
}

/** A disk: what it lies in, how it is divided, and what its partitions hold. */
export interface DiskMap {
  readonly container: DiskContainer;
  /** The bytes of the disk itself. */
  readonly disk: ByteSource;
  readonly sizeBytes: number;
  /** Logical, in bytes. */
  readonly sectorSize: number;
  /** `none`: a volume without a table (one partition, number 0), or a disk without either. */
  readonly style: 'gpt' | 'mbr' | 'none';
  readonly diskGuid: string | null;
  /** MBR disks only. */
  readonly signature: number | null;
  /** Whether an MBR stands before the GPT that names partitions of its own. */
  readonly hybrid: boolean;
  /** GPT disks only. */
  readonly gptCopies: { readonly primary: GptCopyState; readonly backup: GptCopyState } | null;
  /** In the order of the table. */
  readonly partitions: readonly DiskPartition[];
  /** Bytes that no partition uses, of those that partitions may use, in the order of the disk. */
  readonly gaps: readonly ByteRange[];
}

/**
 * Opens a disk image (raw, VHD, VHDX), a lone volume, or the volume in a `boot.sdi`, and says what is on it.
 * Volumes are opened, their files are not read; wrap a slow source in a `CachedSource` first.
 *
 * @param note Told of everything that is damaged, cut off, overlapping or not supported, and went on past.
 * @throws {FormatError} `unsupported` for a container that is known and not read, or needs another file; what a damaged
 *   container throws. A disk without a readable table has no partitions.
 */
export function openDisk(source: ByteSource, note: Note): DiskMap {
  const { container, disk, sectorSize } = openContainer(source, note);
  const layout = readLayout(disk, sectorSize, note);
  noteOverlaps(layout, note);
  const entries = layout.entries.slice(0, DISK_PARTITIONS_MAX);
  if (entries.length < layout.entries.length) {
    const detail = { what: 'disk.partitions', sourceOffset: 0, expected: `<= ${DISK_PARTITIONS_MAX}` };
    note(new FormatError('over-limit', { ...detail, actual: layout.entries.length }));
  }
  return {
    container,
    disk,
    sizeBytes: disk.size,
    sectorSize: layout.sectorSize,
    style: layout.style,
    diskGuid: layout.gpt?.header.diskGuid ?? null,
    signature: layout.style === 'mbr' ? (layout.mbr?.diskSignature ?? null) : null,
    hybrid: layout.style === 'gpt' && layout.mbr?.kind === 'hybrid',
    gptCopies: layout.gpt && { primary: layout.gpt.primary, backup: layout.gpt.backup },
    partitions: entries.map((entry) => openPartition(disk, entry, note)),
    gaps: gapsBetween(layout.entries, layout.usable.start, Math.min(layout.usable.end, disk.size)),
  };
}

function openPartition(disk: ByteSource, entry: PartitionEntry, note: Note): DiskPartition {
  const { startByte, sizeBytes } = entry;
  const start = Math.min(startByte, disk.size);
  const present = Math.min(sizeBytes, disk.size - start);
  if (present < sizeBytes) {
    const detail = { what: 'disk.partition', sourceOffset: startByte, expected: sizeBytes, actual: present };
    note(new FormatError('truncated', detail));
  }
  if (entry.mbrType === JOINED_MBR_TYPE || JOINED_GUIDS.has(entry.typeGuid ?? '')) {
    const detail = { what: 'disk.partition.type', sourceOffset: startByte, expected: 'a volume of its own' };
    note(new FormatError('unsupported', { ...detail, actual: 'part of a dynamic disk or storage pool' }));
  }
  const source = new WindowSource(disk, start, present);
  return { ...entry, source, volume: openVolume(source, note) };
}

function noteOverlaps(layout: DiskLayout, note: Note): void {
  let end = 0;
  for (const { startByte, sizeBytes } of [...layout.entries].sort((a, b) => a.startByte - b.startByte)) {
    if (startByte < end) {
      const detail = { what: 'disk.partition', sourceOffset: startByte, expected: `>= ${end}`, actual: startByte };
      note(new FormatError('bad-range', detail));
    }
    end = Math.max(end, startByte + sizeBytes);
  }
}
