/** Readings of everything that is not an error code. */
import type { BuildRow } from '../builds.js';
import type { CauseRow } from '../causes.js';
import type { EventRow } from '../events.js';
import { type ImageFixRow, weaknessesOf } from '../image-fixes.js';
import type { Knowledge } from '../knowledge.js';
import type { KnownIssue } from '../known-issues.js';
import { misclaimsAbout } from '../misclaims.js';
import { type PartitionTypeRow, RECOVERY_ATTRIBUTES, RECOVERY_TYPE_GUID } from '../partition-types.js';
import type { ProductRow } from '../products.js';
import type { Sourced } from '../table.js';
import type { UpdateRow } from '../update-row.js';
import { type LatestLevel, latestWinReLevel } from '../updates.js';
import { buildOf } from '../version.js';
import { causesOf } from './codes.js';
import { blank, type ExplainedFact, type ExplainedIssue, type Explanation, fact, word } from './explanation.js';

const sourced = ({ source, confidence, checked }: Sourced) => ({ source, confidence, checked });
const claimsAbout = (keys: readonly string[], { misclaims }: Knowledge) => [
  ...new Set(keys.flatMap((key) => misclaimsAbout(key, misclaims))),
];

export function explainUpdate(row: UpdateRow, knowledge: Knowledge): Explanation {
  const flag = (value: boolean | null) => (value === null ? null : word(value ? 'yes' : 'no'));
  const levelLabel = row.targetBasis === 'third-party' ? 'level-from-script' : 'level';
  return {
    ...blank('update', row.id, row.title),
    meaning: null,
    facts: [
      ...fact('kind', word(`kind-${row.kind}`), row.kindConfidence === 'high' ? null : word('kind-inferred')),
      ...fact('products', ...row.products),
      ...fact('builds', ...row.osBuilds),
      ...releaseFacts(row),
      ...fact('title-shown', row.windowsUpdateTitle),
      ...fact(levelLabel, row.targetWinReVersion),
      ...fact('level-observed', row.observedWinReVersion),
      ...fact('requires', ...row.requires.map((id) => word(`requires-${id}`))),
      ...fact('not-offered', ...row.notOfferedWhen.map((id) => word(`limit-${id}`))),
      ...fact('replaces', ...row.replaces),
      ...fact('replaced-by', ...row.replacedBy),
      ...fact('integrates', ...row.integrates),
      ...fact('probably-integrates', ...row.probablyIntegrates),
      ...fact('brings', flag(row.bringsWinRe)),
      ...fact('fixes', ...row.fixes),
      ...fact('restart', flag(row.restartRequired)),
      ...fact('uninstallable', flag(row.uninstallable)),
      ...fact('marks', ...row.marks.map((mark) => word(`mark-${mark}`))),
    ],
    causes: causesOf([...new Set(row.knownIssues.flatMap(({ cause }) => cause ?? []))], knowledge),
    issues: row.knownIssues.map(explainIssue),
    claims: claimsAbout([row.id, ...row.fixes], knowledge),
    related: [...row.replacedBy, ...row.replaces, ...row.integrates, ...row.fixes],
    ...sourced(row),
  };
}

function releaseFacts(row: UpdateRow): ExplainedFact[] {
  if (row.releaseDate !== null) return fact('released', row.releaseDate);
  return fact('released-by', row.releasedBy, row.releasedBy === null ? null : word(`release-${row.releaseBasis}`));
}

function explainIssue({ symptom, code, reason, from, to, status, resolvedBy, advice }: KnownIssue): ExplainedIssue {
  return { symptom, code, reason, from, to, status, resolvedBy, advice };
}

export function explainEvent(row: EventRow, knowledge: Knowledge): Explanation {
  const siblings = knowledge.events.rows().filter((other) => other.provider === row.provider && other !== row);
  const isWinRe = row.role.startsWith('winre-');
  return {
    ...blank('event', row.id, `${row.provider} ${row.eventId}`),
    meaning: row.meaning,
    facts: [
      ...fact('provider', row.provider, row.guid === null ? null : `{${row.guid}}`),
      ...fact('channel', row.channel),
      ...fact('role', row.role),
      ...fact('fields', ...row.fields.map(({ name, type }) => (type === null ? name : `${name} (${type})`))),
    ],
    claims: claimsAbout([row.id], knowledge),
    related: isWinRe ? siblings.map((other) => `WinREAgent ${other.eventId}`) : [],
    ...sourced(row),
  };
}

