/** Every update we know of: what it is, what level of WinRE it brings, and which update made it obsolete. */
import { BUILDS, servicingBranchOf, WINRE_IN_CUMULATIVE_SINCE } from './builds.js';
import { DYNAMIC_UPDATE_LINES } from './dynamic-updates.data.js';
import { KNOWN_ISSUES, type KnownIssue } from './known-issues.js';
import { pointers } from './sources.js';
import { type Confidence, splitRows, table, words } from './table.js';
import type { ReleaseBasis, UpdateKind, UpdateRow } from './update-row.js';
import { compareVersions } from './version.js';
import { winReUpdates } from './winre-updates.js';

/** The products that the packages of a servicing branch are named after. */
const BRANCH_PRODUCTS: Readonly<Record<string, string>> = {
  10240: 'Windows 10 version 1507',
  14393: 'Windows 10 version 1607 / Windows Server 2016',
  17763: 'Windows 10 version 1809 / Windows Server 2019',
  19041: 'Windows 10 versions 2004 to 22H2',
  20348: 'Windows Server 2022',
  22000: 'Windows 11 version 21H2',
  22621: 'Windows 11 version 22H2/23H2',
  26100: 'Windows 11 version 24H2/25H2 / Windows Server 2025',
  28000: 'Windows 11 version 26H1',
};
const DU_NAMES = {
  'safe-os-du': 'Safe OS Dynamic Update',
  'setup-du': 'Setup Dynamic Update',
  'du-unclassified': 'Dynamic Update (Safe OS or Setup not determined)',
} as const;
type DynamicUpdateKind = keyof typeof DU_NAMES;

export const UPDATES = table<UpdateRow>(
  'updates',
  (row) => row.id,
  () => withReplacers([...winReUpdates(), ...dynamicUpdates()]),
);

function dynamicUpdates(): UpdateRow[] {
  return splitRows(DYNAMIC_UPDATE_LINES, 9).map((cells) => {
    const [
      kb = '',
      branchCell = '',
      kindCell,
      released = '',
      confidence,
      kindConfidence,
      target = '',
      replaces = '',
      source = '',
    ] = cells;
    const kind = kindCell as DynamicUpdateKind; // the test validates every cell by schema
    const guessed = branchCell.endsWith('?');
    const branch = Number.parseInt(branchCell, 10);
    const product = BRANCH_PRODUCTS[branch] ?? `Windows build ${branch}`;
    return {
      id: kb,
      kb,
      title: `${DU_NAMES[kind]} for ${guessed ? 'Windows 10 (branch not verified)' : product}`,
      kind,
      kindConfidence: kindConfidence as Confidence,
      products: [guessed ? `${product} (inferred)` : product],
      osBuilds: guessed ? [] : [String(branch)],
      branch: guessed ? null : branch,
      ...releaseOf(released),
      windowsUpdateTitle: null,
      targetWinReVersion: target || null,
      targetConfidence: target ? 'high' : null,
      targetBasis: target ? 'published' : null,
      observedWinReVersion: null,
      requires: [],
      replaces: words(replaces),
      replacedBy: [],
      notOfferedWhen: [],
      knownIssues: KNOWN_ISSUES[kb] ?? [],
      integrates: [],
      probablyIntegrates: [],
      bringsWinRe: null,
      fixes: [],
      uninstallable: kind === 'setup-du' ? null : false,
      restartRequired: kind === 'safe-os-du' ? false : null,
      channels: kind === 'du-unclassified' ? null : { windowsUpdate: true, catalog: true, wsus: true },
      marks: /[?~]$/.test(branchCell) ? ['branch-inferred'] : [],
      source: pointers(words(source), kb),
      confidence: confidence as Confidence,
      checked: '2026-11-20',
    };
  });
}

