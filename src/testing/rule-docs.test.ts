/** Holds each rule's page to its headings, and runs the cases that it tells. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeCase, question, readSources } from './judge.js';

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

/** Rules that no pasted text can show, and why. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  'winre-sound': 'Pasted lines are no history: only a log tells over what time it reaches.',
  'version-set-by-hand': 'Its witness is a value of the registry, and prose is a person.',
};

interface ToldCase {
  readonly evidence: string;
  readonly verdict: string;
  readonly kb?: string | undefined;
}

const judged = ({ evidence, kb }: ToldCase) =>
  judgeCase(readSources({ stdin: evidence }), question(kb ?? null)).devices[0];

const ids = readdirSync(RULES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe.each(ids)('rules/%s/rule.md', (id) => {
  const text = readFileSync(join(RULES, id, 'rule.md'), 'utf8');
  const cases = [...text.matchAll(CASE)].map((match) => match.groups as unknown as ToldCase);

  it('has its headings, in their order', () => {
    const prose = text.replace(/```[\s\S]*?```/g, '');
    expect(prose.match(/^# .+$/gm)).toEqual([`# ${id}`]);
    expect([...prose.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
  });

  it('tells at least one case, each in the form that can be run', () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(text.match(/^```case/gm)?.length).toBe(cases.length);
  });

  it.skipIf(id in NOT_SHOWN)('shows in its first case what it finds', () => {
    expect(judged(cases[0]).findings).toContainEqual(expect.objectContaining({ rule: id, outcome: 'found' }));
  });

  it.each(cases.map((one) => [one.verdict, one] as const))('tells true: %s', (wanted, one) => {
    const { answer, cause, certainty } = judged(one).verdict;
    expect(`${answer}/${cause} (${certainty})`).toBe(wanted);
  });
});
