import type { AnyFact, CaseFile } from '../evidence/model.js';
import type { Rejection, Verdict } from './verdict.js';

/** Above this many sources with facts, what each one contributes is no longer tried one by one. */
const SOURCES_MAX = 48;

/**
 * Finds sources that a verdict depends on without naming them, by judging again without each, and names them:
 * where the answer would soothe without it, as what rules that cause out; else as context it rests on. So
 * "taking away what is not named changes nothing" holds by construction.
 */
export function nameDependencies(file: CaseFile, verdict: Verdict, judge: (file: CaseFile) => Verdict): Verdict {
  const sources = [...new Set(file.facts.map((fact) => fact.cite.source))];
  if (sources.length < 2 || sources.length > SOURCES_MAX) return verdict;
  const because = [...verdict.because];
  const rejected: Rejection[] = [...verdict.rejected];
  for (const source of sources) {
    const without = judge(withoutSource(file, source));
    const soothes = without.answer === 'ignore' && verdict.answer !== 'ignore';
    const named = namedSources({ ...verdict, because, rejected });
    const telling = file.facts.filter((fact) => fact.cite.source === source);
    if (soothes && !isAgainst({ ...verdict, rejected }, source)) {
      rejected.push({
        cause: without.cause,
        why: { id: 'report/verdict#would-soothe', data: {} },
        facts: mostTelling(telling),
      });
    } else if (!named.has(source) && core(without) !== core(verdict)) {
      because.push(...mostTelling(telling));
    }
  }
  return { ...verdict, because, rejected };
}

/** The case as it would be had this source not been given. */
export function withoutSource(file: CaseFile, source: string): CaseFile {
  return {
    ...file,
    sources: file.sources.filter((one) => one.id !== source),
    facts: file.facts.filter((fact) => fact.cite.source !== source),
    coverage: file.coverage.filter((span) => span.source !== source),
  };
}

/** Sources that a verdict names anywhere. */
export function namedSources(verdict: Verdict): ReadonlySet<string> {
  const facts = [...verdict.because, ...verdict.contradicting, ...verdict.rejected.flatMap((one) => one.facts)];
  return new Set(facts.map((fact) => fact.cite.source));
}

function isAgainst(verdict: Verdict, source: string): boolean {
  return [...verdict.contradicting, ...verdict.rejected.flatMap((one) => one.facts)].some(
    (fact) => fact.cite.source === source,
  );
}

/** What a reader would call the same verdict, apart from what is missing. */
function core(verdict: Verdict): string {
  const { answer, cause, certainty, kb, errorCode, product, title, summary, nextStep } = verdict;
  const cites = (facts: readonly AnyFact[]) => facts.map((fact) => [fact.kind, fact.cite.source, fact.cite.at]);
  const rejected = verdict.rejected.map((one) => [one.cause, cites(one.facts)]);
  return JSON.stringify([
    answer,
    cause,
    certainty,
    kb,
    errorCode,
    product,
    title,
    summary,
    nextStep,
    cites(verdict.because),
    cites(verdict.contradicting),
    rejected,
  ]);
}

/** A few facts that stand for a source, failures and servicing first. */
function mostTelling(facts: readonly AnyFact[]): readonly AnyFact[] {
  const order = [
    'winre-servicing',
    'update-event',
    'servicing-error',
    'winre-config',
    'winre-version',
    'pending-restart',
    'restart',
  ];
  const rank = (fact: AnyFact) => (order.indexOf(fact.kind) + order.length) % order.length;
  return [...facts].sort((a, b) => rank(a) - rank(b)).slice(0, 3);
}
