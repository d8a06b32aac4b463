import type { ByteSource } from '../../bytes/byte-source.js';
import { openEvtx, writeJsonLines } from '../../formats/evtx/evtx.js';
import type { Host } from '../host.js';

export interface RecordFilter {
  /** Compared without case; `null` lets all pass. */
  readonly provider: string | null;
  readonly id: number | null;
}

/** Writes every record of an event log that passes as one JSON object a line. Defects beside the records go to standard error. */
export function writeRecords(source: ByteSource, { provider, id }: RecordFilter, host: Host): void {
  const wanted = provider?.toLowerCase() ?? null;
  const log = openEvtx(
    source,
    (defect) => host.err(defect.message),
    host.crc32 === undefined ? {} : { crc32: host.crc32 },
  );
  const select = (name: string, eventId: number) =>
    (wanted === null || name.toLowerCase() === wanted) && (id === null || eventId === id);
  const records = log.records(wanted === null && id === null ? {} : { select });
  writeJsonLines(records, (lines) => host.outBytes(lines));
}
