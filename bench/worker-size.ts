/** `npx tsx bench/worker-size.ts`: how large the worker of the page is, and what is in it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { bundleWeb, WORKER } from '../tools/bundle-web.js';

/** What may come with the worker in any case: what it imports outright, without what it loads on demand. */
function loadedAtOnce(outputs: Metafile['outputs'], entry: string): string[] {
  const reached = new Set([entry]);
  for (const name of reached) {
    for (const { path, kind } of outputs[name].imports) if (kind === 'import-statement') reached.add(path);
  }
  return [...reached];
}

/** `src/formats/prose/lexicon/de.ts` counts as `formats/prose`, a library as its name. */
function partOf(input: string): string {
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
  if (library !== undefined) return library;
  const [, room, folder] = /src\/([^/]+)(?:\/([^/]+)\/)?/.exec(input) ?? [];
  return ['formats', 'codecs', 'locales'].includes(room ?? '') && folder !== undefined
    ? `${room}/${folder}`
    : `${room}`;
}

const folder = mkdtempSync(join(tmpdir(), 'worker-size-'));
try {
  const { outputs } = await bundleWeb({ worker: WORKER }, folder);
  const all = Object.keys(outputs);
  const entry = all.find((name) => basename(name) === 'worker.js') as string;
  const sizes = (names: readonly string[]) => {
    const texts = names.map((name) => readFileSync(join(folder, basename(name))));
    const raw = texts.reduce((sum, text) => sum + text.length, 0);
    const packed = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
    return `${Math.round(raw / 1000)} kB, ${Math.round(packed / 1000)} kB gzipped`;
  };
  const atOnce = loadedAtOnce(outputs, entry);
  console.log(`at once: ${sizes(atOnce)}; with all that may be asked for: ${sizes(all)}`);
  const byPart = new Map<string, number>();
  for (const name of atOnce) {
    for (const [input, { bytesInOutput }] of Object.entries(outputs[name].inputs)) {
      byPart.set(partOf(input), (byPart.get(partOf(input)) ?? 0) + bytesInOutput);
    }
  }
  const largest = [...byPart].sort((a, b) => b[1] - a[1]).slice(0, 16);
  for (const [part, bytes] of largest) console.log(`${part.padEnd(24)} ${Math.round(bytes / 1000)} kB`);
  for (const name of all.filter((one) => !atOnce.includes(one)).sort((a, b) => outputs[b].bytes - outputs[a].bytes)) {
    console.log(
      `on demand: ${basename(name)
        .replace(/-[A-Z0-9]{8}\.js$/, '')
        .padEnd(20)} ${sizes([name])}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
