import type { AnyFact, CaseFile, Coverage, CoverageSubject, Evidence, Fact, KindId } from '../evidence/model.js';
import { trustRank } from '../evidence/trust.js';
import { DAY_MS, isAfter, isBefore, type When } from '../evidence/when.js';

/** Where a kind's facts would stand if there were any: one covered subject is enough to call them absent. */
const COVERED_BY: Partial<Record<KindId, readonly CoverageSubject[]>> = {
  'update-event': ['update-events', 'update-history'],
  'winre-servicing': ['winre-events', 'winre-log'],
  restart: ['restarts'],
  'installer-failure': ['installer-events'],
  'servicing-error': ['servicing-log', 'winre-log'],
};

/** A collection takes a while: what ended within a day of the moment judged is taken to reach it. */
export const COLLECTION_MS = DAY_MS;

/** Up to when something must have been read to reach the moment judged. */
export function collectedBy(at: When): When {
  return { fromMs: at.fromMs - COLLECTION_MS, toMs: at.toMs - COLLECTION_MS };
}

/** The facts of one device, by kind, the best witness first. */
export class EvidenceSet {
  readonly facts: readonly AnyFact[];
  readonly coverage: readonly Coverage[];
  readonly #byKind = new Map<KindId, AnyFact[]>();

  constructor(file: Pick<CaseFile, 'facts' | 'coverage'>) {
    this.facts = file.facts;
    this.coverage = file.coverage;
    for (const fact of file.facts) {
      if (isOfPlacement(fact)) continue;
      const kept = this.#byKind.get(fact.kind);
      if (kept === undefined) this.#byKind.set(fact.kind, [fact]);
      else kept.push(fact);
    }
    // A stable sort: facts of equal trust stay in the order of the evidence, the case file's own order.
    for (const [kind, facts] of this.#byKind)
      facts.sort((a, b) => trustRank(kind, a.witness) - trustRank(kind, b.witness));
  }

  /** All facts of one kind, the best witness first; none where there are none, for whatever reason. */
  all<K extends KindId>(kind: K): readonly Fact<K>[] {
    return (this.#byKind.get(kind) ?? []) as unknown as readonly Fact<K>[];
  }

  of<K extends KindId>(kind: K): Evidence<readonly Fact<K>[]> {
    const facts = this.all(kind);
    if (facts.length > 0) return { state: 'seen', value: facts, cites: facts.map((fact) => fact.cite) };
    const subjects = COVERED_BY[kind];
    if (subjects !== undefined && this.coverage.some((span) => subjects.includes(span.subject))) {
      return { state: 'absent', cites: [] };
    }
    return { state: 'unread', why: 'not-given', cites: [] };
  }

  /** Whether one source was read for `subject` over all of `from..to`. */
  covers(subject: CoverageSubject, from: When, to: When): boolean {
    return this.coverage.some(
      (span) => span.subject === subject && !isBefore(from, span.from) && !isAfter(to, span.to),
    );
  }

  hasCoverage(subject: CoverageSubject): boolean {
    return this.coverage.some((span) => span.subject === subject);
  }
}

/**
 * Whether a space check was made when WinRE was installed and a place for it was looked for, often years ago and on partitions
 * that were passed over: it is shown, but says nothing of servicing.
 */
function isOfPlacement(fact: AnyFact): boolean {
  return fact.kind === 'winre-space-check' && fact.value.purpose === 'placement';
}

/**
 * Orders facts by the middle of the span in which each may have happened; facts without a moment come first, as the
 * oldest. For showing and for choosing the latest of several; what must be sure to be before asks `isBefore`.
 */
export function byTime(a: { readonly when?: When | undefined }, b: { readonly when?: When | undefined }): number {
  return middleOf(a.when) - middleOf(b.when) || 0;
}

function middleOf(when: When | undefined): number {
  return when === undefined ? -8.64e15 : (when.fromMs + when.toMs) / 2;
}
