/**
 * Decoding tables for canonical Huffman codes whose bits are read from the top: XPRESS, LZX and LZMS.
 *
 * A table has a root of 2^rootBits entries, indexed by the next bits of the stream, and behind it one subtable for
 * each root prefix that longer codes share. An entry is `symbol << 8 | codeLength`; in the root it may instead be
 * `subtableStart << 8 | LINK | subtableBits`. Zero marks bits that no code begins with.
 */

/** Set in a root entry that leads to a subtable. */
export const LINK = 0x80;
const CODE_BITS_MAX = 16;

const counts = new Uint32Array(CODE_BITS_MAX + 1);
const firstRank = new Uint32Array(CODE_BITS_MAX + 2);
const ranked = new Uint16Array(1024);

/** Entries that a table may need: every subtable serves at least two symbols. */
export function tableSize(symbolCount: number, rootBits: number): number {
  return (1 << rootBits) + (symbolCount >> 1) * (1 << (CODE_BITS_MAX - Math.min(rootBits, CODE_BITS_MAX)));
}

/**
 * Fills `table` for the code given by its code lengths (0 for a symbol that is not used, at most 16).
 *
 * @returns `false` where the lengths are no prefix code: over-subscribed or incomplete. No symbol at all is allowed,
 *   since encoders leave unused codes empty: then every entry is zero.
 */
export function buildTable(table: Uint32Array, rootBits: number, lengths: Uint8Array, symbolCount: number): boolean {
  counts.fill(0);
  for (let symbol = 0; symbol < symbolCount; symbol++) counts[lengths[symbol]]++;
  if (counts[0] === symbolCount) {
    table.fill(0, 0, 1 << rootBits);
    return true;
  }
  let free = 1;
  let longest = 0;
  firstRank[1] = 0;
  for (let length = 1; length <= CODE_BITS_MAX; length++) {
    free = free * 2 - counts[length];
    if (free < 0) return false;
    if (counts[length] > 0) longest = length;
    firstRank[length + 1] = firstRank[length] + counts[length];
  }
  if (free !== 0) return false;
  const usedCount = firstRank[CODE_BITS_MAX + 1];
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    const length = lengths[symbol];
    if (length > 0) ranked[firstRank[length]++] = symbol;
  }

  let rank = 0;
  let at = 0;
  for (let length = 1; length <= rootBits; length++) {
    const span = 1 << (rootBits - length);
    for (let left = counts[length]; left > 0; left--) {
      table.fill((ranked[rank++] << 8) | length, at, at + span);
      at += span;
    }
  }
  if (rank === usedCount) return true;

  // Canonical codes of equal prefix are neighbours, so subtables fill one after another.
  const subtableBits = longest - rootBits;
  let next = 1 << rootBits;
  let room = 0;
  for (let length = rootBits + 1; length <= longest; length++) {
    const span = 1 << (longest - length);
    for (let left = counts[length]; left > 0; left--) {
      if (room === 0) {
        table[at++] = (next << 8) | LINK | subtableBits;
        room = 1 << subtableBits;
      }
      table.fill((ranked[rank++] << 8) | length, next, next + span);
      next += span;
      room -= span;
    }
  }
  return true;
}
