import type { Evidence } from '../evidence/model.js';
import type { When } from '../evidence/when.js';
import type { Judged } from './derive/judged.js';
import { COLLECTION_MS, type EvidenceSet } from './evidence-set.js';

/** Whether a history of updates was read that would show a failure; with `at`, one that reaches the moment judged. */
export function historyWasRead(evidence: EvidenceSet, at: When | null = null): boolean {
  return evidence.coverage.some(
    ({ subject, to }) =>
      (subject === 'update-events' || subject === 'update-history') &&
      (at === null || to.toMs >= at.fromMs - COLLECTION_MS),
  );
}

/** Whether it was, and shows none. */
export function historyIsRead(judged: Evidence<Judged>): boolean {
  return judged.state === 'absent';
}
