/** NTFS: every path of a volume of 300,000 files, against The Sleuth Kit; and a large VHDX to its recovery image. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { hasProgram } from '../src/testing/shared.js';
import { BENCH_CACHE, type Bench, ROOT } from './harness.js';

const VOLUME = join(BENCH_CACHE, 'volume-300000.img');
const RUNNER = join(BENCH_CACHE, 'ntfs-paths.mjs');
const VOLUME_BYTES = 6 * 2 ** 30;
const FOLDER_COUNT = 3000;
const FILES_IN_FOLDER = 100;
const LARGE_EVERY = 10;

export const bench: Bench = {
  prepare() {
    const missing = ['fls', 'mkntfs', 'wimlib-imagex'].filter((program) => !hasProgram(program));
    if (missing.length > 0) return `skipped, since ${missing.join(', ')} is not installed`;
    if (!existsSync(VOLUME)) makeVolume();
    buildSync({
      entryPoints: [join(ROOT, 'bench', 'ntfs-paths.ts')],
      outfile: RUNNER,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
    });
    return [
      {
        name: 'NTFS, 300,000 files: every path',
        ours: ['node', RUNNER, VOLUME],
        peer: ['fls', '-r', '-p', VOLUME],
        input: RUNNER, // the volume is sparse: reading it whole says nothing
        goal: 0.25,
      },
    ];
  },
};

/** Files of a few bytes, and every tenth too large to lie in its record: written by wimlib into a volume of ntfs-3g. */
function makeVolume(): void {
  const tree = join(BENCH_CACHE, 'tree');
  const wim = join(BENCH_CACHE, 'tree.wim');
  const volume = `${VOLUME}.part`;
  const large = new Uint8Array(9000).map((_, index) => (index * index) >> 3);
  for (let folder = 0; folder < FOLDER_COUNT; folder++) {
    const path = join(tree, `folder-${Math.floor(folder / 100)}`, `sub-folder-${folder}`);
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < FILES_IN_FOLDER; file++) {
      const content = file % LARGE_EVERY === 0 ? large : `file ${file}`;
      writeFileSync(join(path, `some-file-name-${file}.dat`), content);
    }
  }
  execFileSync('wimlib-imagex', ['capture', tree, wim, '--compress=none', '--no-acls'], { stdio: 'ignore' });
  rmSync(tree, { recursive: true });
  writeFileSync(volume, '');
  truncateSync(volume, VOLUME_BYTES);
  execFileSync('mkntfs', ['-qQF', volume], { stdio: 'ignore' });
  execFileSync('wimlib-imagex', ['apply', wim, '1', volume], { stdio: 'ignore' });
  rmSync(wim);
  renameSync(volume, VOLUME);
}
