/** What hivex reads from a hive, as lines to compare with ours; and hives of our own, made by hivex. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hive } from '../formats/regf/regf.js';

/** Every key as `path`, every value as `path|name|type|data in hex`, sorted. */
export function hiveLines(hive: Hive): string[] {
  const lines: string[] = [];
  for (const key of hive.keys()) {
    const path = `\\${key.path}`;
    lines.push(path);
    for (const value of key.values()) {
      lines.push(`${path}|${value.name}|${value.typeCode}|${hex(value.data())}`);
    }
  }
  return lines.sort();
}

const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'peers');

/** One hash of lines: large hives take hivex half a minute, so that its answer is kept. */
export function digestOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return `${lines.length} ${hash.digest('hex')}`;
}

/** The digest of `hivexLines`. */
export function hivexDigest(bytes: Uint8Array): string {
  mkdirSync(CACHE, { recursive: true });
  const kept = join(CACHE, `hivex-${createHash('sha256').update(bytes).digest('hex')}.txt`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const digest = digestOf(hivexLines(bytes) ?? []);
  writeFileSync(kept, digest);
  return digest;
}

/** The same by `hivexregedit`; `null` where it refuses the hive. */
export function hivexLines(bytes: Uint8Array): string[] | null {
  return inFolder((folder) => {
    const file = join(folder, 'hive');
    writeFileSync(file, bytes);
    const run = spawnSync('hivexregedit', ['--export', file, '\\'], { maxBuffer: 1 << 30 });
    if (run.status !== 0) return null;
    const lines: string[] = [];
    let path = '';
    for (const line of linesOf(run.stdout)) {
      if (line.startsWith('[')) {
        path = line.slice(1, -1);
        lines.push(path);
      } else if (line.startsWith('"') || line.startsWith('@')) lines.push(`${path}|${parseValue(line)}`);
    }
    return lines.sort();
  });
}

/** A hive with what a `.reg` text says; its keys start with `[\`. */
export function makeHive(registryText: string): Uint8Array {
  return inFolder((folder) => {
    const file = join(folder, 'hive');
    const text = join(folder, 'text.reg');
    writeFileSync(file, spawnHive());
    // Each key must stand behind an empty line.
    writeFileSync(text, `Windows Registry Editor Version 5.00\n\n${registryText.replace(/\n\[/g, '\n\n[')}`);
    const run = spawnSync('hivexregedit', ['--merge', '--prefix', '', file, text], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`hivexregedit could not make a hive: ${run.stderr}`);
    return new Uint8Array(readFileSync(file));
  });
}

const BASE_BYTES = 4096;
const BIN_BYTES = 4096;
const KEY_BYTES = 0x60;

/** An empty hive: a base block, one bin, a root key. What hivex then writes into it is hivex's own. */
function spawnHive(): Uint8Array {
  const bytes = new Uint8Array(BASE_BYTES + BIN_BYTES);
  const data = new DataView(bytes.buffer);
  const text = (at: number, letters: string) => {
    for (let index = 0; index < letters.length; index++) bytes[at + index] = letters.charCodeAt(index);
  };
  text(0, 'regf');
  for (const [at, value] of [
    [4, 1],
    [8, 1],
    [20, 1],
    [24, 5],
    [32, 1],
    [36, 32],
    [40, BIN_BYTES],
    [44, 1],
  ]) {
    data.setUint32(at, value, true);
  }
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum ^= data.getUint32(at, true);
  data.setUint32(508, sum >>> 0, true);
  text(BASE_BYTES, 'hbin');
  data.setUint32(BASE_BYTES + 8, BIN_BYTES, true);
  const key = BASE_BYTES + 32;
  data.setInt32(key, -KEY_BYTES, true);
  text(key + 4, 'nk');
  data.setUint16(key + 6, 0x2c, true); // the root, not to be deleted, its name in single bytes
  for (const at of [0x1c, 0x20, 0x28, 0x2c, 0x30]) data.setUint32(key + 4 + at, 0xffff_ffff, true);
  data.setUint32(key + 4 + 0x2c, 32 + KEY_BYTES, true); // the descriptor below
  data.setUint16(key + 4 + 0x48, 4, true);
  text(key + 4 + 0x4c, 'ROOT');
  const security = key + KEY_BYTES;
  data.setInt32(security, -0x30, true);
  text(security + 4, 'sk');
  data.setUint32(security + 8, 32 + KEY_BYTES, true);
  data.setUint32(security + 12, 32 + KEY_BYTES, true);
  data.setUint32(security + 16, 1, true);
  data.setUint32(security + 20, 20, true);
  bytes.set([1, 0, 0, 128], security + 24); // a descriptor that grants nothing
  const free = security + 0x30;
  data.setInt32(free, BASE_BYTES + BIN_BYTES - free, true);
  return bytes;
}

function parseValue(line: string): string {
  const isDefault = line.startsWith('@=');
  const end = isDefault ? 1 : (/^"(?:[^"\\]|\\.)*"/.exec(line)?.[0].length ?? 0);
  const name = isDefault ? '' : line.slice(1, end - 1).replace(/\\(.)/g, '$1');
  const text = line.slice(end + 1);
  const dword = /^dword:([0-9a-f]{8})$/.exec(text);
  if (dword !== null) return `${name}|4|${(dword[1].match(/../g) ?? []).reverse().join('')}`;
  const match = /^hex(?:\(([0-9a-f]+)\))?:(.*)$/.exec(text);
  if (match === null) return `${name}|?|${text}`;
  return `${name}|${Number.parseInt(match[1] ?? '3', 16)}|${match[2].replaceAll(',', '')}`;
}

/** Lines of hivexregedit: each in UTF-8 or in Latin-1, as Perl saw fit. */
function linesOf(output: Buffer): string[] {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const lines: string[] = [];
  for (let from = 0; from < output.length; ) {
    const found = output.indexOf(10, from);
    const end = found < 0 ? output.length : found;
    const line = output.subarray(from, end);
    try {
      lines.push(strict.decode(line));
    } catch {
      lines.push(line.toString('latin1'));
    }
    from = end + 1;
  }
  return lines;
}

function inFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'hive-'));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}
