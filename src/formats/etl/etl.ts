/**
 * Event traces (ETL): reads every event that can be read, with its time, and decodes what carries its own names.
 *
 * @source The structures are those of the Windows SDK (EVNTRACE.H, EVNTCONS.H, TraceLoggingProvider.h); how they stand
 *   in a file is not documented by its maker, see format.md.
 */
import type { ByteSource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import type { Note } from '../../bytes/format-error.js';
import { BUFFER_HEADER_BYTES, readBufferHeader } from './buffer.js';
import { peekEvent } from './event-header.js';
import { EtlTrace } from './trace.js';

export type { ClockKind } from './clock.js';
export type { EventHeader, HeaderKind } from './event-header.js';
export type { EtlField } from './fields.js';
export { type DecodedEvent, decodeEvent, type EtlRecord } from './record.js';
export { etlRecordToJson } from './record-json.js';
export type { EtlTrace } from './trace.js';
export type { TraceHeader } from './trace-header.js';
export { formatUpdateTraceLine, readUpdateTraceLine, UPDATE_PROVIDER, type UpdateTraceLine } from './update-line.js';

/** Bytes of a file's beginning that `isEtl` wants to see. */
export const ETL_HEAD_BYTES = 2048;

/** Whether a file that begins with these bytes is a trace: a buffer's header, and an event behind it. A trace has no magic. */
export function isEtl(head: Uint8Array): boolean {
  const view = new ByteView(head);
  const header = readBufferHeader(view, null);
  if (header === null || header.eventsEnd === null) return false;
  return peekEvent(view, BUFFER_HEADER_BYTES, Math.min(head.length, header.eventsEnd))?.kind === 'system';
}

/**
 * Opens a trace. Damage is told to `note` and costs the smallest thing: a value, an event, a buffer.
 *
 * @throws {FormatError} `bad-magic` if no buffer begins where one must.
 */
export function openEtl(source: ByteSource, note: Note): EtlTrace {
  return new EtlTrace(source, note);
}
