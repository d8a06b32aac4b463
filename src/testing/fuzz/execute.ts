/** Executions: a seed, changed by numbers that come of the execution's own number, given to a reader. */
import { FormatError } from '../../bytes/format-error.js';
import { generator } from '../mutate.js';
import { change, mapSeed, type SeedMap } from './changes.js';
import { Draft } from './draft.js';
import type { FuzzTarget } from './target.js';

/** Longer than this for a few kilobytes is a defect, in milliseconds. Taken twice, since machines are busy. */
export const SLOW_MS = 3000;
/** More than this at once for one small input is a defect, in bytes. */
export const MEMORY_BYTES_MAX = 768 * 1024 * 1024;

export interface Finding {
  readonly target: string;
  readonly execution: number;
  readonly kind: 'crash' | 'slow' | 'memory' | 'hang';
  readonly message: string;
  readonly input: Uint8Array;
}

interface Prepared {
  readonly bytes: Uint8Array;
  readonly draft: Draft;
  readonly map: SeedMap;
}

/** Runs one target again and again over its seeds. */
export class Fuzzer {
  readonly #target: FuzzTarget;
  readonly #seed: number;
  readonly #seeds: readonly Prepared[];

  constructor(target: FuzzTarget, seeds: readonly Uint8Array[], seed: number) {
    this.#target = target;
    this.#seed = seed;
    this.#seeds = seeds.map((bytes) => ({ bytes, draft: new Draft(bytes), map: mapSeed(bytes) }));
  }

  /** The input of an execution: a copy. */
  inputOf(execution: number): Uint8Array {
    const draft = this.#prepare(execution);
    const input = draft.bytes.slice();
    draft.reset();
    return input;
  }

  /** Runs one execution. `null`: a value, or a `FormatError`. */
  run(execution: number): Finding | null {
    const draft = this.#prepare(execution);
    const problem = examine(this.#target, draft.bytes);
    const finding = problem && { target: this.#target.id, execution, ...problem, input: draft.bytes.slice() };
    draft.reset();
    return finding;
  }

  #prepare(execution: number): Draft {
    const below = generator((this.#seed * 0x9e3779b1 + execution) >>> 0);
    const { draft, map } = this.#seeds[below(this.#seeds.length)] as Prepared;
    const other = this.#seeds[below(this.#seeds.length)] as Prepared;
    change(draft, map, other.bytes, below);
    if (this.#target.seal !== undefined && below(4) > 0) this.#target.seal(draft);
    return draft;
  }
}

type Problem = Pick<Finding, 'kind' | 'message'>;

/** What is wrong with how a target takes an input; `null` if nothing is. */
export function examine(target: FuzzTarget, input: Uint8Array): Problem | null {
  const before = peakBytes();
  const problem = timed(target, input);
  if (problem !== null && problem.kind === 'slow') return timed(target, input);
  if (problem !== null) return problem;
  const grown = peakBytes() - before;
  return grown > MEMORY_BYTES_MAX ? { kind: 'memory', message: `${Math.round(grown / 2 ** 20)} MiB at once` } : null;
}

function timed(target: FuzzTarget, input: Uint8Array): Problem | null {
  const start = performance.now();
  try {
    target.run(input);
  } catch (error) {
    if (!(error instanceof FormatError)) {
      return { kind: 'crash', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }
  const took = performance.now() - start;
  return took > SLOW_MS ? { kind: 'slow', message: `${Math.round(took)} ms` } : null;
}

const peakBytes = () => process.resourceUsage().maxRSS * 1024;

/**
 * Makes a found input smaller while it stays found: the end is cut off and stretches are cleared.
 *
 * @param triesMax How often the target may be run for it.
 */
export function minimise(target: FuzzTarget, { kind, input }: Finding, triesMax = 400): Uint8Array {
  let kept = input;
  let tries = 0;
  const isFound = (candidate: Uint8Array) => tries++ < triesMax && examine(target, candidate)?.kind === kind;
  for (let step = kept.length >> 1; step > 0; step >>= 1) {
    while (kept.length > step && isFound(kept.subarray(0, kept.length - step)))
      kept = kept.slice(0, kept.length - step);
  }
  for (let step = kept.length >> 1; step >= 8; step >>= 1) {
    for (let at = 0; at < kept.length && tries < triesMax; at += step) {
      if (kept.subarray(at, at + step).every((byte) => byte === 0)) continue;
      const cleared = kept.slice();
      cleared.fill(0, at, at + step);
      if (isFound(cleared)) kept = cleared;
    }
  }
  return kept;
}
