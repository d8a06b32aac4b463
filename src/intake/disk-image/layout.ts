import type { Partition, PartitionRole } from '../../evidence/kinds/disks.js';
import type { DiskMap, DiskPartition } from '../../formats/disk-map/disk-map.js';
import { partitionTypeOf } from '../../knowledge/partition-types.js';
import type { Sink } from '../intake.js';

/** Tells the partition table, to the byte. */
export function tellLayout(map: DiskMap, sink: Sink): void {
  if (map.style === 'none') return;
  const partitions = [...map.partitions].sort((a, b) => a.startByte - b.startByte).map(partitionOf);
  const diskId = map.diskGuid ?? (map.signature === null ? null : String(map.signature));
  const at = { byte: 0, length: map.sectorSize };
  sink.add(
    'disk-layout',
    {
      disk: null,
      style: map.style,
      diskId,
      sizeBytes: map.sizeBytes,
      unallocatedBytes: map.gaps.reduce((sum, gap) => sum + gap.sizeBytes, 0),
      dynamic: null,
      partitions,
      complete: true,
    },
    { witness: 'disk-structure', at, quote: `${map.style.toUpperCase()}, ${partitions.length} partitions` },
  );
  if (diskId !== null) {
    sink.add(
      'device-identity',
      { computerName: null, machineGuid: null, diskIds: [diskId] },
      { witness: 'disk-structure', at, quote: `disk ${diskId}` },
    );
  }
}

function partitionOf(partition: DiskPartition): Partition {
  const { number, startByte, sizeBytes, typeGuid, mbrType, volume } = partition;
  return {
    number,
    role: roleOf(partition),
    typeId: typeGuid ?? (mbrType === null ? null : `0x${mbrType.toString(16).padStart(2, '0')}`),
    sizeBytes,
    sizeErrorBytes: 0,
    offsetBytes: startByte,
    offsetErrorBytes: 0,
    fileSystem: volume.kind,
    label: volume.label ?? (partition.name === '' ? null : partition.name),
    letter: null,
    freeBytes: volume.freeBytes,
    active: mbrType === null ? null : partition.active,
    attributes: typeGuid === null ? null : `0x${partition.attributes.toString(16).padStart(16, '0')}`,
    encrypted: volume.kind === 'bitlocker',
  };
}

/** Roles of the knowledge's table, in the words of the evidence. */
const ROLES: Readonly<Record<string, PartitionRole>> = {
  'efi-system': 'efi',
  'microsoft-reserved': 'msr',
  'windows-data': 'basic',
  'windows-recovery': 'recovery',
  'oem-recovery': 'oem',
  extended: 'extended',
};

function roleOf({ typeGuid, mbrType }: DiskPartition): PartitionRole {
  const type = typeGuid ?? mbrType;
  const row = type === null ? undefined : partitionTypeOf(type);
  return ROLES[row?.role ?? ''] ?? 'other';
}
