import type { ByteSource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';

const PIECE_BYTES = 1 << 20;

/** Zero bits in each value of a byte. */
const ZEROS = Uint8Array.from({ length: 256 }, (_, byte) => {
  let zeros = 8;
  for (let bits = byte; bits !== 0; bits >>= 1) zeros -= bits & 1;
  return zeros;
});

/**
 * Counts the zero bits among the first `count`: the free clusters of a volume. Bits behind them are padding.
 *
 * @throws {FormatError} `truncated` if the bitmap is shorter.
 */
export function countZeroBits(bitmap: ByteSource, count: number): number {
  const size = Math.ceil(count / 8);
  if (bitmap.size < size) {
    const detail = { what: 'ntfs.bitmap', sourceOffset: 0, expected: `>= ${size} bytes`, actual: bitmap.size };
    throw new FormatError('truncated', detail);
  }
  let zeros = 0;
  for (let at = 0; at < size; at += PIECE_BYTES) {
    const piece = bitmap.read(at, Math.min(PIECE_BYTES, size - at));
    for (let i = 0; i < piece.length; i++) zeros += ZEROS[piece[i]];
  }
  const padding = size * 8 - count;
  if (padding === 0) return zeros;
  const last = bitmap.read(size - 1, 1)[0] as number;
  return zeros - (ZEROS[last | ((1 << (8 - padding)) - 1)] as number);
}
