import { describe, expect, it } from 'vitest';
import { ANSWER_FOR } from '../../diagnosis/verdict.js';
import { explain } from '../../knowledge/explain/explain.js';
import { FACT_LABELS } from '../../knowledge/explain/explanation.js';
import { KNOWLEDGE } from '../../knowledge/knowledge.js';
import { english } from '../../locales/locales.js';
import { explainText } from '../../report/explain/explain-text.js';
import { makeWords } from '../../report/make-words.js';
import { columnsOf } from '../../report/text/width.js';
import { EXPLAIN_EXIT, type ExplainOptions, isSignedNumber, runExplain } from './explain.js';

function run(terms: readonly string[], options: ExplainOptions = {}) {
  let out = '';
  let err = '';
  const code = runExplain(terms, options, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** Every key of every table: all that can be asked. */
const EVERYTHING = [
  ...KNOWLEDGE.updates.rows().map(({ id }) => id),
  ...KNOWLEDGE.errorCodes.rows().map(({ id }) => id),
  ...KNOWLEDGE.events.rows().map(({ provider, eventId }) => `${provider} ${eventId}`),
  ...KNOWLEDGE.builds.rows().map(({ build }) => `build ${build}`),
  ...KNOWLEDGE.partitionTypes.rows().map(({ id }) => id),
  ...KNOWLEDGE.products.rows().map(({ id }) => id),
  ...KNOWLEDGE.imageFixes.rows().map(({ id }) => id),
  ...KNOWLEDGE.causes.rows().map(({ id }) => id),
];

it('causes of the knowledge and of the verdict are the same, with the same answers', () => {
  expect(Object.fromEntries(KNOWLEDGE.causes.rows().map(({ id, answer }) => [id, answer]))).toEqual(ANSWER_FOR);
});

describe('explain', () => {
  it('answers several terms, signed numbers among them', () => {
    const { code, out, err } = run(['-2147023293', 'event', '20', 'KB5057589']);
    expect(code).toBe(EXPLAIN_EXIT.explained);
    expect(err).toBe('');
    expect(out).toMatch(/0x80070643 ERROR_INSTALL_FAILURE/);
    expect(out).toMatch(/WindowsUpdateClient 20/);
    expect(out).toMatch(/KB5063523/);
    expect(isSignedNumber('-2147023293')).toBe(true);
    expect(isSignedNumber('--json')).toBe(false);
  });

  it('says honestly that an update is not known, and how to find out', () => {
    const { code, out } = run(['KB9999999']);
    expect(code).toBe(EXPLAIN_EXIT.unknown);
    expect(out).toMatch(/not among the updates known here/);
    expect(out).toMatch(/knowledge of 2026-11-20/);
    expect(out).toMatch(/title/);
  });

  it('is told apart from wrong use', () => {
    expect(run([]).code).toBe(EXPLAIN_EXIT.usage);
    expect(run(['--nonsense']).code).toBe(EXPLAIN_EXIT.usage);
    expect(run(['--nonsense']).err).toMatch(/--nonsense/);
    expect(run(['xyzzy']).code).toBe(EXPLAIN_EXIT.unknown);
  });

  it('speaks JSON', () => {
    const { out } = run(['KB5034441', '3bc3'], { format: 'json' });
    const report = JSON.parse(out);
    expect(report.explainVersion).toBe(1);
    expect(report.knowledgeDate).toBe('2026-11-20');
    expect(report.queries[0].readings[0].key).toBe('KB5034441');
    expect(report.queries[0].readings[0].facts).toContainEqual({ label: 'level', values: ['10.0.19041.3920'] });
    expect(report.queries[1].readings[0].causes[0].id).toBe('winre-registration-stale');
  });

  it('finds words for everything there is, within 80 columns but for addresses', () => {
    const gaps: string[] = [];
    const words = makeWords(english, { onGap: (gap) => gaps.push(gap) });
    const unknown: string[] = [];
    const wide: string[] = [];
    for (const query of EVERYTHING) {
      const answer = explain(query);
      if (answer.outcome !== 'known') unknown.push(query);
      const addresses = answer.readings.flatMap(({ source }) => source.map((address) => `  ${address}`));
      const text = explainText([answer], words);
      wide.push(...text.split('\n').filter((line) => columnsOf(line) > 80 && !addresses.includes(line)));
    }
    for (const label of FACT_LABELS) words.say({ id: `report/explainLabel#${label}`, data: {} });
    expect(gaps).toEqual([]);
    expect(unknown).toEqual([]);
    expect(wide).toEqual([]);
  });
});
