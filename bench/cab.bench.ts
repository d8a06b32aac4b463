/** Cabinets of MSZIP: everything unpacked and checked, against cabextract. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { hasProgram } from '../src/testing/shared.js';
import { BENCH_CACHE, type Bench, ROOT } from './harness.js';
import { gather, PROGRAMS } from './programs.js';

const CABINET = join(BENCH_CACHE, 'programs.cab');
const RUNNER = join(BENCH_CACHE, 'cab-tasks.mjs');

export const bench: Bench = {
  prepare() {
    if (!hasProgram('cabextract') || !hasProgram('gcab')) return 'skipped, since cabextract or gcab is not installed';
    gather();
    if (!existsSync(CABINET)) {
      execFileSync('gcab', ['-c', '-z', CABINET, ...readdirSync(PROGRAMS).slice(0, 400)], {
        cwd: PROGRAMS,
        stdio: 'ignore',
      });
    }
    buildSync({
      entryPoints: [join(ROOT, 'bench', 'cab-tasks.ts')],
      outfile: RUNNER,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
    });
    const peer = ['cabextract', '-q', '-t', CABINET] as const;
    return [
      { name: 'cabinet, MSZIP: test', ours: ['node', RUNNER, CABINET], peer, input: CABINET, goal: 0.45 },
      {
        name: 'cabinet, MSZIP: MD5 of every file',
        ours: ['node', RUNNER, CABINET, '--md5'],
        peer,
        input: CABINET,
        goal: 0.45,
      },
    ];
  },
};
