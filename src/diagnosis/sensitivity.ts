import type { AnyFact, CaseFile } from '../evidence/model.js';
import type { Certainty, Rejection, Verdict } from './verdict.js';

/** Above this many sources with facts, what each one contributes is no longer tried one by one. */
const SOURCES_MAX = 48;
const RANK: Readonly<Record<Certainty, number>> = { suspected: 0, supported: 1, proven: 2 };

/** Up to this many sources, and facts, what is not named is tried against the finished verdict itself. */
const TRIED_SOURCES_MAX = 6;
const TRIED_FACTS_MAX = 3000;

/**
 * Names every source that a verdict depends on, so that taking away what is not named changes nothing. For small
 * cases that is tried out: the finished verdict without each unnamed source must be the same. Larger ones, up to
 * `SOURCES_MAX` sources, are judged again without each source.
 */
export function nameDependencies(file: CaseFile, verdict: Verdict, judge: (file: CaseFile) => Verdict): Verdict {
  const sources = sourcesIn(file);
  if (sources.length > TRIED_SOURCES_MAX || file.facts.length > TRIED_FACTS_MAX) return nameOnce(file, verdict, judge);
  const judged = new Map([[sources.join(), verdict]]);
  const finished = new Map<string, Verdict>();
  const judgeOf = (part: CaseFile): Verdict => kept(judged, sourcesIn(part).join(), () => judge(part));
  const finish = (part: CaseFile): Verdict =>
    kept(finished, sourcesIn(part).join(), () => {
      let current = nameOnce(part, judgeOf(part), judgeOf);
      for (let isStable = false; !isStable; ) {
        isStable = true;
        for (const source of sourcesIn(part)) {
          if (namedSources(current).has(source)) continue;
          if (core(finish(withoutSource(part, source))) === core(current)) continue;
          const telling = mostTelling(part.facts.filter((fact) => fact.cite.source === source));
          current = { ...current, because: [...current.because, ...telling] };
          isStable = false; // what is now named may be told of by another source as well
        }
      }
      return current;
    });
  return finish(file);
}

function kept(map: Map<string, Verdict>, key: string, make: () => Verdict): Verdict {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function sourcesIn(file: CaseFile): readonly string[] {
  return [...new Set(file.facts.map((fact) => fact.cite.source))];
}

/**
 * Finds sources that a verdict depends on without naming them, by judging again without each, and names them, so
 * that taking away what is not named changes nothing (up to `SOURCES_MAX` sources): what would soothe if it were
 * taken away stands as what rules that cause out; what would make the verdict surer stands as contradicting; what
 * else changes the verdict stands with what it rests on.
 */
function nameOnce(file: CaseFile, verdict: Verdict, judge: (file: CaseFile) => Verdict): Verdict {
  const sources = sourcesIn(file);
  if (sources.length < 2 || sources.length > SOURCES_MAX) return verdict;
  const telling = (source: string) => mostTelling(file.facts.filter((fact) => fact.cite.source === source));
  const wholeCore = core(verdict);
  const withouts = new Map(sources.map((source) => [source, judge(withoutSource(file, source))]));

  let because = verdict.because;
  let contradicting = verdict.contradicting;
  const rejected: Rejection[] = [...verdict.rejected];
  const context = new Set<string>();
  for (const [source, without] of withouts) {
    const named = namedSources({ ...verdict, because, contradicting, rejected });
    const soothes = without.answer === 'ignore' && verdict.answer !== 'ignore';
    const surer = without.cause === verdict.cause && RANK[without.certainty] > RANK[verdict.certainty];
    if (soothes && !isAgainst({ ...verdict, contradicting, rejected }, source)) {
      rejected.push({
        cause: without.cause,
        why: { id: 'report/verdict#would-soothe', data: {} },
        facts: telling(source),
      });
      context.add(source);
    } else if (surer && !isAgainst({ ...verdict, contradicting, rejected }, source)) {
      contradicting = [...contradicting, ...telling(source)];
      context.add(source);
    } else if (!named.has(source) && core(without) !== wholeCore) {
      because = [...because, ...telling(source)];
      context.add(source);
    }
  }
  // A source that matters only beside another one brings that one along.
  for (const source of context) {
    for (const other of sources) {
      if (namedSources({ ...verdict, because, contradicting, rejected }).has(other)) continue;
      const withoutBoth = judge(withoutSource(withoutSource(file, source), other));
      const withoutOther = withouts.get(other) as Verdict;
      if (core(withoutBoth) !== core(withouts.get(source) as Verdict) || core(withoutOther) !== wholeCore) {
        because = [...because, ...telling(other)];
      }
    }
  }
  const named = namedSources({ ...verdict, because, contradicting, rejected });
  const spared = sources.filter((source) => !named.has(source));
  for (const source of neededTogether(file, spared, wholeCore, judge)) because = [...because, ...telling(source)];
  return { ...verdict, because, contradicting, rejected };
}

/** Up to this many sources, every choice of them is tried. */
const CHOICES_SOURCES_MAX = 6;

/** Sources each of which can be spared, but not all of some of them: one must stay, and any of them would do. */
function neededTogether(
  file: CaseFile,
  spared: readonly string[],
  wholeCore: string,
  judge: (file: CaseFile) => Verdict,
): readonly string[] {
  const without = (sources: readonly string[]) => core(judge(sources.reduce(withoutSource, file)));
  if (spared.length < 2) return [];
  if (spared.length <= CHOICES_SOURCES_MAX) {
    const choices = Array.from({ length: 1 << spared.length }, (_, bits) =>
      spared.filter((_, index) => (bits & (1 << index)) !== 0),
    );
    const telling = choices.filter((choice) => choice.length > 1 && without(choice) !== wholeCore);
    return spared.filter((source) => telling.some((choice) => choice.includes(source)));
  }
  const none = without(spared);
  if (none === wholeCore) return [];
  return spared.filter((source) => without(spared.filter((other) => other !== source)) !== none);
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
  const facts = [...verdict.contradicting, ...verdict.rejected.flatMap((one) => one.facts)];
  return facts.some((fact) => fact.cite.source === source);
}

/** What a reader would call the same verdict, apart from what is missing. */
function core(verdict: Verdict): string {
  const { missing: _, gather: __, because, contradicting, rejected, ...rest } = verdict;
  const cites = (facts: readonly AnyFact[]) => facts.map((fact) => [fact.kind, fact.cite.source, fact.cite.at]);
  const ruledOut = rejected.map((one) => [one.cause, cites(one.facts)]);
  return JSON.stringify([rest, cites(because), cites(contradicting), ruledOut]);
}

/** A few facts that stand for a source, failures and servicing first. */
function mostTelling(facts: readonly AnyFact[]): readonly AnyFact[] {
  const order: readonly string[] = [
    'winre-servicing',
    'update-event',
    'servicing-error',
    'winre-config',
    'winre-version',
    'pending-restart',
    'restart',
  ];
  const rank = (fact: AnyFact) => (order.includes(fact.kind) ? order.indexOf(fact.kind) : order.length);
  return [...facts].sort((a, b) => rank(a) - rank(b)).slice(0, 3);
}
