/**
 * Numbers of LZMS. No specification is published; these were established by others from the packer's behaviour,
 * and are confirmed here by unpacking what wimlib packs.
 */

export const LZMS = {
  literalCount: 256,
  lengthSymbolCount: 54,
  powerSymbolCount: 8,
  offsetSymbolCountMax: 799,
  /** Symbols after which an adaptive code is made anew. */
  literalRebuild: 1024,
  offsetRebuild: 1024,
  lengthRebuild: 512,
  powerRebuild: 512,
  codeLengthMax: 15,
  /** Decisions that choose a probability, in states. */
  mainStates: 16,
  matchStates: 32,
  otherStates: 64,
} as const;

/** How many slots of an ascending table have a step of 1, 2, 4 … */
const OFFSET_RUNS = [9, 0, 9, 7, 10, 15, 15, 20, 20, 30, 33, 40, 42, 45, 60, 73, 80, 85, 95, 105, 6];
const OFFSET_END = 0x7fffffff;
const LENGTH_RUNS = [27, 4, 6, 4, 5, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1];
const LENGTH_END = 0x400108ab;

/** Smallest value of each slot, with the end of the last behind them, and the bits that follow each slot's symbol. */
export interface Slots {
  readonly bases: Uint32Array;
  readonly extraBits: Uint8Array;
}

function slotsOf(runs: readonly number[], end: number): Slots {
  const steps = runs.flatMap((count, power) => new Array<number>(count).fill(power));
  const bases = new Uint32Array(steps.length + 1);
  const extraBits = new Uint8Array(steps.length);
  let base = 0;
  steps.forEach((power, slot) => {
    base += 2 ** power;
    bases[slot] = base;
    if (slot > 0) extraBits[slot - 1] = power;
  });
  bases[steps.length] = end;
  extraBits[steps.length - 1] = Math.floor(Math.log2(end - base));
  return { bases, extraBits };
}

export const OFFSET_SLOTS = /* @__PURE__ */ slotsOf(OFFSET_RUNS, OFFSET_END);
export const LENGTH_SLOTS = /* @__PURE__ */ slotsOf(LENGTH_RUNS, LENGTH_END);

/** Offset symbols in use when a chunk unpacks to `size` bytes: no offset reaches before its start. */
export function offsetSymbolCount(size: number): number {
  if (size < 2) return 0;
  let slot = 0;
  while (OFFSET_SLOTS.bases[slot + 1] <= size - 1) slot++;
  return slot + 1;
}
