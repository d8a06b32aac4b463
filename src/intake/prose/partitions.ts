/** Sizes, free space and places of partitions, as people state them. */

import type { RecoveryPartitionClaim } from '../../evidence/kinds/winre.js';
import type { Mention } from '../../formats/prose/prose.js';
import { type Clause, has, isDenied, isTold, named, type Told, topicAt } from './clauses.js';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** No image fits into less, and nobody means a recovery partition by more. */
const RECOVERY_BYTES_MIN = 50 * MIB;
const RECOVERY_BYTES_MAX = 64 * GIB;

/** A word for free or used space belongs to a size this many atoms away. */
const MEASURE_REACH = 4;

type Measure = 'size' | 'free' | 'used';

interface Amount {
  readonly at: number;
  readonly bytes: number;
  readonly measure: Measure;
  readonly topic: ReturnType<typeof topicAt>;
}

const NOTHING: RecoveryPartitionClaim = {
  exists: null,
  sizeBytes: null,
  freeBytes: null,
  usedBytes: null,
  position: null,
  count: null,
  removed: null,
};

export function readPartitions(clauses: readonly Clause[]): Told[] {
  const told: Told[] = [];
  const amounts = new Map<number, { clause: Clause; amounts: Amount[] }>();
  for (const clause of clauses) {
    if (!isTold(clause)) continue;
    told.push(...existence(clause, clauses), ...places(clause), ...crowding(clause));
    if (has(clause, 'needs', 'enlarge', 'shrink', 'cannot')) continue;
    const found = amountsIn(clause);
    const gathered = amounts.get(clause.sentenceIndex);
    if (gathered === undefined) amounts.set(clause.sentenceIndex, { clause, amounts: found });
    else gathered.amounts.push(...found);
  }
  for (const { clause, amounts: found } of amounts.values()) told.push(...measures(clause, found));
  return told;
}

/** Sizes of a clause, each with what it is the size of. */
function amountsIn(clause: Clause): Amount[] {
  const { atoms } = clause.sentence;
  const sizes: number[] = [];
  for (let at = clause.segment.first; at <= clause.segment.last; at++) {
    if (atoms[at]?.kind === 'size') sizes.push(at);
  }
  const share = shareIn(clause, sizes);
  return sizes.map((at) => ({
    at,
    bytes: atoms[at]?.value ?? 0,
    measure: isWhole(clause, at) ? 'size' : (share?.get(at) ?? measureOf(clause, at, sizes)),
    topic: topicOf(clause, at),
  }));
}

/** "12 of 500 MB free": the part stands without a unit, and the size is the whole. */
function isWhole(clause: Clause, at: number): boolean {
  const { atoms } = clause.sentence;
  const joined =
    atoms[at - 1]?.text === '/' ||
    clause.segment.mentions.some(({ concept, last }) => concept === 'of' && last === at - 1);
  return joined && atoms[at - 2]?.kind === 'number';
}

/** "13 MB of 500 MB free": the first is the part, the second the whole. */
function shareIn(clause: Clause, sizes: readonly number[]): Map<number, Measure> | null {
  const [part, whole] = sizes;
  if (sizes.length !== 2 || part === undefined || whole === undefined || whole - part > 4) return null;
  const between = clause.sentence.atoms.slice(part + 1, whole);
  const joined =
    between.some(({ text }) => text === '/') ||
    clause.segment.mentions.some(({ concept, first }) => concept === 'of' && first > part && first < whole);
  const measure = has(clause, 'free') ? 'free' : has(clause, 'used') ? 'used' : null;
  if (!joined || measure === null) return null;
  return new Map<number, Measure>([
    [part, measure],
    [whole, 'size'],
  ]);
}

function measureOf(clause: Clause, at: number, sizes: readonly number[]): Measure {
  let best: { measure: Measure; distance: number } = { measure: 'size', distance: MEASURE_REACH + 1 };
  for (const mention of clause.segment.mentions) {
    if (mention.concept !== 'free' && mention.concept !== 'used') continue;
    const distance = mention.first > at ? mention.first - at : at - mention.last;
    const nearer = sizes.some((other) => other !== at && distanceOf(mention, other) < distance);
    if (!nearer && distance < best.distance) best = { measure: mention.concept, distance };
  }
  return best.measure;
}

