/**
 * Numbers of LZX that its two uses share.
 *
 * @source MS-PATCH, "LZX DELTA Compression and Decompression", and the CAB and WIM formats' own departures from it.
 */

/** How the stream says where blocks end, and whether chunks lean on one another. */
export type LzxVariant = 'wim' | 'cab';

export const LZX = {
  literalCount: 256,
  lengthHeaderCount: 8,
  matchMin: 2,
  longLengthHeader: 7, //   a symbol of the length code follows
  lengthSymbolCount: 249,
  alignedSymbolCount: 8,
  alignedBits: 3, //        code lengths of the aligned code, and the offset bits it stands for
  precodeSymbolCount: 20,
  precodeBits: 4,
  windowBitsMin: 15,
  windowBitsMax: 21,
  blockSizeDefault: 32768, // of a WIM block that states none
} as const;

export const BLOCK = { verbatim: 1, aligned: 2, uncompressed: 3 } as const;

const SLOT_COUNTS: readonly number[] = [30, 32, 34, 36, 38, 42, 50];
/** Offset slots in use for a window of 2^windowBits bytes. */
export const slotCount = (windowBits: number) => SLOT_COUNTS[windowBits - LZX.windowBitsMin];

const SLOT_COUNT_MAX = 50;
export const MAIN_SYMBOL_COUNT_MAX = LZX.literalCount + SLOT_COUNT_MAX * LZX.lengthHeaderCount;

const EXTRA_BITS_MAX = 17;
/** Offset bits that follow the symbol, by slot: 0 0 0 0 1 1 2 2 … 17. */
export const EXTRA_BITS = Uint8Array.from({ length: SLOT_COUNT_MAX }, (_, slot) =>
  Math.min(EXTRA_BITS_MAX, Math.max(0, (slot >> 1) - 1)),
);
/** Smallest offset of each slot, plus two, as the format counts. */
export const SLOT_BASE = /* @__PURE__ */ (() => {
  const bases = new Uint32Array(SLOT_COUNT_MAX);
  for (let slot = 1; slot < SLOT_COUNT_MAX; slot++) bases[slot] = bases[slot - 1] + (1 << EXTRA_BITS[slot - 1]);
  return bases;
})();
/** Slots 0 to 2 repeat a recent offset. */
export const REPEAT_SLOT_COUNT = 3;
export const OFFSET_BIAS = 2;

/** File size that WIM states for the x86 call translation, whatever the real one. */
export const WIM_TRANSLATION_SIZE = 12_000_000;
