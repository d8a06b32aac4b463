/** Runs whole programs turn and turn about, and says how ours compares with a peer and with a plain read. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
/** The command as it is built into `dist`, which `npm run bench` does first. */
export const COMMAND = join(ROOT, 'bin', 'winre-doctor.js');
/** Where inputs and bundles of benches are kept: made again if removed, and never committed. */
export const BENCH_CACHE = join(ROOT, '.cache', 'bench');
mkdirSync(BENCH_CACHE, { recursive: true });

export type Argv = readonly [program: string, ...options: string[]];

/** One task, done by us and by a peer. */
export interface Comparison {
  readonly name: string;
  readonly ours: Argv;
  readonly peer: Argv;
  /** What the peer is called, where its first word does not say. */
  readonly peerName?: string;
  /** The file that both read: reading it alone is the floor. */
  readonly input: string;
  /** The ratio to the peer's time that we want to stay below. */
  readonly goal: number;
  /** The memory that we must stay below, in MB. */
  readonly memoryMax?: number;
}

/** What a `*.bench.ts` exports. */
export interface Bench {
  /** Makes the inputs, if they are not there, and says what to run; a text instead says why nothing can be. */
  readonly prepare: () => readonly Comparison[] | string;
}

export interface Run {
  readonly ms: number;
  readonly peakMb: number;
}

export interface Result {
  readonly comparison: Comparison;
  readonly ours: Run;
  readonly peer: Run;
  readonly read: Run;
  readonly ratio: number;
}

/** Runs a comparison: each round ours, the peer and a plain read, so that a busy machine slows them alike. Medians. */
export function compareCommands(comparison: Comparison, rounds: number): Result {
  const ours: Run[] = [];
  const peer: Run[] = [];
  const read: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(measure(comparison.ours));
    peer.push(measure(comparison.peer));
    read.push(measure(['cat', comparison.input]));
  }
  const [a, b] = [median(ours), median(peer)];
  return { comparison, ours: a, peer: b, read: median(read), ratio: a.ms / b.ms };
}

const PEAK_FILE = join(BENCH_CACHE, 'peak');

/** Runs one program to its end, its output thrown away. @throws {Error} if it fails: its time would mean nothing. */
function measure(argv: Argv): Run {
  const start = performance.now();
  const run = spawnSync('/usr/bin/time', ['-f', '%M', '-o', PEAK_FILE, ...argv], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const ms = performance.now() - start;
  if (run.status !== 0) throw new Error(`${argv.join(' ')} failed: ${run.error?.message ?? run.stderr.slice(0, 500)}`);
  const peakKb = Number(readFileSync(PEAK_FILE, 'utf8').trim().split('\n').at(-1));
  return { ms, peakMb: peakKb / 1024 };
}

function median(runs: readonly Run[]): Run {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];
  return { ms: middle(runs.map((run) => run.ms)), peakMb: middle(runs.map((run) => run.peakMb)) };
}

/** A result as a row of `bench/README.md`. */
export function rowOf({ comparison, ours, peer, read, ratio }: Result): string {
  const met = ratio <= comparison.goal ? 'yes' : 'no';
  const cells = [
    comparison.name,
    `${ours.ms.toFixed(0)} ms`,
    `${comparison.peerName ?? comparison.peer[0]} ${peer.ms.toFixed(0)} ms`,
    `${read.ms.toFixed(0)} ms`,
    ratio.toFixed(3),
    `${comparison.goal} (${met})`,
    `${ours.peakMb.toFixed(0)} MB${comparison.memoryMax === undefined ? '' : ` of ${comparison.memoryMax}`}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

export const HEAD = `| task | ours | peer | plain read | ratio to the peer | goal (met) | our peak memory |
|---|---|---|---|---|---|---|`;
