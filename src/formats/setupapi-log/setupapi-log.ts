/** What lines of setupapi.dev.log say: a section for each thing done to a device or driver. */
import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

export type SetupApiLine =
  | { readonly what: 'section'; readonly title: string }
  | { readonly what: 'start'; readonly stamp: LogStamp | null }
  /** The section failed with this Win32 or setup code. */
  | { readonly what: 'failure'; readonly code: number };

export function readSetupApiLine(text: string): SetupApiLine | null {
  if (text.startsWith('>>>  Section start ')) return { what: 'start', stamp: readStamp(text) };
  const section = /^>>>\s+\[(.{1,300})\]\s*$/.exec(text);
  if (section !== null) return { what: 'section', title: section[1] };
  const failure = /^<<<\s+\[Exit status: FAILURE\(0x([0-9a-fA-F]{8})\)\]/.exec(text);
  return failure === null ? null : { what: 'failure', code: Number.parseInt(failure[1], 16) };
}

/** Whether a section is about putting in a driver for a device. */
export function isDeviceInstall(title: string): boolean {
  return /\b(?:Device Install|DiInstallDriver|Install Driver Updates|Driver Install)\b/i.test(title);
}
