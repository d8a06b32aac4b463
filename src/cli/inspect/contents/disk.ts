import { type DiskMap, type DiskPartition, openDisk } from '../../../formats/disk-map/disk-map.js';
import { partitionTypeOf } from '../../../knowledge/partition-types.js';
import { plain } from '../../../report/plain.js';
import type { Contents, Describe } from './contents.js';

export const describeDisk: Describe = (source, note): Contents | null => {
  const map = openDisk(source, note);
  if (map.style === 'none') {
    const [whole] = map.partitions;
    const isNone = whole === undefined || whole.volume.kind === 'unknown' || whole.volume.kind === 'empty';
    if (isNone && map.container === 'raw') return null;
    const facts = { container: map.container, volume: whole === undefined ? null : volumeFacts(whole) };
    return { kind: 'volume', facts, lines: whole === undefined ? ['no volume'] : [volumeLine(whole)] };
  }
  return { kind: 'disk', facts: diskFacts(map), lines: diskLines(map) };
};

function diskFacts(map: DiskMap): Record<string, unknown> {
  const { container, style, sizeBytes, sectorSize, diskGuid, signature, hybrid, gptCopies, partitions, gaps } = map;
  return {
    ...{ container, style, sizeBytes, sectorSize, diskGuid, signature, hybrid, gptCopies, gaps },
    partitions: partitions.map((partition) => ({
      number: partition.number,
      ...{ startByte: partition.startByte, sizeBytes: partition.sizeBytes },
      ...{ typeId: typeIdOf(partition), role: roleOf(partition), name: partition.name, guid: partition.guid },
      attributes: `0x${partition.attributes.toString(16).padStart(16, '0')}`,
      ...{ active: partition.active, logical: partition.logical, volume: volumeFacts(partition) },
    })),
  };
}

function volumeFacts({ volume }: DiskPartition): Record<string, unknown> {
  const { kind, label, sizeBytes, freeBytes, dirty, bitLocker } = volume;
  if (kind !== 'bitlocker') return { kind, label, sizeBytes, freeBytes, dirty };
  const metadata = bitLocker?.metadata ?? null;
  return {
    ...{ kind, variant: bitLocker?.variant ?? null, state: metadata?.state ?? null, method: metadata?.method ?? null },
    ...{
      isSuspended: metadata?.isSuspended ?? null,
      protectors: metadata?.protectors.map((each) => each.kind) ?? null,
    },
  };
}

function diskLines({
  container,
  style,
  sizeBytes,
  sectorSize,
  diskGuid,
  signature,
  partitions,
  gaps,
}: DiskMap): string[] {
  const id = diskGuid ?? (signature === null ? 'no id' : `signature 0x${signature.toString(16).padStart(8, '0')}`);
  const rows = [
    ...partitions.map((partition) => ({ startByte: partition.startByte, line: partitionLine(partition) })),
    ...gaps.map((gap) => ({
      startByte: gap.startByte,
      line: `no partition: ${gap.sizeBytes} bytes at ${gap.startByte}`,
    })),
  ].sort((a, b) => a.startByte - b.startByte);
  return [
    `${container}, ${style.toUpperCase()}, ${sizeBytes} bytes in sectors of ${sectorSize}, ${id}`,
    ...rows.map(({ line }) => line),
  ];
}

function partitionLine(partition: DiskPartition): string {
  const { number, startByte, sizeBytes } = partition;
  const role = roleOf(partition) ?? `type ${typeIdOf(partition)}`;
  return `partition ${number}: ${role}, ${sizeBytes} bytes at ${startByte}: ${volumeLine(partition)}`;
}

function volumeLine({ volume }: DiskPartition): string {
  const { kind, label, freeBytes, dirty, bitLocker } = volume;
  const words = [
    label === null || label === '' ? null : `"${plain(label)}"`,
    freeBytes === null ? null : `${freeBytes} bytes free`,
    dirty === true ? 'dirty' : null,
    bitLocker?.metadata?.state ?? null,
  ];
  return [kind, ...words.filter((word) => word !== null)].join(', ');
}

function typeIdOf({ typeGuid, mbrType }: DiskPartition): string | null {
  return typeGuid ?? (mbrType === null ? null : `0x${mbrType.toString(16).padStart(2, '0')}`);
}

function roleOf({ typeGuid, mbrType }: DiskPartition): string | null {
  const type = typeGuid ?? mbrType;
  return type === null ? null : (partitionTypeOf(type)?.role ?? null);
}
