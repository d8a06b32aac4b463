import type { ByteView } from '../../bytes/byte-view.js';
import type { Note } from '../../bytes/format-error.js';
import type { Chunk } from './chunk.js';
import { RECORD, RECOVERED_MAX, REMEMBERED_MAX } from './layout.js';
import { type RecordPlace, staleRecords } from './record-walk.js';

/**
 * Remembers records by number and time. A writer fills a chunk in memory that still holds the one before, so most of
 * what stands in slack are copies of records that live elsewhere: a copy has the number and the time of its original.
 */
export class SeenRecords {
  readonly #keys = new Set<number>();
  /** Whether there were too many to remember: then copies cannot be told from originals. */
  full = false;

  /** @returns Whether the record was not seen before. */
  add(view: ByteView, place: RecordPlace): boolean {
    // 21 bits of the number and 32 of the time make a whole number below 2^53, and two records never share them.
    const key = (place.number % 0x20_0000) * 0x1_0000_0000 + view.u32(place.offset + RECORD.time);
    if (this.#keys.has(key)) return false;
    this.full ||= this.#keys.size >= REMEMBERED_MAX;
    if (!this.full) this.#keys.add(key);
    return true;
  }
}

/**
 * Finds records in space that no longer counts, each once, and none that was seen before.
 *
 * @param chunks What is left of each chunk: its bytes, and where its live records end.
 */
export function* recoverRecords(
  chunks: Iterable<{ readonly chunk: Chunk; readonly end: number }>,
  seen: SeenRecords,
  note: Note,
): Iterable<{ readonly chunk: Chunk; readonly place: RecordPlace }> {
  let count = 0;
  for (const { chunk, end } of chunks) {
    for (const place of staleRecords(chunk.view, end)) {
      if (seen.full || count === RECOVERED_MAX) {
        const limit = seen.full ? REMEMBERED_MAX : RECOVERED_MAX;
        note(chunk.view.error('over-limit', 'evtx.recovered', place.offset, `<= ${limit} records`, limit + 1));
        return;
      }
      if (!seen.add(chunk.view, place)) continue;
      count++;
      yield { chunk, place };
    }
  }
}
