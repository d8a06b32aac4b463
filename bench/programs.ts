/** A folder of programs and texts of the machine itself: what a Windows image is made of, mostly. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_CACHE } from './harness.js';

export const PROGRAMS = join(BENCH_CACHE, 'programs');
const SIZE = 240e6;
const FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/usr/bin', '/usr/include', '/usr/share/perl'];
const FILE_SIZE = { min: 2048, max: 8e6 };

/** Copies files until there are enough, if that is not done. Returns the name of the largest. */
export function gather(): string {
  if (!existsSync(PROGRAMS)) copySome();
  const sizes = readdirSync(PROGRAMS).map((name) => ({ name, size: statSync(join(PROGRAMS, name)).size }));
  return sizes.reduce((a, b) => (b.size > a.size ? b : a)).name;
}

function copySome(): void {
  mkdirSync(PROGRAMS);
  let size = 0;
  for (const folder of FOLDERS.filter((each) => existsSync(each))) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      const from = join(entry.parentPath, entry.name);
      if (!entry.isFile() || size > SIZE || existsSync(join(PROGRAMS, entry.name))) continue;
      const { size: own } = statSync(from);
      if (own < FILE_SIZE.min || own > FILE_SIZE.max) continue;
      copyFileSync(from, join(PROGRAMS, entry.name));
      size += own;
    }
  }
}
