/** Event traces: every event to JSON. No program that Debian has reads them: the peer, `strings`, only finds their texts. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEtl, makeUpdateEvent } from '../src/testing/make-etl.js';
import { hasProgram } from '../src/testing/shared.js';
import { BENCH_CACHE, type Bench, COMMAND } from './harness.js';

const TRACE = join(BENCH_CACHE, 'update.etl');
const BUFFER_COUNT = 6100; // 25 MB
const EVENTS_PER_BUFFER = 11;

export const bench: Bench = {
  prepare() {
    if (!hasProgram('strings')) return 'skipped, since strings is not installed';
    if (!existsSync(TRACE)) writeFileSync(TRACE, makeEtl({ buffers: madeBuffers() }));
    return [
      {
        name: 'event trace, 25 MB: every event to JSON',
        ours: ['node', COMMAND, 'inspect', '--records', TRACE],
        peer: ['strings', '-el', TRACE],
        input: TRACE,
        goal: 1,
        memoryMax: 150,
      },
    ];
  },
};

const COMPONENTS = ['Agent', 'ComApi', 'ProtocolTalker', 'Shared', 'IdleTimer', 'DownloadManager'];

/** Lines as long as real ones are, about 70 characters. */
function madeBuffers(): Uint8Array[][] {
  return Array.from({ length: BUFFER_COUNT }, (_, buffer) =>
    Array.from({ length: EVENTS_PER_BUFFER }, (_, index) => {
      const number = buffer * EVENTS_PER_BUFFER + index;
      const text = `Found ${number} updates in search; evaluated the rules of ${number * 3} deployed entities`;
      return makeUpdateEvent(COMPONENTS[number % COMPONENTS.length] as string, text, {
        ...{ time: BigInt(number) * 7_000n, processId: 1452, threadId: 4000 + (number % 40) },
      });
    }),
  );
}
