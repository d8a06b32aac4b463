/** Cuts atoms into sentences, and sentences into segments with a mood. */

import type { Atom } from './atoms.js';
import type { Concept } from './lexicon/lexicon.js';
import type { Mention } from './phrases.js';
import type { Mood, Segment, Sentence } from './prose.js';

/** A sentence that has no end is cut here: rules may look at each pair within one. */
const SENTENCE_ATOMS_MAX = 300;

/** A line at least this long was probably wrapped, and goes on in the next. */
const WRAPPED_CHARS_MIN = 50;

interface AtomLine {
  readonly number: number;
  readonly text: string;
  readonly atoms: readonly Atom[];
}

export interface RawSentence {
  readonly atoms: readonly Atom[];
  readonly asked: boolean;
  /** Quoted from an earlier post or mail. */
  readonly quoted: boolean;
}

const ENDS = '.!?。！？…';
/** Words after which a dot ends no sentence. */
const ABBREVIATIONS = new Set(
  'z b ca bzw usw etc vs e g i nr no num ex aprox resp approx min max ca tj tzn np tj т е д г др'.split(' '),
);

/** Sentences of all lines, in order. */
export function cutSentences(lines: readonly AtomLine[]): RawSentence[] {
  const sentences: RawSentence[] = [];
  let atoms: Atom[] = [];
  let quoted = false;
  let previous: AtomLine | null = null;
  const end = () => {
    if (atoms.some((atom) => atom.kind !== 'mark')) {
      sentences.push({ atoms, asked: isAsked(atoms), quoted });
    }
    atoms = [];
  };
  for (const line of lines) {
    if (previous === null || !goesOn(previous, line)) end();
    if (atoms.length === 0) quoted = /^\s*>(?!\s*[A-Za-z]:\\)/.test(line.text);
    line.atoms.forEach((atom, index) => {
      atoms.push(atom);
      if (endsSentence(line.atoms, index) || atoms.length >= SENTENCE_ATOMS_MAX) end();
    });
    previous = line;
  }
  end();
  return sentences;
}

function goesOn(previous: AtomLine, line: AtomLine): boolean {
  if (line.number !== previous.number + 1 || line.atoms.length === 0) return false;
  if (/^\s*([-*•·>]|\d{1,2}[.)]\s)/.test(line.text)) return false;
  const before = previous.text.trimEnd();
  return before.length >= WRAPPED_CHARS_MIN || /[:：,，、]$/.test(before);
}

function endsSentence(atoms: readonly Atom[], index: number): boolean {
  const atom = atoms[index] as Atom;
  if (atom.kind !== 'mark' || !ENDS.includes(atom.text)) return false;
  if (atom.text !== '.') return true;
  const next = atoms[index + 1];
  const before = atoms[index - 1];
  if (next !== undefined && !next.spaced) return false;
  if (before === undefined) return true;
  if (before.kind === 'number' && before.text.length <= 2 && next !== undefined) return false; // an ordinal: 9. Januar
  return !(before.kind === 'word' && ABBREVIATIONS.has(before.text) && next !== undefined);
}

/** Last words that make a question without its sign. */
const QUESTION_ENDINGS = ['か', '吗', '嗎', '呢'];

function isAsked(atoms: readonly Atom[]): boolean {
  const marks = atoms.slice(-3).filter((atom) => atom.kind === 'mark');
  if (marks.some((atom) => atom.text === '?')) return true;
  const last = [...atoms].reverse().find((atom) => atom.kind !== 'mark');
  return last !== undefined && QUESTION_ENDINGS.includes(last.text);
}

/** Concepts that say something of a thing, so that a segment with one stands on its own. */
const PREDICATES: ReadonlySet<Concept> = new Set<Concept>([
  'fail', 'succeed', 'offered', 'withdrawn', 'uninstall', 'enlarge', 'shrink', 'delete', 'create', 'disabled',
  'enabled', 'missing', 'corrupt', 'full', 'small', 'enough', 'solved', 'useless', 'restarted', 'restarted-often',
  'restart-awaited', 'restart-loop', 'cannot', 'refuses', 'relocated', 'converted', 'between', 'last', 'in-front',
  'table-full', 'blocks', 'clean', 'damaged', 'broken', 'not-found-environment', 'asks', 'advises', 'plans', 'needs',
]); // biome-ignore format: a list

interface Draft {
  first: number;
  last: number;
  /** Nothing said before reaches behind its start. */
  readonly hard: boolean;
}

/** Cuts one sentence into segments and says the mood of each. */
export function cutSegments(sentence: RawSentence, mentions: readonly Mention[]): Omit<Sentence, 'line'> {
  const { atoms, asked } = sentence;
  const drafts = joinIncomplete(draft(atoms, mentions), atoms, mentions);
  const within = (part: Draft) =>
    mentions.filter((mention) => mention.first >= part.first && mention.first <= part.last);
  const bare = drafts.map((part) => ({
    first: part.first,
    last: part.last,
    hard: part.hard,
    mentions: within(part),
    line: atoms[part.first]?.line ?? 1,
  }));
  const moods = moodsOf(bare, atoms, asked, sentence.quoted);
  const segments: Segment[] = bare.map(({ hard: _, ...part }, index) => ({ ...part, mood: moods[index] ?? 'told' }));
  return { atoms, mentions, segments, asked };
}

