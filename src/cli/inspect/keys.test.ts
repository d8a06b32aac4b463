/** `inspect --key` held against hivex. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHive } from '../../testing/hive-peers.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { linesOf, runCommand } from '../run-for-test.js';

const scratch = mkdtempSync(join(tmpdir(), 'inspect-key-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const put = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(scratch, name), bytes);
  return join(scratch, name);
};

describe.skipIf(!hasProgram('hivexregedit'))('inspect --key (skipped without hivexregedit)', () => {
  const TEXT = `[\\A]
@="default \\"quoted\\""
"n"=dword:0000002a
[\\A\\B c]
"list"=hex(7):61,00,00,00,00,00,62,00,00,00,00,00
"big"=hex(b):ff,ff,ff,ff,ff,ff,ff,7f
"bytes"=hex:00,ff
`;

  it('prints keys and values of each type, below the key that is asked for', async () => {
    const hive = put('made', makeHive(TEXT));
    const all = await runCommand('inspect', hive, '--key', '\\');
    expect(all.code).toBe(0);
    const lines = linesOf(all);
    const ofKey = (path: string) =>
      lines.filter((line) => line.path === path).map(({ name, type, value }) => [name, type, value]);
    expect(ofKey('\\')).toEqual([[null, 'key', null]]);
    expect(ofKey('\\A').slice(1).sort()).toEqual([
      ['', 'REG_SZ', 'default "quoted"'],
      ['n', 'REG_DWORD', 42],
    ]);
    expect(ofKey('\\A\\B c').slice(1).sort()).toEqual([
      ['big', 'REG_QWORD', 2 ** 63], // as JavaScript reads the digits
      ['bytes', 'REG_BINARY', '00ff'],
      ['list', 'REG_MULTI_SZ', ['a', '', 'b']],
    ]);
    const part = linesOf(await runCommand('inspect', hive, '--key', 'a\\b C'));
    expect(part.map(({ path }) => path)).toEqual(Array(4).fill('\\A\\B c'));
    expect((await runCommand('inspect', hive, '--key', 'A\\none')).code).toBe(4);
    expect((await runCommand('inspect', put('text', new Uint8Array(50)), '--key', 'A')).code).toBe(4);
  });
});

describe.skipIf(CORPUS === null)('inspect --key of real hives (skipped: the corpus is not here)', () => {
  it('reads a hive with the logs beside it', async () => {
    const name = 'registry/yarp-NewDirtyHive1.NewDirtyHive';
    const hive = put('DIRTY', corpusBytes(name));
    const values = async () =>
      linesOf(await runCommand('inspect', hive, '--key', '\\')).filter(({ type }) => type !== 'key').length;
    expect(await values()).toBe(2);
    for (const ending of ['LOG1', 'LOG2']) put(`DIRTY.${ending}`, corpusBytes(`${name}.${ending}`));
    expect(await values()).toBe(1);
  });
});
