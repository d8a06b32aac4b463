/** Events that the update agent reports: lines of ReportingEvents.log, and `REPORT EVENT:` lines of WindowsUpdate.log. */
import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

export type ReportedEvent =
  | 'install-started'
  | 'install-failed'
  | 'install-succeeded'
  | 'restart-required'
  | 'download-failed'
  | 'downloaded'
  | 'download-started'
  | 'scan-succeeded'
  | 'scan-failed';

export interface UpdateReport {
  /** With its zone. */
  readonly stamp: LogStamp;
  readonly event: ReportedEvent;
  /** In lower case without braces; `null` for events of no one update. */
  readonly updateId: string | null;
  /** HRESULT, unsigned; 0 for success. */
  readonly code: number;
  readonly title: string | null;
  /** Updates found by a scan. */
  readonly count: number | null;
}

// Fields are parted by tabs, or by blanks where a web page or mail flattened them, and braces may have been lost with the GUIDs.
const EVENT =
  /(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d:\d{3}[+-]\d{4})\s+\d{1,3}\s+(\d{1,4})(?:\s+\[([A-Z0-9_]+)\])?\s+\d{1,5}\s+(?:\{([0-9A-Fa-f-]{36})\}\s+)?(\d{1,6})\s+(?:0x)?([0-9a-fA-F]{1,8})\s+(.*)$/;

const BY_SYMBOL: Readonly<Record<string, ReportedEvent>> = {
  AGENT_INSTALLING_STARTED: 'install-started',
  AGENT_INSTALLING_FAILED: 'install-failed',
  AGENT_INSTALLING_SUCCEEDED: 'install-succeeded',
  AGENT_INSTALLING_PENDING: 'restart-required',
  AGENT_DOWNLOAD_STARTED: 'download-started',
  AGENT_DOWNLOAD_FAILED: 'download-failed',
  AGENT_DOWNLOAD_SUCCEEDED: 'downloaded',
  AGENT_DETECTION_FINISHED: 'scan-succeeded',
  AGENT_DETECTION_FAILED: 'scan-failed',
};
const BY_ID: Readonly<Record<string, ReportedEvent>> = {
  '147': 'scan-succeeded',
  '148': 'scan-failed',
  '161': 'download-failed',
  '162': 'downloaded',
  '167': 'download-started',
  '181': 'install-started',
  '182': 'install-failed',
  '183': 'install-succeeded',
};
const NIL = '00000000-0000-0000-0000-000000000000';
const TITLE_CHARS_MAX = 400;

/** Reads one event; `null` for other lines and for events of which we take no notice. */
export function readUpdateReport(text: string): UpdateReport | null {
  const match = EVENT.exec(text);
  if (match === null) return null;
  const [, time, id, symbol, guid, , hex, rest] = match;
  const stamp = readStamp(time);
  const event = (symbol === undefined ? undefined : BY_SYMBOL[symbol]) ?? BY_ID[id];
  if (stamp === null || event === undefined) return null;
  const updateId = guid?.toLowerCase() ?? null;
  const isScan = event === 'scan-succeeded' || event === 'scan-failed';
  return {
    stamp,
    event,
    updateId: updateId === NIL ? null : updateId,
    code: Number.parseInt(hex, 16),
    title: isScan ? null : titleOf(rest),
    count: event === 'scan-succeeded' ? countOf(rest) : null,
  };
}

/** The title ends the message, behind a code or behind the last of its introductory words. */
function titleOf(rest: string): string | null {
  const behindCode = /0x[0-9a-fA-F]{8}\s*[:：]\s*(.+)$/.exec(rest)?.[1];
  const message = behindCode ?? /[:：]\s+(?:[^:：]*[:：]\s+)?(.+)$/.exec(rest)?.[1];
  const title = message?.trim().replace(/\.$/, '') ?? '';
  return title === '' ? null : title.slice(0, TITLE_CHARS_MAX);
}

function countOf(rest: string): number | null {
  const match = /\b(\d{1,5})\b(?=\D*$)/.exec(rest);
  return match === null ? null : Number(match[1]);
}
