import { type ByteSource, headOf, readInto, viewOf } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { crc32 } from '../../bytes/crc32.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { Chunk } from './chunk.js';
import { type ChunkHeader, readChunkHeader } from './chunk-header.js';
import { type FileHeader, findFirstChunk, hasFileMagic, readFileHeader } from './file-header.js';
import { CHUNK, FILE, FILE_BLOCK_SIZE } from './layout.js';
import { ProgramCache } from './program-cache.js';
import { EvtxRecord } from './record.js';
import { RecordReader } from './record-reader.js';
import { type RecordPlace, walkRecords } from './record-walk.js';
import { recoverRecords, SeenRecords } from './recovery.js';

/** What the 16 bits of the header's count can say. */
const CHUNK_COUNT_MAX = 0xffff;

export interface EvtxOptions {
  /** Counts a CRC-32. A host may have a faster one than ours: checksums are a fifth of the time of reading a log. */
  readonly crc32?: (bytes: Uint8Array) => number;
}

export interface RecordsOptions {
  /** Which events are wanted. The others are not decoded, only asked for provider and id. */
  readonly select?: (provider: string, id: number) => boolean;
  /** Whether to give, behind the live records, those still found in space that no longer counts. */
  readonly slack?: boolean;
}

/** A place where a chunk can stand and something does. */
export interface ChunkPlace {
  readonly sourceOffset: number;
  /** `null` if what stands there is no readable chunk. */
  readonly header: ChunkHeader | null;
}

/** An event log, opened: its header is read and its chunks are found; records are read as they are asked for. */
export class EvtxLog {
  /** `null` where the file's header is wiped or damaged: the chunks are then found by themselves. */
  readonly header: FileHeader | null;
  /** Chunks that can be read, oldest first, whatever their order in the file. */
  readonly chunks: readonly ChunkPlace[];
  /** Places that hold something but no readable chunk. */
  readonly damagedChunks: readonly ChunkPlace[];
  readonly #source: ByteSource;
  readonly #note: Note;
  readonly #cache = new ProgramCache();
  readonly #reader = new RecordReader();
  readonly #crc32: (bytes: Uint8Array) => number;

  /** @throws {FormatError} `bad-magic` if there is neither a file header nor a chunk. */
  constructor(source: ByteSource, note: Note, options: EvtxOptions = {}) {
    this.#source = source;
    this.#crc32 = options.crc32 ?? ((bytes) => crc32(bytes));
    this.#note = note;
    this.header = openHeader(source, note);
    const first = this.header?.blockSize ?? firstChunkOffset(source);
    const places = findChunks(source, first, this.header?.unchecked ?? false, note);
    this.chunks = places.filter((place) => place.header !== null).sort(byFirstNumber);
    this.damagedChunks = places.filter((place) => place.header === null);
    this.#compareCount(source);
  }

  /** Whether the log was not closed, so that what its headers say may lag behind its records. */
  get dirty(): boolean {
    return this.header?.dirty ?? true;
  }

