/**
 * Writes event logs as Windows does: chunks with templates, tables and checksums. For examples, tests and the
 * simulation; what it writes is read by libevtx and python-evtx without complaint.
 */
import { fileChecksum } from '../file-header.js';
import { CHUNK, FILE, FILE_BLOCK_SIZE, FILE_FLAG, FILE_MAGIC } from '../layout.js';
import { ChunkWriter } from './chunk-writer.js';
import { type EventToWrite, markupOf } from './event.js';

export type { DatumToWrite, EventToWrite } from './event.js';
export type { ValueToWrite } from './value.js';

export interface WriteOptions {
  /** Number of the first record; 1 unless told. */
  readonly firstNumber?: bigint;
  /** 3.1 or 3.2, which is what Windows writes since 10 2004. */
  readonly minorVersion?: 1 | 2;
  /** Records a chunk at most: for several chunks with few events. */
  readonly recordsPerChunk?: number;
  /** As if copied while in use: flagged, with a file header that knows nothing of the last chunk. */
  readonly dirty?: boolean;
  /** Whether the newest chunk stands first, as in a circular log that has wrapped. */
  readonly wrapped?: boolean;
  /** Whether free space holds what the chunk before had there, as Windows leaves it. */
  readonly slack?: boolean;
  /** Whether checksums are written; they are unless told. */
  readonly checksums?: boolean;
  /** Empty chunks behind the used ones, as Windows sets space aside. */
  readonly spareChunks?: number;
}

interface Finished {
  readonly bytes: Uint8Array;
  readonly end: number;
}

/**
 * Writes events, in their order, as a whole log file. The same events give the same bytes.
 *
 * @throws {Error} If one event alone is larger than a chunk.
 */
export function writeEvtx(events: readonly EventToWrite[], options: WriteOptions = {}): Uint8Array {
  const firstNumber = options.firstNumber ?? 1n;
  const chunks = writeChunks(events, firstNumber, options);
  if (options.slack === true) {
    for (let i = 1; i < chunks.length; i++) {
      chunks[i].bytes.set(chunks[i - 1].bytes.subarray(chunks[i].end), chunks[i].end);
    }
  }
  const placed = options.wrapped === true ? [chunks[chunks.length - 1], ...chunks.slice(0, -1)] : chunks;
  const spareBytes = (options.spareChunks ?? 0) * CHUNK.size;
  const file = new Uint8Array(FILE_BLOCK_SIZE + chunks.length * CHUNK.size + spareBytes);
  placed.forEach(({ bytes }, i) => {
    file.set(bytes, FILE_BLOCK_SIZE + i * CHUNK.size);
  });
  writeHeader(file, chunks.length, firstNumber + BigInt(events.length), options);
  return file;
}

function writeChunks(events: readonly EventToWrite[], firstNumber: bigint, options: WriteOptions): Finished[] {
  const checksums = options.checksums ?? true;
  const recordsMax = options.recordsPerChunk ?? Number.POSITIVE_INFINITY;
  const chunks: Finished[] = [];
  let chunk = new ChunkWriter();
  let chunkFirst = firstNumber;
  let number = firstNumber;
  const finish = () => {
    const last = chunk.recordCount === 0 ? -1n : number - 1n;
    chunks.push({ bytes: chunk.finish(chunkFirst, last, checksums), end: chunk.end });
    chunk = new ChunkWriter();
    chunkFirst = number;
  };
  for (const event of events) {
    const markup = markupOf(event, event.recordId ?? number);
    const add = () => chunk.add(number, event.time, markup, event.plain === true);
    if (chunk.recordCount >= recordsMax) finish();
    if (!add()) {
      if (chunk.recordCount === 0) throw new Error(`Cannot write event ${event.id}: it is larger than a chunk`);
      finish();
      if (!add()) throw new Error(`Cannot write event ${event.id}: it is larger than a chunk`);
    }
    number += 1n;
  }
  if (chunk.recordCount > 0 || chunks.length === 0) finish();
  return chunks;
}

function writeHeader(file: Uint8Array, chunkCount: number, nextRecordId: bigint, options: WriteOptions): void {
  const view = new DataView(file.buffer);
  const known = options.dirty === true && chunkCount > 1 ? chunkCount - 1 : chunkCount;
  const wrapped = options.wrapped === true && chunkCount > 1;
  for (let i = 0; i < FILE_MAGIC.length; i++) file[FILE.magic + i] = FILE_MAGIC.charCodeAt(i);
  view.setBigUint64(FILE.firstChunk, wrapped ? 1n : 0n, true);
  view.setBigUint64(FILE.lastChunk, wrapped ? 0n : BigInt(known - 1), true);
  view.setBigUint64(FILE.nextRecordId, nextRecordId, true);
  view.setUint32(FILE.headerSize, FILE.size, true);
  view.setUint16(FILE.minorVersion, options.minorVersion ?? 2, true);
  view.setUint16(FILE.majorVersion, 3, true);
  view.setUint16(FILE.blockSize, FILE_BLOCK_SIZE, true);
  view.setUint16(FILE.chunkCount, known, true);
  const checked = options.checksums ?? true;
  view.setUint32(
    FILE.flags,
    (options.dirty === true ? FILE_FLAG.dirty : 0) | (checked ? 0 : FILE_FLAG.unchecked),
    true,
  );
  if (checked) view.setUint32(FILE.checksum, fileChecksum(file), true);
}
