/** Tells which languages a text is written in, by its script and by the words it uses. */

import type { Atom } from './atoms.js';
import { LEXICONS } from './lexicon/all.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { wordsOf } from './phrases.js';

/** Enough to tell; the rest of a long text is in the same language. */
const SAMPLE_ATOMS_MAX = 4000;
/** A second language counts from this part of the best one's words on: mixed tickets, and pairs that share many words. */
const SECOND_SHARE_MIN = 0.6;
const COMMON_WEIGHT = 3;

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
  words: new Set(
    Object.values(lexicon.ways).flatMap((ways) =>
      ways.split(/[|…\s]+/).flatMap((word) => wordsOf(word.replace('*', ''))),
    ),
  ),
  script: SCRIPT_OF[lexicon.tag] ?? 'latin',
}));

/**
 * The lexicons to read a text with, likeliest first. English is always among them: its output is quoted everywhere.
 */
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
  const english = VOCABULARIES.find(({ lexicon }) => lexicon.tag === 'en')?.lexicon;
  const chosen: Lexicon[] = [];
  for (const script of scripts) {
    const ranked = scores.filter(({ vocabulary }) => vocabulary.script === script);
    const best = ranked[0]?.score ?? 0;
    for (const { vocabulary, score } of ranked.slice(0, 2)) {
      const isOnly = ranked.length <= 2 && script !== 'latin'; // pairs that share a script are read together
      if (isOnly || (score > 0 && score >= best * SECOND_SHARE_MIN)) chosen.push(vocabulary.lexicon);
    }
  }
  if (english !== undefined && !chosen.includes(english)) chosen.push(english);
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
    if (common.has(word)) score += COMMON_WEIGHT;
    else if (word.length > 2 && known.has(word)) score += 1;
  }
  return score;
}
