/** `inspect --ls`, `--cat` and `--extract` held against the programs of others. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeNestedDisk,
  NESTED_DISK_PROGRAMS,
  NESTED_FILES,
  type NestedDisk,
  sha1Of,
} from '../../testing/nested-disk.js';
import { CORPUS, hasProgram } from '../../testing/shared.js';
import { linesOf, runCommand } from '../run-for-test.js';

const scratch = mkdtempSync(join(tmpdir(), 'inspect-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const at = (name: string) => join(scratch, name);
const output = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const text = (words: string) => new TextEncoder().encode(words);
const pathsOf = (list: readonly Record<string, string | number>[]) => list.map(({ path }) => `${path}`).sort();

const missing = NESTED_DISK_PROGRAMS.filter((program) => !hasProgram(program));

describe.skipIf(missing.length > 0)(`paths into paths (skipped without ${NESTED_DISK_PROGRAMS.join(', ')})`, () => {
  let disk: NestedDisk;
  beforeAll(() => {
    mkdirSync(at('nested'));
    disk = makeNestedDisk(at('nested'));
  });
  const INNER = 'evidence/disk.vhdx/partition 2/Recovery/WindowsRE/Winre.wim/1';

  it('bring a file out of a WIM in a partition in a VHDX in a zip', async () => {
    for (const [path, bytes] of Object.entries(NESTED_FILES)) {
      const shown = await runCommand('inspect', disk.zip, '--cat', `${INNER}/${path}`.toUpperCase());
      expect(shown.code).toBe(0);
      expect(sha1Of(shown.bytes)).toBe(sha1Of(bytes));
      const whole = await runCommand('inspect', `${disk.zip}/${INNER}/${path}`, '--cat');
      expect(sha1Of(whole.bytes)).toBe(sha1Of(bytes));
    }
  });

  it('list what is there, with paths that lead to it', async () => {
    const list = linesOf(await runCommand('inspect', disk.zip, '--ls', INNER, '--hash'));
    const files = list.filter(({ kind }) => kind === 'file');
    expect(Object.fromEntries(files.map(({ path, size, sha1 }) => [path, [size, sha1]]))).toEqual(
      Object.fromEntries(
        Object.entries(NESTED_FILES).map(([path, bytes]) => [`${INNER}/${path}`, [bytes.length, sha1Of(bytes)]]),
      ),
    );
    for (const { created, modified } of files)
      for (const time of [created, modified]) expect(time).toMatch(/\.\d{7}Z$/);
  });

  it('describe what they lead to', async () => {
    const shown = await runCommand('inspect', `${disk.zip}/evidence/disk.vhdx`, '--json');
    const [contents] = JSON.parse(shown.out).contents;
    expect(contents).toMatchObject({ kind: 'disk', container: 'vhdx', style: 'gpt', sectorSize: 512 });
    expect(contents.partitions.map((one: { volume: { kind: string } }) => one.volume.kind)).toEqual(['fat12', 'ntfs']);
  });

  it('of a WIM are those of wimlib', async () => {
    const dir = output('wimlib-imagex', 'dir', disk.wim, '1')
      .split('\n')
      .filter((line) => line !== '');
    const list = linesOf(await runCommand('inspect', disk.wim, '--ls', '1'));
    expect(pathsOf(list)).toEqual(
      dir
        .filter((path) => path !== '/')
        .map((path) => `1${path}`)
        .sort(),
    );
  });

  it('of NTFS are those of the Sleuth Kit, and so are the bytes', async () => {
    const listed = output('fls', '-r', '-p', disk.ntfs)
      .split('\n')
      .flatMap((line) => /^([-\w]\/[-\w]) (\d+)[-\d]*:\t(.*)$/.exec(line) ?? []);
    const known = new Map<string, string>();
    for (let i = 0; i < listed.length; i += 4) {
      const path = `${listed[i + 3]}`.replace(/:.*/, ''); // it names each stream; some system files have no other
      if (!path.startsWith('$OrphanFiles')) known.set(path, `${listed[i + 2]}`);
    }
    const list = linesOf(await runCommand('inspect', disk.ntfs, '--ls', '--hash'));
    expect(pathsOf(list)).toEqual([...known.keys()].sort());
    for (const { path, sha1, kind } of list) {
      if (kind !== 'file' || `${path}`.startsWith('$')) continue;
      const bytes = execFileSync('icat', [disk.ntfs, `${known.get(`${path}`)}`], { maxBuffer: 1 << 28 });
      expect([path, sha1]).toEqual([path, sha1Of(bytes)]);
    }
  });

  it('of FAT are those of mtools', async () => {
    const dir = output('mdir', '-b', '-/', '-i', disk.fat, '::')
      .split('\n')
      .filter((line) => line !== '');
    const list = linesOf(await runCommand('inspect', disk.raw, '--ls', 'partition 1'));
    expect(pathsOf(list)).toEqual(dir.map((path) => path.replace(/^::\//, 'partition 1/').replace(/\/$/, '')).sort());
  });

  it('extract a folder with all in it, once', async () => {
    const to = at('extracted');
    const args = ['inspect', disk.vhdx, '--extract', 'partition 2/Windows', '--output', to];
    expect((await runCommand(...args)).code).toBe(0);
    const path = 'Windows/System32/setup.log';
    expect(sha1Of(readFileSync(join(to, path)))).toBe(sha1Of(NESTED_FILES[path] as Uint8Array));
    expect(readFileSync(join(to, 'Windows/empty.bin')).length).toBe(0);
    const again = await runCommand(...args);
    expect(again.code).toBe(4);
    expect(again.err).toContain('is there already');
  });
});

describe.skipIf(CORPUS === null || !hasProgram('cabextract'))(
  'cabinets (skipped without the corpus or cabextract)',
  () => {
    for (const name of ['mspack-normal_2files_2folders.cab', 'cabextract-simple.cab', 'ie-optional-en-us.cab']) {
      it(`${name} holds what cabextract finds`, async () => {
        const file = join(CORPUS ?? '', 'cab', name);
        const to = at(`peer-${name}`);
        output('cabextract', '-q', '-d', to, file);
        const list = linesOf(await runCommand('inspect', file, '--ls', '--hash')).filter(({ kind }) => kind === 'file');
        expect(list.length).toBeGreaterThan(0);
        for (const { path, size, sha1 } of list) {
          const bytes = readFileSync(join(to, `${path}`));
          expect([path, size, sha1]).toEqual([path, bytes.length, sha1Of(bytes)]);
        }
      });
    }
  },
);

describe('what is made to deceive', () => {
  const evil = {
    '../../up.txt': text('up'),
    '/abs.txt': text('abs'),
    'C:/drive.txt': text('d'),
    'con.txt': text('c'),
    'a:b?. ': text('n'),
  };

  it('stays inside the output folder, under names that any system takes', async () => {
    writeFileSync(at('evil.zip'), zipSync(evil));
    const run = await runCommand('inspect', at('evil.zip'), '--extract', '--output', at('evil-out'));
    expect(run.code).toBe(0);
    const names = readdirSync(at('evil-out'), { recursive: true, encoding: 'utf8' }).sort();
    expect(names).toEqual(['C_', 'C_/drive.txt', '_con.txt', 'a_b___', 'abs.txt', 'up.txt']);
    expect(run.err).toContain('Named anew');
    expect(existsSync(join(scratch, '..', 'up.txt'))).toBe(false);
  });

  it('is not written through a link that stands in the output folder', async () => {
    mkdirSync(at('elsewhere'));
    mkdirSync(at('linked'));
    symlinkSync(at('elsewhere'), at('linked/C_'));
    const run = await runCommand('inspect', at('evil.zip'), '--extract', '--output', at('linked'));
    expect(run.code).toBe(4);
    expect(readdirSync(at('elsewhere'))).toEqual([]);
  });

  it('shows no control characters on standard error', async () => {
    writeFileSync(at('controls.zip'), zipSync({ 'a\u001b[2Jb': text('x') }));
    const run = await runCommand('inspect', at('controls.zip'), '--extract', '--output', at('controls'));
    expect(run.err).not.toContain('\u001b');
  });
});

describe('wrong use', () => {
  const code = async (...args: string[]) => (await runCommand('inspect', ...args)).code;

  it('is told from what is not there', async () => {
    writeFileSync(at('small.zip'), zipSync({ 'a/b.txt': text('b') }));
    const zip = at('small.zip');
    expect(await code(zip, '--extract', 'a')).toBe(2);
    expect(await code(zip, '--hash')).toBe(2);
    expect(await code(zip, '--output', at('x'))).toBe(2);
    expect(await code(zip, '--ls', '--cat', 'a/b.txt')).toBe(2);
    expect(await code(zip, '--cat', 'a')).toBe(4);
    expect(await code(zip, '--cat', 'none')).toBe(4);
    expect(await code(at('none.zip'), '--ls')).toBe(4);
    expect(await code(`${zip}/none`)).toBe(4);
    expect(await code(`${zip}/a/b.txt`, '--ls')).toBe(0);
    expect(await code(scratch, '--cat', 'small.zip/a/b.txt')).toBe(0);
  });
});
