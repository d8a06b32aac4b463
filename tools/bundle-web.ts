/** Bundles what runs in a browser: modules split so that a worker loads a language, a format or the schema only when asked. */
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** The worker of the page. */
export const WORKER = join(root, 'src/web/worker.ts');

/** Bundles `entries`, file by name, into `folder`. Fails where one leans on a module of Node. */
export async function bundleWeb(entries: Readonly<Record<string, string>>, folder: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: { ...entries },
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    logLevel: 'error',
  });
  return metafile;
}
