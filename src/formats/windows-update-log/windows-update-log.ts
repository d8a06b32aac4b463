/** Lines of WindowsUpdate.log, in each of its shapes. */
import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

export interface WindowsUpdateLine {
  readonly stamp: LogStamp;
  /** `Agent`, `ComApi`, `Handler`; of any language the same. */
  readonly component: string;
  readonly message: string;
}

// Windows 7 and 8: date, time, process, thread and component parted by tabs. Later: date and time with seven digits, then columns of blanks.
const OLD = /^\ufeff?(\d{4}-\d\d-\d\d\t\d\d:\d\d:\d\d:\d{3})\t\s*[0-9a-f]+\t\s*[0-9a-f]+\t([A-Za-z]+)\t(.*)$/;
const NEW = /^\ufeff?(\d{4}[-/.]\d\d[-/.]\d\d \d\d:\d\d:\d\d\.\d{3,7})\s+\d+\s+\d+\s+([A-Za-z]+)\s+(.*)$/;

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
  | { readonly what: 'install-started'; readonly updateId: string };

const TITLED = /update (.{1,300}), UpdateID = \{?([0-9A-Fa-f-]{36})/i;
const STARTED = /Installing starting for update \{?([0-9A-Fa-f-]{36})/i;

export function readUpdateMention(message: string): UpdateMention | null {
  const started = STARTED.exec(message);
  if (started !== null) return { what: 'install-started', updateId: started[1].toLowerCase() };
  const titled = TITLED.exec(message);
  return titled === null ? null : { what: 'title', updateId: titled[2].toLowerCase(), title: titled[1].trim() };
}
