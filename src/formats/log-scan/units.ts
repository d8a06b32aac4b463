import { type ByteSource, readInto } from '../../bytes/byte-source.js';
import type { TextEncoding } from '../text/text.js';

/**
 * A text as code units of one byte, for looking up ASCII in it: the bytes themselves, or of UTF-16 the low halves, where
 * the high half is zero. Any other unit becomes `OTHER`.
 */
export interface Units {
  /** How many there are behind the byte order mark. */
  readonly count: number;
  /** Fills `target` with the units from `from` on. */
  fill(from: number, target: Uint8Array): void;
  /** Bytes of the units `from` to `to`, as they stand in the source. */
  bytes(from: number, to: number): Uint8Array;
}

/** Stands for a UTF-16 unit that is not Latin-1. */
const OTHER = 0xff;

export function unitsOf(source: ByteSource, encoding: TextEncoding): Units {
  const { markBytes, unitBytes } = encoding;
  const count = Math.floor((source.size - markBytes) / unitBytes);
  const bytes = (from: number, to: number) => source.read(markBytes + from * unitBytes, (to - from) * unitBytes);
  if (unitBytes === 1) {
    return { count, bytes, fill: (from, target) => readInto(source, markBytes + from, target) };
  }
  const low = encoding.id === 'utf-16le' ? 0 : 1;
  return {
    count,
    bytes,
    fill(from, target) {
      const wide = source.read(markBytes + from * 2, target.length * 2);
      for (let i = 0; i < target.length; i++) {
        target[i] = wide[i * 2 + 1 - low] === 0 ? wide[i * 2 + low] : OTHER;
      }
    },
  };
}
