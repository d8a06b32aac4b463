/** Writes `examples/`: whole cases of made-up devices, from the events, outputs and logs that they would have left. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples } from './examples.js';

const ROOT = join(import.meta.dirname, '..', 'examples');

for (const [name, files] of Object.entries(examples())) {
  const folder = join(ROOT, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
}
