/** The worker of `fuzz.ts`: runs one target and tells what it finds. */
import { parentPort, workerData } from 'node:worker_threads';
import { Fuzzer } from '../src/testing/fuzz/execute.js';
import { allTargets } from '../src/testing/fuzz/targets.js';
import type { FuzzOrder } from './fuzz.js';

const FINDINGS_MAX = 20;

const { target: id, seeds, seed, from, to, beat } = workerData as FuzzOrder;
const target = allTargets().find((one) => one.id === id);
if (target === undefined) throw new Error(`no target ${id}`);
const fuzzer = new Fuzzer(target, seeds, seed);
const beats = new Int32Array(beat);
let found = 0;
for (let execution = from; execution < to && found < FINDINGS_MAX; execution++) {
  Atomics.store(beats, 0, execution);
  const finding = fuzzer.run(execution);
  if (finding === null) continue;
  found++;
  parentPort?.postMessage(finding);
}
parentPort?.postMessage('done');
