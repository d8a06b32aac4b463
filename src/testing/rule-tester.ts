/** Tests a rule on given facts, and what must hold of any rule. */
import { describe, expect, it } from 'vitest';
import type { Question } from '../diagnosis/derive/judged.js';
import { EvidenceSet } from '../diagnosis/evidence-set.js';
import type { Rule } from '../diagnosis/rule.js';
import { buildScene } from '../diagnosis/scene.js';
import type { Certainty, Finding, MessageValue } from '../diagnosis/verdict.js';
import type { AnyFact, Coverage } from '../evidence/model.js';
import type { When } from '../evidence/when.js';
import { LOCALE_TAGS, loadLocale } from '../locales/locales.js';
import { makeWords } from '../report/make-words.js';
import { KNOWN, question } from './judge.js';

export interface RuleCase {
  readonly name: string;
  readonly given: readonly AnyFact[];
  readonly coverage?: readonly Coverage[];
  readonly asked?: Question;
  /** The moment judged from; `null` where the evidence bears no time. */
  readonly at?: When | null;
  readonly expect:
    | {
        readonly outcome: 'found';
        readonly certainty: Certainty;
        /** Data that the finding must carry; it may carry more. */
        readonly data?: Readonly<Record<string, MessageValue>>;
        /** Facts that it must cite. */
        readonly because?: readonly AnyFact[];
        /** Facts that it must not rest on. */
        readonly notBecause?: readonly AnyFact[];
      }
    | { readonly outcome: 'cleared' | 'not-applicable' }
    | { readonly outcome: 'undecided'; readonly missing?: readonly string[] };
}

export interface RuleTestOptions {
  /** Why this rule always answers, so that it needs no case that is undecided. */
  readonly isNeverUndecided?: string;
}

/**
 * Runs the cases of a rule, each on evidence that is frozen, twice; and says what every rule owes: that it cites only
 * what it was given, answers `found`, the opposite, and `undecided` somewhere, and has words for what it found in every
 * language.
 */
export function testRule(rule: Rule, cases: readonly RuleCase[], { isNeverUndecided }: RuleTestOptions = {}): void {
  describe(rule.id, () => {
    for (const one of cases) {
      it(one.name, () => {
        const finding = run(rule, one);
        expect(finding).toMatchObject(wanted(one));
        for (const fact of facts(finding)) expect(one.given, 'it cites what it was not given').toContain(fact);
        if (one.expect.outcome !== 'found' || finding.outcome !== 'found') return;
        for (const fact of one.expect.because ?? []) expect(finding.because).toContain(fact);
        for (const fact of one.expect.notBecause ?? []) expect(finding.because).not.toContain(fact);
      });
    }

    it('answers the same a second time, from evidence that it leaves as it was', () => {
      for (const one of cases) {
        const before = JSON.stringify(one.given);
        const first = run(rule, one);
        expect(run(rule, one)).toEqual(first);
        expect(JSON.stringify(one.given)).toBe(before);
      }
    });

    it('has a case for each way it can answer', () => {
      const outcomes = new Set(cases.map((one) => one.expect.outcome));
      expect(outcomes).toContain('found');
      expect(outcomes.has('cleared') || outcomes.has('not-applicable')).toBe(true);
      if (isNeverUndecided === undefined) expect(outcomes).toContain('undecided');
    });

    it('is found only on evidence', () => {
      expect(run(rule, { name: 'nothing', given: [], expect: { outcome: 'cleared' } }).outcome).not.toBe('found');
    });

    it.each(LOCALE_TAGS)('has words for what it found in %s', async (tag) => {
      const gaps: string[] = [];
      const words = makeWords(await loadLocale(tag), { onGap: (gap) => gaps.push(gap) });
      for (const one of cases) {
        const finding = run(rule, one);
        if (finding.outcome !== 'found') continue;
        const names = finding.certainty === 'suspected' ? ['suspected', 'summary'] : ['title', 'summary', 'nextStep'];
        for (const name of names) {
          const said = words.say({ id: `rules/${rule.id}#${name}`, data: finding.data });
          expect(said).not.toMatch(/[{}]/);
          expect(said.trim()).not.toBe('');
        }
      }
      words.say({ id: `rules/${rule.id}#cleared`, data: {} });
      expect(gaps).toEqual([]);
    });
  });
}

function run(rule: Rule, { given, coverage = [], asked, at = null }: RuleCase): Finding {
  const evidence = new EvidenceSet(frozen({ facts: [...given], coverage: [...coverage] }));
  const { scene, context } = buildScene(evidence, asked ?? question(), at, KNOWN);
  return rule.run(scene, context);
}

function wanted({ expect: { outcome, ...rest } }: RuleCase): object {
  const { because: _, notBecause: __, ...shown } = rest as Record<string, unknown>;
  return { outcome, ...shown };
}

function facts(finding: Finding): readonly AnyFact[] {
  switch (finding.outcome) {
    case 'found':
      return [...finding.because, ...finding.contradicting];
    case 'cleared':
    case 'not-applicable':
      return finding.because;
    case 'undecided':
    case 'crashed':
      return [];
  }
}

/** Freezes a value through and through; it is made of plain objects and lists. */
function frozen<T>(value: T): T {
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    open.push(...Object.values(next));
  }
  return value;
}
