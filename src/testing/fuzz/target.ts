import type { Draft } from './draft.js';

/** One reader or codec, and what it is given. */
export interface FuzzTarget {
  readonly id: string;
  /** Names of its seeds: all that begin so. */
  readonly seeds: string;
  /** Reads all there is, within bounds. May throw a `FormatError` and nothing else. */
  run(bytes: Uint8Array): void;
  /** Makes checksums right again, so that what is behind them is met. */
  seal?(draft: Draft): void;
}
