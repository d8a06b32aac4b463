import type { AnyFact, Fact } from '../../evidence/model.js';
import type { When } from '../../evidence/when.js';
import { byTime, type EvidenceSet } from '../evidence-set.js';
import type { Judged } from './judged.js';
import { isLater } from './stories.js';

/** What is known of restarts since the failure judged. */
export interface RestartState {
  /** Full restarts since: fast startups and starts of unread type do not count. */
  readonly full: readonly AnyFact[];
  /** Starts since the failure whose type is not recorded, or that were fast startups. */
  readonly partial: readonly AnyFact[];
  /** A person says so. */
  readonly told: readonly AnyFact[];
  /** The last full restart at all. */
  readonly lastFull: Fact<'restart'> | null;
}

export function restartsOf(judged: Judged | null, evidence: EvidenceSet): RestartState {
  const restarts = [...evidence.all('restart')].sort(byTime);
  const failedAt = judged?.failedAt;
  const since = (fact: Fact<'restart'>) => failedAt !== undefined && isLater(fact, failedAt) === true;
  const isFull = (fact: Fact<'restart'>) =>
    fact.value.bootType === 'full' && (fact.value.what === 'start' || fact.value.what === 'restart');
  const claims = ['restarted', 'restarted-several-times'];
  return {
    full: restarts.filter((fact) => isFull(fact) && since(fact)),
    partial: restarts.filter((fact) => !isFull(fact) && fact.value.what === 'start' && since(fact)),
    told: evidence.all('statement').filter((fact) => claims.includes(fact.value.claim)),
    lastFull: restarts.findLast(isFull) ?? null,
  };
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

export function pendingOf(restarts: RestartState, evidence: EvidenceSet): PendingState {
  const facts = evidence.all('pending-restart');
  const told = evidence.all('statement').filter((fact) => fact.value.claim === 'restart-awaited');
  const lastFull = restarts.lastFull?.when;
  const isStale = (when: When | undefined) =>
    when !== undefined && lastFull !== undefined && isLater({ when: lastFull }, when) === true;
  const present = facts.filter((fact) => fact.value.present);
  const strong = present.filter((fact) => fact.value.strength === 'strong');
  return {
    strong: [...strong.filter((fact) => !isStale(fact.when)), ...told],
    weak: present.filter((fact) => fact.value.strength === 'weak'),
    stale: strong.filter((fact) => isStale(fact.when)),
    none: facts.filter((fact) => !fact.value.present),
  };
}
