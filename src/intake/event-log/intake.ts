import { type PrintedEvent, readEventText } from '../../formats/event-text/event-text.js';
import type { TextIntake } from '../intake.js';
import type { EventRecord } from './event.js';
import { intakeEvent } from './intake-event.js';
import { LogSummary } from './log-summary.js';
import { localOffsets, whenAtOffset, whenOf } from './printed-when.js';

export type { EventRecord } from './event.js';
export { intakeEvent, isReadProvider } from './intake-event.js';
export { coverChannel } from './log-summary.js';

/** Event records in text: `wevtutil`, the event viewer, Get-WinEvent; as text, XML, CSV and tables. */
export const eventTextIntake: TextIntake = {
  id: 'event-text',
  read(lines, sink) {
    const events = readEventText(lines, (defect) => sink.defect(defect));
    if (events.length === 0) return;
    const offsets = localOffsets(events);
    const summary = new LogSummary();
    for (const printed of events) {
      const event = recordOf(printed, offsets);
      summary.take(event);
      intakeEvent(event, sink);
      sink.claim(printed.firstLine, printed.lastLine);
    }
    summary.finish(sink);
  },
};

function recordOf(event: PrintedEvent, offsets: ReturnType<typeof localOffsets>): EventRecord {
  const { provider, id, time, channel, computer, data, message, firstLine } = event;
  const isLocal = time !== null && !time.isUtc && offsets !== null;
  const when = isLocal ? whenAtOffset(time, offsets) : whenOf(time);
  return { provider, id, when, channel, computer, data, message, at: { line: firstLine } };
}
