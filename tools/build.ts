/** Builds `dist/`: the command and what the package exports as ES2022, split so that a command loads only what it uses. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** A format's or codec's public face is the file that bears its folder's name. */
function faces(room: string): string[] {
  const folder = join(root, 'src', room);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, `${basename(entry.name)}.ts`))
    .filter((file) => existsSync(file));
}

/** The files of `bytes/`: what readers are given and what they give back. */
function bytesFiles(): string[] {
  const folder = join(root, 'src', 'bytes');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
const options: BuildOptions = {
  outdir: join(root, 'dist'),
  outbase: join(root, 'src'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  packages: 'external',
  sourcemap: false,
  logLevel: 'warning',
};
// The command by itself: pieces shared with every public module would make it load twice as many files.
await build({ ...options, entryPoints: [join(root, 'src/cli/main.ts')], chunkNames: 'cli/[name]-[hash]' });
await build({ ...options, entryPoints: [...bytesFiles(), ...faces('codecs'), ...faces('formats')] });
execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
