import { FormatError, type Note } from '../../bytes/format-error.js';
import type { HiveImage } from './hive-image.js';

/** Offsets in every list of subkeys, in bytes. Oddities: format.md, "Subkey lists". */
const LIST = {
  magic: 0x00, //    two letters
  count: 0x02, //    u16
  elements: 0x04, // u32 offset of a key or list; in lf and lh a u32 hint of its name behind it
} as const;

const LI = 0x696c;
const LF = 0x666c;
const LH = 0x686c;
const RI = 0x6972;

/** One leaf: a run of offsets of keys. */
export interface SubkeyLeaf {
  /** Position of the first element. */
  readonly at: number;
  readonly count: number;
  /** From one element to the next, in bytes. */
  readonly step: number;
  /** Whether each element has the hash of its key's name behind its offset. */
  readonly isHashed: boolean;
}

/**
 * The leaves of a list of subkeys, in the order of the names. A leaf that is damaged, or named twice, is told and
 * left out.
 */
export function leavesOf(image: HiveImage, offset: number, note: Note): SubkeyLeaf[] {
  const leaves: SubkeyLeaf[] = [];
  const { view } = image;
  const take = (list: number, isInner: boolean): void => {
    const at = image.cell(list, LIST.elements, 'regf.subkeys');
    const magic = view.u16(at + LIST.magic);
    const step = magic === LF || magic === LH ? 8 : 4;
    if (magic !== LF && magic !== LH && magic !== LI && (magic !== RI || isInner)) {
      throw view.error('bad-magic', 'regf.subkeys.magic', at, 'lf, lh, li or ri', view.ascii(at, 2));
    }
    const claimed = view.u16(at + LIST.count);
    const count = Math.min(claimed, Math.floor((image.cellSize(at) - LIST.elements) / step));
    if (count < claimed) note(view.error('truncated', 'regf.subkeys.count', at + LIST.count, count, claimed));
    const first = at + LIST.elements;
    if (magic !== RI) {
      leaves.push({ at: first, count, step, isHashed: magic === LH });
      return;
    }
    const seen = new Set<number>();
    for (let index = 0; index < count; index++) {
      const inner = view.u32(first + index * step);
      attempt(note, () => {
        if (seen.has(inner)) throw view.error('cycle', 'regf.subkeys.list', first + index * step, 'a new list', inner);
        seen.add(inner);
        take(inner, true);
      });
    }
  };
  attempt(note, () => take(offset, false));
  return leaves;
}

/** Does one thing that damage may make impossible, and tells of it. */
export function attempt(note: Note, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
  }
}
