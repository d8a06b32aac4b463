import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { findTime, type Line } from '../text/text.js';
import type { EventDatum, PrintedEvent } from './printed-event.js';

/** One record's XML in characters; a record of a binary log cannot pass 64 KiB. */
const EVENT_CHARS_MAX = 1 << 20;
const DATA_MAX = 1024;

/** Reads the `<Event>` elements in a text, each by itself: damage in one costs that one. */
export function readXmlEvents(lines: readonly Line[], note: Note): PrintedEvent[] {
  const events: PrintedEvent[] = [];
  let open: { parts: string[]; firstLine: number; chars: number } | null = null;
  for (const { text, number } of lines) {
    let rest = text;
    while (rest !== '') {
      if (open === null) {
        const start = /<Event(?=[\s>])/.exec(rest);
        if (start === null) break;
        open = { parts: [], firstLine: number, chars: 0 };
        rest = rest.slice(start.index);
      }
      const end = rest.indexOf('</Event>');
      const part = end < 0 ? `${rest}\n` : rest.slice(0, end + 8);
      open.parts.push(part);
      open.chars += part.length;
      rest = end < 0 ? '' : rest.slice(end + 8);
      if (end >= 0) {
        const event = readXmlEvent(open.parts.join(''), open.firstLine, number, note);
        if (event !== null) events.push(event);
        open = null;
      } else if (open.chars > EVENT_CHARS_MAX) {
        note(defect('over-limit', open.firstLine, `<= ${EVENT_CHARS_MAX} characters`));
        open = null;
        rest = '';
      }
    }
  }
  if (open !== null) note(defect('truncated', open.firstLine, '</Event>'));
  return events;
}

/** What was gathered of one record while it was parsed. */
interface Gathered {
  provider: string;
  id: string;
  time: string;
  channel: string;
  computer: string;
  record: string;
  message: string;
  data: EventDatum[];
}

function readXmlEvent(xml: string, firstLine: number, lastLine: number, note: Note): PrintedEvent | null {
  const gathered: Gathered = {
    provider: '',
    id: '',
    time: '',
    channel: '',
    computer: '',
    record: '',
    message: '',
    data: [],
  };
  try {
    parse(xml, gathered);
  } catch {
    note(defect('bad-range', firstLine, 'well-formed XML'));
    if (gathered.provider === '' || gathered.id === '') return null;
  }
  if (gathered.provider === '' || !/^\s*\d{1,5}\s*$/.test(gathered.id)) return null;
  return {
    provider: gathered.provider,
    id: Number(gathered.id),
    time: findTime(gathered.time),
    channel: gathered.channel.trim() || null,
    computer: gathered.computer.trim() || null,
    record: /^\s*\d+\s*$/.test(gathered.record) ? Number(gathered.record) : null,
    data: gathered.data,
    message: gathered.message.trim() || null,
    firstLine,
    lastLine,
  };
}

function parse(xml: string, into: Gathered): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  let text = '';
  let dataName: string | null = null;
  let hasChild = false;
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    const attributes = tag.attributes as Record<string, string | SaxesAttributePlain['value']>;
    if (name === 'Provider') into.provider = String(attributes.Name ?? attributes.EventSourceName ?? '');
    if (name === 'TimeCreated') into.time = String(attributes.SystemTime ?? '');
    dataName = name === 'Data' || name === 'ComplexData' ? (attributes.Name ?? null) : null;
    path.push(name);
    text = '';
    hasChild = false;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('cdata', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    const name = path.pop() as string;
    take(into, name, path, text, dataName, hasChild);
    text = '';
    dataName = null;
    hasChild = true;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

function take(
  into: Gathered,
  name: string,
  path: readonly string[],
  text: string,
  dataName: string | null,
  hasChild: boolean,
): void {
  if (path[1] === 'System') {
    if (name === 'EventID') into.id = text;
    else if (name === 'EventRecordID') into.record = text;
    else if (name === 'Channel') into.channel = text;
    else if (name === 'Computer') into.computer = text;
  } else if (path[1] === 'RenderingInfo') {
    if (name === 'Message') into.message = text;
  } else if ((path[1] === 'EventData' || path[1] === 'UserData') && !hasChild && into.data.length < DATA_MAX) {
    into.data.push({ name: path[1] === 'UserData' ? name : dataName, value: text });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function defect(fault: 'truncated' | 'bad-range' | 'over-limit', line: number, expected: string): FormatError {
  return new FormatError(fault, { what: `event-text.xml line ${line}`, sourceOffset: 0, expected, actual: 'other' });
}
