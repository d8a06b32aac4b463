/** `npm run new rule <id>` and `npm run new format <id>`: skeletons that the tidy test takes, to be filled. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(import.meta.dirname, '..', 'src');
const [kind, id] = process.argv.slice(2);
const camel = (id ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const RULE: Readonly<Record<string, string>> = {
  'rule.ts': `import { cleared, defineRule, found, notApplicable } from '../../diagnosis/rule.js';

/** What is so, in one sentence. */
export const rule = defineRule({
  id: '${id}',
  cause: null, // or the cause that it is evidence for; then give it a line in diagnosis/precedence.ts
  needs: ['judged'],
  uses: [],

  examine({ judged }) {
    if (judged.state === 'absent') return notApplicable();
    const { failures } = judged.value;
    return failures.length === 0 ? cleared() : found('supported', {}, failures);
  },
});
`,
  'words.ts': `import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: { text: 'What is so', note: 'One line: what is so.' },
  suspected: { text: 'What may be so', note: 'The same, as a suspicion.' },
  summary: { text: 'Why it is so and why it matters.', note: 'Two or three sentences.' },
  nextStep: { text: 'What to do now.', note: 'One or two sentences.' },
  cleared: { text: 'Why it is not so.', note: 'Why this cause is ruled out; one line.' },
};
`,
  'rule.md': `# ${id}

## What it says

## Why it matters

## How it knows

## What else looks like this

## Not covered

## Sources
`,
  'rule.test.ts': `import { describe, expect, it } from 'vitest';
import { verdictOn } from '../../testing/judge.js';
import { rule } from './rule.js';

describe('${id}', () => {
  it('is found where it is so, and at no edge beside it', () => {
    expect(rule.id).toBe('${id}');
    expect(verdictOn('text of a case').answer).toBe('ask');
  });
});
`,
};

const FORMAT: Readonly<Record<string, string>> = {
  [`${id}.ts`]: `/** The public face of the format: what others import. */
import type { Line } from '../text/text.js';

/** What one of them says, and where. */
export interface ${camel.charAt(0).toUpperCase()}${camel.slice(1)} {
  readonly line: number;
}

/** Finds every one in text, wherever it stands. */
export function read${camel.charAt(0).toUpperCase()}${camel.slice(1)}(lines: readonly Line[]): ${camel.charAt(0).toUpperCase()}${camel.slice(1)}[] {
  return lines.filter((line) => line.text === '').map((line) => ({ line: line.number }));
}
`,
  'format.md': `# ${id}

What it is, who writes it, and where it lies.

| offset or line | size | name | meaning |
|---|---|---|---|

## What real samples do

## What is unknown
`,
};

const rooms: Readonly<Record<string, { room: string; files: Readonly<Record<string, string>> }>> = {
  rule: { room: 'rules', files: RULE },
  format: { room: 'formats', files: FORMAT },
};
const wanted = rooms[kind ?? ''];
if (wanted === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id ?? '')) {
  console.error('Usage: npm run new rule|format <kebab-case-id>');
  process.exitCode = 2;
} else {
  const folder = join(SRC, wanted.room, id as string);
  if (existsSync(folder)) {
    console.error(`${folder} is there already`);
    process.exitCode = 2;
  } else {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(wanted.files)) writeFileSync(join(folder, name), text);
    console.log(`Wrote ${Object.keys(wanted.files).join(', ')} in src/${wanted.room}/${id}. Now: npm run gen`);
  }
}
