/** Registry hives: one value out of a large hive against our own start-up, and all of it against hivex. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasProgram } from '../src/testing/shared.js';
import { BENCH_CACHE, type Bench, COMMAND } from './harness.js';
import { HIVE_LEVELS, hiveKeyName, makeLargeHive } from './hive-maker.js';

const HIVE = join(BENCH_CACHE, 'hive-60mb');
const SIZE_MAX = 100 * 2 ** 20;
const BLOB_BYTES = 256;
/** A key in the middle: what lies near the root in the file does not help to find it. */
const PATH = HIVE_LEVELS.map((count, level) => hiveKeyName(level, count >> 1)).join('\\');

export const bench: Bench = {
  prepare() {
    if (!hasProgram('hivexml')) return 'skipped, since hivexml is not installed';
    if (!existsSync(HIVE)) writeFileSync(HIVE, makeLargeHive(SIZE_MAX, BLOB_BYTES));
    return [
      {
        name: 'registry hive, 60 MB: one key, against the start-up of the command',
        ours: ['node', COMMAND, 'inspect', HIVE, '--key', PATH],
        peer: ['node', COMMAND, 'inspect', '--help'],
        input: HIVE,
        goal: 1.1, // 5 ms of 50
      },
      {
        name: 'registry hive, 60 MB: every key and value to JSON',
        ours: ['node', COMMAND, 'inspect', HIVE, '--key', '\\'],
        peer: ['hivexml', HIVE],
        input: HIVE,
        goal: 0.5,
      },
    ];
  },
};