function draft(atoms: readonly Atom[], mentions: readonly Mention[]): Draft[] {
  const starts = new Map<number, boolean>([[0, true]]);
  const begin = (at: number, hard: boolean) => starts.set(at, (starts.get(at) ?? false) || hard);
  atoms.forEach((atom, index) => {
    if (atom.kind !== 'mark') return;
    if (';；—–'.includes(atom.text)) begin(index + 1, true);
    else if (',，、()（）-'.includes(atom.text)) begin(index + 1, false);
    else if (':：'.includes(atom.text) && (atoms[index + 1]?.spaced ?? true)) begin(index + 1, false);
  });
  for (const mention of mentions) {
    if (mention.concept === 'but') begin(mention.first, true);
    if (mention.concept === 'and') begin(mention.first, false);
  }
  const sorted = [...starts.keys()].filter((at) => at < atoms.length).sort((a, b) => a - b);
  return sorted.map((first, index) => ({
    first,
    last: (sorted[index + 1] ?? atoms.length) - 1,
    hard: starts.get(first) ?? false,
  }));
}

/** A part that says nothing on its own belongs to what follows. */
function joinIncomplete(parts: readonly Draft[], atoms: readonly Atom[], mentions: readonly Mention[]): Draft[] {
  const complete = (part: Draft) => {
    for (let at = part.first; at <= part.last; at++) {
      const kind = atoms[at]?.kind;
      if (kind === 'size' || kind === 'code') return true;
    }
    const inside = mentions.filter((mention) => mention.first >= part.first && mention.first <= part.last);
    if (inside.some((mention) => PREDICATES.has(mention.concept))) return true;
    // A denial of something we do not know must not deny what stands in the next part.
    return inside.some(({ concept }) => concept === 'none' || concept === 'not');
  };
  const joined: Draft[] = [];
  let open: Draft | null = null;
  for (const part of parts) {
    const current: Draft = open === null || part.hard ? { ...part } : { ...open, last: part.last };
    if (open !== null && part.hard) joined.push(open);
    if (complete(current)) {
      joined.push(current);
      open = null;
    } else open = current;
  }
  if (open !== null) joined.push(open);
  return joined;
}

/** Programs that say what they found: theirs is an observation, whoever "says". */
const TOOLS = /^(reagentc|diskpart|dism|sfc|chkdsk|winver|powershell|cmd|bcdedit|wushowhide|msinfo32|log)$/;

interface Bare {
  readonly first: number;
  readonly last: number;
  readonly hard: boolean;
  readonly mentions: readonly Mention[];
}

function moodsOf(parts: readonly Bare[], atoms: readonly Atom[], asked: boolean, quoted: boolean): Mood[] {
  const moods: Mood[] = parts.map(() => (quoted ? 'advised' : 'told'));
  const spread = (from: number, mood: Mood) => {
    for (let index = from; index < parts.length; index++) {
      if (index > from && parts[index]?.hard) break;
      if (moods[index] === 'told' || moods[index] === 'habitual') moods[index] = mood;
    }
  };
  parts.forEach((part, index) => {
    const first = (concept: Concept) => part.mentions.find((mention) => mention.concept === concept);
    if (first('elsewhere')) spread(index, 'elsewhere');
    const advice = first('advises');
    const history = first('history');
    const quotesHistory = advice !== undefined && history !== undefined && history.first - advice.last <= 2;
    if (advice !== undefined && !quotesHistory && !toolWithin(atoms, parts[0]?.first ?? 0, advice.last + 1))
      spread(index, 'advised');
    if (first('plans')) spread(index, 'planned');
    if (first('if')) {
      spread(index, 'supposed');
      if (index > 0 && !part.hard && moods[index - 1] === 'told') moods[index - 1] = 'supposed';
    }
    if (first('when') && moods[index] === 'told') moods[index] = 'habitual';
  });
  if (asked) markAsked(parts, moods);
  else markIndirect(parts, moods);
  return moods;
}

/** The question reaches from its question word, or else over the last segment; over all where it opens the sentence. */
function markAsked(parts: readonly Bare[], moods: Mood[]): void {
  const opener = parts.findIndex((part) => part.mentions.some(({ concept }) => concept === 'asks'));
  const start = opener >= 0 ? opener : parts.length - 1;
  for (let index = start; index < parts.length; index++) moods[index] = 'asked';
}

/** "How can I see whether it is full": a question without its sign. */
function markIndirect(parts: readonly Bare[], moods: Mood[]): void {
  parts.forEach((part, index) => {
    const asks = part.mentions.find(({ concept }) => concept === 'asks');
    if (asks !== undefined && asks.first - part.first <= 1 && moods[index] === 'told') moods[index] = 'asked';
  });
}

function toolWithin(atoms: readonly Atom[], from: number, at: number): boolean {
  for (let index = from; index <= at; index++) {
    const atom = atoms[index];
    if (atom !== undefined && (atom.kind === 'switch' || atom.kind === 'path' || TOOLS.test(atom.text))) return true;
  }
  return false;
}
