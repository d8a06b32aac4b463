/** Registry hives: an empty one written here, filled by hivexsh. */
import { writeFileSync } from 'node:fs';
import { run } from './programs.js';

export type HiveValue =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'dword'; readonly value: number }
  | { readonly type: 'strings'; readonly value: readonly string[] }
  | { readonly type: 'binary'; readonly value: Uint8Array };

export interface HiveKey {
  readonly values?: Readonly<Record<string, HiveValue>>;
  readonly keys?: Readonly<Record<string, HiveKey>>;
}

export const text = (value: string): HiveValue => ({ type: 'string', value });
export const dword = (value: number): HiveValue => ({ type: 'dword', value });
export const texts = (...value: string[]): HiveValue => ({ type: 'strings', value });
export const binary = (value: Uint8Array): HiveValue => ({ type: 'binary', value });

/** Builds nested keys from paths parted by a backslash. */
export function keysOf(values: Readonly<Record<string, Readonly<Record<string, HiveValue>>>>): HiveKey {
  interface Open {
    values: Record<string, HiveValue>;
    keys: Record<string, Open>;
  }
  const root: Open = { values: {}, keys: {} };
  for (const [path, held] of Object.entries(values)) {
    let key = root;
    for (const name of path.split('\\').filter((part) => part !== '')) {
      key.keys[name] ??= { values: {}, keys: {} };
      key = key.keys[name];
    }
    Object.assign(key.values, held);
  }
  return root;
}

/** Writes a hive file. */
export function makeHive(file: string, root: HiveKey, rootName = 'ROOT'): void {
  writeFileSync(file, emptyHive(rootName));
  const lines: string[] = [];
  const write = (path: string, key: HiveKey) => {
    lines.push(`cd \\${path}${path === '' ? ' ' : ''}`);
    const values = Object.entries(key.values ?? {});
    if (values.length > 0)
      lines.push(`setval ${values.length}`, ...values.flatMap(([name, value]) => [name, shown(value)]));
    for (const name of Object.keys(key.keys ?? {})) lines.push(`add ${name}`);
    for (const [name, child] of Object.entries(key.keys ?? {})) write(path === '' ? name : `${path}\\${name}`, child);
  };
  write('', root);
  run('hivexsh', ['-w', file], { input: [...lines, 'commit', 'exit', ''].join('\n') });
}

function shown(value: HiveValue): string {
  switch (value.type) {
    case 'string':
      return hex(1, utf16(`${value.value}\0`));
    case 'dword':
      return `dword:${value.value}`;
    case 'strings':
      return hex(7, utf16(`${value.value.map((one) => `${one}\0`).join('')}\0`));
    case 'binary':
      return hex(3, value.value);
  }
}

function hex(type: number, bytes: Uint8Array): string {
  return `hex:${type}:${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
}

export function utf16(characters: string): Uint8Array {
  return new Uint8Array(Buffer.from(characters, 'utf16le'));
}

const NONE = 0xffff_ffff;
const BLOCK = 4096;
const ROOT_CELL = 0x20;
const NAME_AT = 0x50; // in the root's cell
const SECURITY_SIZE = 0x30;

/** A hive with a root key and nothing in it, as hivexsh wants one to start from. @source regf 1.5, as libregf describes it. */
function emptyHive(rootName: string): Uint8Array {
  const rootSize = Math.ceil((NAME_AT + rootName.length) / 8) * 8;
  const securityCell = ROOT_CELL + rootSize;
  const bytes = new Uint8Array(2 * BLOCK);
  const data = new DataView(bytes.buffer);
  const put = (at: number, letters: string) => bytes.set(Buffer.from(letters, 'latin1'), at);
  const u32 = (at: number, ...values: number[]) => {
    for (const [index, value] of values.entries()) data.setUint32(at + index * 4, value, true);
  };
  put(0, 'regf');
  u32(4, 1, 1); //            both sequence numbers: a clean hive
  u32(0x14, 1, 5, 0, 1); //   version 1.5, a primary file, in memory format
  u32(0x24, ROOT_CELL, BLOCK, 1);

  const bin = BLOCK;
  put(bin, 'hbin');
  u32(bin + 4, 0, BLOCK);
  const root = bin + ROOT_CELL;
  u32(root, -rootSize);
  put(root + 4, 'nk');
  data.setUint16(root + 6, 0x2c, true); // the root, not to be deleted, its name in one byte a letter
  u32(root + 4 + 0x10, NONE); //  parent
  u32(root + 4 + 0x1c, NONE, NONE, 0, NONE, securityCell, NONE);
  data.setUint16(root + 4 + 0x48, rootName.length, true);
  put(root + NAME_AT, rootName);
  const security = bin + securityCell;
  u32(security, -SECURITY_SIZE);
  put(security + 4, 'sk');
  u32(security + 8, securityCell, securityCell, 1, 20);
  bytes.set([1, 0, 0, 0x80], security + 4 + 0x14); // a descriptor that grants and denies nothing
  const free = securityCell + SECURITY_SIZE;
  u32(bin + free, BLOCK - free);

  let sum = 0;
  for (let at = 0; at < 0x1fc; at += 4) sum ^= data.getUint32(at, true);
  u32(0x1fc, sum);
  return bytes;
}
