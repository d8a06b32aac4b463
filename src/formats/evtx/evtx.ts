/**
 * Windows event logs (EVTX): reads every record that can be read, live or, when asked for, left over.
 *
 * @source MS-EVEN6 2.2 for the binary XML; the file itself is not documented by its maker, see format.md.
 */
import type { ByteSource } from '../../bytes/byte-source.js';
import type { Note } from '../../bytes/format-error.js';
import { isChunk } from './chunk-header.js';
import { hasFileMagic } from './file-header.js';
import { EvtxLog, type EvtxOptions } from './log.js';

export { type EvtxCoverage, evtxCoverage } from './coverage.js';
export type { FileHeader } from './file-header.js';
export { writeJsonLines } from './json-lines.js';
export type { EvtxLog, EvtxOptions, RecordsOptions } from './log.js';
export type { SystemField } from './program.js';
export { type EvtxDatum, type EvtxRecord, recordToJson } from './record.js';

/** Bytes of a file's beginning that `isEvtx` wants to see; with fewer it may miss a log whose header is wiped. */
export const EVTX_HEAD_BYTES = 4096 + 8;

/**
 * Whether a file that begins with these bytes is an event log, also one whose header is wiped but whose first chunk
 * stands where it should.
 */
export function isEvtx(head: Uint8Array): boolean {
  return hasFileMagic(head) || isChunk(head, 0) || isChunk(head, EVTX_HEAD_BYTES - 8);
}

/**
 * Opens an event log. Damage is told to `note` and costs the smallest thing: a value, a record, a chunk.
 *
 * @throws {FormatError} `bad-magic` if it is no event log; `truncated` if nothing but a piece of a header is there.
 */
export function openEvtx(source: ByteSource, note: Note, options: EvtxOptions = {}): EvtxLog {
  return new EvtxLog(source, note, options);
}
