/**
 * `npm run fuzz`: changed inputs for every reader and codec, a million executions unless told otherwise.
 *
 *   --runs N     executions in all, shared among the targets (default 1000000)
 *   --seed N     another seed gives other inputs; the same gives the same (default 1)
 *   --only LIST  targets, such as wim,cab
 *
 * Anything but a value or a `FormatError`, more than some seconds or much memory for one input is a finding. Its input is
 * made smaller and kept under `.cache/fuzz`; the exit code is then 1.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Finding, Fuzzer, minimise } from '../src/testing/fuzz/execute.js';
import { makeSeeds, seedsFor } from '../src/testing/fuzz/seeds.js';
import type { FuzzTarget } from '../src/testing/fuzz/target.js';
import { allTargets } from '../src/testing/fuzz/targets.js';

/** An execution that takes longer is stopped, in milliseconds. */
const HANG_MS = 20_000;
const HEAP_MEBIBYTES_MAX = 2048;
/** So many findings of one target are enough to look at. */
const FINDINGS_MAX = 20;
const KEPT_IN = join(import.meta.dirname, '..', '.cache', 'fuzz');

/** A worker does not inherit what reads TypeScript. */
const BOOT = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.file); });
`;

export interface FuzzOrder {
  readonly target: string;
  readonly seeds: readonly Uint8Array[];
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** One number, counted up by each execution: it shows that the worker lives. */
  readonly beat: SharedArrayBuffer;
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const wanted = values.only?.split(',');
const targets = allTargets().filter(({ id }) => wanted?.includes(id) ?? true);
if (targets.length === 0)
  throw new Error(`No such target: ${values.only}. There are: ${allTargets().map(({ id }) => id)}`);
const runsEach = Math.ceil(Number(values.runs) / targets.length);

const made = makeSeeds();
let executions = 0;
let found = 0;
for (const target of targets) {
  const seeds = seedsFor(target, made);
  if (seeds.length === 0) {
    console.log(`${target.id}: no seeds here, skipped`);
    continue;
  }
  const start = performance.now();
  const findings = await fuzz(target, seeds);
  executions += runsEach;
  found += findings.length;
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${target.id}: ${runsEach} executions of ${seeds.length} seeds in ${seconds.toFixed(1)} s, ${findings.length} findings`,
  );
  for (const finding of findings) keep(target, finding);
}
console.log(`${executions} executions, ${found} findings${found > 0 ? `, kept in ${KEPT_IN}` : ''}`);
process.exitCode = found > 0 ? 1 : 0;

/** Runs a target in a worker of its own, and in a new one behind each execution that does not end. */
async function fuzz(target: FuzzTarget, seeds: readonly Uint8Array[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let from = 0; from < runsEach && findings.length < FINDINGS_MAX; ) {
    const beat = new SharedArrayBuffer(4);
    const order: FuzzOrder = { target: target.id, seeds, seed, from, to: runsEach, beat };
    const end = await runWorker(order, (finding) => findings.push(finding));
    if (end === null) break;
    const execution = Atomics.load(new Int32Array(beat), 0);
    const input = new Fuzzer(target, seeds, seed).inputOf(execution);
    findings.push({ target: target.id, execution, kind: end.kind, message: end.message, input });
    from = execution + 1;
  }
  return findings;
}

/** @returns What ended it before its time; `null` if it came to its end. */
function runWorker(
  order: FuzzOrder,
  onFinding: (finding: Finding) => void,
): Promise<Pick<Finding, 'kind' | 'message'> | null> {
  const worker = new Worker(BOOT, {
    eval: true,
    workerData: { ...order, file: join(import.meta.dirname, 'fuzz-worker.ts') },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEBIBYTES_MAX },
  });
  return new Promise((resolve, reject) => {
    const beat = new Int32Array(order.beat);
    let last = -1;
    let since = performance.now();
    const watch = setInterval(() => {
      const now = Atomics.load(beat, 0);
      if (now !== last) {
        last = now;
        since = performance.now();
      } else if (performance.now() - since > HANG_MS) {
        finish({ kind: 'hang', message: `no end after ${HANG_MS} ms` });
      }
    }, 250);
    const finish = (end: Pick<Finding, 'kind' | 'message'> | null) => {
      clearInterval(watch);
      void worker.terminate().then(() => resolve(end));
    };
    worker.on('message', (message: Finding | 'done') => {
      if (message === 'done') finish(null);
      else onFinding(message);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') finish({ kind: 'memory', message: error.message });
      else reject(error);
    });
  });
}

function keep(target: FuzzTarget, finding: Finding): void {
  mkdirSync(KEPT_IN, { recursive: true });
  const small = finding.kind === 'crash' ? minimise(target, finding) : finding.input;
  const name = `${target.id}-${seed}-${finding.execution}-${finding.kind}`;
  writeFileSync(join(KEPT_IN, name), small);
  console.log(`  ${finding.kind} in execution ${finding.execution}, ${small.length} bytes in ${name}`);
  console.log(`    ${finding.message.split('\n').slice(0, 4).join('\n    ')}`);
}
