import type { DiskLayout, Partition } from '../../evidence/kinds/disks.js';
import type { AnyFact, Fact } from '../../evidence/model.js';
import type { EvidenceSet } from '../evidence-set.js';
import { bestOf, type WinReState } from './winre.js';

/** Recovery-typed partitions above this are factory images of the maker, never WinRE's own. @source facts, section 2 */
export const WINRE_PARTITION_BYTES_MAX = 2 * 1024 ** 3;

/** The recovery partition that WinRE uses or would use, as far as anything tells. */
export interface RecoveryPartitionState {
  /** `null`: not known whether there is one. */
  readonly exists: boolean | null;
  readonly partition: Partition | null;
  readonly layout: Fact<'disk-layout'> | null;
  readonly windows: Partition | null;
  readonly sizeBytes: number | null;
  readonly freeBytes: number | null;
  readonly freeErrorBytes: number;
  readonly freeBy: AnyFact | null;
  /** Recovery-typed partitions of the disk that Windows is on. */
  readonly count: number | null;
  readonly position: 'after-windows' | 'before-windows' | 'blocked' | null;
  readonly tableFull: boolean;
  /** WinRE is registered on the volume that Windows runs from. */
  readonly onOsVolume: boolean;
  readonly onOsBy: readonly AnyFact[];
  /** Why we believe `exists`. */
  readonly existsBy: readonly AnyFact[];
  readonly conflicts: readonly AnyFact[];
}

const SAYS_OF_IT: readonly string[] = ['recovery-partition-absent', 'recovery-partition-removed', 'winre-on-os-volume'];

/** Puts layouts, volumes, the registered place and people's words together. `null` where nothing speaks of it. */
export function recoveryPartitionOf(evidence: EvidenceSet, winre: WinReState | null): RecoveryPartitionState | null {
  const layouts = evidence.all('disk-layout');
  const claims = evidence.all('recovery-partition-claim');
  const checks = evidence.all('winre-space-check');
  const volumes = evidence.all('volume').filter((fact) => fact.value.role === 'recovery');
  const told = evidence.all('statement').filter((fact) => SAYS_OF_IT.includes(fact.value.claim));
  const speaking = layouts.length + claims.length + checks.length + volumes.length + told.length;
  if (speaking === 0 && winre?.onOsVolume == null) {
    if (winre?.location == null || winre.location === 'none') return null;
  }

  const home = windowsDisk(layouts, evidence);
  const located = locate(layouts, winre);
  const layout = located?.layout ?? home?.layout ?? null;
  const windows = home?.partition ?? null;
  const typed = (home?.layout ?? layout)?.value.partitions.filter((part) => part.role === 'recovery') ?? [];
  const usable = typed.filter((part) => part.sizeBytes <= WINRE_PARTITION_BYTES_MAX);
  const onOsBy = onOsVolumeBy(winre, located, home, evidence);
  const onOsVolume = onOsBy !== null;
  const partition = onOsVolume ? null : (located?.partition ?? (usable.length === 1 ? usable[0] : null) ?? null);
  const known = existence(evidence, home, partition, typed, onOsVolume, winre);
  const free = freeOf(evidence, partition, layout);
  const claimed = <K extends 'sizeBytes' | 'position' | 'count'>(key: K) =>
    bestOf(claims, (fact) => fact.value[key] !== null)?.value[key] ?? null;
  const claimedPosition = claimed('position');
  return {
    ...known,
    partition,
    layout,
    windows,
    sizeBytes:
      partition?.sizeBytes ??
      checks.find((fact) => fact.value.totalBytes !== null)?.value.totalBytes ??
      claimed('sizeBytes'),
    freeBytes: free?.bytes ?? null,
    freeErrorBytes: free?.errorBytes ?? 0,
    freeBy: free?.fact ?? null,
    count: layout === null ? claimed('count') : typed.length,
    position: positionOf(layout, partition, windows) ?? (claimedPosition === 'last' ? null : claimedPosition),
    tableFull:
      layout?.value.style === 'mbr' && layout.value.partitions.filter((part) => part.role !== 'extended').length >= 4,
    onOsVolume,
    onOsBy: onOsBy ?? [],
  };
}

interface Home {
  readonly layout: Fact<'disk-layout'>;
  readonly partition: Partition;
}

