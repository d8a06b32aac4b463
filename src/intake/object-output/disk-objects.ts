import type { Partition, PartitionRole } from '../../evidence/kinds/disks.js';
import type { ObjectRecord } from '../../formats/object-output/object-output.js';
import { roleOfType, UNSHOWN_PARTITION } from '../disk-facts.js';
import type { TextSink } from '../intake.js';
import { booleanOf, hasField, integerOf, letterOf, readingOf, sizeOf, textOf } from './fields.js';

/** Values of the Type property, which is an enumeration and stays English. */
const ROLES: Readonly<Record<string, PartitionRole>> = {
  system: 'efi',
  reserved: 'msr',
  basic: 'basic',
  recovery: 'recovery',
  ifs: 'basic',
  'gpt: system': 'efi',
  'gpt: basic data': 'basic',
  'installable file system': 'basic',
};

export function isPartition(record: ObjectRecord): boolean {
  const isPowerShell =
    hasField(record, 'partitionnumber') && (record.fields.has('size') || record.fields.has('offset'));
  const isWmi = record.fields.has('startingoffset') && record.fields.has('size');
  return isPowerShell || isWmi;
}

/** Partitions that stand one under the other: a layout for each disk. */
export function addPartitions(records: readonly ObjectRecord[], sink: TextSink): void {
  const byDisk = new Map<string, { partitions: Partition[]; first: ObjectRecord }>();
  for (const record of records) {
    const partition = partitionOf(record);
    if (partition === null) continue;
    const key = String(diskOf(record));
    const group = byDisk.get(key);
    if (group === undefined) byDisk.set(key, { partitions: [partition], first: record });
    else group.partitions.push(partition);
  }
  for (const [key, { partitions, first }] of byDisk) {
    const disk = key === 'null' ? null : Number(key);
    const typeId = partitions.find((partition) => partition.typeId !== null)?.typeId ?? null;
    const isGpt = partitions.some(({ role }) => role === 'efi' || role === 'msr') || typeId?.includes('-');
    const layout = {
      disk,
      style: isGpt ? ('gpt' as const) : typeId === null ? null : ('mbr' as const),
      diskId: null,
      sizeBytes: null,
      unallocatedBytes: null,
      dynamic: null,
      partitions,
      complete: isUnfiltered(first.command) && hasField(first, 'partitionnumber'),
    };
    sink.add(
      'disk-layout',
      layout,
      readingOf(first, `Partitions ${partitions.map(({ number }) => number).join(', ')}`),
    );
  }
}

/** Whether the command lists all partitions: nothing but a disk was asked for. */
function isUnfiltered(command: string | null): boolean {
  if (command === null) return false;
  const [first, ...others] = command.split('|').map((part) => part.trim());
  const isWhole = /^Get-Partition(?:\s+-DiskNumber\s+\d+)?$|^Get-Disk(?:\s+(?:-Number\s+)?\d+)?$/i.test(first);
  return isWhole && !others.some((part) => /^(?:where|\?|select\b.*-(?:first|last|index))/i.test(part));
}

function diskOf(record: ObjectRecord): number | null {
  const direct = integerOf(record, 'disknumber', 'diskindex', 'diskid');
  if (direct !== null) return direct;
  const named = /Disk\s*#(\d+)/i.exec(textOf(record, 'deviceid', 'name', 'caption') ?? '');
  if (named !== null) return Number(named[1]);
  const asked = /-DiskNumber\s+(\d+)|Get-Disk\s+(?:-Number\s+)?(\d+)/i.exec(record.command ?? '');
  return asked === null ? null : Number(asked[1] ?? asked[2]);
}

