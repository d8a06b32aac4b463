/** Lines of WindowsUpdate.log, in each of its shapes. */
import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

export interface WindowsUpdateLine {
  readonly stamp: LogStamp;
  /** `Agent`, `ComApi`, `Handler`; of any language the same. */
  readonly component: string;
  readonly message: string;
}

// Windows 7 and 8: date, time, process, thread and component parted by tabs. Later: date and time with seven digits, then columns of blanks.
// A `Z` behind the time is ours: the line comes from a trace, whose clock is UTC.
const OLD = /^\ufeff?(\d{4}-\d\d-\d\d\t\d\d:\d\d:\d\d:\d{3})\t\s*[0-9a-f]+\t\s*[0-9a-f]+\t([A-Za-z]+)\t(.*)$/;
const NEW = /^\ufeff?(\d{4}[-/.]\d\d[-/.]\d\d \d\d:\d\d:\d\d\.\d{3,7}Z?)\s+\d+\s+\d+\s+([A-Za-z]+)\s+(.*)$/;

/** Reads one line; `null` for any other. */
export function readWindowsUpdateLine(text: string): WindowsUpdateLine | null {
  const match = OLD.exec(text) ?? NEW.exec(text);
  const stamp = match === null ? null : readStamp(match[1]);
  if (match === null || stamp === null) return null;
  return { stamp, component: match[2], message: match[3].trim() };
}

/** What a message says of one update. */
export type UpdateMention =
  /** `Deserialized installable update <title>, UpdateID = {GUID.200}` and the like. */
  | { readonly what: 'title'; readonly updateId: string; readonly title: string }
  | { readonly what: 'install-started'; readonly updateId: string }
  /** `LogHistory called for …`: what goes into the update history. `code` is `null` for a success. */
  | { readonly what: 'install-finished'; readonly updateId: string; readonly code: number | null };

const TITLED = /update (.{1,300}), UpdateID = \{?([0-9A-Fa-f-]{36})/i;
const STARTED = /Installing starting for update \{?([0-9A-Fa-f-]{36})/i;
const HISTORY =
  /LogHistory called .{0,300}idUpdate=\{?([0-9A-Fa-f-]{36})\}?[.\d]{0,12}, operation = Install, resultMapped=([-0-9A-Fa-fx]{1,11}), resultUnMapped=([-0-9A-Fa-fx]{1,11})/i;

export function readUpdateMention(message: string): UpdateMention | null {
  const history = HISTORY.exec(message);
  if (history !== null) return finished(history[1].toLowerCase(), history[2], history[3]);
  const started = STARTED.exec(message);
  if (started !== null) return { what: 'install-started', updateId: started[1].toLowerCase() };
  const titled = TITLED.exec(message);
  return titled === null ? null : { what: 'title', updateId: titled[2].toLowerCase(), title: titled[1].trim() };
}

/** Success only where both codes are 0: one that asks for a restart is not told from others. */
function finished(updateId: string, mapped: string, unmapped: string): UpdateMention | null {
  if (Number(mapped) === 0 && Number(unmapped) === 0) return { what: 'install-finished', updateId, code: null };
  const code = failureOf(mapped);
  return code === null ? null : { what: 'install-finished', updateId, code };
}

const FAILURE_BIT = 0x8000_0000;

/** No failed one was seen: hex with or without `0x`, or a decimal with a sign, whichever it is; `null` for anything else. */
function failureOf(text: string): number | null {
  const isHex = /^(?:0x)?[89a-f][0-9a-f]{7}$/i.test(text);
  const value = isHex ? Number.parseInt(text.replace(/^0x/i, ''), 16) : /^-\d{1,10}$/.test(text) ? Number(text) : 0;
  return value >= FAILURE_BIT || (value < 0 && value >= -FAILURE_BIT) ? value >>> 0 : null;
}
