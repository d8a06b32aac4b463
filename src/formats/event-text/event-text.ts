/** Records of event logs that somebody exported or pasted as text, XML or tables. */

import type { FormatError, Note } from '../../bytes/format-error.js';
import { type DateOrder, dateOrderOf, type Line, undress } from '../text/text.js';
import { readLabelledEvents } from './labelled-events.js';
import type { PrintedEvent } from './printed-event.js';
import { readTableEvents } from './table-events.js';
import { readXmlEvents } from './xml-events.js';

export type { EventDatum, PrintedEvent } from './printed-event.js';

/** An event's XML stands at most so many lines below its text, in what the event viewer copies. */
const XML_LINES_BELOW_MAX = 200;

/**
 * Reads every event record in a text: `wevtutil` as text and XML, the event viewer's copies and its XML, CSV and tab
 * separated files, tables of Get-WinEvent. Labels may be of any language.
 *
 * @param note Told of XML that could not be read; that costs the one record.
 */
export function readEventText(dressed: readonly Line[], note: Note): PrintedEvent[] {
  const lines = undress(dressed);
  const order: DateOrder | null = dateOrderOf(lines.map((line) => line.text));
  const fromXml = readXmlEvents(dressed, (defect: FormatError) => note(defect));
  const fromLabels = readLabelledEvents(lines, order);
  const fromTables = readTableEvents(lines, order);
  return [...mergeCopies(fromLabels, fromXml), ...fromTables].sort((a, b) => a.firstLine - b.firstLine);
}

/** The event viewer copies a record as text and as XML: one record, with the names of the one and the words of the other. */
function mergeCopies(fromLabels: readonly PrintedEvent[], fromXml: readonly PrintedEvent[]): PrintedEvent[] {
  const merged: PrintedEvent[] = [];
  let next = 0; // both come in the order of their lines
  for (const [index, event] of fromLabels.entries()) {
    while (next < fromXml.length && fromXml[next].firstLine < event.firstLine) merged.push(fromXml[next++]);
    const xml = next < fromXml.length ? fromXml[next] : null;
    const nextStart = fromLabels[index + 1]?.firstLine ?? Number.POSITIVE_INFINITY;
    const isCopy =
      xml !== null &&
      xml.id === event.id &&
      xml.firstLine < nextStart &&
      xml.firstLine - event.lastLine <= XML_LINES_BELOW_MAX;
    if (xml === null || !isCopy) {
      merged.push(event);
      continue;
    }
    next++;
    const lastLine = Math.max(event.lastLine, xml.lastLine);
    merged.push({ ...xml, message: event.message ?? xml.message, firstLine: event.firstLine, lastLine });
  }
  return [...merged, ...fromXml.slice(next)];
}
