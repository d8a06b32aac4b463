/**
 * Every example through every room: the files are what their script makes, the verdict is the one named here, and
 * the reports are those that a person has looked at. `UPDATE_GOLDEN=1` rewrites the reports; say in the commit why.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { render } from '../src/report/render.js';
import { judgeCase, readSources } from '../src/testing/judge.js';
import { examples } from '../tools/examples.js';

const EXAMPLES = join(import.meta.dirname, '..', 'examples');

/** What each must come to, and by which update it is judged. */
const VERDICTS: Readonly<Record<string, readonly [answer: string, cause: string, certainty: string, kb: string | null]>> = {
  'april-2025-false-alarm': ['ignore', 'false-alarm', 'proven', 'KB5057589'],
  'restart-awaited': ['restart', 'pending-restart', 'proven', 'KB5057589'],
  'recovery-partition-too-small': ['repair', 'partition-too-small', 'proven', 'KB5034441'],
  'winre-switched-off': ['repair', 'winre-disabled', 'proven', 'KB5034441'],
  'defender-not-winre': ['elsewhere', 'not-winre', 'proven', 'KB2267602'],
  'update-that-broke-winre': ['repair', 'known-bad-update', 'supported', null],
  'old-line-in-the-history': ['ignore', 'stale-history', 'supported', 'KB5057589'],
  'ticket-without-evidence': ['ask', 'insufficient-evidence', 'suspected', 'KB5048239'],
};

function sourcesOf(name: string): Record<string, Uint8Array> {
  const folder = join(EXAMPLES, name);
  return Object.fromEntries(readdirSync(folder).map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]));
}

function compareWithGolden(file: string, text: string): void {
  const path = join(import.meta.dirname, file);
  if (process.env.UPDATE_GOLDEN === '1' || !existsSync(path)) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe('examples', () => {
  it('are what tools/make-examples.ts writes', () => {
    const made = examples();
    expect(readdirSync(EXAMPLES).filter((name) => name !== 'README.md').sort()).toEqual(Object.keys(made).sort());
    for (const [name, files] of Object.entries(made)) {
      const there = sourcesOf(name);
      expect(Object.keys(there).sort()).toEqual(Object.keys(files).sort());
      for (const [file, content] of Object.entries(files)) {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        expect(there[file], `${name}/${file}`).toEqual(bytes);
      }
    }
  });

  it('each have a verdict here', () => {
    expect(Object.keys(VERDICTS).sort()).toEqual(Object.keys(examples()).sort());
  });

  it('are listed with their answers in examples/README.md', () => {
    const page = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \|.*\| `([a-z]+)`, `([a-z-]+)` \|$/gm)];
    const listed = rows.map(([, name, answer, cause]) => [name, answer, cause]);
    const held = Object.entries(VERDICTS).map(([name, [answer, cause]]) => [name, answer, cause]);
    expect(listed.sort()).toEqual(held.sort());
  });

  for (const [name, [answer, cause, certainty, kb]] of Object.entries(VERDICTS)) {
    it(`${name} comes to ${answer}, ${cause}`, async () => {
      const diagnosis = judgeCase(readSources(sourcesOf(name)));
      const { verdict } = diagnosis.devices[0];
      expect([verdict.answer, verdict.cause, verdict.certainty, verdict.kb]).toEqual([answer, cause, certainty, kb]);
      compareWithGolden(`${name}.txt`, await render(diagnosis, { format: 'text' }));
      compareWithGolden(`${name}.json`, await render(diagnosis, { format: 'json' }));
    });
  }
});
