/** What lines of MpSigStub.log say: the program that puts in Defender's updates. */
import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

export type MpSigStubLine =
  | { readonly what: 'start'; readonly stamp: LogStamp | null }
  | { readonly what: 'command'; readonly program: string }
  /** HRESULT, unsigned. */
  | { readonly what: 'error'; readonly code: number };

export function readMpSigStubLine(text: string): MpSigStubLine | null {
  if (/^\ufeff?Start time: \d{4}-/.test(text)) return { what: 'start', stamp: readStamp(text) };
  const command = /^Command: \/stub \S+ .*?\/program (.{1,260}?)(?: WD\b.*)?$/.exec(text);
  if (command !== null) return { what: 'command', program: command[1] };
  const error = /^\s*ERROR\b.{0,80}?0x([89a-fA-F][0-9a-fA-F]{7})\b/.exec(text);
  return error === null ? null : { what: 'error', code: Number.parseInt(error[1], 16) };
}
