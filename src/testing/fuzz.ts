/** Damages sound inputs where structures stand, and has a reader read them, for as long as is asked. */
import { MemorySource } from '../bytes/byte-source.js';
import { FormatError } from '../bytes/format-error.js';
import type { FuzzTarget } from './fuzz-targets.js';
import { generator } from './mutate.js';

export interface FuzzReport {
  readonly target: string;
  readonly seed: string;
  readonly executions: number;
  /** Runs that the reader gave up by name. */
  readonly refused: number;
  readonly slowestMs: number;
}

/** What a reader may never do: with the number that makes the same bytes again. */
export class FuzzFailure extends Error {
  override readonly name = 'FuzzFailure';
}

const SECTOR = 512;
const PLACES_MAX = 4000;
const CHANGES_MAX = 12;
const EXTREMES = [0, 1, 2, 0x7f, 0x80, 0xfe, 0xff];
/** Far above what any of the inputs takes: a hang, not a slow machine. */
const RUN_MS_MAX = 20_000;

/**
 * Runs a target over one of its inputs.
 *
 * @param clock Milliseconds from anywhere.
 * @param first Number of the first run; a failure names the number to start from.
 * @throws {FuzzFailure} If the reader throws anything but a `FormatError`, or hangs.
 */
export function fuzz(
  target: FuzzTarget,
  [seed, input]: readonly [string, Uint8Array],
  executions: number,
  clock: () => number,
  first = 1,
): FuzzReport {
  const bytes = input.slice();
  const places = placesOf(bytes);
  let refused = 0;
  let slowestMs = 0;
  for (let number = first; number < first + executions; number++) {
    const undo = damage(bytes, places, number);
    const start = clock();
    try {
      target.read(new MemorySource(bytes));
    } catch (error) {
      if (!(error instanceof FormatError)) throw new FuzzFailure(`${target.id} ${seed} ${number}`, { cause: error });
      refused++;
    }
    const took = clock() - start;
    if (took > RUN_MS_MAX) throw new FuzzFailure(`${target.id} ${seed} ${number} took ${took.toFixed(0)} ms`);
    slowestMs = Math.max(slowestMs, took);
    undo();
  }
  return { target: target.id, seed, executions, refused, slowestMs };
}

/** Sectors that hold something; those that start with letters, as structures do, come three times. */
function placesOf(bytes: Uint8Array): number[] {
  const places = [0, Math.max(0, bytes.length - SECTOR)];
  for (let at = 0; at < bytes.length && places.length < PLACES_MAX; at += SECTOR) {
    const head = bytes.subarray(at, at + 4);
    if (head.every((byte) => byte === 0)) continue;
    const isNamed = head.every((byte) => byte >= 0x41 && byte <= 0x7a);
    places.push(...(isNamed ? [at, at, at] : [at]));
  }
  return places;
}

/** Changes a few bytes or fields; the same number makes the same changes. @returns What takes them back. */
function damage(bytes: Uint8Array, places: readonly number[], number: number): () => void {
  const below = generator(Math.imul(number, 0x9e3779b1));
  const changed: [at: number, was: number][] = [];
  for (let left = 1 + below(CHANGES_MAX); left > 0; left--) {
    const start = (places[below(places.length)] as number) + below(SECTOR);
    const width = [1, 1, 2, 4, 8][below(5)] as number;
    for (let at = start; at < Math.min(start + width, bytes.length); at++) {
      changed.push([at, bytes[at] as number]);
      bytes[at] = below(2) === 0 ? (EXTREMES[below(EXTREMES.length)] as number) : below(256);
    }
  }
  return () => {
    for (const [at, was] of changed.reverse()) bytes[at] = was;
  };
}
