/**
 * `npm run fuzz [-- target...]`: damages sound inputs and has readers read them, a million times in all unless told.
 * `--executions N` for fewer or more, `--from N` to start at the number that a failure names.
 */
import { parseArgs } from 'node:util';
import { fuzz } from '../src/testing/fuzz.js';
import { FUZZ_TARGETS } from '../src/testing/fuzz-targets.js';

const ROUND = 2000; // so that each input has its turn early

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { executions: { type: 'string', default: '1000000' }, from: { type: 'string', default: '1' } },
});
const targets = FUZZ_TARGETS.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
const inputs = targets.flatMap((target) => [...target.seeds()].map((seed) => ({ target, seed })));
if (inputs.length === 0) throw new Error(`Nothing to damage: known are ${FUZZ_TARGETS.map(({ id }) => id).join(', ')}`);

const wanted = Number(values.executions);
let done = 0;
for (let first = Number(values.from); done < wanted; first += ROUND) {
  for (const { target, seed } of inputs) {
    const count = Math.min(ROUND, wanted - done);
    if (count === 0) break;
    const { refused, slowestMs } = fuzz(target, seed, count, () => performance.now(), first);
    done += count;
    process.stdout.write(
      `${done} ${target.id} ${seed[0]} from ${first}: ${refused} refused, slowest ${slowestMs.toFixed(0)} ms\n`,
    );
  }
}
