/** Properties that hold of every verdict, whatever the evidence: what may change when evidence is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedSources, withoutSource } from '../diagnosis/sensitivity.js';
import { ANSWER_FOR, type Verdict } from '../diagnosis/verdict.js';
import type { CaseFile } from '../evidence/model.js';
import { render } from '../report/render.js';
import { arbitraryCase } from './arbitrary-case.js';
import { judgeCase, KNOWN, question, readSources } from './judge.js';

const RUNS = 1500;
const AT = '2025-04-19T00:00Z';
const asked = fc.constantFrom(question('KB5057589', AT), question('KB5034441', AT));
const RANK = { suspected: 0, supported: 1, proven: 2 };

const verdictOf = (file: CaseFile, what: ReturnType<typeof question>): Verdict =>
  judgeCase(file, what).devices[0].verdict;
const against = (verdict: Verdict) =>
  new Set([...verdict.contradicting, ...verdict.rejected.flatMap((one) => one.facts)].map((fact) => fact.cite.source));

describe('a verdict', () => {
  it('has the one answer of its cause, apart from ask and a suspected restart', () => {
    fc.assert(
      fc.property(arbitraryCase, (file) => {
        const { answer, cause, certainty } = verdictOf(file, question());
        if (answer === 'ask') expect(certainty).toBe('suspected');
        else expect(answer).toBe(ANSWER_FOR[cause]);
        if (certainty === 'suspected') expect(['ask', 'restart']).toContain(answer);
        if (answer === 'ignore') expect(certainty).not.toBe('suspected');
      }),
      { numRuns: RUNS },
    );
  });

  it('rests on evidence it names', () => {
    fc.assert(
      fc.property(arbitraryCase, (file) => {
        const verdict = verdictOf(file, question());
        if (verdict.certainty !== 'suspected') expect(verdict.because.length).toBeGreaterThan(0);
        for (const fact of verdict.because) expect(file.facts).toContain(fact);
      }),
      { numRuns: RUNS },
    );
  });

  it('changes only what is missing when a source goes that it does not name', () => {
    fc.assert(
      fc.property(arbitraryCase, asked, (file, what) => {
        const verdict = verdictOf(file, what);
        const named = namedSources(verdict);
        for (const { id } of file.sources) {
          if (named.has(id)) continue;
          const { missing: _, gather: __, ...rest } = verdict;
          const { missing: ___, gather: ____, ...without } = verdictOf(withoutSource(file, id), what);
          expect(without).toEqual(rest);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is never made surer by taking away what it rests on', () => {
    fc.assert(
      fc.property(arbitraryCase, asked, (file, what) => {
        const verdict = verdictOf(file, what);
        const opposed = against(verdict);
        for (const source of new Set(verdict.because.map((fact) => fact.cite.source))) {
          if (opposed.has(source)) continue;
          const without = verdictOf(withoutSource(file, source), what);
          if (without.cause === verdict.cause)
            expect(RANK[without.certainty]).toBeLessThanOrEqual(RANK[verdict.certainty]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is never soothed by taking away a source that does not stand against it', () => {
    fc.assert(
      fc.property(arbitraryCase, asked, (file, what) => {
        const verdict = verdictOf(file, what);
        if (verdict.answer === 'ignore') return;
        const opposed = against(verdict);
        for (const { id } of file.sources) {
          if (opposed.has(id)) continue;
          expect(verdictOf(withoutSource(file, id), what).answer).not.toBe('ignore');
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a report', () => {
  it('has the same bytes however the inputs come in', async () => {
    const texts = fc.dictionary(
      fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt'),
      fc.constantFrom(
        'KB5057589 failed with 0x80070643 on 2025-04-10.',
        'Windows RE status: Disabled',
        '    Windows RE status:         Enabled\n    Windows RE location:       \\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\\Recovery\\WindowsRE\n',
        'Another update is waiting for a restart.',
        'nothing of interest',
      ),
      { minKeys: 2 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (sources) => {
        const forward = await render(judgeCase(readSources(sources)), { format: 'json' });
        const backward = Object.fromEntries(Object.entries(sources).reverse());
        expect(await render(judgeCase(readSources(backward)), { format: 'json' })).toBe(forward);
      }),
      { numRuns: 60 },
    );
  });

  it('prints the date of the knowledge', () => {
    expect(judgeCase(readSources({ a: 'x' })).knowledgeDate).toBe(KNOWN.date);
  });
});
