import { filetimeToIso } from '../../bytes/filetime.js';
import type { Note } from '../../bytes/format-error.js';
import { decodeEvent, type EtlRecord } from './record.js';

/** The provider whose events Get-WindowsUpdateLog prints. */
export const UPDATE_PROVIDER = '0b7a6f19-47c4-454e-8c5c-e868d637e4d8';

/** What Get-WindowsUpdateLog prints of one event. */
export interface UpdateTraceLine {
  /** FILETIME, or `null` where the trace's clock is unknown. */
  readonly time: bigint | null;
  readonly processId: number;
  readonly threadId: number;
  /** `Agent`, `ComApi`, `Handler`: the name of the event. */
  readonly component: string;
  readonly message: string;
}

/** Reads an event of Windows Update as a line; `null` for an event of another provider, or one without a text. */
export function readUpdateTraceLine(record: EtlRecord, note: Note): UpdateTraceLine | null {
  const { header, time } = record;
  if (header.kind !== 'event' || header.provider !== UPDATE_PROVIDER) return null;
  const { eventName, fields } = decodeEvent(record, note);
  const text = fields[0]?.value;
  if (eventName === null || text === undefined) return null;
  return {
    time,
    processId: header.processId ?? 0,
    threadId: header.threadId ?? 0,
    component: eventName,
    message: text,
  };
}

const PROCESS_WIDTH = 5;
const THREAD_WIDTH = 6;
const COMPONENT_WIDTH = 15;

/** The line as Get-WindowsUpdateLog writes it on a machine in UTC; `Z` behind the time where the reader is to know that. */
export function formatUpdateTraceLine(line: UpdateTraceLine, zone: '' | 'Z' = ''): string {
  const stamp =
    line.time === null ? '' : filetimeToIso(line.time).replace('T', ' ').replaceAll('-', '/').replace('Z', zone);
  const process = String(line.processId).padEnd(PROCESS_WIDTH);
  const thread = String(line.threadId).padEnd(THREAD_WIDTH);
  return `${stamp} ${process} ${thread}${line.component.padEnd(COMPONENT_WIDTH)} ${line.message}`;
}
