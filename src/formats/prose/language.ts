/** Tells which languages a text is written in, by its script and by the words it uses. */

import type { Atom } from './atoms.js';
import { LEXICONS } from './lexicon/all.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { wordsOf } from './phrases.js';

/** Enough to tell; the rest of a long text is in the same language. */
const SAMPLE_ATOMS_MAX = 4000;
/** A second language counts from this part of the best one's words on: mixed tickets, and pairs that share many words. */
const SECOND_SHARE_MIN = 0.85;
const COMMON_WEIGHT = 3;
/** Shorter stems begin words of many languages. */
const STEM_CHARS_MIN = 4;
const STEM_CHARS_MAX = 24;

interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly common: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly script: Script;
}

type Script = 'latin' | 'cyrillic' | 'kana' | 'hangul' | 'han';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['kana', /[\u3040-\u30ff]/],
  ['hangul', /\p{Script=Hangul}/u],
  ['han', /\p{Script=Han}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['latin', /\p{Script=Latin}/u],
];
const SCRIPT_OF: Readonly<Record<string, Script>> = {
  ja: 'kana',
  ko: 'hangul',
  'zh-CN': 'han',
  'zh-TW': 'han',
  ru: 'cyrillic',
  uk: 'cyrillic',
};

const VOCABULARIES: readonly Vocabulary[] = LEXICONS.map((lexicon) => ({
  lexicon,
  common: new Set(lexicon.common.split(' ').flatMap(wordsOf)),
  words: new Set(Object.values(lexicon.ways).flatMap((ways) => ways.split(/[|…\s]+/).flatMap(entriesOf))),
  script: SCRIPT_OF[lexicon.tag] ?? 'latin',
}));

/** The words of one token of a way; the last bears the star where its ending is free. */
function entriesOf(token: string): string[] {
  const words = wordsOf(token.replace('*', ''));
  return words.map((word, index) => (token.endsWith('*') && index === words.length - 1 ? `${word}*` : word));
}

/** How many languages use a word: what many share tells little. */
const SHARED_BY = new Map<string, number>();
for (const { common, words } of VOCABULARIES) {
  for (const word of new Set([...common, ...words])) SHARED_BY.set(word, (SHARED_BY.get(word) ?? 0) + 1);
}

/** The lexicons to read a text with, likeliest first; none where no script is known. */
export function lexiconsFor(lines: readonly (readonly Atom[])[]): readonly Lexicon[] {
  const words: string[] = [];
  for (const line of lines) {
    for (const atom of line) {
      if (atom.kind === 'word') words.push(atom.text);
    }
    if (words.length >= SAMPLE_ATOMS_MAX) break;
  }
  const scripts = scriptsOf(words);
  const scores = VOCABULARIES.filter(({ script }) => scripts.has(script))
    .map((vocabulary) => ({ vocabulary, score: scoreOf(vocabulary, words) }))
    .sort((a, b) => b.score - a.score);
  const chosen: Lexicon[] = [];
  for (const script of scripts) {
    const ranked = scores.filter(({ vocabulary }) => vocabulary.script === script);
    const best = ranked[0]?.score ?? 0;
    for (const { vocabulary, score } of ranked.slice(0, 2)) {
      const isOnly = ranked.length <= 2 && script !== 'latin'; // pairs that share a script are read together
      if (isOnly || (score > 0 && score >= best * SECOND_SHARE_MIN)) chosen.push(vocabulary.lexicon);
    }
  }
  return chosen;
}

function scriptsOf(words: readonly string[]): Set<Script> {
  const counts = new Map<Script, number>();
  for (const word of words) {
    const script = SCRIPTS.find(([, pattern]) => pattern.test(word))?.[0];
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const found = new Set<Script>(counts.keys());
  if (found.has('kana')) found.delete('han'); // Japanese writes with both
  if (found.has('hangul')) found.delete('han');
  // Latin words in a text of another script are names and quoted English.
  const others = words.length - (counts.get('latin') ?? 0);
  if (others > 0 && (counts.get('latin') ?? 0) < others * 4) found.delete('latin');
  return found;
}

function scoreOf({ common, words: known }: Vocabulary, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    if (common.has(word)) score += COMMON_WEIGHT / (SHARED_BY.get(word) ?? 1);
    else if (word.length > 2) score += knownWeight(known, word);
  }
  return score;
}

function knownWeight(known: ReadonlySet<string>, word: string): number {
  if (known.has(word)) return 1 / (SHARED_BY.get(word) ?? 1);
  for (let length = Math.min(word.length, STEM_CHARS_MAX); length >= STEM_CHARS_MIN; length--) {
    const stem = `${word.slice(0, length)}*`;
    if (known.has(stem)) return 1 / (SHARED_BY.get(stem) ?? 1);
  }
  return 0;
}
