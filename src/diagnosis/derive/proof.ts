import type { AnyFact } from '../../evidence/model.js';
import type { When } from '../../evidence/when.js';
import { DAY_MS } from '../../evidence/when.js';
import { compareVersions } from '../../knowledge/version.js';
import type { EvidenceSet } from '../evidence-set.js';
import type { KnowledgeView } from '../knowledge-view.js';
import type { Certainty } from '../verdict.js';
import type { Judged } from './judged.js';
import { isLater, type UpdateStory } from './stories.js';
import type { LevelState } from './winre.js';

/** One fact that says that an update, or one that replaces it, is in. */
export interface InstallProof {
  readonly via: 'servicing-succeeded' | 'update-succeeded' | 'package-list' | 'image-level' | 'told';
  readonly fact: AnyFact;
  readonly certainty: Certainty;
  /** Relative to the failure judged; `null` where that cannot be told. */
  readonly later: boolean | null;
  /** The update that it proves, where that is not the one judged but one that replaces it. */
  readonly newerKb: string | null;
}

export interface ProofState {
  readonly proofs: readonly InstallProof[];
  /** Facts that say that it is not in, or that WinRE servicing failed again since. */
  readonly against: readonly AnyFact[];
  /** Level that the judged update brings, where one is published. */
  readonly target: { readonly version: string; readonly confidence: 'high' | 'medium' | 'low' } | null;
}

/** Gathers what proves and what disproves that the judged update of WinRE is in. */
export function proofOf(
  judged: Judged,
  stories: readonly UpdateStory[],
  evidence: EvidenceSet,
  level: LevelState | null,
  knowledge: KnowledgeView,
): ProofState {
  const row = judged.kb === null ? undefined : knowledge.update(judged.kb);
  const target =
    row?.targetVersion == null ? null : { version: row.targetVersion, confidence: row.targetConfidence ?? 'low' };
  const proofs = [
    ...fromServicing(judged, evidence, target),
    ...fromUpdates(judged, stories, knowledge),
    ...fromPackages(judged, evidence, knowledge),
    ...fromLevel(judged, level, target),
  ];
  return { proofs, against: againstOf(judged, proofs, evidence, level, target), target };
}

type Target = ProofState['target'];

function fromServicing(judged: Judged, evidence: EvidenceSet, target: Target): InstallProof[] {
  if (judged.winre === 'no') return [];
  return evidence
    .all('winre-servicing')
    .filter((step) => step.value.what === 'succeeded')
    .filter(
      (step) =>
        target === null || step.value.version === null || compareVersions(step.value.version, target.version) >= 0,
    )
    .map((step) => ({
      via: 'servicing-succeeded',
      fact: step,
      certainty: step.witness === 'person' ? 'supported' : 'proven',
      later: isLater(step, judged.failedAt) ?? toldLater(step),
      newerKb: null,
    }));
}

function fromUpdates(judged: Judged, stories: readonly UpdateStory[], knowledge: KnowledgeView): InstallProof[] {
  const proofs: InstallProof[] = [];
  for (const story of stories) {
    const same = story.kb !== null && story.kb === judged.kb;
    const newer = !same && story.kb !== null && judged.kb !== null && knowledge.supersedes(story.kb, judged.kb);
    if ((!same && !newer && story !== judged.story) || story.lastSuccess === null) continue;
    const success = story.lastSuccess;
    proofs.push({
      via: success.witness === 'person' ? 'told' : 'update-succeeded',
      fact: success,
      certainty: success.witness === 'person' ? 'supported' : 'proven',
      later: isLater(success, judged.failedAt) ?? toldLater(success),
      newerKb: newer ? story.kb : null,
    });
  }
  return proofs;
}

function fromPackages(judged: Judged, evidence: EvidenceSet, knowledge: KnowledgeView): InstallProof[] {
  const proofs: InstallProof[] = [];
  for (const fact of evidence.all('installed-package')) {
    const { kb, state } = fact.value;
    if (kb === null || judged.kb === null || state !== 'installed') continue;
    const newer = kb !== judged.kb && knowledge.supersedes(kb, judged.kb);
    if (kb !== judged.kb && !newer) continue;
    proofs.push({
      via: 'package-list',
      fact,
      certainty: fact.witness === 'person' ? 'supported' : 'proven',
      later: true,
      newerKb: newer ? kb : null,
    });
  }
  return proofs;
}

/** An image at or above the published level: the update's content is in, whichever update brought it. */
function fromLevel(judged: Judged, level: LevelState | null, target: Target): InstallProof[] {
  if (level === null || target === null || judged.winre === 'no' || compareVersions(level.version, target.version) < 0)
    return [];
  if (
    level.conflicts.some(
      (fact) => compareVersions(fact.value.version, target.version) < 0 && fact.witness !== 'registry',
    )
  )
    return [];
  const shownBy = level.by.value.shownBy;
  const measured = shownBy === 'file-in-image' || shownBy === 'event-4501';
  const certainty = measured && target.confidence === 'high' ? 'proven' : 'supported';
  // A value that scripts write by hand carries no answer on its own.
  return [
    {
      via: 'image-level',
      fact: level.by,
      certainty: shownBy === 'registry-value' ? 'suspected' : certainty,
      later: null,
      newerKb: null,
    },
  ];
}

/** A person tells what is so now: a success told without a date comes after the failure. */
function toldLater(fact: AnyFact): boolean | null {
  return fact.witness === 'person' && fact.when === undefined ? true : null;
}

function againstOf(
  judged: Judged,
  proofs: readonly InstallProof[],
  evidence: EvidenceSet,
  level: LevelState | null,
  target: Target,
): readonly AnyFact[] {
  const against: AnyFact[] = [];
  for (const step of evidence.all('winre-servicing')) {
    if (step.value.what !== 'failed' && step.value.what !== 'rolled-back') continue;
    const overtaken = proofs.some((proof) => isLater(proof.fact, step.when) === true);
    if (!overtaken && (isLater(step, judged.failedAt) !== false || judged.failedAt === undefined)) against.push(step);
  }
  for (const event of judged.story?.events ?? []) {
    if (event.value.what !== 'install-failed' || event === judged.failures[0]) continue;
    if (isLater(event, judged.failedAt) === true) against.push(event);
  }
  if (level !== null && target !== null && compareVersions(level.version, target.version) < 0) {
    if (level.by.value.shownBy === 'file-in-image' || level.by.value.shownBy === 'reagentc') against.push(level.by);
  }
  return against;
}

/** A collection takes a while: what ended within a day of the moment judged is taken to reach it. */
const COLLECTION_MS = DAY_MS;

/**
 * Whether the events from the failure to the moment judged were read. `null` where nothing tells what was read:
 * pasted lines cover nothing and leave nothing out that we know of.
 */
export function isCovered(judged: Judged, evidence: EvidenceSet, at: When | null): boolean | null {
  const subjects = ['winre-events', 'update-events'] as const;
  if (!subjects.some((subject) => evidence.hasCoverage(subject))) return null;
  if (judged.failedAt === undefined || at === null) return false;
  const end = { fromMs: at.fromMs - COLLECTION_MS, toMs: at.toMs - COLLECTION_MS };
  const from = judged.failedAt;
  const to = end.toMs < from.fromMs ? from : end;
  return subjects.some((subject) => evidence.covers(subject, from, to));
}
