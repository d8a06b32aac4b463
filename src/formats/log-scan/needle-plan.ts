/** Bytes of the window by which a needle is looked for. No needle is shorter. */
const WINDOW_SIZE = 4;
/** Buckets of the fingerprint: one a bit of a byte. */
const BUCKET_COUNT = 8;
const SETTLE_ROUNDS_MAX = 2;
/** Windows of a sample that the buckets are tried against. */
const COMMON_COUNT = 512;
/** One a byte of the window for its low nibble, and one for the high nibble of the first. */
const TABLE_COUNT = WINDOW_SIZE + 1;
const HASH_BITS = 16;
const HASH_FACTOR = 0x9e3779b1;
/** Sets bit 5 of each of four bytes: upper-case letters become lower-case ones, and the rest only coarser. */
const FOLD_WINDOW = 0x20202020;

/** Share of the log that a window found once in a sample is taken to make up: rather any rare window than that. */
const SEEN_COST = 1;

/** How often each low and each high nibble occurs in 14 MB of servicing, setup and update logs of 30 machines. */
const LOW_SHARE = [
  0.256, 0.068, 0.074, 0.08, 0.078, 0.083, 0.038, 0.028, 0.019, 0.062, 0.036, 0.008, 0.034, 0.048, 0.049, 0.039,
];
const HIGH_SHARE = [0.015, 0.001, 0.24, 0.231, 0.07, 0.043, 0.277, 0.123, 0, 0, 0, 0, 0, 0, 0, 0];

/** How needles are looked for: tables for the sieve, then a hash for what it lets through, then the needle itself. */
export interface NeedlePlan {
  /** In lower case, without doubles. */
  readonly needles: readonly string[];
  /** Five tables of 16 bytes: low nibbles of the window's four bytes, then the high nibbles of its first. */
  readonly tables: Uint8Array;
  /** Bit set of 2^16 hashes of windows. */
  readonly hashes: Uint8Array;
  /** By hash: the needles whose window it may be, as bytes in lower case, and where in the needle the window lies. */
  readonly byHash: ReadonlyMap<number, readonly PlannedNeedle[]>;
}

export interface PlannedNeedle {
  /** Index in `needles`. */
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly windowAt: number;
}

/** Hash of the four bytes of a window, read as a little-endian number, without case. */
export function windowHash(window: number): number {
  return Math.imul(window | FOLD_WINDOW, HASH_FACTOR) >>> (32 - HASH_BITS);
}

/**
 * Plans the search for needles.
 *
 * @param needles ASCII, at least `WINDOW_SIZE` characters each; compared without case.
 * @param sample Some of the log: windows that it holds often are passed over for rarer ones of the same needle.
 */
export function planNeedles(needles: Iterable<string>, sample: Uint8Array = new Uint8Array(0)): NeedlePlan {
  const seen = countWindows(sample);
  const list = [...new Set([...needles].map((needle) => needle.toLowerCase()))];
  const windows = new Map<number, Uint8Array>(); // by hash
  const byHash = new Map<number, PlannedNeedle[]>();
  // The needles with the fewest windows first: longer ones may then share a window that is there already.
  const order = list.map((needle, index) => ({ needle, index })).sort((a, b) => a.needle.length - b.needle.length);
  for (const { needle, index } of order) {
    const bytes = Uint8Array.from(needle, (character) => character.charCodeAt(0));
    if (bytes.length < WINDOW_SIZE || bytes.some((byte) => byte >= 0x80)) {
      throw new Error(`A needle is ASCII of at least ${WINDOW_SIZE} characters: ${needle}`);
    }
    const windowAt = bestWindow(bytes, windows, seen);
    const window = bytes.subarray(windowAt, windowAt + WINDOW_SIZE);
    const hash = windowHash(wordOf(window));
    windows.set(hash, window);
    const there = byHash.get(hash);
    if (there === undefined) byHash.set(hash, [{ index, bytes, windowAt }]);
    else there.push({ index, bytes, windowAt });
  }
  const hashes = new Uint8Array(2 ** HASH_BITS / 8);
  for (const hash of byHash.keys()) hashes[hash >> 3] |= 1 << (hash & 7);
  return { needles: list, tables: fillTables([...windows.values()], commonWindows(sample)), hashes, byHash };
}

function wordOf(window: Uint8Array): number {
  return window[0] | (window[1] << 8) | (window[2] << 16) | (window[3] << 24);
}

/** How often each window hash occurs in a sample of the log. */
function countWindows(sample: Uint8Array): Uint32Array {
  const counts = new Uint32Array(2 ** HASH_BITS);
  for (let at = 0; at + WINDOW_SIZE <= sample.length; at++) {
    counts[windowHash(sample[at] | (sample[at + 1] << 8) | (sample[at + 2] << 16) | (sample[at + 3] << 24))]++;
  }
  return counts;
}

/** The window of a needle that the log holds least often; one that is looked for anyhow costs nothing more. */
function bestWindow(bytes: Uint8Array, known: ReadonlyMap<number, Uint8Array>, seen: Uint32Array): number {
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let at = 0; at + WINDOW_SIZE <= bytes.length; at++) {
    const window = bytes.subarray(at, at + WINDOW_SIZE);
    const hash = windowHash(wordOf(window));
    const cost = seen[hash] * SEEN_COST + (known.has(hash) ? 0 : shareOf(bucketOf([window])));
    if (cost < bestCost) {
      best = at;
      bestCost = cost;
    }
  }
  return best;
}

