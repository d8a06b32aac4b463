/** A log of 1 GB through all log readers, with line numbers, against grep with four patterns. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { BENCH_CACHE, type Bench, ROOT } from './harness.js';
import { writeServicingLog } from './servicing-log-maker.js';

const LOG = join(BENCH_CACHE, 'servicing.log');
const RUNNER = join(BENCH_CACHE, 'logs-scan.mjs');
/** Into a pipe: grep stops at its first match where nobody can read what it finds. */
const PATTERNS = 'WinRE|, Error |finalized\\. Reboot required|0x80070643';
const LOG_BYTES = 1_000_000_000;

export const bench: Bench = {
  prepare() {
    if (!existsSync(LOG)) writeServicingLog(LOG, LOG_BYTES);
    buildSync({
      entryPoints: [join(ROOT, 'bench', 'logs-scan.ts')],
      outfile: RUNNER,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
    });
    return [
      {
        name: 'servicing log, 1 GB: every log reader, with line numbers',
        ours: ['node', RUNNER, LOG],
        peer: ['sh', '-c', `grep -cE '${PATTERNS}' "$1" | cat`, 'grep', LOG],
        peerName: 'grep -E',
        input: LOG,
        goal: 0.7,
        memoryMax: 150,
      },
    ];
  },
};
