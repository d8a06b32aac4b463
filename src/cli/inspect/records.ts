import type { ByteSource } from '../../bytes/byte-source.js';
import { openEvtx, recordToJson } from '../../formats/evtx/evtx.js';
import type { Host } from '../host.js';

/** Lines are written together, this many characters at a time. */
const BLOCK_CHARS = 1 << 20;

export interface RecordFilter {
  /** Compared without case; `null` lets all pass. */
  readonly provider: string | null;
  readonly id: number | null;
}

/** Writes every record of an event log that passes as one JSON object a line. Defects beside the records go to standard error. */
export function writeRecords(source: ByteSource, { provider, id }: RecordFilter, host: Host): void {
  const wanted = provider?.toLowerCase() ?? null;
  const log = openEvtx(source, (defect) => host.err(defect.message));
  const select = (name: string, eventId: number) =>
    (wanted === null || name.toLowerCase() === wanted) && (id === null || eventId === id);
  let block = '';
  for (const record of log.records(wanted === null && id === null ? {} : { select })) {
    block += `${recordToJson(record)}\n`;
    if (block.length >= BLOCK_CHARS) {
      host.out(block);
      block = '';
    }
  }
  if (block !== '') host.out(block);
}
