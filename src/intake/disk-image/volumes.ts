import { type ByteSource, CachedSource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import type { DiskMap, DiskPartition } from '../../formats/disk-map/disk-map.js';
import type { FatVolume } from '../../formats/fat/fat.js';
import type { NtfsVolume } from '../../formats/ntfs/ntfs.js';
import { RECOVERY_TYPE_GUID, RECOVERY_TYPE_ID } from '../../knowledge/partition-types.js';
import type { Artefact, Sink } from '../intake.js';
import { readRecoveryImage } from '../recovery-image/intake.js';
import { BOOT_FILES, FOLDERS_OF_INTEREST, IMAGE_PLACES, SCRATCH_IMAGE, WINDOWS_FILES } from './places.js';

/** Files of one folder that are looked at. */
const FOLDER_FILES_MAX = 500;

interface OpenVolume {
  readonly partition: DiskPartition;
  readonly ntfs: NtfsVolume;
  readonly hasWindows: boolean;
}

/** Tells of each volume, of the recovery images on them, and opens the files that tell more. */
export function tellVolumes(map: DiskMap, artefact: Artefact, sink: Sink): void {
  const volumes: OpenVolume[] = [];
  for (const partition of map.partitions) {
    const { volume } = partition;
    const hasWindows = volume.ntfs !== null && lookup(volume.ntfs, 'Windows/System32/config/SOFTWARE', sink) !== null;
    tellVolume(partition, hasWindows, sink);
    if (volume.ntfs !== null) volumes.push({ partition, ntfs: volume.ntfs, hasWindows });
    openBootFiles(partition, artefact, sink);
  }
  for (const volume of volumes) openFiles(volume, artefact, sink);
  tellImages(volumes, sink);
}

function tellVolume(partition: DiskPartition, hasWindows: boolean, sink: Sink): void {
  const { volume, number, startByte, typeGuid, mbrType } = partition;
  const isRecovery = typeGuid === RECOVERY_TYPE_GUID || mbrType === RECOVERY_TYPE_ID;
  const role = hasWindows ? 'os' : isRecovery ? 'recovery' : volume.fat !== null ? 'efi' : null;
  const reading = {
    witness: 'disk-structure' as const,
    at: { byte: startByte, length: 512 },
    path: `partition ${number}`,
  };
  if (volume.kind === 'bitlocker') {
    const value = { letter: null, disk: null, partition: number, state: 'encrypted', protection: 'unknown' } as const;
    sink.add(
      'volume-encryption',
      { ...value, role: isRecovery ? 'recovery' : null },
      { ...reading, quote: '-FVE-FS-' },
    );
    return;
  }
  if (volume.sizeBytes === null) return;
  sink.add(
    'volume',
    {
      letter: null,
      label: volume.label,
      fileSystem: volume.kind,
      sizeBytes: volume.sizeBytes,
      freeBytes: volume.freeBytes,
      errorBytes: 0,
      disk: null,
      partition: number,
      dirty: volume.dirty,
      role,
    },
    { ...reading, quote: `${volume.kind}, ${volume.freeBytes ?? '?'} bytes free` },
  );
}

/** Recovery images where they may lie. On a disk that was read, one that is not there is missing. */
function tellImages(volumes: readonly OpenVolume[], sink: Sink): void {
  for (const { partition, ntfs, hasWindows } of volumes) {
    for (const { path, place, needsWindows } of IMAGE_PLACES) {
      if (needsWindows !== undefined && needsWindows !== hasWindows) continue;
      const found = lookup(ntfs, path, sink);
      const where = {
        witness: 'disk-structure' as const,
        at: { byte: partition.startByte, length: 512 },
        path: `partition ${partition.number}/${path}`,
      };
      if (found === undefined) continue;
      if (found === null) {
        const isKept =
          place === 'system32-recovery' ||
          partition.typeGuid === RECOVERY_TYPE_GUID ||
          partition.mbrType === RECOVERY_TYPE_ID;
        if (isKept) sink.add('winre-image', { state: 'missing', place, path, sizeBytes: null }, where);
        continue;
      }
      const isActive = place === 'recovery-partition' || place === 'os-volume' || !hasActiveImage(volumes, sink);
      readRecoveryImage(found, { place, path: where.path, isActive }, sink);
    }
    const scratch = hasWindows ? lookup(ntfs, SCRATCH_IMAGE, sink) : null;
    if (scratch != null) {
      sink.add(
        'pending-restart',
        { indicator: 'winreagent-scratch', present: true, strength: 'strong', detail: SCRATCH_IMAGE },
        {
          witness: 'disk-structure',
          at: { byte: partition.startByte, length: 512 },
          path: `partition ${partition.number}/${SCRATCH_IMAGE}`,
        },
      );
    }
  }
}

function hasActiveImage(volumes: readonly OpenVolume[], sink: Sink): boolean {
  return volumes.some(({ ntfs }) => lookup(ntfs, 'Recovery/WindowsRE/Winre.wim', sink) != null);
}

function openFiles({ partition, ntfs, hasWindows }: OpenVolume, artefact: Artefact, sink: Sink): void {
  if (!hasWindows) return;
  const prefix = `${artefact.name}/partition ${partition.number}`;
  const open = (path: string, bytes: ByteSource, beside?: ReadonlyMap<string, ByteSource>) => {
    const inner = { name: `${prefix}/${path}`, bytes: new CachedSource(bytes, 1 << 16, 64), depth: artefact.depth + 1 };
    sink.open(beside === undefined ? inner : { ...inner, beside });
  };
  for (const { path, companions } of WINDOWS_FILES) {
    const bytes = lookup(ntfs, path, sink);
    if (bytes == null) continue;
    const beside = new Map<string, ByteSource>();
    for (const ending of companions ?? []) {
      const companion = lookup(ntfs, `${path}${ending}`, sink);
      if (companion != null) beside.set(`${path.split('/').at(-1)}${ending}`.toLowerCase(), companion);
    }
    open(path, bytes, beside);
  }
  for (const folder of FOLDERS_OF_INTEREST) {
    for (const name of namesIn(ntfs, folder, sink)) {
      const bytes = lookup(ntfs, `${folder}/${name}`, sink);
      if (bytes != null) open(`${folder}/${name}`, bytes);
    }
  }
}

/** The boot store lies on the EFI system partition, or on the NTFS volume that a BIOS starts from. */
function openBootFiles({ number, volume }: DiskPartition, artefact: Artefact, sink: Sink): void {
  const { fat, ntfs } = volume;
  const find = (path: string) =>
    fat !== null ? fatLookup(fat, path, sink) : ntfs !== null ? lookup(ntfs, path, sink) : null;
  for (const { path, companions } of BOOT_FILES) {
    const bytes = find(path);
    if (bytes == null) continue;
    const beside = new Map<string, ByteSource>();
    for (const ending of companions) {
      const companion = find(`${path}${ending}`);
      if (companion != null) beside.set(`${path.split('/').at(-1)}${ending}`.toLowerCase(), companion);
    }
    sink.open({ name: `${artefact.name}/partition ${number}/${path}`, bytes, depth: artefact.depth + 1, beside });
  }
}

function fatLookup(fat: FatVolume, path: string, sink: Sink): ByteSource | null | undefined {
  try {
    const entry = fat.lookup(path);
    return entry === null || entry.isDirectory ? null : fat.open(entry);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    sink.defect(error);
    return undefined;
  }
}

/** The bytes of a file; `null` where it is not there; `undefined` where damage keeps that from being told. */
function lookup(ntfs: NtfsVolume, path: string, sink: Sink): ByteSource | null | undefined {
  try {
    const file = ntfs.lookup(path);
    return file === null || file.isDirectory ? null : file.open();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    sink.defect(error);
    return undefined;
  }
}

function namesIn(ntfs: NtfsVolume, folder: string, sink: Sink): string[] {
  const names: string[] = [];
  try {
    const directory = ntfs.lookup(folder);
    if (directory === null || !directory.isDirectory) return [];
    for (const entry of directory.entries((defect) => sink.defect(defect))) {
      if (names.length >= FOLDER_FILES_MAX) {
        const detail = { what: `disk.${folder}`, sourceOffset: 0, expected: `<= ${FOLDER_FILES_MAX} files` };
        sink.defect(new FormatError('over-limit', { ...detail, actual: 'more' }));
        break;
      }
      if (!entry.isDirectory) names.push(entry.name);
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    sink.defect(error);
  }
  return names;
}
