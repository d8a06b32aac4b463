import type { ByteView } from '../../bytes/byte-view.js';
import type { Note } from '../../bytes/format-error.js';
import type { ChunkHeader } from './chunk-header.js';
import { CHUNK, RECORD, RECORD_MAGIC, SIZE_COPY_BYTES } from './layout.js';

/** Where a record stands in its chunk, and what its header says. */
export interface RecordPlace {
  readonly offset: number;
  readonly size: number;
  readonly number: number;
  /** Whether the copy of the size at its end does not agree: the record was cut off, or written over. */
  readonly torn: boolean;
}

/**
 * Whether a whole record stands at `offset`: magic, a size that fits and its copy at the end.
 *
 * @param end Where records must end at the latest.
 */
function recordStands(view: ByteView, offset: number, end: number): boolean {
  if (offset + RECORD.sizeMin > end || view.u32(offset) !== RECORD_MAGIC) return false;
  return headerStands(view, offset, end) && sizesAgree(view, offset);
}

function headerStands(view: ByteView, offset: number, end: number): boolean {
  const size = view.u32(offset + RECORD.size);
  const numberTop = view.u16(offset + RECORD.number + 6);
  return size >= RECORD.sizeMin && size <= end - offset && numberTop < 0x20; // numbers stay below 2^53
}

function sizesAgree(view: ByteView, offset: number): boolean {
  const size = view.u32(offset + RECORD.size);
  return view.u32(offset + size - SIZE_COPY_BYTES) === size;
}

function placeAt(view: ByteView, offset: number, torn = false): RecordPlace {
  return {
    offset,
    size: view.u32(offset + RECORD.size),
    number: view.u32(offset + RECORD.number + 4) * 0x1_0000_0000 + view.u32(offset + RECORD.number),
    torn,
  };
}

/** The record at `offset` if only its end is damaged: its header must hold the very next number. */
function tornPlace(view: ByteView, offset: number, end: number, number: number): RecordPlace | null {
  if (offset + RECORD.sizeMin > end || view.u32(offset) !== RECORD_MAGIC || !headerStands(view, offset, end))
    return null;
  const place = placeAt(view, offset, true);
  return place.number === number ? place : null;
}

/**
 * Finds the live records of a chunk, in order, from header to header.
 *
 * The header of a log in use may lag behind (`lagging`): past the free space that it tells, a record is live if it
 * continues right there with the next number. Anything else there is left over from the chunk's earlier use.
 * A damaged record costs itself: the walk goes on at the next record whose number lies between the last one seen
 * and the chunk's last. One of which only the end is damaged is given, marked.
 *
 * @returns The records, and where the live part ends.
 */
export function walkRecords(
  view: ByteView,
  header: ChunkHeader,
  lagging: boolean,
  note: Note,
): { places: RecordPlace[]; end: number } {
  const places: RecordPlace[] = [];
  const limit = Math.min(view.size, CHUNK.size);
  const told = Math.min(header.freeSpace, limit);
  let last = header.firstNumber - 1;
  let offset: number = CHUNK.records;
  while (offset < limit) {
    if (recordStands(view, offset, limit)) {
      const place = placeAt(view, offset);
      const expected = offset < told || (lagging && place.number === last + 1);
      if (!expected) break;
      places.push(place);
      last = place.number;
      offset += place.size;
      continue;
    }
    if (offset >= told) break;
    const torn = tornPlace(view, offset, told, last + 1);
    if (torn !== null) {
      places.push(torn); // its reader says what is wrong with it
      last = torn.number;
    } else note(view.error('bad-range', 'evtx.record', offset, 'a record', view.u32(Math.min(offset, limit - 4))));
    const next = nextSound(view, offset + 4, told, last, header.lastNumber);
    if (next === null) {
      offset = told;
      break;
    }
    offset = next;
  }
  if (header.freeSpace > limit) {
    note(view.error('truncated', 'evtx.chunk', limit, `${header.freeSpace} bytes of records`, limit));
  }
  return { places, end: Math.min(offset, limit) };
}

/** Offset of the next sound record whose number can follow `last`, or `null`. */
function nextSound(view: ByteView, from: number, end: number, last: number, lastNumber: number): number | null {
  for (let offset = from; offset + RECORD.sizeMin <= end; offset += 4) {
    if (view.u32(offset) !== RECORD_MAGIC || !recordStands(view, offset, end)) continue;
    const { number } = placeAt(view, offset);
    if (number > last && number <= lastNumber) return offset;
  }
  return null;
}

/** Finds whole records in a part of a chunk that no longer counts: candidates, of which some are copies of live ones. */
export function* staleRecords(view: ByteView, from: number): Iterable<RecordPlace> {
  const limit = Math.min(view.size, CHUNK.size);
  let offset = (from + 3) & ~3;
  while (offset + RECORD.sizeMin <= limit) {
    if (recordStands(view, offset, limit)) {
      const place = placeAt(view, offset);
      yield place;
      offset += place.size;
    } else offset += 4;
  }
}