/** The nibbles that a bucket lets through, one bit set a position: four of low nibbles, one of high ones. */
type Bucket = readonly number[];

function bucketOf(windows: readonly Uint8Array[]): Bucket {
  const sets = [0, 0, 0, 0, 0];
  for (const window of windows) {
    for (let i = 0; i < WINDOW_SIZE; i++) sets[i] |= 1 << (window[i] & 0x0f);
    sets[WINDOW_SIZE] |= highNibbles(window[0]);
  }
  return sets;
}

/** The high nibble of a byte, and that of its upper case, as bits. */
function highNibbles(byte: number): number {
  const letter = byte >= 0x61 && byte <= 0x7a;
  return (1 << (byte >> 4)) | (letter ? 1 << ((byte >> 4) - 2) : 0);
}

/** How many positions of an ordinary log a bucket lets through. */
function shareOf(bucket: Bucket): number {
  let share = 1;
  for (let position = 0; position < TABLE_COUNT; position++) {
    const shares = position < WINDOW_SIZE ? LOW_SHARE : HIGH_SHARE;
    const set = bucket[position];
    let sum = 0;
    for (let nibble = 0; nibble < 16; nibble++) if ((set >> nibble) & 1) sum += shares[nibble];
    share *= sum;
  }
  return share;
}

/** Spreads the windows over the buckets so that these let little through: alike ones share a bucket. */
function fillTables(windows: readonly Uint8Array[], common: readonly CommonWindow[]): Uint8Array {
  const groups: Uint8Array[][] = Array.from({ length: BUCKET_COUNT }, () => []);
  for (const window of windows) {
    let best = { to: 0, added: Number.POSITIVE_INFINITY };
    for (let to = 0; to < BUCKET_COUNT; to++) {
      const before = groups[to].length === 0 ? 0 : shareOf(bucketOf(groups[to]));
      const added = shareOf(bucketOf([...groups[to], window])) - before;
      if (added < best.added) best = { to, added };
    }
    groups[best.to].push(window);
  }
  settle(groups, common);
  const tables = new Uint8Array(TABLE_COUNT * 16);
  groups.forEach((group, bit) => {
    bucketOf(group).forEach((set, position) => {
      for (let nibble = 0; nibble < 16; nibble++) {
        if ((set >> nibble) & 1) tables[position * 16 + nibble] |= 1 << bit;
      }
    });
  });
  return tables;
}

/** A window that a sample of the log holds often: its nibbles as bits, and its share of the sample. */
interface CommonWindow {
  readonly nibbles: readonly number[];
  readonly share: number;
}

/** The windows that a log holds most often, cases told apart. */
function commonWindows(sample: Uint8Array): CommonWindow[] {
  const counts = new Map<number, number>();
  for (let at = 0; at + WINDOW_SIZE <= sample.length; at++) {
    const word = sample[at] | (sample[at + 1] << 8) | (sample[at + 2] << 16) | (sample[at + 3] << 24);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([wordA, a], [wordB, b]) => b - a || wordA - wordB)
    .slice(0, COMMON_COUNT)
    .map(([word, count]) => {
      const bytes = [word & 0xff, (word >> 8) & 0xff, (word >> 16) & 0xff, word >>> 24];
      const nibbles = [...bytes.map((byte) => byte & 0x0f), bytes[0] >> 4];
      return { nibbles: nibbles.map((nibble) => 1 << nibble), share: count / sample.length };
    });
}

/** Moves windows one by one to where they let less through, until none does. */
function settle(groups: Uint8Array[][], common: readonly CommonWindow[]): void {
  const cost = (group: readonly Uint8Array[]): number => {
    if (group.length === 0) return 0;
    const sets = bucketOf(group);
    let sum = shareOf(sets);
    const [s0, s1, s2, s3, s4] = sets;
    for (const { nibbles: n, share } of common) {
      if (s0 & n[0] && s1 & n[1] && s2 & n[2] && s3 & n[3] && s4 & n[4]) sum += share;
    }
    return sum;
  };
  const costs = groups.map(cost);
  for (let moved = true, rounds = 0; moved && rounds < SETTLE_ROUNDS_MAX; rounds++) {
    moved = false;
    for (let from = 0; from < groups.length; from++) {
      for (const window of [...groups[from]]) {
        const rest = groups[from].filter((other) => other !== window);
        const restCost = cost(rest);
        let best = { to: from, cost: costs[from], added: costs[from] - restCost };
        for (let to = 0; to < groups.length; to++) {
          if (to === from) continue;
          const joined = cost([...groups[to], window]);
          if (joined - costs[to] < best.added - 1e-9) best = { to, cost: joined, added: joined - costs[to] };
        }
        if (best.to === from) continue;
        groups[from] = rest;
        costs[from] = restCost;
        groups[best.to].push(window);
        costs[best.to] = best.cost;
        moved = true;
      }
    }
  }
}
