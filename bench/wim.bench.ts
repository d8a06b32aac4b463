/** WIM and ESD files: information, listing, one file, and verifying everything, against wimlib. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { hasProgram } from '../src/testing/shared.js';
import { type Argv, BENCH_CACHE, type Bench, type Comparison, ROOT } from './harness.js';
import { gather, PROGRAMS } from './programs.js';

const RUNNER = join(BENCH_CACHE, 'wim-tasks.mjs');
const KINDS = {
  xpress: { file: 'xpress.wim', options: ['--compress=XPRESS'], goal: 1 },
  lzx: { file: 'lzx.wim', options: ['--compress=LZX'], goal: 1 },
  'lzms solid': { file: 'lzms.esd', options: ['--solid'], goal: 1.5 },
} as const;

export const bench: Bench = {
  prepare() {
    if (!hasProgram('wimlib-imagex')) return 'skipped, since wimlib-imagex is not installed';
    const largest = gather();
    buildSync({
      entryPoints: [join(ROOT, 'bench', 'wim-tasks.ts')],
      outfile: RUNNER,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
    });
    return Object.entries(KINDS).flatMap(([name, { file, options, goal }]) => {
      const input = join(BENCH_CACHE, file);
      if (!existsSync(input))
        execFileSync('wimlib-imagex', ['capture', PROGRAMS, input, ...options], { stdio: 'ignore' });
      return comparisonsOf(name, input, goal, largest);
    });
  },
};

function comparisonsOf(name: string, input: string, goal: number, largest: string): Comparison[] {
  const compare = (task: string, ours: readonly string[], peer: readonly string[], taskGoal: number): Comparison => ({
    name: `WIM of 240 MB, ${name}: ${task}`,
    ours: ['node', RUNNER, ...ours] as Argv,
    peer: ['wimlib-imagex', ...peer] as Argv,
    input,
    goal: taskGoal,
  });
  const one = 'taskset';
  const verify = compare('verify on one core', ['verify', input], ['verify', input], goal);
  const pinned: Comparison = hasProgram(one)
    ? { ...verify, ours: [one, '-c', '0', ...verify.ours], peer: [one, '-c', '0', ...verify.peer] }
    : verify;
  return [
    pinned,
    compare('verify with two workers', ['verify', input, '2'], ['verify', input], 0.6),
    compare('information', ['info', input], ['info', input], 1),
    compare('list', ['dir', input], ['dir', input], 1),
    compare('one file', ['cat', input, largest], ['extract', input, '1', `/${largest}`, '--to-stdout'], 1),
  ];
}
