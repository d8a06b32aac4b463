import { JsonSink } from './json-sink.js';
import type { EvtxRecord } from './record.js';

const BATCH_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;

/**
 * Writes records as JSON, one a line, in UTF-8: what `recordToJson` says, without a string in between.
 *
 * @param write Takes a batch. The bytes are its own only until it returns.
 * @returns How many records there were.
 */
export function writeJsonLines(records: Iterable<EvtxRecord>, write: (lines: Uint8Array) => void): number {
  const sink = new JsonSink();
  let count = 0;
  for (const record of records) {
    record.writeJson(sink);
    sink.byte(LINE_FEED);
    count++;
    if (sink.size >= BATCH_BYTES) {
      write(sink.bytes.subarray(0, sink.size));
      sink.size = 0;
    }
  }
  if (sink.size > 0) write(sink.bytes.subarray(0, sink.size));
  return count;
}
