/** Published weaknesses of WinRE, and from which level of the recovery image on they are mended. */
import { pointers, type SourceId } from './sources.js';
import { type Confidence, type Sourced, table } from './table.js';
import { UPDATES } from './updates.js';
import { buildOf, compareVersions } from './version.js';

export interface BranchFix {
  readonly branch: number;
  /** The first level that has the fix; `null` where none was published. */
  readonly version: string | null;
  /** Updates that bring it; any later one of the branch does as well. */
  readonly kbs: readonly string[];
}

export interface ImageFixRow extends Sourced {
  readonly id: string;
  readonly cves: readonly string[];
  readonly title: string;
  /** The day the fix came out; `null` where there is none that we know of. */
  readonly fixedOn: string | null;
  readonly publishedOn: string;
  /** What the published level was read from: the revision of one file inside, or the level of the whole image. */
  readonly levelOf: 'file-inside' | 'image' | null;
  readonly fixes: readonly BranchFix[];
}

const fix = (branch: number, revision: number | null, ...kbs: readonly string[]): BranchFix => ({
  branch,
  version: revision === null ? null : `10.0.${branch}.${revision}`,
  kbs,
});
const row = (
  given: Omit<ImageFixRow, 'source' | 'checked' | 'confidence'> & {
    source: readonly SourceId[];
    confidence: Confidence;
  },
): ImageFixRow => ({
  ...given,
  source: pointers(given.source),
  checked: '2026-11-20',
});

export const IMAGE_FIXES = table<ImageFixRow>(
  'image-fixes',
  (fixRow) => fixRow.id,
  () => [
    row({
      id: 'CVE-2022-41099',
      cves: ['CVE-2022-41099'],
      title: 'BitLocker can be passed by through WinRE (November 2022)',
      publishedOn: '2022-11-08',
      fixedOn: '2022-11-08',
      levelOf: 'file-inside', // bootmenuux.dll, by the sample script of KB5025175
      fixes: [
        fix(10240, 19567, 'KB5025175'),
        fix(14393, 5499, 'KB5025175'),
        fix(17763, 3646, 'KB5021042'),
        fix(19041, 2247, 'KB5021043'),
        fix(22000, 1215, 'KB5021040'),
        fix(22621, 815, 'KB5021041'),
      ],
      source: ['add-update-to-winre'],
      confidence: 'high',
    }),
    row({
      id: 'CVE-2024-20666',
      cves: ['CVE-2024-20666'],
      title: 'BitLocker can be passed by through WinRE (January 2024)',
      publishedOn: '2024-01-09',
      fixedOn: '2024-01-09',
      levelOf: 'image',
      fixes: [
        fix(19041, 3920, 'KB5034441', 'KB5034232'),
        fix(20348, 2201, 'KB5034439', 'KB5034235'),
        fix(22000, 2710, 'KB5034440', 'KB5034236'),
        fix(14393, null, 'KB5034230'),
        fix(17763, null, 'KB5034231'),
        fix(22621, null, 'KB5034234'),
      ],
      source: ['softantenna', 'yamanxworld-2024'],
      confidence: 'high',
    }),
    row({
      id: 'bitunlocker-2025', // 48804 is mended in the boot manager, the others in the image
      cves: ['CVE-2025-48003', 'CVE-2025-48800', 'CVE-2025-48804', 'CVE-2025-48818'],
      title: 'Four ways past BitLocker through WinRE, called BitUnlocker (July 2025)',
      publishedOn: '2025-07-08',
      fixedOn: '2025-07-08',
      levelOf: null,
      fixes: [
        fix(14393, null, 'KB5062689'),
        fix(17763, null, 'KB5062690'),
        fix(19041, null, 'KB5063523', 'KB5062691'),
        fix(22621, null, 'KB5062693'),
        fix(26100, null, 'KB5062688'),
      ],
      source: ['msrc-bitunlocker', 'bitunlocker-notes', 'catalog-lists'],
      confidence: 'medium',
    }),
    row({
      id: 'CVE-2026-20928',
      cves: ['CVE-2026-20928'],
      title: 'A security feature of WinRE can be passed by (April 2026)',
      publishedOn: '2026-04-14',
      fixedOn: '2026-04-14',
      levelOf: null,
      fixes: [],
      source: ['du-may-2026'],
      confidence: 'low',
    }),
    row({
      id: 'yellowkey-2026',
      cves: [],
      title: 'YellowKey: WinRE opens drives whose BitLocker key is held by the TPM alone (May 2026)',
      publishedOn: '2026-05-12',
      fixedOn: null,
      levelOf: null,
      fixes: [],
      source: ['du-may-2026'],
      confidence: 'low',
    }),
  ],
);

export interface Weaknesses {
  /** Mended only by a level that this image is below. */
  readonly open: readonly ImageFixRow[];
  /** No level, or no branch, was published that would tell: no finding may rest on these. */
  readonly undecided: readonly ImageFixRow[];
}

/**
 * Which published weaknesses an image of this level still has.
 *
 * @param version The level of the image, `10.0.19041.3920`.
 */
export function weaknessesOf(version: string, fixes = IMAGE_FIXES, updates = UPDATES): Weaknesses {
  const branch = buildOf(version);
  const open: ImageFixRow[] = [];
  const undecided: ImageFixRow[] = [];
  const age = ageOf(version, branch, updates);
  for (const weakness of fixes.rows()) {
    const here = weakness.fixes.find((candidate) => candidate.branch === branch);
    if (weakness.fixes.length > 0 && here === undefined) continue; // this branch was never named
    const level = here?.version ?? null;
    if (level !== null) {
      if (compareVersions(version, level) < 0) open.push(weakness);
    } else if (
      here !== undefined &&
      weakness.fixedOn !== null &&
      age.notAfter !== null &&
      age.notAfter < weakness.fixedOn
    ) {
      open.push(weakness); // where no branch was named, we cannot say that this one is touched
    } else if (weakness.fixedOn === null || age.notBefore === null || age.notBefore < weakness.fixedOn) {
      undecided.push(weakness);
    }
  }
  return { open, undecided };
}

/** Between which days an image of this level came out, told by the published levels around it. */
function ageOf(
  version: string,
  branch: number | null,
  updates: typeof UPDATES,
): { notBefore: string | null; notAfter: string | null } {
  let notBefore: string | null = null;
  let notAfter: string | null = null;
  for (const [level, { since, by }] of publishedLevels(branch, updates)) {
    const order = compareVersions(version, level);
    if (order >= 0 && since !== null && (notBefore === null || since > notBefore)) notBefore = since;
    if (order <= 0 && by !== null && (notAfter === null || by < notAfter)) notAfter = by;
  }
  return { notBefore, notAfter };
}

/** Published levels of a branch with the first day each was out: `since` exactly, `by` at the latest. */
function publishedLevels(
  branch: number | null,
  updates: typeof UPDATES,
): Map<string, { since: string | null; by: string | null }> {
  const levels = new Map<string, { since: string | null; by: string | null }>();
  for (const row of updates.rows()) {
    if (row.branch !== branch || row.targetWinReVersion === null || row.targetBasis !== 'published') continue;
    const before = levels.get(row.targetWinReVersion);
    levels.set(row.targetWinReVersion, {
      since: earlier(before?.since ?? null, row.releaseDate),
      by: earlier(before?.by ?? null, row.releasedBy),
    });
  }
  return levels;
}

function earlier(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}
