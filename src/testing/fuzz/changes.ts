/** Changes that know a little of how binary formats are built: fields that count, measure and point. */
import type { Draft } from './draft.js';

/** A whole number below its argument. */
export type Below = (below: number) => number;

/** A place in a seed whose number could be a size, a count or an offset. */
interface Field {
  readonly at: number;
  readonly width: 2 | 4 | 8;
  readonly isBigEndian: boolean;
  readonly value: number;
}

/** What is known of a seed before it is changed. */
export interface SeedMap {
  /** Starts of the blocks that hold anything: large seeds are mostly nothing. */
  readonly blocks: readonly number[];
  readonly fields: readonly Field[];
}

const BLOCK_SIZE = 256;
const FIELDS_MAX = 20_000;
const EXTREMES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
const WIDE_EXTREMES = [2 ** 32, 2 ** 40, 2 ** 52, 2 ** 53 - 1, 2 ** 60, 2 ** 63];
const CHANGES_MAX = 6;

/** Finds what may be a field: a number that is neither nothing nor larger than the seed. */
export function mapSeed(seed: Uint8Array): SeedMap {
  const data = new DataView(seed.buffer, seed.byteOffset, seed.byteLength);
  const blocks: number[] = [];
  const fields: Field[] = [];
  for (let start = 0; start < seed.length; start += BLOCK_SIZE) {
    const end = Math.min(start + BLOCK_SIZE, seed.length);
    if (seed.subarray(start, end).every((byte) => byte === 0)) continue;
    blocks.push(start);
    if (fields.length >= FIELDS_MAX) continue;
    for (let at = start; at + 8 <= end; at += 2) {
      for (const isBigEndian of [false, true]) {
        const small = data.getUint16(at, !isBigEndian);
        const value = data.getUint32(at, !isBigEndian);
        const isFitting = (number: number) => number > 0 && number <= seed.length;
        if (isFitting(value))
          fields.push({ at, width: !isBigEndian && data.getUint32(at + 4, true) === 0 ? 8 : 4, isBigEndian, value });
        else if (!isBigEndian && isFitting(small)) fields.push({ at, width: 2, isBigEndian, value: small });
      }
    }
  }
  return { blocks, fields };
}

/** Makes some changes; the same numbers make the same ones. @param other Another seed, for pieces of it. */
export function change(draft: Draft, { blocks, fields }: SeedMap, other: Uint8Array, below: Below): void {
  const place = () => Math.min(draft.size - 1, (blocks[below(blocks.length)] ?? 0) + below(BLOCK_SIZE));
  for (let count = 1 + below(CHANGES_MAX); count > 0 && draft.size > 0; count--) {
    const at = place();
    switch (below(10)) {
      case 0:
        draft.set(at, [(draft.bytes[at] as number) ^ (1 << below(8))]);
        break;
      case 1:
        draft.set(at, [below(256)]);
        break;
      case 2:
        draft.setNumber(at & ~1, [1, 2, 4, 8][below(4)] as number, anyExtreme(below));
        break;
      case 3:
        draft.copy(at, place(), 1 + below(64));
        break;
      case 4:
        draft.set(at, other.subarray(below(other.length), below(other.length) + below(256)));
        break;
      case 5:
        draft.set(at, new Uint8Array(1 + below(48)).fill(below(4) === 0 ? 0xff : 0));
        break;
      case 6:
        if (below(8) === 0) draft.cut(below(2) === 0 ? at : below(draft.size));
        break;
      default:
        changeField(draft, fields, at, below);
    }
  }
}

function anyExtreme(below: Below): number {
  const all = below(3) === 0 ? WIDE_EXTREMES : EXTREMES;
  return all[below(all.length)] as number;
}

/** What breaks readers: one more, one less, just past the end, itself, a place that another field points to. */
function changeField(draft: Draft, fields: readonly Field[], place: number, below: Below): void {
  const field = fields[below(fields.length)];
  if (field === undefined) return;
  const { at, width, isBigEndian, value } = field;
  const other = fields[below(fields.length)] as Field;
  const values = [
    ...[value + 1, value - 1, value * 2, value >> 1, draft.size, draft.size - 1, draft.size + 1, draft.size - at],
    ...[at, at - value, other.at, other.value, place, 0, anyExtreme(below), anyExtreme(below)],
  ];
  draft.setNumber(at, width, Math.max(0, values[below(values.length)] as number), isBigEndian);
}