/** `2025-07-08`: published; `<=2025-07-09`: seen by then; a month alone: the press. */
function releaseOf(cell: string): {
  releaseDate: string | null;
  releasedBy: string | null;
  releaseBasis: ReleaseBasis;
} {
  if (cell === '') return { releaseDate: null, releasedBy: null, releaseBasis: 'unknown' };
  if (cell.startsWith('<=')) return { releaseDate: null, releasedBy: cell.slice(2), releaseBasis: 'first-seen' };
  if (cell.length === 'YYYY-MM'.length) return { releaseDate: null, releasedBy: cell, releaseBasis: 'press' };
  return { releaseDate: cell, releasedBy: cell, releaseBasis: 'published' };
}

/** Fills `replacedBy` from the other side, so that a new row only has to say what it replaces. */
export function withReplacers(rows: readonly UpdateRow[]): UpdateRow[] {
  const replacers = new Map<string, string[]>();
  for (const row of rows) {
    for (const older of row.replaces) replacers.set(older, [...(replacers.get(older) ?? []), row.id]);
  }
  return rows.map((row) => {
    const replacedBy = replacers.get(row.id);
    return replacedBy === undefined ? row : { ...row, replacedBy };
  });
}

/** `KB5034441` of `5034441`, `kb5034441` or `KB 5034441`; `null` where it is no KB number. */
export function normaliseKb(text: string): string | null {
  const digits = /^\s*(?:kb)?\s*(\d{6,7})\s*$/i.exec(text)?.[1];
  return digits === undefined ? null : `KB${digits}`;
}

/** What is known of an update. `undefined`: this knowledge does not hold it, which says nothing of what it is. */
export function findUpdate(kb: string, updates = UPDATES): UpdateRow | undefined {
  return updates.find(normaliseKb(kb) ?? kb);
}

/** Whether an update is known to be one of WinRE alone. `false` also for an update that the table does not hold. */
export function isWinReUpdate(kb: string, updates = UPDATES): boolean {
  return findUpdate(kb, updates)?.kind === 'winre-update';
}

/** The numbers of all WinRE updates, oldest row first. */
export function winreKbs(updates = UPDATES): string[] {
  return updates.rows().flatMap((row) => (row.kind === 'winre-update' && row.kb !== null ? [row.kb] : []));
}

/** Whether `newer` makes `older` obsolete, directly or through updates between them. An update does not supersede itself. */
export function supersedes(newer: string, older: string, updates = UPDATES): boolean {
  const wanted = normaliseKb(older) ?? older;
  const start = normaliseKb(newer) ?? newer;
  const visited = new Set([start]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of replacedDirectly(id, updates)) {
      if (next === wanted && wanted !== start) return true;
      if (!visited.has(next)) {
        visited.add(next);
        open.push(next);
      }
    }
  }
  return false;
}

function replacedDirectly(id: string, updates: typeof UPDATES): string[] {
  const told = findUpdate(id, updates)?.replaces ?? [];
  const others = updates.rows().filter((row) => row.replacedBy.includes(id));
  return [...told, ...others.map((row) => row.id)];
}

export interface WinReTarget {
  readonly version: string;
  readonly confidence: Confidence;
  /** Only `published` may prove that an update is in; the others support. */
  readonly basis: 'published' | 'third-party' | 'observed';
}

/** The level that the recovery image has after an update. `null` where none is known, as for most. */
export function targetOf(kb: string, updates = UPDATES): WinReTarget | null {
  const row = findUpdate(kb, updates);
  if (row === undefined) return null;
  if (row.targetWinReVersion !== null && row.targetBasis !== null) {
    return { version: row.targetWinReVersion, confidence: row.targetConfidence ?? 'medium', basis: row.targetBasis };
  }
  if (row.observedWinReVersion === null) return null;
  return { version: row.observedWinReVersion, confidence: 'medium', basis: 'observed' };
}

export interface LevelBounds {
  /** An image below this lacks the update. */
  readonly atLeast: string | null;
  /** An image at or above this has what the update brings, by itself or through a later package. */
  readonly atMost: string | null;
  /** Both are the published level of the update itself; else they are inferred from its neighbours on the branch. */
  readonly exact: boolean;
}

/**
 * Between which levels the recovery image must be after an update, where its own level was never published: levels
 * of a branch only rise, so those published before and after it bound it.
 */
