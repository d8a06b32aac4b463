import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

/** One entry of the logs that share Windows Setup's form: CBS, DISM, Panther, ReAgent, WinREAgent. */
export interface SetupLine {
  readonly stamp: LogStamp | null;
  readonly level: 'info' | 'warning' | 'error' | 'other';
  /** `CBS`, `DISM`, `MOUPG`, or the program in brackets: `[svchost.exe]`. `null` where none stands there. */
  readonly module: string | null;
  readonly message: string;
}

const LINE =
  /(?:^|[\s>"'`\ufeff])(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d), (Info|Warning|Error|Fatal Error|Perf|Trace|Debug|Verbose)\b\s*(?:\[0x[0-9a-fA-F]+\]\s*)?(?:(\[[^\]\s]+\]|[A-Z][A-Z0-9]{1,7})(?=\s|$))?\s*(.*)$/;

/** How far into a line the entry may begin: quotation marks and list bullets stand before it in tickets. */
const LEAD_CHARS_MAX = 24;

/** Reads one entry; `null` for continuation lines and all else. */
export function readSetupLine(text: string): SetupLine | null {
  const match = LINE.exec(text);
  if (match === null || match.index > LEAD_CHARS_MAX) return null;
  const [, time, level, module, message] = match;
  return { stamp: readStamp(time), level: levelOf(level), module: module ?? null, message: message.trimEnd() };
}

function levelOf(word: string): SetupLine['level'] {
  if (word === 'Info') return 'info';
  if (word === 'Warning') return 'warning';
  return word === 'Error' || word === 'Fatal Error' ? 'error' : 'other';
}