function distanceOf(mention: Mention, at: number): number {
  return mention.first > at ? mention.first - at : at - mention.last;
}

/** "a 500 MB recovery partition" names it behind the size; else what was named before holds. */
function topicOf(clause: Clause, at: number): ReturnType<typeof topicAt> {
  const behind = clause.things.find(({ first }) => first > at && first - at <= 2);
  const spoken = clause.sentence.atoms.slice(at + 1, behind?.first ?? at + 1);
  const before = clause.things.some(({ last }) => last < at);
  if (behind !== undefined && (!before || behind.topic === 'recovery-partition')) {
    if (spoken.every(({ kind }) => kind === 'word')) return behind.topic;
  }
  return topicAt(clause, at);
}

/** What the sizes of one sentence add up to. */
function measures(clause: Clause, amounts: readonly Amount[]): Told[] {
  const of = (topic: Amount['topic'], measure: Measure) => {
    const found = amounts.filter((amount) => amount.topic === topic && amount.measure === measure);
    return found.length === 1 ? (found[0]?.bytes ?? null) : null; // two of them are two machines, or before and after
  };
  const told: Told[] = [];
  const size = within(of('recovery-partition', 'size'));
  const most = size ?? RECOVERY_BYTES_MAX;
  const free = atMost(of('recovery-partition', 'free'), most);
  const used = atMost(of('recovery-partition', 'used'), most);
  if (size !== null || free !== null || used !== null) {
    const value = { ...NOTHING, exists: true, sizeBytes: size, freeBytes: free, usedBytes: used };
    told.push({ kind: 'recovery-partition-claim', value, clause });
  }
  const osFree = of('os-volume', 'free');
  if (osFree !== null) {
    const value = {
      letter: 'C',
      label: null,
      fileSystem: null,
      sizeBytes: of('os-volume', 'size'),
      freeBytes: osFree,
      errorBytes: Math.max(MIB, Math.round(osFree / 20)),
      disk: null,
      partition: null,
      dirty: null,
      role: 'os',
    } as const;
    told.push({ kind: 'volume', value, clause });
  }
  const image = of('image', 'size');
  if (image !== null && image >= RECOVERY_BYTES_MIN && image < 8 * GIB) {
    const value = { state: 'present', place: 'unknown', path: null, sizeBytes: image } as const;
    told.push({ kind: 'winre-image', value, clause });
  }
  return told;
}

const within = (bytes: number | null) =>
  bytes !== null && bytes >= RECOVERY_BYTES_MIN && bytes <= RECOVERY_BYTES_MAX ? bytes : null;
const atMost = (bytes: number | null, most: number) => (bytes !== null && bytes <= most ? bytes : null);

/** There is none, or there was one. */
function existence(clause: Clause, clauses: readonly Clause[]): Told[] {
  const told: Told[] = [];
  const partition = clause.things.find(({ topic }) => topic === 'recovery-partition');
  const mentions = clause.segment.mentions;
  if (partition !== undefined) {
    const denial = mentions.find(
      ({ concept, last }) => concept === 'none' && last < partition.first && partition.first - last <= 3,
    );
    const between = (first: number, last: number) =>
      mentions.some(
        (mention) =>
          mention.first > first &&
          mention.last < last &&
          ['free', 'full', 'small', 'fail', 'used'].includes(mention.concept),
      );
    const gone = mentions.find(
      ({ concept, first }) => concept === 'missing' && first > partition.last && first - partition.last <= 4,
    );
    const noneAtAll = denial !== undefined && !between(denial.last, partition.first);
    const isGone = gone !== undefined && !named(clause, 'image') && !between(partition.last, gone.first);
    const end = Math.max(partition.last, gone?.last ?? 0);
    const another = clause.sentence.atoms.findIndex(({ kind }, at) => at > end && (kind === 'kb' || kind === 'code'));
    const failsItself = mentions.some(
      ({ concept, first }) =>
        (concept === 'cannot' || concept === 'fail' || concept === 'useless') && (another === -1 || first < another),
    ); // and not the update that is named behind it
    if ((noneAtAll || isGone) && !failsItself && !has(clause, 'formerly', 'enlarge', 'needs')) {
      told.push({ kind: 'recovery-partition-claim', value: { ...NOTHING, exists: false }, clause });
      told.push({ kind: 'statement', value: { claim: 'recovery-partition-absent', kb: null }, clause });
    }
  }
  const removed =
    (named(clause, 'recovery-partition') || nextNames(clause, clauses)) &&
    !named(clause, 'image') &&
    has(clause, 'delete') &&
    !isDenied(clause) &&
    !has(clause, 'cannot', 'fail', 'needs');
  const remade = clause.beside.some((other) => other.index >= clause.index && has(other, 'create', 'enlarge'));
  if (removed && !remade) {
    told.push({ kind: 'recovery-partition-claim', value: { ...NOTHING, removed: true }, clause });
    told.push({ kind: 'statement', value: { claim: 'recovery-partition-removed', kb: null }, clause });
  }
  return told;
}

