/** The package as others import it: what README shows runs, and each public file is where `exports` says, with its types. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const isBuilt = existsSync(join(ROOT, 'dist', 'bytes'));
const runModule = (code: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, encoding: 'utf8' });

describe.skipIf(!isBuilt)('the package (skipped before `npm run build`)', () => {
  it('runs the example of README', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const code = /```js\n(.*?)```/s.exec(readme)?.[1] ?? '';
    expect(runModule(code)).toMatch(/^Microsoft-Windows-\S+ \d+/m);
  });

  it('prints what README says that it prints', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const shown = /```text\n(.*?)```/s.exec(readme)?.[1] ?? '';
    const command = [join('bin', 'winre-doctor.js'), 'diagnose', 'examples/recovery-partition-too-small'];
    const run = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
    expect(run.stdout.slice(0, shown.length)).toBe(shown);
    expect(run.status).toBe(1);
  });

  it('gives each format, codec and file of bytes by its name, with types', () => {
    const faces = ['formats', 'codecs'].flatMap((room) =>
      readdirSync(join(ROOT, 'dist', room)).map((id) => ({ name: `${room}/${id}`, types: `${room}/${id}/${id}.d.ts` })),
    );
    const files = readdirSync(join(ROOT, 'dist', 'bytes')).map((file) => file.replace(/\.js$/, ''));
    const all = [...faces, ...files.map((file) => ({ name: `bytes/${file}`, types: `bytes/${file}.d.ts` }))];
    expect(all.length).toBeGreaterThan(50);
    for (const { types } of all) expect(existsSync(join(ROOT, 'dist', 'types', types)), types).toBe(true);
    const imports = all.map(({ name }) => `await import('winre-doctor/${name}');`);
    expect(runModule(`${imports.join('\n')}\nconsole.log('all there')`)).toBe('all there\n');
  });
});