export function levelBoundsOf(kb: string, updates = UPDATES): LevelBounds {
  const row = findUpdate(kb, updates);
  if (row === undefined || row.branch === null) return { atLeast: null, atMost: null, exact: false };
  if (row.targetWinReVersion !== null && row.targetBasis === 'published') {
    return { atLeast: row.targetWinReVersion, atMost: row.targetWinReVersion, exact: true };
  }
  let atLeast: string | null = null;
  let atMost: string | null = null;
  for (const other of updates.rows()) {
    const level = other.targetBasis === 'published' ? other.targetWinReVersion : null;
    if (level === null || other.branch !== row.branch) continue;
    const isBefore =
      other.releasedBy !== null && row.releaseDate !== null && lastDay(other.releasedBy) <= row.releaseDate;
    const isAfter =
      other.releaseDate !== null && row.releasedBy !== null && other.releaseDate >= lastDay(row.releasedBy);
    if (
      (isBefore || supersedes(row.id, other.id, updates)) &&
      (atLeast === null || compareVersions(level, atLeast) > 0)
    ) {
      atLeast = level;
    }
    if ((isAfter || supersedes(other.id, row.id, updates)) && (atMost === null || compareVersions(level, atMost) < 0)) {
      atMost = level;
    }
  }
  return { atLeast, atMost, exact: false };
}

export interface LatestLevel {
  readonly version: string;
  readonly kb: string | null;
  readonly releasedBy: string;
  readonly confidence: Confidence;
  /** Recovery packages of the branch that came out later, by that day, with no level published: the image may be newer still. */
  readonly laterWithoutLevel: readonly string[];
}

/** Kinds that bring a recovery image; an undecided Dynamic Update may be one. */
const RECOVERY_KINDS: readonly UpdateKind[] = ['winre-update', 'safe-os-du', 'du-unclassified'];

/**
 * The newest published level of WinRE for a Windows build on a day.
 *
 * @param build The build of Windows, such as 19045; builds that share a branch share their levels.
 * @param date `YYYY-MM-DD`; packages that came out later do not count.
 * @returns `null` where no level was published for the branch by that day.
 */
export function latestWinReLevel(build: number, date: string, updates = UPDATES, builds = BUILDS): LatestLevel | null {
  const branch = servicingBranchOf(build, builds);
  const published = updates
    .rows()
    .filter((row) => row.branch === branch && RECOVERY_KINDS.includes(row.kind))
    .flatMap((row) => (row.releasedBy === null ? [] : [{ row, by: lastDay(row.releasedBy) }]))
    .filter(({ by }) => by <= date);
  let best: { row: UpdateRow; by: string; version: string } | null = null;
  for (const { row, by } of published) {
    if (row.targetWinReVersion === null || row.targetBasis !== 'published') continue;
    const order = best === null ? 1 : compareVersions(row.targetWinReVersion, best.version);
    if (order > 0) best = { row, by, version: row.targetWinReVersion };
  }
  if (best === null) return null;
  const { row, by, version } = best;
  const later = published.filter((other) => other.by > by && other.row.targetBasis !== 'published');
  return {
    version,
    kb: row.kb,
    releasedBy: by,
    confidence: later.length > 0 ? 'medium' : (row.targetConfidence ?? 'medium'),
    laterWithoutLevel: later.map((other) => other.row.id),
  };
}

/** A month ends on its last day; comparing text needs only a day that no month passes. */
const lastDay = (date: string): string => (date.length === 'YYYY-MM'.length ? `${date}-31` : date);

/** Whether cumulative updates of this Windows carry a new WinRE on this day, `YYYY-MM-DD`. */
export function cumulativeUpdateBringsWinRe(build: number, date: string, builds = BUILDS): boolean {
  return builds.find(String(build))?.winReArrives === 'cumulative' && date >= WINRE_IN_CUMULATIVE_SINCE;
}

/** The issue by which an update, once installed, leaves WinRE broken; `null` where none is published. */
export function breaksWinRe(kb: string, updates = UPDATES): KnownIssue | null {
  return findUpdate(kb, updates)?.knownIssues.find((issue) => issue.cause === 'known-bad-update') ?? null;
}