  /**
   * Gives the records, oldest chunk first, in the order in which they were written: nearly, but not wholly, that of
   * time. Memory holds one chunk at a time.
   */
  *records(options: RecordsOptions = {}): Iterable<EvtxRecord> {
    const { select } = options;
    const seen = options.slack === true ? new SeenRecords() : null;
    const reader = this.#reader;
    for (const { chunk, places } of this.#liveChunks()) {
      for (const place of places) {
        seen?.add(chunk.view, place);
        if (select !== undefined && !isWanted(reader, chunk, place, select)) continue;
        yield new EvtxRecord(chunk, place, reader, this.#note, false);
      }
    }
    if (seen === null) return;
    for (const { chunk, place } of recoverRecords(this.#remains(), seen, this.#note)) {
      if (select !== undefined && !isWanted(reader, chunk, place, select)) continue;
      yield new EvtxRecord(chunk, place, reader, this.#note, true);
    }
  }

  /** Tells of a closed log that has more chunks than it counts: they are read, but may be from before it was cleared. */
  #compareCount(source: ByteSource): void {
    if (this.header === null || this.dirty) return;
    const { chunkCount } = this.header;
    const found = this.chunks.filter(({ header }) => header !== null && header.lastNumber >= header.firstNumber).length;
    if (found <= chunkCount || found > CHUNK_COUNT_MAX) return;
    const view = new ByteView(headOf(source, FILE_BLOCK_SIZE));
    this.#note(view.error('bad-range', 'evtx.file.chunkCount', FILE.chunkCount, found, chunkCount));
  }

  *#liveChunks() {
    for (const { sourceOffset, header } of this.chunks) {
      if (header === null) continue;
      const view = this.#viewAt(sourceOffset);
      // First, since it goes straight through and brings the chunk into the processor's cache.
      const defects = [...header.defects, ...this.#checkRecords(view, header)];
      for (const defect of defects) this.#note(defect);
      const { places, end } = walkRecords(view, header, this.dirty, this.#note);
      yield { chunk: new Chunk(view, this.#cache, defects), places, end };
    }
  }

  /** Every chunk again, with where its live records end: at the beginning, in a chunk without a header. */
  *#remains() {
    for (const { sourceOffset, header } of [...this.chunks, ...this.damagedChunks]) {
      const view = this.#viewAt(sourceOffset);
      const end = header === null ? CHUNK.records : walkRecords(view, header, this.dirty, () => {}).end;
      yield { chunk: new Chunk(view, this.#cache), end };
    }
  }

  /** Checks the records of a chunk against their checksum; one that is cut off is known as such, and not checked. */
  #checkRecords(view: ByteView, header: ChunkHeader): FormatError[] {
    if (header.unchecked || header.freeSpace > view.size) return [];
    const counted = this.#crc32(view.bytes.subarray(CHUNK.records, header.freeSpace));
    if (counted === header.recordsChecksum) return [];
    return [view.error('bad-checksum', 'evtx.chunk.records', CHUNK.recordsChecksum, counted, header.recordsChecksum)];
  }

  #viewAt(sourceOffset: number): ByteView {
    return viewOf(this.#source, sourceOffset, Math.min(CHUNK.size, this.#source.size - sourceOffset), 'evtx.chunk');
  }
}

function isWanted(
  reader: RecordReader,
  chunk: Chunk,
  place: RecordPlace,
  select: NonNullable<RecordsOptions['select']>,
): boolean {
  reader.open(chunk, place);
  const provider = reader.text(reader.system.provider);
  const id = reader.integer(reader.system.eventId);
  return provider !== null && id !== null && select(provider, id);
}

function openHeader(source: ByteSource, note: Note): FileHeader | null {
  try {
    const header = readFileHeader(new ByteView(headOf(source, FILE_BLOCK_SIZE)));
    for (const defect of header.defects) note(defect);
    return header;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const head = headOf(source, FILE_BLOCK_SIZE + CHUNK.size);
    if (!hasFileMagic(head) && findFirstChunk(head) === null) throw error; // not an event log at all
    note(error);
    return null;
  }
}

function firstChunkOffset(source: ByteSource): number {
  return findFirstChunk(headOf(source, FILE_BLOCK_SIZE + CHUNK.size)) ?? FILE_BLOCK_SIZE;
}

/** Looks at every place where a chunk can stand, also past the count in the file's header. */
function findChunks(source: ByteSource, first: number, unchecked: boolean, note: Note): ChunkPlace[] {
  const places: ChunkPlace[] = [];
  const head = new Uint8Array(CHUNK.records);
  for (let offset = first; offset < source.size; offset += CHUNK.size) {
    const bytes = head.subarray(0, Math.min(head.length, source.size - offset));
    readInto(source, offset, bytes); // a hundredth of the log, which a cache need not read whole for it
    const view = new ByteView(bytes, offset);
    if (isBlank(view.bytes)) {
      if (!isBlankToEnd(source, offset)) places.push({ sourceOffset: offset, header: null });
      continue;
    }
    try {
      places.push({ sourceOffset: offset, header: readChunkHeader(view, unchecked) });
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      note(error);
      places.push({ sourceOffset: offset, header: null });
    }
  }
  return places;
}

/** Whether nothing at all stands where a chunk could; false for a chunk of which only the first page is lost. */
function isBlankToEnd(source: ByteSource, offset: number): boolean {
  return isBlank(source.read(offset, Math.min(CHUNK.size, source.size - offset)));
}

function isBlank(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) return false;
  return true;
}

function byFirstNumber(a: ChunkPlace, b: ChunkPlace): number {
  return (a.header?.firstNumber ?? 0) - (b.header?.firstNumber ?? 0) || a.sourceOffset - b.sourceOffset;
}
