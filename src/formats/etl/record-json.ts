import { filetimeToIso } from '../../bytes/filetime.js';
import type { Note } from '../../bytes/format-error.js';
import type { EtlField } from './fields.js';
import { decodeEvent, type EtlRecord } from './record.js';

/**
 * One event as a JSON object on one line. What its header does not hold is left out; a name that comes more than once
 * has a list; 64-bit keywords are hex. Damage in the event is told to `note` and leaves out what is behind it.
 */
export function etlRecordToJson(record: EtlRecord, note: Note): string {
  const { header, number, time } = record;
  const { providerName, eventName, fields, strings } = decodeEvent(record, note);
  const isKernels = header.group !== null;
  return JSON.stringify({
    number,
    time: time === null ? null : filetimeToIso(time),
    kind: header.kind,
    ...(header.provider === null ? {} : { provider: header.provider }),
    ...(providerName === null ? {} : { providerName }),
    ...(isKernels ? { group: header.group } : {}),
    ...(header.eventId === null ? {} : { id: header.eventId }),
    ...(eventName === null ? {} : { name: eventName }),
    ...{ version: header.version, level: header.level, opcode: header.opcode },
    ...(header.kind === 'event' ? { task: header.task, keywords: `0x${header.keywords.toString(16)}` } : {}),
    ...(header.processId === null ? {} : { processId: header.processId, threadId: header.threadId }),
    ...(header.activityId === null ? {} : { activity: header.activityId }),
    ...(fields.length === 0 ? {} : { data: grouped(fields) }),
    ...(strings.length === 0 ? {} : { strings }),
  });
}

function grouped(fields: readonly EtlField[]): Record<string, string | string[]> {
  const values = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const list = values.get(name);
    if (list === undefined) values.set(name, [value]);
    else list.push(value);
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? (list[0] as string) : list]));
}
