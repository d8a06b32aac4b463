import { type HistoryEntry, readUpdateHistory } from '../../formats/update-history/update-history.js';
import { whenOf } from '../event-log/printed-when.js';
import type { Reading, TextIntake } from '../intake.js';

/** The update history and the update page of Settings, copied as text. */
export const updateHistoryIntake: TextIntake = {
  id: 'update-history',
  read(lines, sink) {
    for (const entry of readUpdateHistory(lines)) {
      const { title, kb, state, code } = entry;
      const what =
        state === 'installed' ? 'install-succeeded' : state === 'failed' ? 'install-failed' : 'restart-required';
      sink.add('update-event', { what, kb, title, updateId: null, code, count: null }, readingOf(entry));
      if (state === 'restart-awaited') {
        sink.add(
          'pending-restart',
          { indicator: 'shown-to-person', present: true, strength: 'strong', detail: title },
          readingOf(entry),
        );
      }
      sink.claim(entry.firstLine, entry.lastLine);
    }
  },
};

function readingOf(entry: HistoryEntry): Reading {
  const quote = `${entry.title}: ${entry.status}`;
  return { witness: 'update-log', at: { line: entry.firstLine }, when: whenOf(entry.time) ?? undefined, quote };
}
