/** A zip with a VHDX with a GPT with an NTFS volume with a WIM, by Debian's programs: what paths into paths are tried on. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

const MEBIBYTE = 1 << 20;

/** Programs that it is made with, and that it is compared by. */
export const NESTED_DISK_PROGRAMS = [
  'wimlib-imagex',
  'mkntfs',
  'mkfs.fat',
  'mcopy',
  'mdir',
  'sfdisk',
  'qemu-img',
  'fls',
  'icat',
];

/** What the innermost image and both volumes hold, by path. */
export const NESTED_FILES: Readonly<Record<string, Uint8Array>> = {
  'Windows/System32/setup.log': new TextEncoder().encode('one line\r\n'.repeat(5000)),
  'Windows/System32/Ünder Straße.txt': new TextEncoder().encode('umlauts'),
  'Windows/empty.bin': new Uint8Array(0),
  'top.dat': Uint8Array.from({ length: 300_001 }, (_, i) => (i * i) >> 5),
};

export interface NestedDisk {
  readonly zip: string;
  readonly raw: string;
  readonly vhdx: string;
  readonly wim: string;
  readonly ntfs: string;
  readonly fat: string;
}

const quiet = (program: string, args: readonly string[], input = '') =>
  execFileSync(program, args, { input, stdio: ['pipe', 'ignore', 'ignore'] });

export function sha1Of(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}

/** Makes it in an empty folder. */
export function makeNestedDisk(folder: string): NestedDisk {
  const tree = join(folder, 'tree');
  for (const [path, bytes] of Object.entries(NESTED_FILES)) {
    mkdirSync(join(tree, path, '..'), { recursive: true });
    writeFileSync(join(tree, path), bytes);
  }
  const at = (name: string) => join(folder, name);
  const wim = at('inner.wim');
  quiet('wimlib-imagex', ['capture', tree, wim, 'Inner', '--compress=LZX', '--no-acls']);

  const fat = sized(at('fat.img'), 4 * MEBIBYTE);
  quiet('mkfs.fat', ['-n', 'SYSTEM', fat]);
  quiet('mcopy', ['-i', fat, '-s', join(tree, 'Windows'), join(tree, 'top.dat'), '::']);

  mkdirSync(join(tree, 'Recovery', 'WindowsRE'), { recursive: true });
  writeFileSync(join(tree, 'Recovery', 'WindowsRE', 'Winre.wim'), readFileSync(wim));
  const ntfs = sized(at('ntfs.img'), 12 * MEBIBYTE);
  quiet('mkntfs', ['-qQF', '-L', 'Nested', ntfs]);
  quiet('wimlib-imagex', ['capture', tree, at('outer.wim'), '--compress=none', '--no-acls']);
  quiet('wimlib-imagex', ['apply', at('outer.wim'), '1', ntfs]);

  const raw = sized(at('disk.img'), 20 * MEBIBYTE);
  const lines = ['label: gpt', 'start=2048, size=8192', 'start=10240, size=24576', ''];
  quiet('sfdisk', ['-q', raw], lines.join('\n'));
  place(fat, raw, 2048 * 512);
  place(ntfs, raw, 10240 * 512);
  const vhdx = at('disk.vhdx');
  quiet('qemu-img', ['convert', '-f', 'raw', '-O', 'vhdx', raw, vhdx]);
  writeFileSync(at('all.zip'), zipSync({ 'evidence/disk.vhdx': new Uint8Array(readFileSync(vhdx)) }, { level: 1 }));
  rmSync(at('outer.wim'));
  return { zip: at('all.zip'), raw, vhdx, wim, ntfs, fat };
}

function sized(file: string, size: number): string {
  writeFileSync(file, '');
  truncateSync(file, size);
  return file;
}

function place(from: string, to: string, offset: number): void {
  const target = openSync(to, 'r+');
  writeSync(target, readFileSync(from), 0, statSync(from).size, offset);
  closeSync(target);
}
