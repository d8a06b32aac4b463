/** Entries of Configuration Manager's logs (CMTrace). */
import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

export interface CmTraceLine {
  readonly stamp: LogStamp | null;
  readonly component: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
}

const ENTRY =
  /^\ufeff?<!\[LOG\[(.*?)\]LOG\]!><(time="[^"]{1,24}" date="[^"]{1,12}") component="([^"]{0,64})"[^>]*?\btype="(\d)"/;
const LEVELS: Readonly<Record<string, CmTraceLine['level']>> = { '2': 'warning', '3': 'error' };

/** Reads one entry that stands on one line; `null` for any other. */
export function readCmTraceLine(text: string): CmTraceLine | null {
  const match = ENTRY.exec(text);
  if (match === null) return null;
  const [, message, time, component, type] = match;
  return { stamp: readStamp(`]LOG]!><${time}`), component, level: LEVELS[type] ?? 'info', message };
}

/** State of one update as UpdatesDeployment.log and UpdatesHandler.log report it. */
export interface CmUpdateProgress {
  readonly updateId: string;
  /** `ciStateError`, `ciStateInstalling`, `ciStatePendingSoftReboot`. */
  readonly state: string;
  /** HRESULT, unsigned. */
  readonly code: number;
}

const PROGRESS =
  /^Update \((?:[^)]*\/SUM_)?([0-9a-fA-F-]{36})\) Progress: Status = (\w{1,40})\b.*?\bResult = 0x([0-9a-fA-F]{1,8})/;
const TARGETED = /^Update \((?:[^)]*\/SUM_)?([0-9a-fA-F-]{36})\) Name \((.{1,300})\) ArticleID \((\d{6,8})\)/;

export function readCmProgress(message: string): CmUpdateProgress | null {
  const match = PROGRESS.exec(message);
  if (match === null) return null;
  return { updateId: match[1].toLowerCase(), state: match[2], code: Number.parseInt(match[3], 16) };
}

/** Name and article of an update, as they stand where it was targeted. */
export function readCmTargeted(message: string): { updateId: string; title: string; kb: string } | null {
  const match = TARGETED.exec(message);
  return match === null ? null : { updateId: match[1].toLowerCase(), title: match[2], kb: `KB${match[3]}` };
}
