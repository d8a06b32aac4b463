import { findBuild, servicingBranchOf } from '../knowledge/builds.js';
import { findErrorCode, findReagentcCode } from '../knowledge/error-codes.js';
import { weaknessesOf } from '../knowledge/image-fixes.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { KnownIssue } from '../knowledge/known-issues.js';
import { findProduct, isWinReTitle, productOf } from '../knowledge/products.js';
import type { UpdateRow } from '../knowledge/update-row.js';
import { findUpdate, latestWinReLevel, levelBoundsOf, supersedes, targetOf } from '../knowledge/updates.js';
import type { KnowledgeView, KnownUpdate } from './knowledge-view.js';

/** Kinds of update rows by what they do to WinRE on a running device. */
const ROLES: Readonly<Record<UpdateRow['kind'], KnownUpdate['role']>> = {
  'winre-update': 'winre',
  'safe-os-du': 'image-only',
  'du-unclassified': 'image-only',
  'setup-du': 'other',
  lcu: 'carries-winre',
  ssu: 'other',
  script: 'other',
  dotnet: 'other',
  defender: 'other',
  driver: 'other',
  other: 'other',
};

/** The outside facts as the judging asks for them. */
export function knowledgeView(knowledge: Knowledge): KnowledgeView {
  const { updates, builds, products, errorCodes, imageFixes } = knowledge;
  return {
    date: knowledge.date,
    update(kb) {
      const row = findUpdate(kb, updates);
      return row === undefined ? undefined : knownUpdate(row, knowledge);
    },
    supersedes: (newer, older) => supersedes(newer, older, updates),
    productOf(kb, title) {
      const product = productOf({ kb, title }, products, updates);
      return product === null || product === 'winre' ? null : product.id;
    },
    fixOf: (product) => (findProduct(product, products) ?? findProduct('msi', products))?.fix.join(' ') ?? '',
    titleIsWinRe: isWinReTitle,
    isNewestOn(kb, day) {
      const row = findUpdate(kb, updates);
      if (row === undefined || ROLES[row.kind] !== 'winre') return false;
      // One whose day is not known may have been out.
      return row.replacedBy.every((newer) => (findUpdate(newer, updates)?.releasedBy ?? '') > day);
    },
    causesOf: (code) => findErrorCode(code, errorCodes)?.causes ?? [],
    reagentcCausesOf(code) {
      const bare = findReagentcCode((code & 0xffff).toString(16), errorCodes);
      return bare?.causes ?? findErrorCode(code, errorCodes)?.causes ?? [];
    },
    branchOf: (build) => (findBuild(build, builds) === undefined ? null : servicingBranchOf(build, builds)),
    isServerBuild(build) {
      const role = findBuild(build, builds)?.role;
      return role === undefined || role === 'both' ? null : role === 'server';
    },
    carriesWinRe(build) {
      const row = findBuild(build, builds);
      return row === undefined ? null : row.winReArrives === 'cumulative';
    },
    weaknessesOf: (version) => weaknessesOf(version, imageFixes, updates).open.map(({ id, title }) => ({ id, title })),
    newestLevel(branch, date) {
      const level = latestWinReLevel(branch, date ?? knowledge.date, updates, builds);
      if (level === null) return null;
      const { version, kb, confidence, laterWithoutLevel } = level;
      return { version, kb: kb ?? '', confidence, isLast: laterWithoutLevel.length === 0 };
    },
  };
}

function knownUpdate(row: UpdateRow, { updates, products }: Knowledge): KnownUpdate {
  const target = targetOf(row.id, updates);
  const { atLeast, atMost } = levelBoundsOf(row.id, updates);
  const product = productOf({ kb: row.kb, title: row.windowsUpdateTitle ?? row.title }, products, updates);
  return {
    kb: row.id,
    role: row.bringsWinRe === false && row.kind === 'lcu' ? 'other' : ROLES[row.kind],
    title: row.windowsUpdateTitle ?? row.title,
    product: row.kind === 'lcu' ? 'os-servicing' : product === null || product === 'winre' ? null : product.id,
    released: row.releaseDate,
    targetVersion: target?.basis === 'observed' ? null : (target?.version ?? null),
    targetConfidence: target === null ? null : target.basis === 'published' ? target.confidence : 'medium',
    observedVersion: target?.basis === 'observed' ? target.version : null,
    bounds: { atLeast, atMost },
    builds: row.osBuilds.map((build) => Number(build.split('.')[0])).filter((build) => build > 0), // `26100.6901`
    issues: row.knownIssues.map(knownIssue),
  };
}

function knownIssue(issue: KnownIssue): KnownUpdate['issues'][number] {
  return {
    id: issue.id,
    cause: issue.cause,
    breaksWinRe: issue.cause === 'known-bad-update',
    from: issue.from,
    to: issue.to,
    resolvedBy: issue.resolvedBy,
  };
}
