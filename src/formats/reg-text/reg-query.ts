import type { Line } from '../text/text.js';
import { type RegistryReading, type RegistryValue, VALUES_MAX } from './registry-reading.js';

const ROOTS: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKU: 'HKEY_USERS',
  HKCR: 'HKEY_CLASSES_ROOT',
};
const KEY_LINE = /^\s*(HKEY_[A-Z_]+\\[^\t]*?)\s*$/;
const TYPE = /(?:^|\s)(REG_[A-Z_]+)(?=\s|$)/;

/** A key in its long form from any of the ways to write it, or `null`. */
export function keyOf(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^(?:Microsoft\.PowerShell\.Core\\)?Registry::/i, '')
    .replace(/\\+$/, '');
  const match = /^(HKLM|HKCU|HKU|HKCR|HKEY_[A-Z_]+):?\\(.+)$/i.exec(plain);
  if (match === null) return null;
  const root = match[1].toUpperCase();
  return `${ROOTS[root] ?? root}\\${match[2].replace(/^\\/, '')}`;
}

/** Whether the line is a key as `reg query` prints it. */
export function isKeyLine(text: string): boolean {
  return text.length < 1000 && KEY_LINE.test(text);
}

/** Reads a key and its values as `reg query` prints them. */
export function readRegQuery(
  lines: readonly Line[],
  index: number,
): { reading: RegistryReading; nextIndex: number } | null {
  const key = KEY_LINE.exec(lines[index].text);
  if (key === null) return null;
  const values: RegistryValue[] = [];
  let next = index + 1;
  for (let i = index + 1; i < lines.length && values.length < VALUES_MAX; i++) {
    const { text, number } = lines[i];
    if (text.trim() === '' && i <= next + 1) continue;
    const type = isKeyLine(text) || text.length > 50_000 ? null : TYPE.exec(text);
    if (type === null) break;
    const data = text.slice(type.index + type[0].length).trim();
    values.push({
      name: nameOf(text.slice(0, type.index).trim()),
      type: type[1],
      text: textOf(type[1], data),
      line: number,
    });
    next = i + 1;
  }
  const reading: RegistryReading = {
    key: key[1],
    state: 'present',
    absentValue: null,
    values,
    firstLine: lines[index].number,
    lastLine: lines[next - 1].number,
  };
  return { reading, nextIndex: next };
}

/** The default value's name is in brackets, in the display language. */
function nameOf(printed: string): string {
  return /^\(\P{Nd}+\)$/u.test(printed) ? '' : printed;
}

function textOf(type: string, printed: string): string {
  if (type === 'REG_DWORD' || type === 'REG_QWORD')
    return /^0x[0-9a-f]{1,16}$/i.test(printed) ? BigInt(printed).toString() : printed;
  return type === 'REG_MULTI_SZ' ? printed.replaceAll('\\0', '\n') : printed;
}
