/** Whatever comes in, the command answers: no input makes reading or judging throw, and none takes for ever. */
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { examples } from '../../tools/examples.js';
import { render } from '../report/render.js';
import { judgeCase, readSources } from './judge.js';
import { mutate } from './mutate.js';

const SEEDS = 60;
const encode = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

async function answers(sources: Record<string, string | Uint8Array>): Promise<void> {
  const diagnosis = judgeCase(readSources(sources));
  expect(diagnosis.devices.length).toBeGreaterThan(0);
  for (const { findings } of diagnosis.devices) expect(findings.filter((one) => one.outcome === 'crashed')).toEqual([]);
  for (const format of ['json', 'text', 'markdown', 'html'] as const) {
    expect((await render(diagnosis, { format })).length).toBeGreaterThan(0);
  }
}

describe('hostile input', () => {
  it('of any bytes is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), (bytes) => answers({ 'a.bin': bytes })),
      { numRuns: 200 },
    );
  });

  it('of any text is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => answers({ 'a.txt': text })),
      { numRuns: 200 },
    );
  });

  for (const [name, files] of Object.entries(examples())) {
    it(`of the example ${name}, damaged, is answered`, async () => {
      for (let seed = 0; seed < SEEDS; seed++) {
        const damaged = Object.entries(files).map(([file, content]) => [
          file,
          mutate(encode(content), seed, 1 + (seed % 24)),
        ]);
        await answers(Object.fromEntries(damaged));
      }
    });
  }

  it('of damaged archives is answered', async () => {
    const files = Object.fromEntries(
      Object.entries(examples()['restart-awaited']).map(([file, content]) => [file, encode(content)]),
    );
    const archive = zipSync({ ...files, 'inner.zip': zipSync(files) });
    await answers({ 'whole.zip': archive });
    for (let seed = 0; seed < SEEDS; seed++) await answers({ 'logs.zip': mutate(archive, seed, 1 + (seed % 12)) });
  });

  it('that packs itself a thousand times is left at a bound', async () => {
    let archive = zipSync({ 'a.txt': encode('KB5034441 0x80070643') });
    for (let depth = 0; depth < 40; depth++) archive = zipSync({ 'a.zip': archive });
    const { sources } = judgeCase(readSources({ 'nested.zip': archive }));
    expect(sources.length).toBeLessThan(20);
    expect(sources.some((source) => source.why === 'over-limit')).toBe(true);
  });

  it('whose members together unpack to too much is read as far as the bound goes', () => {
    const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
    const members = {
      'a.log': zeros(200),
      'b.log': zeros(200),
      'c.log': zeros(200),
      'z.txt': encode('KB5034441 0x80070643'),
    };
    const { sources } = judgeCase(readSources({ 'bomb.zip': zipSync(members, { level: 9 }) }));
    expect(sources.find((source) => source.name.endsWith('c.log'))).toMatchObject({ read: 'not', why: 'over-limit' });
    expect(sources.find((source) => source.name.endsWith('z.txt'))?.read).toBe('whole');
  });
});
