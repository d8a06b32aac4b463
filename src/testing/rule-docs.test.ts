/** Holds each rule's page to its headings, and runs the cases that it tells. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { question, verdictOn } from './judge.js';

const RULES = join(import.meta.dirname, '..', 'rules');
const HEADINGS = [
  'What it says',
  'Why it matters',
  'How it knows',
  'What else looks like this',
  'Not covered',
  'Sources',
];
/** A case: the evidence, a line of three dashes, then `answer/cause (certainty)`; ```case KB5034441 names the update. */
const CASE = /^```case(?: (?<kb>KB\d+))?\n(?<evidence>[\s\S]*?)\n---\n(?<verdict>.*)\n```$/gm;

const ids = readdirSync(RULES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe.each(ids)('rules/%s/rule.md', (id) => {
  const text = readFileSync(join(RULES, id, 'rule.md'), 'utf8');
  const cases = [...text.matchAll(CASE)].map((match) => match.groups as Record<'evidence' | 'verdict', string>);

  it('has its headings, in their order', () => {
    const prose = text.replace(/```[\s\S]*?```/g, '');
    expect(prose.match(/^# .+$/gm)).toEqual([`# ${id}`]);
    expect([...prose.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
  });

  it('tells at least one case, each in the form that can be run', () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(text.match(/^```case/gm)?.length).toBe(cases.length);
  });

  it.each(cases.map((one) => [one.verdict, one] as const))('tells true: %s', (wanted, one) => {
    const { kb = null } = one as { readonly kb?: string };
    const { answer, cause, certainty } = verdictOn(one.evidence, question(kb));
    expect(`${answer}/${cause} (${certainty})`).toBe(wanted);
  });
});
