import type { AnyFact } from '../../evidence/model.js';
import type { When } from '../../evidence/when.js';
import { compareVersions } from '../../knowledge/version.js';
import { collectedBy, type EvidenceSet } from '../evidence-set.js';
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
  /** It shows a state and no moment: when it was read and when the failure was makes no difference. */
  readonly lasting: boolean;
  /**
   * Whether what happened from the failure to the moment judged was read. `false`: the log that shows this, or the
   * failure, does not reach that far; `null`: pasted lines, which cover nothing and leave nothing out that we know of.
   */
  readonly covered: boolean | null;
  /** The update that it proves, where that is not the one judged but one that replaces it. */
  readonly newerKb: string | null;
}

export interface ProofState {
  readonly proofs: readonly InstallProof[];
  /** Facts that say that it is not in, or that WinRE servicing failed again since. */
  readonly against: readonly AnyFact[];
  /** Level that the judged update brings, where one is published. */
  readonly target: Target | null;
  /** An image below this lacks the judged update. `null`: no level tells. */
  readonly floor: string | null;
}

type BareProof = Omit<InstallProof, 'covered'>;

interface Target {
  readonly version: string;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** The facts that settle that the judged update is in now; none where anything speaks against it. */
export function installedBy(proof: ProofState | null): readonly AnyFact[] {
  if (proof === null || proof.against.length > 0) return [];
  return proof.proofs
    .filter((one) => one.certainty !== 'suspected' && (one.later === true || one.lasting))
    .map((one) => one.fact);
}

/** Gathers what proves and what disproves that the judged update of WinRE is in. */
export function proofOf(
  judged: Judged,
  stories: readonly UpdateStory[],
  evidence: EvidenceSet,
  level: LevelState | null,
  at: When | null,
  knowledge: KnowledgeView,
): ProofState {
  const row = judged.kb === null ? undefined : knowledge.update(judged.kb);
  const target =
    row?.targetVersion == null ? null : { version: row.targetVersion, confidence: row.targetConfidence ?? 'low' };
  const floor = target?.version ?? row?.bounds.atLeast ?? null;
  // Where its own level was never published, one that came after it on the branch holds its content too.
  // So does, at most as support, the level that devices were seen to have after it.
  const inferred = row?.observedVersion ?? row?.bounds.atMost ?? null;
  const wanted: Target | null = target ?? (inferred === null ? null : { version: inferred, confidence: 'medium' });
  const bare: readonly BareProof[] = [
    ...fromServicing(judged, evidence, { target, floor }, knowledge),
    ...fromUpdates(judged, stories, knowledge),
    ...fromPackages(judged, evidence, knowledge),
    ...fromLevel(judged, level, wanted, target === null && row?.observedVersion != null),
  ];
  const covered = isCovered(judged, evidence, at);
  const proofs = bare.map((one) => ({
    ...one,
    covered: covered || (isOfLog([one.fact, ...judged.failures], evidence) ? false : null),
  }));
  return { proofs, against: againstOf(judged, proofs, evidence, level, floor), target, floor };
}

/**
 * A success of WinREAgent proves an update of WinRE. Of a cumulative update it proves only the WinRE part, and so
 * only where that part is what failed.
 */
function fromServicing(
  judged: Judged,
  evidence: EvidenceSet,
  { target, floor }: Pick<ProofState, 'target' | 'floor'>,
  knowledge: KnowledgeView,
): BareProof[] {
  const onlyPartFailed =
    judged.winre === 'part' &&
    judged.failures.length > 0 &&
    judged.failures.every((fact) => fact.kind === 'winre-servicing');
  if (judged.winre !== 'yes' && !onlyPartFailed) return [];
  const proofs: BareProof[] = [];
  for (const step of evidence.all('winre-servicing')) {
    const { what, version, kb } = step.value;
    if (what !== 'succeeded') continue;
    if (floor !== null && version !== null && compareVersions(version, floor) < 0) continue;
    const isOther = kb !== null && judged.kb !== null && kb !== judged.kb;
    if (isOther && !knowledge.supersedes(kb, judged.kb as string)) continue;
    // After the failure it is the judged update, or all that it brought; before it, it may have been any other.
    const later = isLater(step, judged.failedAt) ?? toldLater(step);
    const isNamed = kb !== null && kb === judged.kb;
    const reachesTarget = target !== null && version !== null && compareVersions(version, target.version) >= 0;
    if (later === false && !isNamed && !isOther && !reachesTarget) continue;
    proofs.push({
      via: 'servicing-succeeded',
      fact: step,
      certainty: step.witness === 'person' ? 'supported' : 'proven',
      later,
      lasting: false,
      newerKb: isOther ? kb : null,
    });
  }
  return proofs;
}

function fromUpdates(judged: Judged, stories: readonly UpdateStory[], knowledge: KnowledgeView): BareProof[] {
  const proofs: BareProof[] = [];
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
      lasting: false,
      newerKb: newer ? story.kb : null,
    });
  }
  return proofs;
}