/** The disk and partition that Windows is on: by letter C, else the largest basic partition of the only disk with one. */
function windowsDisk(layouts: readonly Fact<'disk-layout'>[], evidence: EvidenceSet): Home | null {
  const osVolume = evidence.all('volume').find((fact) => fact.value.role === 'os' && fact.value.partition !== null);
  const candidates: Home[] = [];
  for (const layout of layouts) {
    const parts = layout.value.partitions;
    const lettered = parts.find((part) => part.letter?.toUpperCase() === 'C');
    if (lettered !== undefined) return { layout, partition: lettered };
    if (osVolume !== undefined && (osVolume.value.disk ?? layout.value.disk) === layout.value.disk) {
      const same = parts.find((part) => part.number === osVolume.value.partition);
      if (same !== undefined) return { layout, partition: same };
    }
    const basic = parts.filter((part) => part.role === 'basic').sort((a, b) => b.sizeBytes - a.sizeBytes)[0];
    // A data disk has one basic partition and nothing else; the disk that Windows boots from has system partitions.
    const boots = parts.some((part) => part.role === 'efi' || part.role === 'recovery' || part.active === true);
    if (basic !== undefined && boots) candidates.push({ layout, partition: basic });
  }
  const disks = new Set(candidates.map(({ layout }) => layout.value.disk));
  return disks.size === 1 ? (candidates[0] ?? null) : null;
}

/** The partition that the registered place names. */
function locate(layouts: readonly Fact<'disk-layout'>[], winre: WinReState | null): Home | null {
  const place = winre?.location;
  if (place == null || place === 'none') return null;
  for (const layout of layouts) {
    if (place.diskId !== null && layout.value.diskId !== null && place.diskId !== layout.value.diskId) continue;
    if (place.disk !== null && layout.value.disk !== null && place.disk !== layout.value.disk) continue;
    const partition = layout.value.partitions.find((part) =>
      place.offsetBytes !== null && part.offsetBytes !== null && part.offsetErrorBytes === 0
        ? part.offsetBytes === place.offsetBytes
        : place.partition !== null && part.number === place.partition,
    );
    if (partition !== undefined) return { layout, partition };
  }
  return null;
}

/** The facts that put WinRE on the volume that Windows runs from; `null` where it is not shown to be there. */
function onOsVolumeBy(
  winre: WinReState | null,
  located: Home | null,
  windows: Home | null,
  evidence: EvidenceSet,
): readonly AnyFact[] | null {
  if (winre?.onOsVolume != null && winre.onOsBy !== null) return winre.onOsVolume ? [winre.onOsBy] : null;
  const place = winre?.location;
  if (place != null && place !== 'none' && winre?.locatedBy != null) {
    if (place.letter?.toUpperCase() === 'C') return [winre.locatedBy];
    if (located !== null && windows !== null && located.partition === windows.partition)
      return [winre.locatedBy, located.layout];
    if (located !== null) return null;
  }
  const told = evidence.all('statement').filter((fact) => fact.value.claim === 'winre-on-os-volume');
  return told.length > 0 ? told : null;
}

function existence(
  evidence: EvidenceSet,
  home: Home | null,
  partition: Partition | null,
  typed: readonly Partition[],
  onOsVolume: boolean,
  winre: WinReState | null,
): Pick<RecoveryPartitionState, 'exists' | 'existsBy' | 'conflicts'> {
  const claims = evidence.all('recovery-partition-claim');
  const absent: readonly AnyFact[] = [
    ...evidence
      .all('statement')
      .filter((fact) => ['recovery-partition-absent', 'recovery-partition-removed'].includes(fact.value.claim)),
    ...claims.filter((fact) => fact.value.exists === false || fact.value.removed === true),
  ];
  const measuredRemoval = absent.filter((fact) => fact.witness !== 'person');
  const told = claims.filter(
    (fact) => fact.value.exists === true || fact.value.sizeBytes !== null || fact.value.freeBytes !== null,
  );
  // Removed after the listing that shows it: the later deed counts.
  if (measuredRemoval.length > 0 && typed.length <= 1)
    return { exists: false, existsBy: measuredRemoval, conflicts: [] };
  if (partition !== null || typed.length > 0) {
    const by: AnyFact[] = [];
    if (home !== null) by.push(home.layout);
    if (winre?.locatedBy != null && partition !== null) by.push(winre.locatedBy);
    return { exists: true, existsBy: by, conflicts: absent };
  }
  if (home?.layout.value.complete === true && listsNone(home.layout.value)) {
    const elsewhere = winre?.location != null && winre.location !== 'none' && !onOsVolume;
    if (!elsewhere) return { exists: false, existsBy: [home.layout, ...absent], conflicts: told };
  }
  if (absent.length > 0) return { exists: false, existsBy: absent, conflicts: told };
  if (told.length > 0) return { exists: true, existsBy: told, conflicts: [] };
  const located =
    winre?.location != null && winre.location !== 'none' && winre.location.partition !== null && !onOsVolume;
  const measured = evidence.all('winre-space-check').filter((fact) => fact.value.totalBytes !== null);
  if (measured.length > 0) return { exists: true, existsBy: measured, conflicts: [] };
  if (located && winre?.locatedBy != null) return { exists: true, existsBy: [winre.locatedBy], conflicts: [] };
  return { exists: null, existsBy: [], conflicts: [] };
}

