import type { ByteSource } from '../../bytes/byte-source.js';
import type { Note } from '../../bytes/format-error.js';
import { decodeEvent, type EtlRecord, etlRecordToJson, openEtl } from '../../formats/etl/etl.js';
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

/** Characters of lines that are written at once. */
const BATCH_CHARS = 256 * 1024;

/** The same for an event trace. A provider goes by its name, where the event carries that, or by its GUID. */
export function writeTraceRecords(source: ByteSource, { provider, id }: RecordFilter, host: Host): void {
  const wanted = provider?.toLowerCase().replace(/[{}]/g, '') ?? null;
  const note: Note = (defect) => host.err(defect.message);
  let lines = '';
  for (const record of openEtl(source, note).records()) {
    if (id !== null && record.header.eventId !== id) continue;
    if (wanted !== null && record.header.provider !== wanted && nameOf(record) !== wanted) continue;
    lines += `${etlRecordToJson(record, note)}\n`;
    if (lines.length < BATCH_CHARS) continue;
    host.out(lines);
    lines = '';
  }
  if (lines !== '') host.out(lines);
}

/** Lower-case; `null` where it is not there, or damaged, which is told when the record is written. */
function nameOf(record: EtlRecord): string | null {
  return decodeEvent(record, () => {}).providerName?.toLowerCase() ?? null;
}
