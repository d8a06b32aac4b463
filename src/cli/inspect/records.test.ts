import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeEtl, makeEvent, makeTraceLoggingEvent, makeUpdateEvent, narrow } from '../../testing/make-etl.js';
import { linesOf, runCommand } from '../run-for-test.js';

const scratch = mkdtempSync(join(tmpdir(), 'records-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const trace = join(scratch, 'trace.etl');
const OTHER = '12345678-9abc-def0-1234-56789abcdef0';
const twice = ['a', 'b'].map((text) => ({ name: 'n', type: [2], value: narrow(text) }));
const buffers = [
  [makeUpdateEvent('Agent', 'a text'), makeTraceLoggingEvent('Twice', twice)],
  [makeEvent({ provider: OTHER, id: 7, payload: narrow('a text without a name') })],
];
writeFileSync(trace, makeEtl({ buffers }));

describe('inspect of a trace', () => {
  it('gives each event as an object', async () => {
    const run = await runCommand('inspect', trace, '--records');
    expect([run.code, run.err]).toEqual([0, '']);
    expect(linesOf(run)).toMatchObject([
      { number: 1, kind: 'system', group: 0 },
      {
        ...{ number: 2, time: '2025-04-24T20:26:40.0000000Z', kind: 'event', providerName: 'WUTraceLogging' },
        ...{ name: 'Agent', id: 0, level: 4, processId: 11, threadId: 22, data: { Info: 'a text' } },
      },
      { number: 3, name: 'Twice', data: { n: ['a', 'b'] } },
      { number: 4, provider: OTHER, id: 7, strings: ['a text without a name'] },
    ]);
  });

  it.each([
    [
      ['--provider', 'wutracelogging'],
      [2, 3],
    ],
    [['--provider', `{${OTHER.toUpperCase()}}`], [4]],
    [['--id', '7'], [4]],
  ])('chooses by %j', async (options, numbers) => {
    const run = await runCommand('inspect', trace, '--records', ...options);
    expect(linesOf(run).map(({ number }) => number)).toEqual(numbers);
  });

  it('says what is in it', async () => {
    const run = await runCommand('inspect', trace);
    expect(run.out).toContain('session Made, build 26100, clock: performance-counter');
    expect(run.out).toContain('4 events, 2 of Windows Update, in 3 buffers of 4096 bytes, copied while in use');
  });
});
