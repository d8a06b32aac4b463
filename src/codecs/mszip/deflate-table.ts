/**
 * Decoding tables for deflate, whose bits are read from the bottom. An entry is `value << 16 | kind | extraBits << 5 |
 * codeLength`; a root entry may be `subtableStart << 16 | KIND.link | subtableBits` instead. No code leads to zero.
 *
 * @source RFC 1951.
 */
export const KIND = { literal: 0x1000, end: 0x2000, link: 0x4000 } as const;
const CODE_BITS_MAX = 15;

export const DEFLATE = {
  literalSymbolCount: 288,
  literalSymbolsUsed: 286,
  distanceSymbolCount: 32,
  distanceSymbolsUsed: 30,
  precodeSymbolCount: 19,
  literalRootBits: 10,
  distanceRootBits: 9,
  precodeRootBits: 7,
} as const;

/** Order in which a block lists the lengths of its precode. */
export const PRECODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

const END_SYMBOL = 256;
const LENGTH_MAX = 258;
const LENGTH_SYMBOL_LAST = 285;

/** What each symbol's entries hold beside the code length. Symbols that deflate never uses hold nothing. */
export const LITERAL_PAYLOADS = /* @__PURE__ */ (() => {
  const payloads = new Uint32Array(DEFLATE.literalSymbolCount);
  for (let symbol = 0; symbol < END_SYMBOL; symbol++) payloads[symbol] = (symbol << 16) | KIND.literal;
  payloads[END_SYMBOL] = KIND.end;
  let base = 3;
  for (let symbol = END_SYMBOL + 1; symbol < LENGTH_SYMBOL_LAST; symbol++) {
    const extraBits = Math.max(0, ((symbol - END_SYMBOL - 1) >> 2) - 1);
    payloads[symbol] = (base << 16) | (extraBits << 5);
    base += 1 << extraBits;
  }
  payloads[LENGTH_SYMBOL_LAST] = LENGTH_MAX << 16;
  return payloads;
})();

export const DISTANCE_PAYLOADS = /* @__PURE__ */ (() => {
  const payloads = new Uint32Array(DEFLATE.distanceSymbolCount);
  let base = 1;
  for (let symbol = 0; symbol < DEFLATE.distanceSymbolsUsed; symbol++) {
    const extraBits = Math.max(0, (symbol >> 1) - 1);
    payloads[symbol] = (base << 16) | (extraBits << 5);
    base += 1 << extraBits;
  }
  return payloads;
})();

export const PRECODE_PAYLOADS = /* @__PURE__ */ Uint32Array.from(
  { length: DEFLATE.precodeSymbolCount },
  (_, symbol) => symbol << 16,
);

/** Entries that a table may need: every subtable serves at least two symbols. */
export const deflateTableSize = (symbolCount: number, rootBits: number) =>
  (1 << rootBits) + (symbolCount >> 1) * (1 << (CODE_BITS_MAX - rootBits));

const counts = new Uint16Array(CODE_BITS_MAX + 1);
const firstRank = new Uint16Array(CODE_BITS_MAX + 2);
const ranked = new Uint16Array(DEFLATE.literalSymbolCount);

/**
 * Fills `table` for the code given by its code lengths.
 *
 * @returns `false` where they are no prefix code. An incomplete code is one only where it has a single symbol of one
 *   bit, or none, as encoders write when a block has no matches.
 */
export function buildDeflateTable(
  table: Uint32Array,
  rootBits: number,
  lengths: Uint8Array,
  symbolCount: number,
  payloads: Uint32Array,
): boolean {
  counts.fill(0);
  for (let symbol = 0; symbol < symbolCount; symbol++) counts[lengths[symbol]]++;
  let free = 1;
  let longest = 0;
  firstRank[1] = 0;
  for (let length = 1; length <= CODE_BITS_MAX; length++) {
    free = free * 2 - counts[length];
    if (free < 0) return false;
    if (counts[length] > 0) longest = length;
    firstRank[length + 1] = firstRank[length] + counts[length];
  }
  if (free > 0 && longest > 1) return false;
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    if (lengths[symbol] > 0) ranked[firstRank[lengths[symbol]]++] = symbol;
  }
  table.fill(0, 0, 1 << rootBits);

  const subtableBits = longest - rootBits;
  let next = 1 << rootBits;
  let prefix = -1;
  let start = 0;
  let rank = 0;
  let code = 0; // with its first bit lowest
  for (let length = 1; length <= longest; length++) {
    for (let left = counts[length]; left > 0; left--) {
      const symbol = ranked[rank++];
      const entry = payloads[symbol] | length;
      if (length <= rootBits) {
        for (let at = code; at < 1 << rootBits; at += 1 << length) table[at] = entry;
      } else {
        const low = code & ((1 << rootBits) - 1);
        if (low !== prefix) {
          prefix = low;
          start = next;
          next += 1 << subtableBits;
          table[low] = (start << 16) | KIND.link | subtableBits;
        }
        for (let at = code >> rootBits; at < 1 << subtableBits; at += 1 << (length - rootBits))
          table[start + at] = entry;
      }
      let bit = 1 << (length - 1);
      while ((code & bit) !== 0) bit >>= 1;
      code = bit === 0 ? 0 : (code & (bit - 1)) | bit;
    }
  }
  return true;
}