function partitionOf(record: ObjectRecord): Partition | null {
  const size = sizeOf(record, 'size');
  if (size === null) return null;
  const offset = sizeOf(record, 'offset', 'startingoffset');
  const typeId = typeIdOf(record);
  const type = (textOf(record, 'type') ?? '').toLowerCase();
  return {
    ...UNSHOWN_PARTITION,
    number: integerOf(record, 'partitionnumber'), // WMI counts from 0 and leaves reserved partitions out: no number
    role: roleOfType(typeId) ?? ROLES[type] ?? 'unstated',
    typeId,
    sizeBytes: size.bytes,
    sizeErrorBytes: size.errorBytes,
    offsetBytes: offset?.bytes ?? null,
    offsetErrorBytes: offset?.errorBytes ?? 0,
    letter: letterOf(record, 'driveletter'),
    active: booleanOf(record, 'isactive'),
  };
}

function typeIdOf(record: ObjectRecord): string | null {
  const guid = /^\{?([0-9a-f-]{36})\}?$/i.exec(textOf(record, 'gpttype') ?? '');
  if (guid !== null) return guid[1].toLowerCase();
  const mbr = integerOf(record, 'mbrtype');
  return mbr === null || mbr === 0 || mbr > 255 ? null : `0x${mbr.toString(16).padStart(2, '0')}`;
}

export function isVolume(record: ObjectRecord): boolean {
  if (isPartition(record)) return false;
  return (
    hasField(record, 'sizeremaining') ||
    (record.fields.has('freespace') &&
      (record.fields.has('capacity') || record.fields.has('size') || record.fields.has('filesystem')))
  );
}

export function addVolume(record: ObjectRecord, sink: TextSink): void {
  const size = sizeOf(record, 'capacity', 'size');
  const free = sizeOf(record, 'sizeremaining', 'freespace');
  if (size === null && free === null) return;
  const letter = letterOf(record, 'driveletter', 'deviceid', 'name', 'caption');
  const label = textOf(record, 'filesystemlabel', 'friendlyname', 'label', 'volumename');
  const isOs = booleanOf(record, 'bootvolume') === true;
  const isSystem = booleanOf(record, 'systemvolume') === true;
  sink.add(
    'volume',
    {
      letter,
      label,
      fileSystem: textOf(record, 'filesystem', 'filesystemtype'),
      sizeBytes: size?.bytes ?? null,
      freeBytes: free?.bytes ?? null,
      errorBytes: Math.max(size?.errorBytes ?? 0, free?.errorBytes ?? 0),
      disk: integerOf(record, 'disknumber'),
      partition: null,
      dirty: booleanOf(record, 'dirtybitset'),
      role: isOs ? 'os' : isSystem ? 'efi' : null,
    },
    readingOf(record, `${letter ?? label ?? 'volume'}: ${free?.bytes ?? '?'} of ${size?.bytes ?? '?'} bytes free`),
  );
}

export function isDisk(record: ObjectRecord): boolean {
  return hasField(record, 'partitionstyle') && (record.fields.has('number') || record.fields.has('disknumber'));
}

export function addDisk(record: ObjectRecord, sink: TextSink): void {
  const size = sizeOf(record, 'size', 'total size');
  const allocated = integerOf(record, 'allocatedsize');
  const style = (textOf(record, 'partitionstyle') ?? '').toLowerCase();
  const guid = /^\{?([0-9a-f-]{36})\}?$/i.exec(textOf(record, 'guid') ?? '');
  const signature = integerOf(record, 'signature');
  const diskId = guid !== null ? guid[1].toLowerCase() : signature === null ? null : String(signature);
  const layout = {
    disk: integerOf(record, 'number', 'disknumber'),
    style:
      style === 'gpt' || style === '2' ? ('gpt' as const) : style === 'mbr' || style === '1' ? ('mbr' as const) : null,
    diskId,
    sizeBytes: size?.bytes ?? null,
    unallocatedBytes:
      size !== null && allocated !== null && size.errorBytes === 0 ? Math.max(0, size.bytes - allocated) : null,
    dynamic: null,
    partitions: [],
    complete: false,
  };
  sink.add('disk-layout', layout, readingOf(record, `Disk ${layout.disk ?? '?'} ${style.toUpperCase()}`));
  if (diskId !== null)
    sink.add(
      'device-identity',
      { computerName: null, machineGuid: null, diskIds: [diskId] },
      readingOf(record, diskId),
    );
}
