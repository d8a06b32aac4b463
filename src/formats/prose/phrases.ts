/** Finds the ways of a lexicon in atoms: a trie over words, walked from each atom. */

import { type Atom, atomsOf, fold, isUnspaced } from './atoms.js';
import { type BorrowedWords, CONCEPTS, type Concept } from './lexicon/lexicon.js';

/** A concept found. `first` to `last`: atom indexes, inclusive. */
export interface Mention {
  readonly concept: Concept;
  readonly first: number;
  readonly last: number;
}

interface Node {
  readonly whole: Map<string, Node>;
  /** Beginnings of words, where the ending is free. */
  readonly stems: Map<string, Node>;
  /** Reached after a gap. */
  gap: Node | null;
  readonly ends: Concept[];
}

export type Trie = Node;

/** Longer stems are not written; it bounds the work for one word. */
const STEM_CHARS_MAX = 28;
const GAP_WORDS_MAX = 6;
const GAP_LETTERS_MAX = 12;

const node = (): Node => ({ whole: new Map(), stems: new Map(), gap: null, ends: [] });

/** Builds the trie of several languages at once. */
export function compile(lexicons: readonly BorrowedWords[]): Trie {
  const root = node();
  for (const lexicon of lexicons) {
    for (const concept of CONCEPTS) {
      for (const way of (lexicon.ways[concept] ?? '').split('|')) {
        if (way.trim() !== '') plant(root, way, concept);
      }
    }
  }
  return root;
}

/** Korean sets its particles behind the word without a space. */
const HANGUL = /\p{Script=Hangul}/u;

function plant(root: Node, way: string, concept: Concept): void {
  let at = root;
  for (const part of way.split('…')) {
    if (at !== root) {
      at.gap ??= node();
      at = at.gap;
    }
    for (const token of part.trim().split(/\s+/)) {
      const open = token.endsWith('*');
      const words = wordsOf(open ? token.slice(0, -1) : token);
      words.forEach((word, index) => {
        const free = (open && index === words.length - 1) || HANGUL.test(word);
        const map = free ? at.stems : at.whole;
        let next = map.get(word);
        if (next === undefined) {
          next = node();
          map.set(word, next);
        }
        at = next;
      });
    }
  }
  if (at !== root && !at.ends.includes(concept)) at.ends.push(concept);
}

/** One word, however it is cut: most tokens of a lexicon. Nine in ten need nothing more, and there are thousands. */
const ONE_WORD = /^(?:[a-z]{1,80}|[а-яіїєґ]{1,80})$/;

/** The words of a way, cut as text is cut. */
export function wordsOf(token: string): string[] {
  if (ONE_WORD.test(token)) return [token];
  return atomsOf(fold(token).toLowerCase(), 0)
    .filter((atom) => atom.kind !== 'mark')
    .map((atom) => atom.text);
}

/**
 * All mentions in atoms, in order. A mention inside a longer one is not told: "without errors" speaks of no error.
 */
export function mentionsIn(trie: Trie, atoms: readonly Atom[]): Mention[] {
  const found: (Mention & { readonly gapped: boolean })[] = [];
  for (let first = 0; first < atoms.length; first++) {
    walk(trie, atoms, first, (concepts, last, gapped) => {
      for (const concept of concepts) found.push({ concept, first, last, gapped });
    });
  }
  return outermost(found);
}

function walk(
  trie: Node,
  atoms: readonly Atom[],
  first: number,
  tell: (concepts: readonly Concept[], last: number, gapped: boolean) => void,
): void {
  let states: { node: Node; gapped: boolean; waited: number }[] = [{ node: trie, gapped: false, waited: 0 }];
  for (let at = first; at < atoms.length && states.length > 0; at++) {
    const atom = atoms[at] as Atom;
    if (at > first && isQuote(atom)) continue;
    const next: typeof states = [];
    for (const state of states) {
      const isWord = atom.kind !== 'mark';
      if (isWord) {
        const reached = stepsFrom(state.node, atom.text);
        for (const target of reached) {
          if (target.ends.length > 0) tell(target.ends, at, state.gapped);
          next.push({ node: target, gapped: state.gapped, waited: 0 });
          if (target.gap !== null) next.push({ node: target.gap, gapped: true, waited: 1 });
        }
      }
      if (state.waited > 0 && !isStop(atom)) {
        const limit = isUnspaced(atom) ? GAP_LETTERS_MAX : GAP_WORDS_MAX;
        if (state.waited <= limit) next.push({ ...state, waited: state.waited + 1 });
      }
    }
    states = next;
  }
}

/** Quotation marks do not part the words of a way. */
function isQuote(atom: Atom): boolean {
  return atom.kind === 'mark' && '"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f[]'.includes(atom.text);
}

function isStop(atom: Atom): boolean {
  return atom.kind === 'mark' && '.!?;。！？,、，()（）'.includes(atom.text);
}

function stepsFrom(from: Node, word: string): Node[] {
  const reached: Node[] = [];
  const whole = from.whole.get(word);
  if (whole !== undefined) reached.push(whole);
  if (from.stems.size > 0) {
    const longest = Math.min(word.length, STEM_CHARS_MAX);
    for (let length = 1; length <= longest; length++) {
      const stem = from.stems.get(word.slice(0, length));
      if (stem !== undefined) reached.push(stem);
    }
  }
  return reached;
}

function outermost(found: readonly (Mention & { readonly gapped: boolean })[]): Mention[] {
  const kept: Mention[] = [];
  const seen = new Set<string>();
  let reach = -1; // last atom of the longest mention so far
  let reachFirst = -1;
  const ordered = [...found].sort((a, b) => a.first - b.first || b.last - a.last);
  for (const { concept, first, last, gapped } of ordered) {
    const inside = last <= reach && !(first === reachFirst && last === reach);
    if (inside && !gapped) continue;
    if (!gapped && last > reach) {
      reach = last;
      reachFirst = first;
    }
    const key = `${concept} ${first} ${last}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push({ concept, first, last });
  }
  return kept;
}
