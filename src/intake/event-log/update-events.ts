import type { UpdateEvent } from '../../evidence/kinds/updates.js';
import type { Sink } from '../intake.js';
import { cleanValue, codeOf, type EventRecord, kbIn, namedValue, valueLike } from './event.js';
import { readingOf } from './reading.js';

/** What the records of WindowsUpdateClient tell, by id. */
const WHAT: Readonly<Record<number, UpdateEvent['what']>> = {
  16: 'scan-failed', // could not connect
  17: 'ready-to-install',
  18: 'ready-to-install',
  19: 'install-succeeded',
  20: 'install-failed',
  21: 'restart-required',
  22: 'restart-required',
  23: 'uninstall-succeeded',
  24: 'uninstall-failed',
  25: 'scan-failed',
  26: 'scan-succeeded',
  31: 'download-failed',
  41: 'downloaded',
  43: 'install-started',
  44: 'download-started',
};
const CARRIES_CODE = new Set([16, 20, 24, 25, 31]);
const GUID = /\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?/i;

/** Records of Windows Update's client: attempts, downloads, scans, and restarts asked for. */
export function intakeUpdateEvent(event: EventRecord, sink: Sink): void {
  const what = WHAT[event.id];
  if (what === undefined) return;
  const code = CARRIES_CODE.has(event.id) ? codeOf(event) : null;
  const count = event.id === 26 ? readCount(event) : null;
  const updateId =
    namedValue(event, /update_?(?:guid|id)/i) ??
    (event.data.every(({ name }) => name === null) ? valueLike(event, GUID) : null);
  const titles = titlesOf(event);
  for (const title of titles.length === 0 ? [null] : titles) {
    const value: UpdateEvent = {
      what,
      kb: kbIn(title) ?? (titles.length === 0 ? kbIn(event.message) : null),
      title,
      updateId: updateId === null ? null : (GUID.exec(updateId)?.[1].toLowerCase() ?? null),
      code,
      count,
    };
    sink.add('update-event', value, readingOf(event, title ?? event.message));
  }
  if (what === 'restart-required') {
    const detail = titles.length === 0 ? null : titles.join('; ');
    const sign = { indicator: 'restart-event', present: true, strength: 'strong', detail } as const;
    sink.add('pending-restart', sign, readingOf(event, detail));
  }
}

/** Titles of the updates that a record names: one, or a list with a line each. */
function titlesOf(event: EventRecord): string[] {
  const list = namedValue(event, /update_?list/i);
  if (list !== null) return splitList(list);
  const title = namedValue(event, /update_?title|^title$/i);
  if (title !== null) return [title];
  const unnamed = event.data.find(({ name, value }) => name === null && isTitle(cleanValue(value)));
  if (unnamed !== undefined) return splitList(cleanValue(unnamed.value));
  return event.message === null ? [] : titlesInMessage(event.message);
}

function splitList(list: string): string[] {
  return list
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-•*]\s*/, '').trim())
    .filter((line) => line !== '')
    .slice(0, 100);
}

function isTitle(value: string): boolean {
  return value.length > 4 && !/^(?:\{?[0-9a-f-]{36}\}?|0x[0-9a-f]+|-?\d+)$/i.test(value);
}

/**
 * The title in a rendered message. The sentence before it is translated, but always ends in a colon:
 * `Installation Failure: Windows failed to install the following update with error 0x80070643: <title>.`
 */
function titlesInMessage(message: string): string[] {
  const lines = message.split('\n').map((line) => line.trim());
  const listed = lines.filter((line) => /^[-•]\s/.test(line));
  if (listed.length > 0) return splitList(listed.join('\n'));
  const filled = lines.filter((line) => line !== '');
  const title = titleIn(filled[0] ?? '');
  const joined = titleIn(filled.slice(0, 2).join(' ')); // a console may have wrapped the line
  const isWrapped = joined !== null && (title === null || (kbIn(title) === null && kbIn(joined) !== null));
  const found = isWrapped ? joined : title;
  return found === null ? [] : [found];
}

function titleIn(text: string): string | null {
  const behindCode = /0x[0-9a-f]{8}\s*[:：]\s*(.+)$/i.exec(text);
  const colons = text.split(/[:：]\s+/);
  const behindColon =
    colons.length >= 3
      ? colons.slice(2).join(': ')
      : colons.length === 2 && kbIn(colons[1]) !== null
        ? colons[1]
        : null;
  const title = (behindCode?.[1] ?? behindColon ?? '').trim().replace(/[.。]$/, '');
  return title.length < 4 ? null : title;
}

function readCount(event: EventRecord): number | null {
  const text = namedValue(event, /update_?count/i) ?? valueLike(event, /(?<![\d.])(\d{1,4})(?![\d.])/);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}
