import type { HiveImage } from './hive-image.js';
import { VALUE } from './value-node.js';

const RESIDENT = 0x8000_0000;
const RESIDENT_BYTES_MAX = 4;

/** Offsets in a record of big data, in bytes. */
const BIG = {
  magic: 0x00, // 'db'
  count: 0x02, // u16
  list: 0x04, //  u32, offset of a cell with the offsets of the segments
} as const;
const BIG_BYTES = 8;
const BIG_MAGIC = 0x6264;
/** What one segment holds, in bytes. Larger data lie in several. */
const SEGMENT_BYTES = 16344;

/** Bytes of a value: a range of the hive, or an array of their own where they were put together. */
export interface ValueData {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly size: number;
}

/** Whether data stand inside the value itself. */
function isResident(dataBytes: number): boolean {
  return dataBytes >= RESIDENT;
}

/**
 * The data of a value.
 *
 * @param at Where `locateValue` found it.
 * @throws {FormatError} `truncated` where a cell is too small for them; `bad-range`, `bad-magic`, `over-limit`.
 */
export function readValueData(image: HiveImage, at: number): ValueData {
  const { view, bytes } = image;
  const field = view.u32(at + VALUE.dataBytes);
  if (isResident(field)) {
    const size = field - RESIDENT;
    if (size > RESIDENT_BYTES_MAX) {
      throw view.error('over-limit', 'regf.value.dataBytes', at + VALUE.dataBytes, RESIDENT_BYTES_MAX, size);
    }
    return { bytes, start: at + VALUE.data, size };
  }
  if (field === 0) return { bytes, start: at, size: 0 };
  if (field > image.size) {
    throw view.error('over-limit', 'regf.value.dataBytes', at + VALUE.dataBytes, image.size, field);
  }
  const cell = image.cell(view.u32(at + VALUE.data), 1, 'regf.value.data');
  const room = image.cellSize(cell);
  if (room >= field) return { bytes, start: cell, size: field };
  if (field > SEGMENT_BYTES && room >= BIG_BYTES && view.u16(cell) === BIG_MAGIC) return joinBig(image, cell, field);
  throw view.error('truncated', 'regf.value.data', cell, `${field} bytes`, room);
}

function joinBig(image: HiveImage, at: number, size: number): ValueData {
  const { view } = image;
  const count = view.u16(at + BIG.count);
  const needed = Math.ceil(size / SEGMENT_BYTES);
  if (count < needed) throw view.error('truncated', 'regf.bigData.count', at + BIG.count, needed, count);
  const list = image.cell(view.u32(at + BIG.list), needed * 4, 'regf.bigData.list');
  const joined = new Uint8Array(size);
  for (let index = 0; index < needed; index++) {
    const done = index * SEGMENT_BYTES;
    const part = Math.min(SEGMENT_BYTES, size - done);
    const segment = image.cell(view.u32(list + index * 4), part, 'regf.bigData.segment');
    joined.set(image.bytes.subarray(segment, segment + part), done);
  }
  return { bytes: joined, start: 0, size };
}
