import { commandOf, type DateOrder, type Line, labelled, readTime } from '../text/text.js';
import type { PrintedEvent } from './printed-event.js';

/** Fields in their fixed order; only their labels are translated. The description ends them. */
const WEVTUTIL = { channel: 0, provider: 1, time: 2, id: 3, computer: 10, description: 11 } as const;
const VIEWER = { channel: 0, provider: 1, time: 2, id: 3, computer: 8, description: 9 } as const;
/** `Event[12]:`; the word may be translated. */
const HEADING = /^\s*[^\s:[\]][^:[\]]{0,24}\[\d{1,9}\]\s*:?\s*$/;
const MESSAGE_LINES_MAX = 80;

/** Reads records that stand as labelled lines: those of `wevtutil ... /f:text` and what the event viewer copies. */
export function readLabelledEvents(lines: readonly Line[], order: DateOrder | null): PrintedEvent[] {
  const events: PrintedEvent[] = [];
  for (let index = 0; index < lines.length; index++) {
    const read = readAt(lines, index, order);
    if (read === null) continue;
    events.push(read.event);
    index = read.nextIndex - 1;
  }
  return events;
}

function readAt(lines: readonly Line[], index: number, order: DateOrder | null) {
  if (!lines[index].text.includes(':')) return null;
  const head = readHead(lines, index, 4);
  if (head === null || head.values.length < 4) return null;
  const [channel, provider, timeText, idText] = head.values;
  if (!/^\d{1,5}$/.test(idText) || provider === '' || channel === '') return null;
  const printed = readTime(timeText, order);
  if (printed === null) return null;

  const above = index > 1 && lines[index - 1].text.trim() === '' ? index - 2 : index - 1;
  const hasHeading = above >= 0 && HEADING.test(lines[above].text);
  const form = hasHeading ? WEVTUTIL : VIEWER;
  const whole = readHead(lines, index, form.description + 1) ?? head;
  const isWhole = whole.values.length > form.description;
  const at = isWhole ? form.description : descriptionIn(whole.values);
  const message =
    at === -1
      ? { text: null, next: whole.next }
      : readMessage(lines, whole.lineAfter[at], whole.values[at], hasHeading ? 1 : 0);
  const event: PrintedEvent = {
    provider,
    id: Number(idText),
    // wevtutil ends what is local time in `Z`
    time: hasHeading ? { ...printed, isUtc: false } : printed,
    channel,
    computer: isWhole ? whole.values[form.computer] : null,
    record: null,
    data: [],
    message: message.text,
    firstLine: lines[hasHeading ? above : index].number,
    lastLine: lines[Math.max(index, message.next - 1)].number,
  };
  return { event, nextIndex: message.next };
}

/** A value this long is no field of the head: the description begins in the line of its label. */
const FIELD_CHARS_MAX = 60;

/** Where the description stands when somebody left fields out: the last label with nothing behind it; -1 for none. */
function descriptionIn(values: readonly string[]): number {
  const long = values.findIndex((value, index) => index > 3 && value.length > FIELD_CHARS_MAX);
  const empty = values.lastIndexOf('');
  if (empty > 3 && (long === -1 || empty < long)) return empty;
  return long;
}

interface Head {
  readonly values: string[];
  /** Index of the line after each value. */
  readonly lineAfter: number[];
  readonly next: number;
}

/** Values of up to `count` labelled lines, one right under the other. */
function readHead(lines: readonly Line[], index: number, count: number): Head | null {
  const values: string[] = [];
  const lineAfter: number[] = [];
  let next = index;
  for (let i = index; i < lines.length && values.length < count; i++) {
    const { text } = lines[i];
    if (text.trim() === '' && i <= next + 1 && values.length > 0) continue; // an empty line of the page
    const field = text.length > 600 ? null : labelled(text);
    if (field === null || HEADING.test(text)) break;
    values.push(field.value);
    next = i + 1;
    lineAfter.push(next);
  }
  return values.length === 0 ? null : { values, lineAfter, next };
}

/**
 * The description: from its own line to the next record, command or XML. In a copy from the event viewer an empty line
 * ends it: what follows may be somebody's own words.
 */
function readMessage(
  lines: readonly Line[],
  index: number,
  first: string,
  blanksInside: number,
): { text: string; next: number } {
  const parts = first === '' ? [] : [first];
  let next = index;
  let blanks = 0;
  for (let i = index; i < lines.length && i < index + MESSAGE_LINES_MAX; i++) {
    const { text } = lines[i];
    if (HEADING.test(text) || text.trimStart().startsWith('<') || commandOf(text) !== null) break;
    if (/^\s*Event Xml:/i.test(text) || startsRecord(lines, i)) break;
    if (text.trim() === '') {
      if (parts.length > 0 && ++blanks > blanksInside) break;
      continue;
    }
    blanks = 0;
    parts.push(text.trim());
    next = i + 1;
  }
  return { text: parts.join('\n'), next };
}

/** Whether the head of another record begins here. */
function startsRecord(lines: readonly Line[], index: number): boolean {
  const head = labelled(lines[index].text) === null ? null : readHead(lines, index, 4);
  return (
    head !== null && head.values.length === 4 && /^\d{1,5}$/.test(head.values[3]) && readTime(head.values[2]) !== null
  );
}
