import type { Note } from '../../bytes/format-error.js';
import type { Chunk } from './chunk.js';
import { RECORD, RECOVERED_MAX } from './layout.js';
import type { ChunkPlace } from './log.js';
import { type RecordPlace, staleRecords } from './record-walk.js';

/** A chunk as read: its live records, and where they end. */
export interface ReadChunk {
  readonly chunk: Chunk;
  readonly places: readonly RecordPlace[];
  readonly end: number;
}

/** Chunks whose record tables are kept at hand: copies in slack come from the chunk before. */
const TABLES_KEPT = 8;

/**
 * Finds records in space that no longer counts, each once: a writer fills a chunk in memory that still holds the one
 * before, so most of what stands in slack are copies of records that live elsewhere. A copy has the number and the
 * time of its original.
 */
export function* recoverRecords(
  chunks: readonly ChunkPlace[],
  read: (place: ChunkPlace) => ReadChunk,
  note: Note,
): Iterable<{ chunk: Chunk; place: RecordPlace }> {
  const isLive = liveLookup(chunks, read);
  const given = new Set<string>();
  for (const chunkPlace of chunks) {
    const { chunk, end } = read(chunkPlace);
    for (const place of staleRecords(chunk.view, end)) {
      const time = chunk.view.bits64(place.offset + RECORD.time);
      if (isLive(place.number, time)) continue;
      const key = `${place.number} ${time}`;
      if (given.has(key)) continue;
      if (given.size === RECOVERED_MAX) {
        note(chunk.view.error('over-limit', 'evtx.recovered', place.offset, `<= ${RECOVERED_MAX}`, RECOVERED_MAX + 1));
        return;
      }
      given.add(key);
      yield { chunk, place };
    }
  }
}

/** Says whether a live record has this number and time, reading again only chunks whose range holds the number. */
function liveLookup(
  chunks: readonly ChunkPlace[],
  read: (place: ChunkPlace) => ReadChunk,
): (number: number, time: bigint) => boolean {
  const tables = new Map<ChunkPlace, ReadonlyMap<number, bigint>>();
  const tableOf = (chunkPlace: ChunkPlace) => {
    const kept = tables.get(chunkPlace);
    if (kept !== undefined) return kept;
    const { chunk, places } = read(chunkPlace);
    const table = new Map(places.map((place) => [place.number, chunk.view.bits64(place.offset + RECORD.time)]));
    tables.set(chunkPlace, table);
    if (tables.size > TABLES_KEPT) tables.delete(tables.keys().next().value as ChunkPlace);
    return table;
  };
  return (number, time) =>
    chunks.some(
      (chunkPlace) =>
        chunkPlace.header !== null &&
        number >= chunkPlace.header.firstNumber &&
        // The header of a log in use lags behind: as many records more as a chunk can hold.
        number <= chunkPlace.header.lastNumber + LAG_MAX &&
        tableOf(chunkPlace).get(number) === time,
    );
}

/** Records of the least size in one chunk. */
const LAG_MAX = 2340;
