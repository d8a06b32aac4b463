import type { AnyFact, Fact } from '../../evidence/model.js';
import type { When } from '../../evidence/when.js';
import { byTime, collectedBy, type EvidenceSet } from '../evidence-set.js';
import type { Judged } from './judged.js';
import { isLater } from './stories.js';

/** What is known of restarts since the failure judged. */
export interface RestartState {
  /** Full restarts since, one fact each: fast startups and starts of unread type do not count. */
  readonly full: readonly AnyFact[];
  /** Starts since the failure whose type is not recorded, or that were fast startups. */
  readonly partial: readonly AnyFact[];
  /** A person says so. */
  readonly told: readonly AnyFact[];
  /** The last full restart at all. */
  readonly lastFull: Fact<'restart'> | null;
  /** Every full restart, in order, one fact each. */
  readonly allFull: readonly Fact<'restart'>[];
}

/** One restart writes several records, from the wish to restart to the first minutes of the new kernel. */
const ONE_RESTART_MS = 15 * 60_000;

export function restartsOf(judged: Judged | null, evidence: EvidenceSet): RestartState {
  const restarts = [...evidence.all('restart')].sort(byTime);
  const failedAt = judged?.failedAt;
  const since = (fact: Fact<'restart'>) => failedAt !== undefined && isLater(fact, failedAt) === true;
  const allFull = oneEach(restarts.filter(isFull));
  const claims = ['restarted', 'restarted-several-times'];
  return {
    full: allFull.filter(since),
    partial: restarts.filter((fact) => !isFull(fact) && fact.value.what === 'start' && since(fact)),
    told: evidence.all('statement').filter((fact) => claims.includes(fact.value.claim)),
    lastFull: allFull.at(-1) ?? null,
    allFull,
  };
}

function isFull({ value }: Fact<'restart'>): boolean {
  return value.bootType === 'full' && (value.what === 'start' || value.what === 'restart');
}

/** Of facts in order, the last of each run that lies close together. */
function oneEach(facts: readonly Fact<'restart'>[]): readonly Fact<'restart'>[] {
  return facts.filter((fact, index) => {
    const next = facts[index + 1];
    if (next?.when === undefined || fact.when === undefined) return true;
    return next.when.fromMs - fact.when.toMs > ONE_RESTART_MS;
  });
}

/** What is known of a restart being awaited. */
export interface PendingState {
  /** Signs of servicing that are no older than the last full restart. */
  readonly strong: readonly AnyFact[];
  readonly weak: readonly AnyFact[];
  /** Strong signs that were there before the last full restart, and so no longer count. */
  readonly stale: readonly AnyFact[];
  /** Looked for, and not there. */
  readonly none: readonly AnyFact[];
}

export function pendingOf(restarts: RestartState, evidence: EvidenceSet, at: When | null): PendingState {
  const facts = evidence.all('pending-restart');
  const told = evidence.all('statement').filter((fact) => fact.value.claim === 'restart-awaited');
  const lastFull = restarts.lastFull?.when;
  const isStale = (when: When | undefined) =>
    when !== undefined && lastFull !== undefined && isLater({ when: lastFull }, when) === true;
  const present = facts.filter((fact) => fact.value.present && !isOvertaken(fact, evidence));
  const strong = present.filter((fact) => fact.value.strength === 'strong');
  const current = strong.filter((fact) => !isStale(fact.when));
  return {
    strong: [...current.filter((fact) => stillHolds(fact, evidence, at)), ...told],
    weak: [
      ...present.filter((fact) => fact.value.strength === 'weak'),
      ...current.filter((fact) => !stillHolds(fact, evidence, at)),
    ],
    stale: strong.filter((fact) => isStale(fact.when)),
    none: facts.filter((fact) => !fact.value.present),
  };
}

/** An event that asked for a restart is answered when its update is in. */
function isOvertaken(fact: Fact<'pending-restart'>, evidence: EvidenceSet): boolean {
  if (fact.value.indicator !== 'restart-event') return false;
  const kb = /\bKB\d{6,7}\b/.exec(fact.value.detail ?? '')?.[0];
  if (kb === undefined) return false;
  const installed = evidence
    .all('update-event')
    .filter(({ value }) => value.kb === kb && value.what === 'install-succeeded');
  return installed.some((success) => isLater(success, fact.when) === true);
}

/**
 * A key or file that is there now awaits a restart now. An event only says that one was awaited then: it holds
 * where restarts were read from then to the moment judged, or where nothing tells what was read.
 */
function stillHolds(fact: Fact<'pending-restart'>, evidence: EvidenceSet, at: When | null): boolean {
  if (fact.value.indicator !== 'restart-event' || fact.when === undefined || at === null) return true;
  if (!evidence.hasCoverage('restarts')) return true;
  return evidence.covers('restarts', fact.when, collectedBy(at));
}
