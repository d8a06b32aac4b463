import type { Partition } from '../evidence/kinds/disks.js';
import { trustRank } from '../evidence/trust.js';
import { WINRE_FREE_BYTES_MIN } from '../knowledge/space-rules.js';
import type { Judged } from './derive/judged.js';
import { osOf } from './derive/os.js';
import { type RecoveryPartitionState, recoveryPartitionOf } from './derive/recovery-partition.js';
import { levelOf, type WinReState, winreStateOf } from './derive/winre.js';
import { byTime, type EvidenceSet } from './evidence-set.js';
import type { KnowledgeView } from './knowledge-view.js';
import type { DeviceView, DiskView, PartitionView } from './verdict.js';

/** What the report shows of the device itself. */
export function deviceViewOf(evidence: EvidenceSet, judged: Judged | null, knowledge: KnowledgeView): DeviceView {
  const os = osOf(evidence, knowledge);
  const winre = winreStateOf(evidence);
  const level = levelOf(evidence);
  const partition = recoveryPartitionOf(evidence, winre);
  const named = evidence.all('device-identity').filter((fact) => fact.value.computerName !== null);
  const name = named.length === 0 ? null : named.reduce((best, fact) => (byTime(fact, best) > 0 ? fact : best));
  return {
    name: name?.value.computerName ?? null,
    os: {
      product: os?.product ?? null,
      release: os?.release ?? null,
      build: os?.build ?? null,
      revision: os?.revision ?? null,
      edition: os?.edition ?? null,
      server: os?.server ?? null,
    },
    winre: {
      enabled: winre?.enabled ?? null,
      location: locationText(winre),
      version: level?.version ?? null,
      versionShownBy: level?.by.value.shownBy ?? null,
      targetVersion: judged?.kb == null ? null : (knowledge.update(judged.kb)?.targetVersion ?? null),
    },
    disks: disksOf(evidence, partition),
  };
}

function locationText(winre: WinReState | null): string | null {
  const place = winre?.location;
  if (place == null || place === 'none') return null;
  if (place.disk !== null && place.partition !== null)
    return `harddisk${place.disk}\\partition${place.partition}${place.path ?? ''}`;
  if (place.letter !== null) return `${place.letter}:${place.path ?? ''}`;
  return place.path;
}

function disksOf(evidence: EvidenceSet, recovery: RecoveryPartitionState | null): readonly DiskView[] {
  const shown = new Map<string, DiskView>();
  const layouts = [...evidence.all('disk-layout')].sort(
    (a, b) => trustRank('disk-layout', a.witness) - trustRank('disk-layout', b.witness),
  );
  for (const { value } of layouts) {
    const key = String(value.disk);
    if (shown.has(key) || value.partitions.length === 0) continue;
    shown.set(key, {
      disk: value.disk,
      style: value.style,
      sizeBytes: value.sizeBytes,
      partitions: value.partitions.map((part) => partitionView(part, recovery)),
    });
  }
  return [...shown.values()].sort((a, b) => (a.disk ?? -1) - (b.disk ?? -1));
}

function partitionView(part: Partition, recovery: RecoveryPartitionState | null): PartitionView {
  const active = recovery?.partition === part;
  return {
    number: part.number,
    role: part.role,
    letter: part.letter,
    label: part.label,
    offsetBytes: part.offsetBytes,
    sizeBytes: part.sizeBytes,
    freeBytes: active ? (recovery.freeBytes ?? part.freeBytes) : part.freeBytes,
    active,
    neededBytes: active ? WINRE_FREE_BYTES_MIN : null,
  };
}
