import type { ObjectRecord } from '../../formats/object-output/object-output.js';
import { type DateOrder, readTime } from '../../formats/text/text.js';
import type { EventRecord } from '../event-log/event.js';
import { intakeEvent } from '../event-log/intake-event.js';
import { whenOf } from '../event-log/printed-when.js';
import type { TextSink } from '../intake.js';
import { integerOf, textOf } from './fields.js';

export function isEvent(record: ObjectRecord): boolean {
  // The default table is printed under its provider's name and read with that.
  if (record.shape === 'table' && record.fields.has('leveldisplayname') && !record.fields.has('providername'))
    return false;
  const hasTime = record.fields.has('timecreated') || record.fields.has('timegenerated');
  return hasTime && (record.fields.has('id') || record.fields.has('eventid') || record.fields.has('instanceid'));
}

/** Get-WinEvent and Get-EventLog as lists, JSON and CSV. */
export function addEvent(record: ObjectRecord, order: DateOrder | null, sink: TextSink): void {
  const id = integerOf(record, 'id', 'eventid', 'instanceid');
  const provider = textOf(record, 'providername', 'source') ?? providerOfCommand(record.command);
  if (id === null || provider === null) return;
  const time = textOf(record, 'timecreated', 'timegenerated');
  const event: EventRecord = {
    provider,
    id,
    when: time === null ? null : whenOf(readTime(time, order)),
    channel: textOf(record, 'logname', 'containerlog'),
    computer: textOf(record, 'machinename'),
    data: [],
    message: textOf(record, 'message'),
    at: { line: record.firstLine },
  };
  intakeEvent(event, sink);
}

/** A table of chosen columns may show the provider only in the command that asked for it. */
function providerOfCommand(command: string | null): string | null {
  const match = command === null ? null : /ProviderName\s*=?\s*['"]?([\w-]+)/i.exec(command);
  return match === null ? null : match[1];
}