function fromPackages(judged: Judged, evidence: EvidenceSet, knowledge: KnowledgeView): BareProof[] {
  const proofs: BareProof[] = [];
  for (const fact of evidence.all('installed-package')) {
    const { kb, state } = fact.value;
    if (kb === null || judged.kb === null || state !== 'installed') continue;
    const newer = kb !== judged.kb && knowledge.supersedes(kb, judged.kb);
    if (kb !== judged.kb && !newer) continue;
    const isEvent = fact.when !== undefined; // a package list has no moment, a record of Setup has
    proofs.push({
      via: 'package-list',
      fact,
      certainty: fact.witness === 'person' ? 'supported' : 'proven',
      later: isEvent ? isLater(fact, judged.failedAt) : null,
      lasting: !isEvent,
      newerKb: newer ? kb : null,
    });
  }
  return proofs;
}

/** An image at or above the wanted level: the update's content is in, whichever update brought it. */
function fromLevel(judged: Judged, level: LevelState | null, wanted: Target | null, isObserved: boolean): BareProof[] {
  if (level === null || wanted === null || judged.winre === 'no') return [];
  if (compareVersions(level.version, wanted.version) < 0) return [];
  if (level.conflicts.some((fact) => compareVersions(fact.value.version, wanted.version) < 0)) return [];
  const { shownBy } = level.by.value;
  const isMeasured = shownBy === 'file-in-image' || shownBy === 'event-4501';
  const certainty = isMeasured && wanted.confidence === 'high' ? 'proven' : 'supported';
  // Metadata may stay behind the files, never run ahead of them: at the wanted level it supports.
  const isWeak = shownBy === 'registry-value';
  const isState = level.by.when === undefined;
  // What devices were seen to have is held against the image as it is, not against an event about it.
  if (isObserved && !isState) return [];
  return [
    {
      via: 'image-level',
      fact: level.by,
      certainty: isWeak ? 'suspected' : certainty,
      later: isState ? null : isLater(level.by, judged.failedAt),
      lasting: isState,
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
  proofs: readonly BareProof[],
  evidence: EvidenceSet,
  level: LevelState | null,
  floor: string | null,
): readonly AnyFact[] {
  const against: AnyFact[] = [];
  const isOvertaken = (fact: AnyFact) => proofs.some((proof) => isLater(proof.fact, fact.when) === true);
  // The image itself decides: the attempt judged left it at the wanted level, whatever was written about it.
  const imageDecides = proofs.some((one) => one.fact.witness === 'image-file' && one.certainty !== 'suspected');
  for (const step of evidence.all('winre-servicing')) {
    if (step.value.what !== 'failed' && step.value.what !== 'rolled-back') continue;
    const isOwn = judged.failures.includes(step);
    if (!isOwn && isLater(step, judged.failedAt) === false) continue;
    if (imageDecides && (isOwn || isLater(step, judged.failedAt) !== true)) continue;
    if (!isOvertaken(step)) against.push(step);
  }
  for (const event of judged.story?.events ?? []) {
    if (event.value.what !== 'install-failed' || judged.failures.includes(event) || event.when === undefined) continue;
    // It may have failed again after what would prove it: where the order cannot be told, nothing rests on it.
    if (isLater(event, judged.failedAt) !== false && !isOvertaken(event) && !imageDecides) against.push(event);
  }
  if (level !== null && floor !== null && compareVersions(level.version, floor) < 0) {
    if (level.by.value.shownBy === 'file-in-image' || level.by.value.shownBy === 'reagentc') against.push(level.by);
  }
  return against;
}

const COVERING = ['winre-events', 'update-events'] as const;

/** Whether one source was read over all the time from the failure to the moment judged. */
export function isCovered(judged: Judged, evidence: EvidenceSet, at: When | null): boolean {
  if (judged.failedAt === undefined || at === null) return false;
  const end = collectedBy(at);
  const from = judged.failedAt;
  const to = end.toMs < from.fromMs ? from : end;
  return COVERING.some((subject) => evidence.covers(subject, from, to));
}

/** Whether any of these was read from a log that tells over what time it reaches. */
function isOfLog(facts: readonly AnyFact[], evidence: EvidenceSet): boolean {
  const sources = new Set(facts.map((fact) => fact.cite.source));
  return evidence.coverage.some(
    ({ subject, source }) => sources.has(source) && (COVERING as readonly string[]).includes(subject),
  );
}

/** Whether a source that would show WinREAgent's own events reaches over the failure. */
export function isAgentWatched(judged: Judged, evidence: EvidenceSet): boolean {
  const { failedAt } = judged;
  if (failedAt === undefined) return false;
  return evidence.covers('winre-events', failedAt, failedAt) || evidence.covers('winre-log', failedAt, failedAt);
}
