import type { AnyFact, Fact } from '../../evidence/model.js';
import { HOUR_MS, type When } from '../../evidence/when.js';
import type { EvidenceSet } from '../evidence-set.js';
import type { KnowledgeView } from '../knowledge-view.js';
import type { CauseId } from '../verdict.js';
import { INSTALL_FAILURE, isOvertaken, type Judged } from './judged.js';
import type { UpdateStory } from './stories.js';

/** A code that says why WinRE servicing, or the failure judged, ended as it did. */
export interface FailureCode {
  readonly code: number;
  readonly fact: AnyFact;
  /** Written by or about WinRE servicing itself. */
  readonly aboutWinRe: boolean;
  /** What it stands for, the likeliest first. */
  readonly causes: readonly CauseId[];
}

/** Servicing errors this near to the attempt belong to it. */
const NEAR_MS = HOUR_MS;

/** Codes beneath the generic one that belong to the failure judged, or to WinRE servicing, and still stand. */
export function failureCodesOf(
  judged: Judged | null,
  stories: readonly UpdateStory[],
  evidence: EvidenceSet,
  knowledge: KnowledgeView,
): readonly FailureCode[] {
  const codes: FailureCode[] = [];
  const add = (code: number | null, fact: AnyFact, aboutWinRe: boolean) => {
    if (code === null || code === INSTALL_FAILURE || code === 0) return;
    if (isOvertaken(fact, evidence, stories)) return;
    codes.push({ code, fact, aboutWinRe, causes: knowledge.causesOf(code) as readonly CauseId[] });
  };
  for (const step of evidence.all('winre-servicing')) {
    if (step.value.what === 'failed' || step.value.what === 'rolled-back') add(step.value.code, step, true);
  }
  const ownUpdate = judged !== null && judged.winre !== 'no' && judged.winre !== 'part';
  if (ownUpdate) {
    for (const failure of judged.failures)
      if (failure.kind === 'update-event') add(failure.value.code, failure, judged.winre === 'yes');
  }
  for (const error of evidence.all('servicing-error')) {
    if (error.value.weight === 'noise') continue;
    const { aboutWinRe } = error.value;
    if (!aboutWinRe && !(ownUpdate && belongs(error.when, error.value.kb, judged))) continue;
    if (error.value.weight === 'warning' && !aboutWinRe) continue;
    add(error.value.code, error, aboutWinRe);
  }
  return codes;
}

/** Failures of WinREAgent that nothing made good since. */
export function agentFailuresOf(
  stories: readonly UpdateStory[],
  evidence: EvidenceSet,
): readonly Fact<'winre-servicing'>[] {
  return evidence
    .all('winre-servicing')
    .filter(({ value }) => value.what === 'failed' || value.what === 'rolled-back')
    .filter((step) => !isOvertaken(step, evidence, stories));
}

/** By its KB, else by nearness in time; lines without a time, pasted with the ticket, belong to it. */
function belongs(when: When | undefined, kb: string | null, judged: Judged): boolean {
  if (kb !== null && judged.kb !== null) return kb === judged.kb;
  if (when === undefined || judged.failedAt === undefined) return true;
  const a = when.local ?? when;
  const b = when.local !== undefined && judged.failedAt.local !== undefined ? judged.failedAt.local : judged.failedAt;
  const left = b === judged.failedAt ? when : a;
  return left.fromMs <= b.toMs + NEAR_MS && left.toMs >= b.fromMs - NEAR_MS;
}
