/** A segment of prose with what the meanings need beside it: what it speaks of, and which update. */

import { QUOTE_CHARS_MAX } from '../../bytes/limits.js';
import type { KindId, KindMap } from '../../evidence/model.js';
import type { When } from '../../evidence/when.js';
import type { Atom, Concept, Mention, Prose, Segment, Sentence } from '../../formats/prose/prose.js';

/** Something that a clause may speak of. */
export type Topic =
  | 'recovery-partition'
  | 'winre'
  | 'image'
  | 'os-volume'
  | 'boot-partition'
  | 'other-partition'
  | 'encryption';

const TOPICS: readonly string[] = [
  'recovery-partition',
  'winre',
  'image',
  'os-volume',
  'boot-partition',
  'other-partition',
  'encryption',
];

/** A thing named at a place in the sentence. */
export interface Thing {
  readonly topic: Topic;
  readonly first: number;
  readonly last: number;
}

export interface Clause {
  readonly sentence: Sentence;
  readonly segment: Segment;
  /** Position among all clauses of the text. */
  readonly index: number;
  /** Position of the sentence in the text. */
  readonly sentenceIndex: number;
  readonly atoms: readonly Atom[];
  /** All clauses of the same sentence, itself among them. */
  readonly beside: readonly Clause[];
  /** What is named in the clause itself, in order. */
  readonly things: readonly Thing[];
  /** What was spoken of last before the clause, in the same sentence or where the clause refers back. */
  readonly carried: Topic | null;
  /** KB numbers in the clause, `KB5034441`. */
  readonly kbs: readonly string[];
  /** Whether the text as a whole speaks of WinRE or the recovery partition. */
  readonly aboutWinRe: boolean;
  readonly quote: string;
}

/** A fact that prose gives, before it is weighed against the rest of the same text. */
export type Told = {
  readonly [K in KindId]: {
    readonly kind: K;
    readonly value: KindMap[K];
    readonly clause: Clause;
    readonly when?: When | undefined;
  };
}[KindId];

/** Lays out all clauses of a text. `quoteOf` gives the line as it was written. */
export function clausesOf(prose: Prose, quoteOf: (line: number) => string): Clause[] {
  const clauses: Clause[] = [];
  const aboutWinRe = prose.sentences.some(({ mentions }) =>
    mentions.some(({ concept }) => concept === 'recovery-partition' || concept === 'winre' || concept === 'image'),
  );
  let before: Topic | null = null;
  prose.sentences.forEach((sentence, sentenceIndex) => {
    let carried = referredTopic(sentence, before);
    const beside: Clause[] = [];
    for (const segment of sentence.segments) {
      const atoms = sentence.atoms.slice(segment.first, segment.last + 1);
      const things = thingsIn(sentence, segment);
      const clause: Clause = {
        sentence,
        segment,
        index: clauses.length,
        sentenceIndex,
        atoms,
        beside,
        things,
        carried,
        kbs: [...new Set(atoms.filter(({ kind }) => kind === 'kb').map(({ text }) => text.toUpperCase()))],
        aboutWinRe,
        quote: shorten(quoteOf(segment.line)),
      };
      beside.push(clause);
      clauses.push(clause);
      carried = things.at(-1)?.topic ?? carried;
    }
    before = carried ?? before;
  });
  return clauses;
}

/** A sentence that begins with "it" or "of this" goes on about what the last one ended with. */
function referredTopic(sentence: Sentence, before: Topic | null): Topic | null {
  const opening = sentence.mentions.find(({ concept }) => concept === 'it');
  return opening !== undefined && opening.first <= 1 ? before : null;
}

function thingsIn(sentence: Sentence, segment: Segment): Thing[] {
  const things: Thing[] = segment.mentions
    .filter(({ concept }) => TOPICS.includes(concept))
    .map(({ concept, first, last }) => ({ topic: concept as Topic, first, last }));
  const places = segment.mentions.filter(({ concept }) => concept === 'in-front' || concept === 'behind');
  for (let at = segment.first; at <= segment.last; at++) {
    const atom = sentence.atoms[at];
    if (places.some(({ first, last }) => first <= at && at <= last)) continue; // "before C:" speaks of what lies there
    if (atom?.kind !== 'drive' || things.some(({ first, last }) => first <= at && at <= last)) continue;
    things.push({ topic: atom.text === 'c' ? 'os-volume' : 'other-partition', first: at, last: at });
  }
  return things.sort((a, b) => a.first - b.first);
}

function shorten(text: string): string {
  const plain = text.trim();
  return plain.length <= QUOTE_CHARS_MAX ? plain : `${plain.slice(0, QUOTE_CHARS_MAX - 1)}…`;
}

export function has(clause: Clause, ...concepts: Concept[]): boolean {
  return clause.segment.mentions.some(({ concept }) => concepts.includes(concept));
}

export function mentionOf(clause: Clause, ...concepts: Concept[]): Mention | undefined {
  return clause.segment.mentions.find(({ concept }) => concepts.includes(concept));
}

/** Said as an observation of this machine. */
export function isTold(clause: Clause): boolean {
  return clause.segment.mood === 'told';
}

/** Said of this machine, be it in a question: enough to know which update is meant. */
export function isMeant(clause: Clause): boolean {
  return ['told', 'habitual', 'asked'].includes(clause.segment.mood);
}

/** Observed, be it as what happens each time. */
export function isSeen(clause: Clause): boolean {
  return clause.segment.mood === 'told' || clause.segment.mood === 'habitual';
}

/** Whether something in the clause is denied. */
export function isDenied(clause: Clause): boolean {
  return has(clause, 'not', 'none');
}

export function named(clause: Clause, topic: Topic): boolean {
  return clause.things.some((thing) => thing.topic === topic);
}

/** What the clause speaks of at one atom: the thing named last before it, else first after it, else carried over. */
export function topicAt(clause: Clause, at: number): Topic | null {
  const before = clause.things.filter(({ last }) => last < at).at(-1);
  if (before !== undefined) return before.topic;
  return clause.things.find(({ first }) => first > at)?.topic ?? clause.carried;
}

export function hasWord(atoms: readonly Atom[], pattern: RegExp): boolean {
  return atoms.some(({ kind, text }) => kind === 'word' && pattern.test(text));
}