/** "formatted, merged or deleted the recovery partition": the thing is named behind the last verb. */
function nextNames(clause: Clause, clauses: readonly Clause[]): boolean {
  const next = clauses[clause.index + 1];
  return (
    clause.things.length === 0 &&
    next !== undefined &&
    next.sentenceIndex === clause.sentenceIndex &&
    has(next, 'delete') &&
    named(next, 'recovery-partition')
  );
}

const PLACES = { last: 'last', 'in-front': 'before-windows', behind: 'after-windows' } as const;
const COUNTS = { two: 2, three: 3, four: 4 } as const;

/** Where it lies and how many there are. */
function places(clause: Clause): Told[] {
  const told: Told[] = [];
  const partition = clause.things.find(({ topic }) => topic === 'recovery-partition');
  const about = partition !== undefined || (clause.things.length === 0 && clause.carried === 'recovery-partition');
  if (!about || isDenied(clause) || has(clause, 'cannot')) return told;
  for (const { concept, first, last } of clause.segment.mentions) {
    if (concept in PLACES && !has(clause, 'delete')) {
      const position = PLACES[concept as keyof typeof PLACES];
      told.push({ kind: 'recovery-partition-claim', value: { ...NOTHING, exists: true, position }, clause });
    }
    const counts =
      concept in COUNTS && partition !== undefined && last < partition.first && partition.first - last <= 2;
    const isPart = clause.sentence.atoms[first - 1]?.kind === 'number';
    if (counts && !isPart) {
      const count = COUNTS[concept as keyof typeof COUNTS];
      told.push({ kind: 'recovery-partition-claim', value: { ...NOTHING, exists: true, count }, clause });
    }
  }
  return told;
}

/** Too small, full, or something stands beside it. */
function crowding(clause: Clause): Told[] {
  const told: Told[] = [];
  const say = (
    claim: 'recovery-partition-too-small' | 'os-volume-full' | 'partition-in-the-way' | 'partition-table-full',
  ) => told.push({ kind: 'statement', value: { claim, kb: null }, clause });
  const tight = clause.segment.mentions.find(({ concept }) => concept === 'small' || concept === 'full');
  const denied = has(clause, 'not') || has(clause, 'enough');
  if (tight !== undefined && !denied) {
    const topic = topicAt(clause, tight.first);
    if (topic === 'recovery-partition') say('recovery-partition-too-small');
    const resizing = clause.sentence.mentions.some(({ concept }) => concept === 'shrink' || concept === 'enlarge');
    if (topic === 'os-volume' && !named(clause, 'recovery-partition') && !resizing) say('os-volume-full');
  }
  const neighbour =
    clause.carried === 'recovery-partition' || clause.beside.some((other) => named(other, 'recovery-partition'));
  const beside = clause.things.length >= 2 || has(clause, 'partition');
  if (has(clause, 'between') && neighbour && beside && !has(clause, 'not', 'none')) {
    say('partition-in-the-way');
    told.push({ kind: 'recovery-partition-claim', value: { ...NOTHING, position: 'blocked' }, clause });
  }
  if (has(clause, 'table-full')) say('partition-table-full');
  return told;
}
