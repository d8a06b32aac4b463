/** Everything in the tree that is made from the rest of it: what `npm run gen` writes and the tidy test checks. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Word } from '../src/diagnosis/words.js';
import { knowledgeJsonSchema } from '../src/knowledge/schema.js';
import { report } from '../src/report/json/schema.js';
import { words as reportWords } from '../src/report/words.js';
import { ALL_RULES } from '../src/rules/index.generated.js';
import { trustPage, verdictsPage } from './generate-docs.js';
import { pseudo } from './pseudo.js';

export const ROOT = join(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
const HEADER = '/** Written by `npm run gen`. Do not edit. */\n';

type Words = Readonly<Record<string, Word>>;

function folders(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Folders of `room` that hold `file`. */
function pieces(room: string, file: string): string[] {
  return folders(join(SRC, room)).filter((id) => existsSync(join(SRC, room, id, file)));
}

const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The list of all rules, by id. */
function ruleIndex(): string {
  const ids = pieces('rules', 'rule.ts');
  const imports = ids.map((id) => `import { rule as ${camel(id)} } from './${id}/rule.js';\n`).join('');
  const list = ids.map((id) => `  ${camel(id)},\n`).join('');
  return `${HEADER}${imports}\nexport const ALL_RULES = [\n${list}] as const;\n`;
}

/** Words that stand beside the pieces of a room: `rules/<id>#title`. */
async function roomWords(room: string): Promise<Words> {
  const found: Record<string, Word> = {};
  for (const id of pieces(room, 'words.ts')) {
    const module: { words: Words } = await import(join(SRC, room, id, 'words.ts'));
    for (const [name, word] of Object.entries(module.words)) found[`${room}/${id}#${name}`] = word;
  }
  return found;
}

/** The report's own words. */
function ownWords(): Words {
  const found: Record<string, Word> = {};
  for (const [group, words] of Object.entries<Words>(reportWords)) {
    for (const [name, word] of Object.entries(words)) found[`report/${group}#${name}`] = word;
  }
  return found;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function mapped(words: Words, make: (word: Word) => string): Record<string, string> {
  const ids = Object.keys(words).sort();
  return Object.fromEntries(ids.map((id) => [id, make(words[id])]));
}

/** Imports English at once, every other language when it is asked for. */
function localeIndex(rooms: readonly string[]): string {
  const tags = [...new Set([...folders(join(SRC, 'locales')), 'en', 'xx'])].sort();
  const file = (tag: string, room: string) => `./${tag}/${room}.json`;
  const json = "with { type: 'json' }";
  const imports = rooms.map((room) => `import ${room} from '${file('en', room)}' ${json};\n`).join('');
  const loaders = tags.map((tag) => {
    if (tag === 'en') return '  en: async () => ENGLISH_WORDS,\n';
    const there = rooms.filter((room) => tag === 'xx' || existsSync(join(SRC, 'locales', tag, `${room}.json`)));
    const parts = there.map(
      (room) => `...(await import('${file(tag, room)}', { ${json.replace('with', 'with:')} })).default`,
    );
    return `  '${tag}': async () => ({ ${parts.join(', ')} }),\n`;
  });
  return `${HEADER}${imports}
type Words = Readonly<Record<string, string>>;

export const ENGLISH_WORDS: Words = { ${rooms.map((room) => `...${room}`).join(', ')} };

export const LOADERS: Readonly<Record<string, () => Promise<Words>>> = {
${loaders.join('')}};
`;
}

/** The published contract of JSON reports. */
function reportSchema(): string {
  return json(z.toJSONSchema(report, { target: 'draft-2020-12' }));
}

/** The style sheet of the HTML report, with the hash by which its content policy knows it. */
function reportStyle(): string {
  const style = readFileSync(join(SRC, 'report/html/style.css'), 'utf8').replace(/\n\s*/g, '\n').replace(/\n+/g, '\n');
  const hash = createHash('sha256').update(style).digest('base64');
  return `${HEADER}export const STYLE = ${JSON.stringify(style)};\nexport const STYLE_HASH = 'sha256-${hash}';\n`;
}

/** Contents by path from the root of the project. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  if (existsSync(join(SRC, 'rules'))) made.set('src/rules/index.generated.ts', ruleIndex());

  const rooms = { report: ownWords(), rules: await roomWords('rules'), treatments: await roomWords('treatments') };
  for (const [room, words] of Object.entries(rooms)) {
    made.set(`src/locales/en/${room}.json`, json(mapped(words, ({ text }) => text)));
    made.set(`src/locales/en/${room}.notes.json`, json(mapped(words, ({ note }) => note)));
    made.set(`src/locales/xx/${room}.json`, json(mapped(words, ({ text }) => pseudo(text))));
  }
  made.set('docs/trust.md', trustPage());
  made.set('docs/verdicts.md', verdictsPage(ALL_RULES));
  made.set('schemas/report-v1.json', reportSchema());
  made.set('src/report/html/style.generated.ts', reportStyle());
  made.set('src/locales/index.generated.ts', localeIndex(Object.keys(rooms)));
  made.set('schemas/knowledge-v1.json', knowledgeJsonSchema());
  return made;
}
