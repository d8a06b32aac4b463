import { byTime } from '../evidence-set.js';
import { historyIsRead } from '../history.js';
import { seenOr } from '../rule.js';
import type { RuleContext, Scene } from '../scene.js';
import { isKnownFalseError } from './known-false-error.js';

/**
 * Whether little room is the likely reason: a WinRE update failed and nothing simpler explains it, or the next one will
 * meet it. What the last servicing got by with is no trouble, and a failure that is known to be shown while a restart
 * is awaited is none before that restart.
 */
export function roomMatters(
  evidence: Pick<Scene, 'judged' | 'winre-servicing' | 'restarts' | 'recovery-partition'>,
  context: RuleContext,
): boolean {
  const judged = seenOr(evidence.judged);
  if (judged === null) {
    const last = [...(seenOr(evidence['winre-servicing']) ?? [])].sort(byTime).at(-1);
    return historyIsRead(evidence.judged) && last?.value.what !== 'succeeded';
  }
  if (judged.winre === 'unknown') return false;
  // A failure without a date is not known to lie in that window; what was measured then counts more.
  const freeBy = seenOr(evidence['recovery-partition'])?.freeBy ?? null;
  if (judged.failedAt === undefined && freeBy !== null && freeBy.witness !== 'person') return true;
  const restarts = seenOr(evidence.restarts);
  const isRestarted = (restarts?.full.length ?? 0) + (restarts?.told.length ?? 0) > 0;
  return isRestarted || !isKnownFalseError(judged, context);
}