export function explainCause(row: CauseRow, knowledge: Knowledge): Explanation {
  const codes = knowledge.errorCodes.rows().filter(({ causes }) => causes[0] === row.id);
  const updates = knowledge.updates
    .rows()
    .filter(({ knownIssues }) => knownIssues.some(({ cause }) => cause === row.id));
  return {
    ...blank('cause', row.id, row.title),
    meaning: row.meaning,
    facts: fact('answer', word(`answer-${row.answer}`)),
    fix: row.fix,
    claims: claimsAbout([row.id], knowledge),
    related: row.id === 'not-winre' ? [] : [...codes, ...updates].map(({ id }) => id),
    ...sourced(row),
  };
}

export function explainProduct(row: ProductRow, knowledge: Knowledge): Explanation {
  return {
    ...blank('product', row.id, row.name),
    facts: [
      ...fact('numbers', ...row.kbs),
      ...fact('code', ...row.codes),
      ...fact('recognised-by', ...row.providers),
      ...fact('proof', ...row.proof.map(({ look, says }) => `${look}: ${says}`)),
      ...fact('usual-reasons', ...row.usualReasons),
    ],
    causes: causesOf(['not-winre'], knowledge),
    fix: row.fix,
    claims: claimsAbout([row.id], knowledge),
    ...sourced(row),
  };
}

export function explainWeakness(row: ImageFixRow, knowledge: Knowledge): Explanation {
  return {
    ...blank('weakness', row.id, row.title),
    facts: [
      ...fact('published', row.publishedOn),
      ...fact('fixed-on', row.fixedOn ?? word('no-fix-known')),
      ...fact('fixes', ...row.cves),
      ...fact(
        'fixed-by',
        ...row.fixes.map(
          ({ branch, version, kbs }) => `${version ?? branch}${kbs.length > 0 ? ` (${kbs.join(', ')})` : ''}`,
        ),
      ),
    ],
    causes: causesOf(['winre-outdated'], knowledge),
    claims: claimsAbout([row.id, ...row.cves], knowledge),
    related: [...new Set(row.fixes.flatMap(({ kbs }) => kbs))],
    ...sourced(row),
  };
}

export function explainBuild(row: BuildRow, knowledge: Knowledge): Explanation {
  const latest = latestWinReLevel(row.build, knowledge.date, knowledge.updates, knowledge.builds);
  return {
    ...blank('build', String(row.build), row.version === null ? row.product : `${row.product} ${row.version}`),
    facts: [
      ...fact('branch', row.branch),
      ...fact('winre-arrives', word(`arrives-${row.winReArrives}`)),
      ...newestFacts(latest),
      ...fact('serviced-until', row.servicedUntil),
    ],
    related: latest?.kb === undefined || latest.kb === null ? [] : [latest.kb],
    ...sourced(row),
  };
}

/** The newest published level, and the packages that came after it without one. */
function newestFacts(latest: LatestLevel | null): ExplainedFact[] {
  if (latest === null) return [];
  return [
    ...fact('newest-level', latest.version, `(${latest.kb ?? latest.releasedBy})`),
    ...fact('later-without-level', ...latest.laterWithoutLevel),
  ];
}

/** What a level of the recovery image says of its age. */
export function explainLevel(version: string, knowledge: Knowledge): Explanation {
  const bringers = knowledge.updates.rows().filter(({ targetWinReVersion }) => targetWinReVersion === version);
  const branch = buildOf(version);
  const latest = branch === null ? null : latestWinReLevel(branch, knowledge.date, knowledge.updates, knowledge.builds);
  const { open, undecided } = weaknessesOf(version, knowledge.imageFixes, knowledge.updates);
  const isKnown = latest !== null || bringers.length > 0;
  return {
    ...blank('winre-level', version, version),
    known: isKnown,
    facts: [
      ...fact('branch', branch),
      ...fact('brought-by', ...bringers.map(({ id }) => id)),
      ...newestFacts(latest),
      ...(isKnown ? fact('open-weaknesses', ...open.map(({ id }) => id)) : []),
      ...(isKnown ? fact('undecided-weaknesses', ...undecided.map(({ id }) => id)) : []),
    ],
    causes: open.length > 0 ? causesOf(['winre-outdated'], knowledge) : [],
    related: [...bringers.map(({ id }) => id), ...open.map(({ id }) => id)],
  };
}

export function explainPartitionType(row: PartitionTypeRow): Explanation {
  const recovery = row.id === RECOVERY_TYPE_GUID;
  return {
    ...blank('partition-type', row.id, row.name),
    facts: [
      ...fact('kind', word(`scheme-${row.scheme}`)),
      ...fact('role', row.role),
      ...fact('file-systems', ...row.fileSystems),
      ...fact('attributes', recovery ? `0x${RECOVERY_ATTRIBUTES.toString(16)}` : null),
    ],
    ...sourced(row),
  };
}
