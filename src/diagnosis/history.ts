import type { Evidence } from '../evidence/model.js';
import type { Judged } from './derive/judged.js';
import type { EvidenceSet } from './evidence-set.js';

/** Whether a history of updates was read that would show a failure. */
export function historyWasRead(evidence: EvidenceSet): boolean {
  return evidence.hasCoverage('update-events') || evidence.hasCoverage('update-history');
}

/** Whether it was, and shows none. */
export function historyIsRead(judged: Evidence<Judged>): boolean {
  return judged.state === 'absent';
}
