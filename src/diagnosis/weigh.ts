import type { AnyFact } from '../evidence/model.js';
import type { Judged } from './derive/judged.js';
import type { EvidenceSet } from './evidence-set.js';
import { historyWasRead } from './history.js';
import { PRECEDENCE, SUSPICIONS } from './precedence.js';
import {
  ANSWER_FOR,
  type CauseId,
  type Certainty,
  type Finding,
  type Message,
  type Rejection,
  type Verdict,
} from './verdict.js';
import { gatherBlock, wishesFor } from './wishes.js';

type Found = Extract<Finding, { outcome: 'found' }>;

const RANK: Readonly<Record<Certainty, number>> = { suspected: 0, supported: 1, proven: 2 };

/** What the weighing asks of the device itself. */
export interface DeviceState {
  readonly server: boolean;
  /** Signs that a restart is awaited. */
  readonly awaited: readonly AnyFact[];
}

/** Makes one verdict of what the rules found, by the table of precedence. */
export function weigh(
  findings: readonly Finding[],
  judged: Judged | null,
  evidence: EvidenceSet,
  device: DeviceState,
): Verdict {
  const found = findings.filter((finding): finding is Found => finding.outcome === 'found' && finding.cause !== null);
  const decided = firstBy(
    found,
    PRECEDENCE.map(
      ({ rule, atLeast }) =>
        (finding) =>
          finding.rule === rule && RANK[finding.certainty] >= RANK[atLeast],
    ),
  );
  if (decided !== null) {
    const verdict = verdictOf(decided, ANSWER_FOR[decided.cause as CauseId], findings, judged, evidence);
    return verdict.answer === 'ignore' && device.awaited.length > 0 ? withRestart(verdict, device.awaited) : verdict;
  }
  const suspected = firstBy(
    found,
    SUSPICIONS.map((rule) => (finding) => finding.rule === rule),
  );
  if (suspected === null) return insufficient(findings, judged, evidence);
  // Only a restart may be advised on suspicion, and not for a server: there even that costs something.
  const answer = suspected.cause === 'pending-restart' && !device.server && judged !== null ? 'restart' : 'ask';
  return verdictOf(suspected, answer, findings, judged, evidence);
}

/** What is in needs nothing; that another update awaits a restart is worth a word all the same. */
function withRestart(verdict: Verdict, awaited: readonly AnyFact[]): Verdict {
  return {
    ...verdict,
    nextStep: { id: 'report/verdict#restart-at-ease', data: {} },
    contradicting: [...new Set([...verdict.contradicting, ...awaited])],
  };
}

function firstBy(found: readonly Found[], tests: readonly ((finding: Found) => boolean)[]): Found | null {
  for (const test of tests) {
    const hit = found.find(test);
    if (hit !== undefined) return hit;
  }
  return null;
}

function verdictOf(
  finding: Found,
  answer: Verdict['answer'],
  findings: readonly Finding[],
  judged: Judged | null,
  evidence: EvidenceSet,
): Verdict {
  const cause = finding.cause as CauseId;
  const certainty = answer === 'ask' ? 'suspected' : finding.certainty;
  const words = (name: string): Message => ({ id: `rules/${finding.rule}#${name}`, data: finding.data });
  const missing = certainty === 'proven' ? [] : wishesFor(cause, evidence); // what is proven needs no more looking
  const overruled = ANSWER_FOR[cause] === 'ignore' ? [] : harmlessIn(findings);
  const product = cause === 'not-winre' && typeof finding.data.product === 'string' ? finding.data.product : null;
  return {
    answer,
    cause,
    certainty,
    kb: judged?.kb ?? null,
    errorCode: judged?.code ?? null,
    product,
    title: words(certainty === 'suspected' ? 'suspected' : 'title'),
    summary: words('summary'),
    nextStep: answer === 'ask' ? { id: 'report/verdict#look-first', data: {} } : words('nextStep'),
    rule: finding.rule,
    because: finding.because,
    contradicting: pullingElsewhere(finding, findings),
    rejected: [...overruled.map((one) => overruledBy(one, troublesIn(findings))), ...rejections(findings, cause)],
    missing,
    gather: gatherBlock(missing),
  };
}

function insufficient(findings: readonly Finding[], judged: Judged | null, evidence: EvidenceSet): Verdict {
  const cause = 'insufficient-evidence';
  const missing = wishesFor(cause, evidence);
  const unnamed = evidence.all('update-event').find((fact) => fact.value.what === 'install-failed') ?? null;
  const told = judged !== null || unnamed !== null;
  const group = told ? cause : historyWasRead(evidence) ? 'winre-unseen' : 'no-failure';
  const words = (name: string): Message => ({ id: `report/verdict#${group}-${name}`, data: {} });
  return {
    answer: 'ask',
    cause,
    certainty: 'suspected',
    kb: judged?.kb ?? null,
    errorCode: judged === null ? (unnamed?.value.code ?? null) : judged.code,
    product: null,
    title: words('title'),
    summary: words('summary'),
    nextStep: words('next-step'),
    rule: null,
    because: judged?.failures ?? (unnamed === null ? [] : [unnamed]),
    contradicting: [],
    rejected: rejections(findings, cause),
    missing,
    gather: gatherBlock(missing),
  };
}

/** Facts that were found as well and speak for another cause. */
function pullingElsewhere(chosen: Found, findings: readonly Finding[]): readonly AnyFact[] {
  const others = findings.filter(
    (finding): finding is Found =>
      finding.outcome === 'found' && finding.cause !== null && finding.cause !== chosen.cause && finding !== chosen,
  );
  const facts = new Set([...chosen.contradicting, ...others.flatMap((one) => [...one.because, ...one.contradicting])]);
  for (const fact of chosen.because) facts.delete(fact);
  return [...facts];
}

/** Harmless causes that were found and would have decided, had no trouble stood. */
function harmlessIn(findings: readonly Finding[]): readonly Found[] {
  return foundIn(findings).filter((finding) => ANSWER_FOR[finding.cause as CauseId] === 'ignore');
}

function troublesIn(findings: readonly Finding[]): readonly Found[] {
  return foundIn(findings).filter((finding) => ANSWER_FOR[finding.cause as CauseId] !== 'ignore');
}

/** What was found for a cause, surely enough to decide. */
function foundIn(findings: readonly Finding[]): readonly Found[] {
  return findings.filter(
    (finding): finding is Found =>
      finding.outcome === 'found' && finding.cause !== null && finding.certainty !== 'suspected',
  );
}

/** The failure may be harmless, and still this is not the answer: every trouble that stands is named. */
function overruledBy(harmless: Found, troubles: readonly Found[]): Rejection {
  const facts = [...new Set(troubles.flatMap((one) => one.because))];
  return { cause: harmless.cause as CauseId, why: { id: 'report/verdict#trouble-stands', data: {} }, facts };
}

/** Every other cause that a fact rules out. A cause of the same rule's finding is not rejected by another. */
function rejections(findings: readonly Finding[], cause: CauseId): readonly Rejection[] {
  return findings
    .filter(
      (finding) =>
        finding.outcome === 'cleared' &&
        finding.cause !== null &&
        finding.cause !== cause &&
        finding.because.length > 0,
    )
    .map((finding) => ({
      cause: finding.cause as CauseId,
      why: { id: `rules/${finding.rule}#cleared`, data: {} },
      facts: (finding as { because: readonly AnyFact[] }).because,
    }));
}
