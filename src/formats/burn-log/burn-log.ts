/** What lines of a bundle's log say (Burn, of WiX), and of the .NET Framework's setup, which words its end alike. */
import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

export type BurnLine =
  | { readonly what: 'start'; readonly path: string }
  | { readonly what: 'name'; readonly name: string }
  /** HRESULT, unsigned. */
  | { readonly what: 'error'; readonly code: number; readonly stamp: LogStamp | null }
  | { readonly what: 'end'; readonly code: number; readonly stamp: LogStamp | null };

const ENTRY = /^\ufeff?\[[0-9A-F]{4,8}:[0-9A-F]{4,8}\]\[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\]([eiw])(\d{3}): (.*)$/;
const DOTNET_END = /Final Result: Installation failed with error code: \(0x([0-9a-fA-F]{8})\)/;
const DOTNET_NAME = /\bPackage Name = (.{1,120}?)(?:, Package Version|$)/;

export function readBurnLine(text: string): BurnLine | null {
  const match = ENTRY.exec(text);
  if (match === null) return readDotNet(text) ?? readQuoted(text);
  const [, time, kind, , message] = match;
  const stamp = readStamp(time);
  const path = /^Burn v.*?, path: (.{1,300}?)(?:, cmdline|$)/.exec(message);
  if (path !== null) return { what: 'start', path: path[1] };
  const name = /'WixBundleName' to value '(.{1,200})'/.exec(message);
  if (name !== null) return { what: 'name', name: name[1] };
  const end = /^Apply complete, result: 0x([0-9a-fA-F]{1,8})/.exec(message);
  if (end !== null) return { what: 'end', code: Number.parseInt(end[1], 16), stamp };
  const error = kind === 'e' ? /^Error 0x([0-9a-fA-F]{8})/.exec(message) : null;
  return error === null ? null : { what: 'error', code: Number.parseInt(error[1], 16), stamp };
}

function readDotNet(text: string): BurnLine | null {
  const end = DOTNET_END.exec(text);
  if (end !== null) return { what: 'end', code: Number.parseInt(end[1], 16), stamp: readStamp(text) };
  const name = DOTNET_NAME.exec(text);
  return name === null ? null : { what: 'name', name: name[1] };
}

/** A line quoted without its head. */
function readQuoted(text: string): BurnLine | null {
  const error = /^\W*e\d{3}: Error 0x([0-9a-fA-F]{8}):/.exec(text);
  if (error !== null) return { what: 'error', code: Number.parseInt(error[1], 16), stamp: null };
  const end = /^\W*(?:i399: )?Apply complete, result: 0x([0-9a-fA-F]{1,8}), restart:/.exec(text);
  return end === null ? null : { what: 'end', code: Number.parseInt(end[1], 16), stamp: null };
}
