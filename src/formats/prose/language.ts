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

interface Vocabularies {
  readonly all: readonly Vocabulary[];
  /** How many languages use a word: what many share tells little. */
  readonly sharedBy: ReadonlyMap<string, number>;
}

let made: Vocabularies | null = null;

/** Made for the first text: a log or an image is read without. */
function vocabularies(): Vocabularies {
  made ??= makeVocabularies();
  return made;
}

function makeVocabularies(): Vocabularies {
  const all = LEXICONS.map((lexicon) => ({
    lexicon,
    common: new Set(lexicon.common.split(' ').flatMap(wordsOf)),
    words: wordsOfWays(lexicon),
    script: SCRIPT_OF[lexicon.tag] ?? 'latin',
  }));
  const sharedBy = new Map<string, number>();
  const count = (word: string) => sharedBy.set(word, (sharedBy.get(word) ?? 0) + 1);
  for (const { common, words } of all) {
    for (const word of common) count(word);
    for (const word of words) if (!common.has(word)) count(word);
  }
  return { all, sharedBy };
}

/** The words of all ways; one bears a star where its ending is free. */
function wordsOfWays({ ways }: Lexicon): Set<string> {
  const tokens = new Set<string>();
  for (const listed of Object.values(ways)) for (const token of listed.split(/[|…\s]+/)) tokens.add(token);
  const entries = new Set<string>();
  for (const token of tokens) {
    const words = wordsOf(token.replace('*', ''));
    const last = words.length - 1;
    for (const [index, word] of words.entries()) {
      entries.add(index === last && token.endsWith('*') ? `${word}*` : word);
    }
  }
  return entries;
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
  const { all, sharedBy } = vocabularies();
  const scores = all
    .filter(({ script }) => scripts.has(script))
    .map((vocabulary) => ({ vocabulary, score: scoreOf(vocabulary, words, sharedBy) }))
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

function scoreOf(
  { common, words: known }: Vocabulary,
  words: readonly string[],
  sharedBy: ReadonlyMap<string, number>,
) {
  const weights = new Map<string, number>(); // a text has few words, and says them often
  let score = 0;
  for (const word of words) {
    let weight = weights.get(word);
    if (weight === undefined) {
      weight = 0;
      if (common.has(word)) weight = COMMON_WEIGHT / (sharedBy.get(word) ?? 1);
      else if (word.length > 2) weight = knownWeight(known, word, sharedBy);
      weights.set(word, weight);
    }
    score += weight;
  }
  return score;
}

function knownWeight(known: ReadonlySet<string>, word: string, sharedBy: ReadonlyMap<string, number>): number {
  if (known.has(word)) return 1 / (sharedBy.get(word) ?? 1);
  for (let length = Math.min(word.length, STEM_CHARS_MAX); length >= STEM_CHARS_MIN; length--) {
    const stem = `${word.slice(0, length)}*`;
    if (known.has(stem)) return 1 / (sharedBy.get(stem) ?? 1);
  }
  return 0;
}
