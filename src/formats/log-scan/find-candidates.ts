import { type NeedlePlan, windowHash } from './needle-plan.js';

/** Finds where windows of needles may stand, in bytes that it holds itself. */
export interface CandidateFinder {
  /** Where to put the bytes that are to be scanned, `capacity` of them at most. */
  readonly bytes: Uint8Array;
  /** Pairs: position in `bytes`, and the newlines from the start of the scan to there. */
  readonly candidates: Uint32Array;
  /** Makes the count of newlines begin anew. */
  restart(): void;
  /** Scans `from` to `to` and returns how many candidates it put down; `stoppedAt` is short of `to` if they were too many. */
  scan(from: number, to: number): number;
  stoppedAt(): number;
  /** Newlines from where the count began to where the scan stopped. */
  newlineCount(): number;
}

/** Candidates that one scan puts down at most. */
export const CANDIDATES_MAX = 4096;

/** The plain twin of `kernel/fingerprint.as.ts`: its oracle, and what runs where WebAssembly may not. */
export class PlainFinder implements CandidateFinder {
  readonly bytes: Uint8Array;
  readonly candidates = new Uint32Array(CANDIDATES_MAX * 2);
  readonly #hashes: Uint8Array;
  /** Buckets that a byte may belong to as the first, second, third and fourth of a window: 256 a place. */
  readonly #buckets: Uint8Array;
  #newlines = 0;
  #stopped = 0;

  constructor(plan: NeedlePlan, capacity: number) {
    this.bytes = new Uint8Array(capacity);
    this.#hashes = plan.hashes;
    this.#buckets = Uint8Array.from({ length: 4 * 256 }, (_, index) => {
      const place = index >> 8;
      const byte = index & 0xff;
      const high = place === 0 ? plan.tables[4 * 16 + (byte >> 4)] : 0xff;
      return plan.tables[place * 16 + (byte & 0x0f)] & high;
    });
  }

  restart(): void {
    this.#newlines = 0;
  }

  stoppedAt(): number {
    return this.#stopped;
  }

  newlineCount(): number {
    return this.#newlines;
  }

  scan(from: number, to: number): number {
    const { bytes, candidates } = this;
    const buckets = this.#buckets;
    let newlines = this.#newlines;
    let found = 0;
    let at = from;
    for (; at < to; at++) {
      const byte = bytes[at];
      if (byte === 0x0a) newlines++;
      if (buckets[byte] === 0 || at + 4 > to) continue;
      const [second, third, fourth] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
      if ((buckets[byte] & buckets[256 + second] & buckets[512 + third] & buckets[768 + fourth]) === 0) continue;
      const hash = windowHash(byte | (second << 8) | (third << 16) | (fourth << 24));
      if (((this.#hashes[hash >> 3] >> (hash & 7)) & 1) === 0) continue;
      if (found === CANDIDATES_MAX) {
        if (byte === 0x0a) newlines--;
        break;
      }
      candidates[found * 2] = at;
      candidates[found * 2 + 1] = byte === 0x0a ? newlines - 1 : newlines;
      found++;
    }
    this.#newlines = newlines;
    this.#stopped = at;
    return found;
  }
}
