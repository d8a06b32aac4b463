import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FormatError } from '../../bytes/format-error.js';
import { FileSource } from './file-source.js';
import { openPaths, splitAtFile } from './open-paths.js';

const folder = mkdtempSync(join(tmpdir(), 'open-paths-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => join(folder, ...names);
mkdirSync(at('logs', 'inner'), { recursive: true });
for (const name of ['SYSTEM', 'SYSTEM.LOG1', 'inner/deep.txt']) writeFileSync(at('logs', name), name);
symlinkSync(at('logs', 'SYSTEM'), at('logs', 'link'));

describe('opening paths', () => {
  it('opens a folder with all below it, and follows no link', () => {
    const { files, failed, closeAll } = openPaths([at('logs')]);
    expect(files.map(({ name }) => name).sort()).toEqual([
      at('logs', 'SYSTEM'),
      at('logs', 'SYSTEM.LOG1'),
      at('logs', 'inner', 'deep.txt'),
    ]);
    expect(failed).toEqual([]);
    closeAll();
  });

  it('shows a lone file what lies beside it', () => {
    const { files, closeAll } = openPaths([at('logs', 'SYSTEM')]);
    expect(files).toHaveLength(1);
    const log = files[0].beside.get('system.log1');
    expect(new TextDecoder().decode(log?.read(0, log.size))).toBe('SYSTEM.LOG1');
    closeAll();
  });

  it('names what cannot be opened and goes on', () => {
    const { files, failed, closeAll } = openPaths([at('nowhere'), at('logs', 'inner')]);
    expect(files.map(({ name }) => name)).toEqual([at('logs', 'inner', 'deep.txt')]);
    expect(failed).toEqual([{ name: at('nowhere'), why: expect.stringContaining('ENOENT') }]);
    closeAll();
  });

  it('names a folder of which not every file is read', () => {
    const { files, failed, closeAll } = openPaths([at('logs')], 2);
    expect(files).toHaveLength(2);
    expect(failed).toEqual([{ name: expect.stringContaining('logs'), why: 'only the first 2 files are read' }]);
    closeAll();
  });

  it.skipIf(process.platform === 'win32')('reads what another program pipes into a path', () => {
    const script = `
      import { openPaths } from ${JSON.stringify(join(import.meta.dirname, 'open-paths.ts'))};
      console.log(new TextDecoder().decode(openPaths([process.argv[1]]).files[0].bytes.read(0, 5)));`;
    const command = 'exec node --import tsx --input-type=module -e "$0" <(printf hello)';
    expect(execFileSync('bash', ['-c', command, script], { encoding: 'utf8' })).toBe('hello\n');
  });
});

describe('a path that leads into a file', () => {
  it('is parted at the file', () => {
    expect(splitAtFile(at('logs', 'SYSTEM', 'Select', 'Current'))).toEqual({
      file: at('logs', 'SYSTEM'),
      inside: join('Select', 'Current'),
    });
    expect(splitAtFile(at('logs', 'nowhere', 'x'))).toBeNull();
    expect(splitAtFile(at('logs'))).toBeNull();
  });
});

describe('a file that the system stops giving', () => {
  it('is cut short, in a named place', () => {
    writeFileSync(at('shrinks'), new Uint8Array(100));
    const file = new FileSource(at('shrinks'));
    truncateSync(at('shrinks'), 40);
    let thrown: unknown;
    try {
      file.read(10, 80);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FormatError);
    expect(thrown).toMatchObject({ fault: 'truncated', detail: { what: at('shrinks'), sourceOffset: 40 } });
    file.close();
  });

  it('gives a FormatError that keeps what the system said', () => {
    writeFileSync(at('gone'), new Uint8Array(100));
    const file = new FileSource(at('gone'));
    file.close();
    expect(() => file.read(0, 10)).toThrow(FormatError);
    expect(() => file.read(0, 10)).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: 'EBADF' }) }),
    );
  });
});
