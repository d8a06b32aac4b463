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
  const stamped = lines.filter((line) => readStamp(line.text) !== null);
  for (const taker of takers) taker.end(stamped[0] ?? null, stamped.at(-1) ?? null);
}
