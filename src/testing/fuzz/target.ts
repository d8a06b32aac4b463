import type { Draft } from './draft.js';

/** One reader or codec, and what it is given. */
export interface FuzzTarget {
  readonly id: string;
  /** Names of its seeds: all that begin so. */
  readonly seeds: string;
  /** Larger seeds are left out, in bytes. */
  readonly seedBytesMax?: number;
  /** Leaves out those of the corpus: some are bombs, which a reader of evidence unpacks to their end. */
  readonly isMadeOnly?: boolean;
  /** Reads all there is, within bounds. May throw a `FormatError` and nothing else. */
  run(bytes: Uint8Array): void;
  /** Makes checksums right again, so that what is behind them is met. */
  seal?(draft: Draft): void;
}