/** Whether a whole listing leaves no room for a recovery partition: every type in it is stated and none is recovery. */
function listsNone(layout: DiskLayout): boolean {
  return (
    layout.partitions.length > 0 &&
    layout.partitions.every((part) => part.role !== 'unstated' && part.role !== 'recovery')
  );
}

function freeOf(
  evidence: EvidenceSet,
  partition: Partition | null,
  layout: Fact<'disk-layout'> | null,
): { readonly bytes: number; readonly errorBytes: number; readonly fact: AnyFact } | null {
  if (partition?.freeBytes != null && layout !== null)
    return { bytes: partition.freeBytes, errorBytes: 0, fact: layout };
  const volumes = evidence.all('volume');
  const same = volumes.find(
    (fact) =>
      fact.value.freeBytes !== null &&
      partition !== null &&
      fact.value.partition === partition.number &&
      (fact.value.disk === null || layout?.value.disk == null || fact.value.disk === layout.value.disk),
  );
  const sized = partition === null ? [] : volumes.filter((fact) => isVolumeOf(fact.value.sizeBytes, partition));
  const role = volumes.filter((fact) => fact.value.freeBytes !== null && fact.value.role === 'recovery');
  const volume = same ?? (sized.length === 1 ? sized[0] : role.length === 1 ? role[0] : undefined);
  if (volume?.value.freeBytes != null)
    return { bytes: volume.value.freeBytes, errorBytes: volume.value.errorBytes, fact: volume };
  const check = bestOf(evidence.all('winre-space-check'), (fact) => fact.value.freeBytes !== null);
  if (check?.value.freeBytes != null) return { bytes: check.value.freeBytes, errorBytes: 0, fact: check };
  const claim = bestOf(evidence.all('recovery-partition-claim'), (fact) => fact.value.freeBytes !== null);
  if (claim?.value.freeBytes != null) return { bytes: claim.value.freeBytes, errorBytes: 0, fact: claim };
  return null;
}

/** Get-Volume and Win32_Volume name no partition: an exact size, short of the partition's by less than this, tells it. */
const VOLUME_SHORTER_BYTES_MAX = 1024 * 1024;

function isVolumeOf(sizeBytes: number | null, partition: Partition): boolean {
  if (sizeBytes === null || partition.sizeErrorBytes > VOLUME_SHORTER_BYTES_MAX) return false;
  const shorter = partition.sizeBytes - sizeBytes;
  return shorter >= 0 && shorter < VOLUME_SHORTER_BYTES_MAX;
}

function positionOf(
  layout: Fact<'disk-layout'> | null,
  partition: Partition | null,
  windows: Partition | null,
): RecoveryPartitionState['position'] {
  if (layout === null || partition === null || windows === null) return null;
  const order = [...layout.value.partitions];
  if (order.every((part) => part.offsetBytes !== null))
    order.sort((a, b) => (a.offsetBytes as number) - (b.offsetBytes as number));
  const at = order.indexOf(partition);
  const windowsAt = order.indexOf(windows);
  if (at < 0 || windowsAt < 0) return null;
  if (at < windowsAt) return 'before-windows';
  // An older recovery partition in between can be given up; anything else stands in the way.
  const between = order.slice(windowsAt + 1, at);
  return between.every((part) => part.role === 'recovery' && part.sizeBytes <= WINRE_PARTITION_BYTES_MAX)
    ? 'after-windows'
    : 'blocked';
}
