/**
 * Reads what people write about a failed update, without grammar: sentences cut into segments, each with the concepts
 * it mentions and the mood it is said in. What a segment means is for the reader to decide; `readProse` decides only
 * how it is said, so that a question, a plan or the advice of an article is never taken for an observation.
 */

import type { Line } from '../text/text.js';
import { type Atom, atomsOf, fold } from './atoms.js';
import { lexiconsFor } from './language.js';
import { BORROWED } from './lexicon/borrowed.js';
import type { Concept } from './lexicon/lexicon.js';
import { compile, type Mention, mentionsIn, type Trie } from './phrases.js';
import { cutSegments, cutSentences } from './segments.js';

export type { Atom, AtomKind } from './atoms.js';
export type { Concept } from './lexicon/lexicon.js';
export type { Mention } from './phrases.js';

/**
 * How something is said.
 *
 * - `told`: as an observation
 * - `habitual`: of what happens whenever something is done
 * - `asked`, `supposed`, `planned`: it need not be so
 * - `advised`: an article, a helper or a quoted post says it
 * - `elsewhere`: of another machine or person
 */
export type Mood = 'told' | 'habitual' | 'asked' | 'supposed' | 'planned' | 'advised' | 'elsewhere';

/** A clause or so: what is said in one breath. Indexes of atoms and mentions count from the start of the sentence. */
export interface Segment {
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
  readonly mentions: readonly Mention[];
  readonly mood: Mood;
  readonly line: number;
}

export interface Sentence {
  readonly atoms: readonly Atom[];
  readonly mentions: readonly Mention[];
  readonly segments: readonly Segment[];
  readonly asked: boolean;
  readonly line: number;
}

export interface Prose {
  /** Tags of the languages whose words were used, likeliest first. */
  readonly languages: readonly string[];
  readonly sentences: readonly Sentence[];
}

const tries = new Map<string, Trie>();

/**
 * Reads prose.
 *
 * @param lines Lines with their numbers; a number left out parts paragraphs.
 * @returns Sentences in order; none where there are no words.
 */
export function readProse(lines: readonly Line[]): Prose {
  const folded = lines.map((line) => ({ number: line.number, text: fold(line.text) }));
  const atoms = folded.map((line) => ({ ...line, atoms: atomsOf(line.text, line.number) }));
  const lexicons = lexiconsFor(atoms.map((line) => line.atoms));
  const languages = lexicons.map((lexicon) => lexicon.tag);
  const key = [...languages].sort().join(' ');
  let trie = tries.get(key);
  if (trie === undefined) {
    trie = compile([...lexicons, BORROWED]);
    tries.set(key, trie);
  }
  const known = trie;
  return {
    languages,
    sentences: cutSentences(atoms).map((sentence) => {
      const mentions = mentionsIn(known, sentence.atoms);
      return { ...cutSegments(sentence, mentions), line: sentence.atoms[0]?.line ?? 1 };
    }),
  };
}

/** Whether a segment mentions one of `concepts`. */
export function mentions(segment: { readonly mentions: readonly Mention[] }, ...concepts: Concept[]): boolean {
  return segment.mentions.some((mention) => concepts.includes(mention.concept));
}
