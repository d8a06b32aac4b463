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
  readonly #first = new Uint8Array(256);
  #newlines = 0;
  #stopped = 0;

  constructor(plan: NeedlePlan, capacity: number) {
    this.bytes = new Uint8Array(capacity);
    this.#hashes = plan.hashes;
    for (const planned of plan.byHash.values()) {
      for (const { bytes, windowAt } of planned) {
        this.#first[bytes[windowAt]] = 1;
        this.#first[bytes[windowAt] & ~0x20] = 1;
      }
    }
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
    const first = this.#first;
    let newlines = this.#newlines;
    let found = 0;
    let at = from;
    for (; at < to; at++) {
      const byte = bytes[at];
      if (byte === 0x0a) newlines++;
      if (first[byte] === 0 || at + 4 > to) continue;
      const hash = windowHash(byte | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24));
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
