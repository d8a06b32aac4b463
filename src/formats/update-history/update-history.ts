/** The update history and the update page of Settings, copied as text. */

import {
  type DateOrder,
  dateOrderOf,
  FAILURE_STEMS,
  findTime,
  hasStem,
  type Line,
  type PrintedTime,
  SUCCESS_STEMS,
  undress,
} from '../text/text.js';

export interface HistoryEntry {
  readonly title: string;
  /** `KB5034441`; `null` for a driver or an app. */
  readonly kb: string | null;
  readonly state: 'installed' | 'failed' | 'restart-awaited';
  /** HRESULT shown, unsigned. */
  readonly code: number | null;
  readonly time: PrintedTime | null;
  readonly status: string;
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const TITLE_CHARS_MAX = 260;
const STATUS_CHARS_MAX = 140;
const KB = /\bKB[\s-]?(\d{6,7})\b/i;
const CODE = /\b0x([0-9a-f]{8})\b/i;
/** Words for a restart that an update waits for, in the languages that we know. */
const RESTART =
  /restart|reboot|neustart|redémarr|reinici|riavvi|opnieuw|ponowne|ponownego|restartov|újraind|перезагруз|перезапус|перезавантаж|yeniden başlat|επανεκκ|再起動|重新启动|重启|重新啟動|다시 시작|הפעלה מחדש|إعادة/i;

/**
 * Reads titles that have a status line under them, whatever the language: a title names a KB number or is followed by
 * a status; a status has a day or an error code, or both.
 */
export function readUpdateHistory(dressed: readonly Line[]): HistoryEntry[] {
  const lines = undress(dressed);
  const order = dateOrderOf(lines.map((line) => line.text));
  const entries: HistoryEntry[] = [];
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index].text.trim();
    if (text.length < 10 || text.length > TITLE_CHARS_MAX + STATUS_CHARS_MAX || !KB.test(text)) continue;
    const entry = readOneLine(lines[index], order) ?? readPair(lines, index, order);
    if (entry === null) continue;
    entries.push(entry);
    while (index + 1 < lines.length && lines[index + 1].number <= entry.lastLine) index++;
  }
  return entries;
}

/** A title with its status in the next line that is not empty. */
function readPair(lines: readonly Line[], index: number, order: DateOrder | null): HistoryEntry | null {
  const title = lines[index].text.trim();
  if (title.length > TITLE_CHARS_MAX || !isTitle(title)) return null;
  let at = index + 1;
  while (at < lines.length && at <= index + 2 && lines[at].text.trim() === '') at++;
  if (at >= lines.length) return null;
  const status = lines[at].text.trim();
  if (status === '' || status.length > STATUS_CHARS_MAX || KB.test(status)) return null;
  return entryOf(title, status, lines[index].number, lines[at].number, order);
}

/** A row of the old control panel: title, state, importance and day, with tabs between. */
function readOneLine(line: Line, order: DateOrder | null): HistoryEntry | null {
  const cells = line.text.trim().split(/\t+|\s{3,}/);
  if (cells.length < 3 || !KB.test(cells[0]) || !isTitle(cells[0])) return null;
  return entryOf(cells[0], cells.slice(1).join(' '), line.number, line.number, order);
}

/** A title ends with its KB number, a version or a size; a sentence goes on or ends in a full stop. */
function isTitle(text: string): boolean {
  const behind = text.slice(KB.exec(text)?.index ?? 0).replace(KB, '');
  return behind.length < 60 && !/[.!?。]$/.test(text) && !/0x[0-9a-f]{8}/i.test(text);
}

function entryOf(
  title: string,
  status: string,
  firstLine: number,
  lastLine: number,
  order: DateOrder | null,
): HistoryEntry | null {
  const code = CODE.exec(status);
  const found = findTime(status, order);
  const time = found === null ? null : { fromMs: found.fromMs, toMs: found.toMs, isUtc: found.isUtc };
  const state = stateOf(status, code !== null, time !== null);
  if (state === null) return null;
  const number = KB.exec(title);
  return {
    title,
    kb: number === null ? null : `KB${number[1]}`,
    state,
    code: code === null ? null : Number.parseInt(code[1], 16),
    time,
    status,
    firstLine,
    lastLine,
  };
}

/** What a status says; `null` for words that we do not know without a code, since they may say either. */
function stateOf(status: string, hasCode: boolean, hasDay: boolean): HistoryEntry['state'] | null {
  if (hasCode) return 'failed';
  if (RESTART.test(status) && !hasDay) return 'restart-awaited';
  if (!hasDay && !/^(?:status|état|estado|stato|stav|stan|状态|狀態|状態|상태)?:?\s*\S/i.test(status)) return null;
  if (!hasDay) return null;
  if (hasStem(status, SUCCESS_STEMS) || INSTALLED.test(status)) return 'installed';
  return hasStem(status, FAILURE_STEMS) ? 'failed' : null;
}

/** `Installed on` without a word for success. */
const INSTALLED =
  /^(?:installed|installiert|installé|instalad|installat|geïnstalleerd|zainstalowano|nainstalov|telepítve|установлено|встановлено|yüklendi)|설치(?:됨|함)|安装于|安裝於|インストール(?:済|され)/i;
