import type { Partition } from '../../evidence/kinds/disks.js';
import type { Describers } from '../describe-fact.js';
import { detailed, type Phrase, phrase, raw, told, where } from '../phrase.js';

/** Partitions that one sentence names; the disk map shows all. */
const NAMED_PARTITIONS_MAX = 8;

/** Where a partition or volume is: `disk 0, partition 4`. */
export function diskPlace(disk: number | null, partition: number | null): Phrase | null {
  if (disk !== null && partition !== null) {
    return phrase('report/detail#disk-partition', {
      disk: { shown: String(disk) },
      partition: { shown: String(partition) },
    });
  }
  if (disk !== null) return phrase('report/detail#disk', { disk: { shown: String(disk) } });
  return told(partition, (number) => phrase('report/detail#partition', { partition: { shown: String(number) } }));
}

function partitionPhrase(partition: Partition): Phrase {
  const role = phrase(`report/disk#role-${partition.role}`);
  const size = { bytes: partition.sizeBytes };
  const named =
    partition.number === null
      ? phrase('report/disk#partition-unnumbered', { role, size })
      : phrase('report/disk#partition-numbered', { number: { shown: String(partition.number) }, role, size });
  return partition.freeBytes === null
    ? named
    : detailed(named, [phrase('report/detail#free', { bytes: { bytes: partition.freeBytes } })]);
}

export const diskFacts = {
  'disk-layout': (layout) => {
    const shown = layout.partitions.slice(0, NAMED_PARTITIONS_MAX).map(partitionPhrase);
    const hidden = layout.partitions.length - shown.length;
    if (hidden > 0) shown.push(phrase('report/detail#more', { count: { count: hidden } }));
    const partitions = { phrases: shown };
    const disk = { shown: layout.disk === null ? '?' : String(layout.disk) };
    let claim = phrase('report/disk#layout-empty', { disk });
    if (shown.length > 0) {
      claim =
        layout.disk === null
          ? phrase('report/disk#layout-unnumbered', { partitions })
          : phrase('report/disk#layout-numbered', { disk, partitions });
    }
    return detailed(claim, [
      told(layout.style, (style) => raw(style.toUpperCase())),
      told(layout.sizeBytes, (bytes) => phrase('report/detail#size', { bytes: { bytes } })),
      told(layout.unallocatedBytes, (bytes) => phrase('report/detail#unallocated', { bytes: { bytes } })),
      where(layout.dynamic, phrase('report/detail#dynamic')),
      where(!layout.complete, phrase('report/detail#incomplete')),
    ]);
  },

  volume: (volume) => {
    const place = diskPlace(volume.disk, volume.partition);
    const named = detailed(phrase(`report/disk#volume-${volume.role ?? 'other'}`), [
      told(volume.letter, (letter) => phrase('report/detail#letter', { letter })),
      place,
      told(volume.label, (label) => phrase('report/detail#label', { label })),
    ]);
    const { sizeBytes, freeBytes } = volume;
    let claim = phrase('report/disk#volume-seen', { volume: named });
    if (sizeBytes !== null && freeBytes !== null) {
      const measured = { volume: named, size: { bytes: sizeBytes }, free: { bytes: freeBytes } };
      claim = phrase('report/disk#volume-measured', measured);
    } else if (sizeBytes !== null) {
      claim = phrase('report/disk#volume-sized', { volume: named, size: { bytes: sizeBytes } });
    } else if (freeBytes !== null) {
      claim = phrase('report/disk#volume-free', { volume: named, free: { bytes: freeBytes } });
    }
    return detailed(claim, [
      told(volume.fileSystem, raw),
      volume.errorBytes === 0 ? null : phrase('report/detail#about-off-by', { bytes: { bytes: volume.errorBytes } }),
      where(volume.dirty, phrase('report/detail#dirty')),
    ]);
  },

  'volume-encryption': (encryption) => {
    const volume = detailed(phrase(`report/disk#volume-${encryption.role ?? 'other'}`), [
      told(encryption.letter, (letter) => phrase('report/detail#letter', { letter })),
      diskPlace(encryption.disk, encryption.partition),
    ]);
    return detailed(phrase(`report/disk#encryption-${encryption.state}`, { volume }), [
      encryption.protection === 'unknown' ? null : phrase(`report/disk#protection-${encryption.protection}`),
    ]);
  },
} satisfies Partial<Describers>;
