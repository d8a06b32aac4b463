import type { Line } from '../text/text.js';
import { type RegistryReading, type RegistryValue, VALUES_MAX } from './registry-reading.js';

const KEY_LINE = /^\s*\[(-?)(HKEY_[A-Z_]+\\[^\]]*(?:\][^\]]+)*)\]\s*$/i;
const VALUE_LINE = /^\s*(@|"(?:[^"\\]|\\.)*")\s*=\s*(.*)$/;
const TYPES: Readonly<Record<string, string>> = {
  '0': 'REG_NONE',
  '1': 'REG_SZ',
  '2': 'REG_EXPAND_SZ',
  '3': 'REG_BINARY',
  '4': 'REG_DWORD',
  '7': 'REG_MULTI_SZ',
  b: 'REG_QWORD',
};
const BYTES_MAX = 1 << 20;

/** Reads a key and its values as `.reg` files hold them. */
export function readRegExport(
  lines: readonly Line[],
  index: number,
): { reading: RegistryReading; nextIndex: number } | null {
  const key = KEY_LINE.exec(lines[index].text);
  if (key === null) return null;
  const values: RegistryValue[] = [];
  let next = index + 1;
  for (let i = index + 1; i < lines.length && values.length < VALUES_MAX; i++) {
    const { text, number } = lines[i];
    if (text.trim() === '') continue;
    const match = text.length > 100_000 ? null : VALUE_LINE.exec(text);
    if (match === null) break;
    const parts = [match[2].trim()];
    for (let chars = 0; parts[parts.length - 1].endsWith('\\') && i + 1 < lines.length && chars < BYTES_MAX * 3; ) {
      i++;
      parts[parts.length - 1] = parts[parts.length - 1].slice(0, -1);
      parts.push(lines[i].text.trim());
      chars += parts[parts.length - 1].length;
    }
    const data = parts.join('');
    const value = dataOf(data);
    if (value !== null) values.push({ name: match[1] === '@' ? '' : unquote(match[1]), ...value, line: number });
    next = i + 1;
  }
  const reading: RegistryReading = {
    key: key[2],
    state: key[1] === '-' ? 'removed' : 'present',
    absentValue: null,
    values,
    firstLine: lines[index].number,
    lastLine: lines[next - 1].number,
  };
  return { reading, nextIndex: next };
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1');
}

/** A value's type and text; `null` for `-`, which takes a value away. */
function dataOf(data: string): { type: string; text: string } | null {
  const quoted = /^(?:str\((\d)\):)?("(?:[^"\\]|\\.)*")/.exec(data);
  if (quoted !== null) return { type: TYPES[quoted[1] ?? '1'] ?? 'REG_SZ', text: unquote(quoted[2]) };
  const number = /^dword:([0-9a-f]{1,8})$/i.exec(data);
  if (number !== null) return { type: 'REG_DWORD', text: String(Number.parseInt(number[1], 16)) };
  const hex = /^hex(?:\(([0-9a-f])\))?:([0-9a-f,\s]*)$/i.exec(data);
  if (hex === null) return null;
  const type = TYPES[(hex[1] ?? '3').toLowerCase()] ?? 'REG_BINARY';
  const bytes = hex[2]
    .split(',')
    .filter((byte) => byte.trim() !== '')
    .slice(0, BYTES_MAX)
    .map((byte) => Number.parseInt(byte, 16) & 0xff);
  return { type, text: textOfBytes(type, bytes) };
}

function textOfBytes(type: string, bytes: readonly number[]): string {
  if (type === 'REG_DWORD' || type === 'REG_QWORD') {
    return bytes
      .slice(0, 8)
      .reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
      .toString();
  }
  if (type === 'REG_BINARY' || type === 'REG_NONE')
    return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const text = new TextDecoder('utf-16le').decode(new Uint8Array(bytes)).replace(/\0+$/, '');
  return type === 'REG_MULTI_SZ' ? text.replaceAll('\0', '\n') : text.replaceAll('\0', '');
}
