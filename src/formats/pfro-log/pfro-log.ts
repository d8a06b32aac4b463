/** PFRO.log: what became of file renames that waited for a restart. */
import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

export interface PfroLine {
  /** When Windows started and did them. */
  readonly stamp: LogStamp;
  /** How many were done, on the line that sums up a start. */
  readonly successful: number | null;
}

/** Reads one line; `null` for any other. */
export function readPfroLine(text: string): PfroLine | null {
  const match =
    /^\ufeff?(\d[\d./-]{7,9} \d{1,2}:\d\d:\d\d) - (?:(\d{1,6}) Successful PFRO operations|PFRO Error: )/.exec(text);
  const stamp = match === null ? null : readStamp(match[1]);
  if (match === null || stamp === null) return null;
  return { stamp, successful: match[2] === undefined ? null : Number(match[2]) };
}
