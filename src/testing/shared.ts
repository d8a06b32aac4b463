/** Where the outside truth lies that tests are held against. It is not part of the project. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** Beside the checkout, or a folder further up where several checkouts stand together. */
const SHARED =
  [join(ROOT, '..'), join(ROOT, '..', '..')].map((folder) => join(folder, 'shared')).find((path) => existsSync(path)) ??
  join(ROOT, '..', 'shared');

/** The folder of the corpus, or `null` where this checkout stands without it: tests then say that they skip. */
export const CORPUS: string | null = existsSync(join(SHARED, 'corpus', 'manifest.json'))
  ? join(SHARED, 'corpus')
  : null;

/** The folder of the cases, or `null`. */
export const CASES: string | null = existsSync(join(SHARED, 'cases')) ? join(SHARED, 'cases') : null;

/** The folder of the facts that the knowledge was made from, or `null`. */
export const FACTS: string | null = existsSync(join(SHARED, 'facts')) ? join(SHARED, 'facts') : null;

/** Bytes of a corpus file; `*.zst` is unpacked with Debian's zstd. */
export function corpusBytes(path: string): Uint8Array {
  if (CORPUS === null) throw new Error('The corpus is not here');
  const file = join(CORPUS, path);
  if (!file.endsWith('.zst')) return new Uint8Array(readFileSync(file));
  const run = spawnSync('zstd', ['-dcq', file], { maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`zstd could not unpack ${path}: ${run.stderr}`);
  return new Uint8Array(run.stdout);
}

/** Whether a peer program is installed. */
export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}
