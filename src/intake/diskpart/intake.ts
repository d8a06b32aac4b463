import type { Partition, PartitionRole } from '../../evidence/kinds/disks.js';
import {
  type DiskpartReading,
  type DiskRow,
  type PartitionRow,
  readDiskpart,
  type VolumeRow,
} from '../../formats/diskpart/diskpart.js';
import { roleOfType, UNSHOWN_PARTITION } from '../disk-facts.js';
import type { TextIntake, TextSink } from '../intake.js';

/** Output of diskpart: layouts, volumes, and recovery partitions that were deleted in the session. */
export const diskpartIntake: TextIntake = {
  id: 'diskpart',
  read(lines, sink) {
    const readings = readDiskpart(lines);
    const disks = new Map<number, DiskRow>();
    const listed = new Map<string, PartitionRow>();
    for (const reading of readings) {
      if (reading.kind === 'disks') for (const disk of reading.disks) disks.set(disk.number, disk);
      if (reading.kind !== 'partitions') continue;
      for (const row of reading.partitions) listed.set(`${reading.disk} ${row.number}`, row);
    }
    const shown = new Set(readings.map((reading) => (reading.kind === 'partitions' ? reading.disk : null)));
    for (const reading of readings) {
      add(reading, { disks, listed, shown }, sink);
      sink.claim(reading.firstLine, reading.lastLine);
    }
  },
};

interface Context {
  readonly disks: ReadonlyMap<number, DiskRow>;
  /** Rows of partition lists by disk and number. */
  readonly listed: ReadonlyMap<string, PartitionRow>;
  /** Disks whose partitions are listed. */
  readonly shown: ReadonlySet<number | null>;
}

function add(reading: DiskpartReading, context: Context, sink: TextSink): void {
  const source = { witness: 'windows-output', at: { line: reading.firstLine } } as const;
  switch (reading.kind) {
    case 'disks':
      for (const disk of reading.disks) {
        if (context.shown.has(disk.number)) continue; // told with its partitions
        const layout = { ...diskFields(disk), partitions: [], complete: false };
        sink.add('disk-layout', layout, { ...source, quote: `Disk ${disk.number}` });
      }
      break;
    case 'partitions': {
      const disk = reading.disk === null ? undefined : context.disks.get(reading.disk);
      const partitions = reading.partitions.map(partitionOf);
      const style = partitions.some(({ role }) => role === 'efi' || role === 'msr')
        ? 'gpt'
        : ((disk && styleOf(disk)) ?? null);
      const fields = disk === undefined ? { ...UNSHOWN_DISK, disk: reading.disk } : diskFields(disk);
      sink.add(
        'disk-layout',
        { ...fields, style, partitions, complete: reading.isWhole },
        { ...source, quote: quoteOf(reading.partitions) },
      );
      break;
    }
    case 'volumes':
      for (const volume of reading.volumes) addVolume(volume, reading.of, source, sink);
      break;
    case 'partition-detail': {
      const row =
        context.listed.get(`${reading.disk} ${reading.number}`) ?? context.listed.get(`null ${reading.number}`);
      if (row === undefined) break; // its size is told nowhere
      const { typeId, attributes } = reading;
      const isOffsetShown = reading.offsetBytes !== null;
      const partition: Partition = {
        ...partitionOf(row),
        role: roleOfType(typeId) ?? partitionOf(row).role,
        typeId,
        attributes,
        offsetBytes: reading.offsetBytes ?? row.offset.bytes,
        offsetErrorBytes: isOffsetShown ? 0 : row.offset.errorBytes,
      };
      const style = typeId.startsWith('0x') ? 'mbr' : 'gpt';
      const layout = { ...UNSHOWN_DISK, disk: reading.disk, style, partitions: [partition], complete: false } as const;
      sink.add('disk-layout', layout, { ...source, quote: `Type: ${typeId}` });
      break;
    }
    case 'disk-detail': {
      const style = reading.diskId.includes('-') ? 'gpt' : 'mbr';
      const layout = {
        ...UNSHOWN_DISK,
        disk: reading.disk,
        style,
        diskId: reading.diskId,
        partitions: [],
        complete: false,
      } as const;
      sink.add('disk-layout', layout, { ...source, quote: `Disk ID: ${reading.diskId}` });
      sink.add('device-identity', { computerName: null, machineGuid: null, diskIds: [reading.diskId] }, source);
      break;
    }
    case 'deleted-partition': {
      if (reading.word !== 'recovery') break;
      const left = reading.otherRecoveryCount;
      const claim = {
        exists: left === null ? null : left > 0,
        sizeBytes: reading.sizeBytes,
        freeBytes: null,
        usedBytes: null,
        position: null,
        count: left,
        removed: true,
      };
      sink.add('recovery-partition-claim', claim, {
        ...source,
        quote: `delete partition ${reading.number ?? ''}`.trim(),
      });
      break;
    }
  }
}

const UNSHOWN_DISK = {
  disk: null,
  style: null,
  diskId: null,
  sizeBytes: null,
  unallocatedBytes: null,
  dynamic: null,
} as const;

function diskFields(disk: DiskRow) {
  return {
    disk: disk.number,
    style: styleOf(disk),
    diskId: null,
    sizeBytes: disk.size.bytes,
    unallocatedBytes: disk.unallocated.bytes,
    dynamic: disk.isDynamic,
  };
}

function styleOf(disk: DiskRow): 'gpt' | 'mbr' | null {
  return disk.isGpt === null ? null : disk.isGpt ? 'gpt' : 'mbr';
}

function partitionOf(row: PartitionRow): Partition {
  const role: PartitionRole = row.word ?? 'unstated';
  return {
    ...UNSHOWN_PARTITION,
    number: row.number,
    role,
    sizeBytes: row.size.bytes,
    sizeErrorBytes: row.size.errorBytes,
    offsetBytes: row.offset.bytes,
    offsetErrorBytes: row.offset.errorBytes,
  };
}

function addVolume(
  volume: VolumeRow,
  of: { readonly disk: number | null; readonly partition: number } | null,
  source: { witness: 'windows-output'; at: { line: number } },
  sink: TextSink,
): void {
  sink.add(
    'volume',
    {
      letter: volume.letter,
      label: volume.label,
      fileSystem: volume.fileSystem,
      sizeBytes: volume.size?.bytes ?? null,
      freeBytes: null,
      errorBytes: volume.size?.errorBytes ?? 0,
      disk: of?.disk ?? null,
      partition: of?.partition ?? null,
      dirty: null,
      role: volume.mark,
    },
    { ...source, quote: `Volume ${volume.number} ${volume.letter ?? ''} ${volume.label ?? ''}`.trim() },
  );
}

function quoteOf(rows: readonly PartitionRow[]): string {
  return rows.map((row) => `${row.number} ${row.type}`).join(', ');
}
