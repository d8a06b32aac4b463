import { readStamp } from '../log-stamp/log-stamp.js';
import type { Line } from '../text/text.js';
import type { LineTaker } from './scan-lines.js';

/** Does for lines that are in memory already, such as pasted text, what `scanLines` does for a log. */
export function scanText(lines: readonly Line[], takers: readonly LineTaker[]): void {
  const wanted = takers.map((taker) => taker.needles.map((needle) => needle.toLowerCase()));
  for (const line of lines) {
    const lower = line.text.toLowerCase();
    for (let i = 0; i < takers.length; i++) {
      if (wanted[i].some((needle) => lower.includes(needle))) takers[i].line(line);
    }
  }
  const stamped = isLog(lines) ? lines.filter((line) => readStamp(line.text) !== null) : [];
  for (const taker of takers) taker.end(stamped[0] ?? null, stamped.at(-1) ?? null);
}

/** Lines by which a log is told from a letter. */
const LOOK_LINES = 400;
const STAMPED_MIN = 10;
const STAMPED_SHARE_MIN = 0.25;

/** Whether these are the first lines of a log, and not prose that quotes some: only a log is whole between its ends. */
export function isLog(lines: readonly Line[]): boolean {
  const look = lines.slice(0, LOOK_LINES).filter((line) => line.text.trim() !== '');
  const stamped = look.filter((line) => readStamp(line.text) !== null).length;
  return stamped >= STAMPED_MIN && stamped >= look.length * STAMPED_SHARE_MIN;
}
