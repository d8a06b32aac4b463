/** `npm run gen`: rewrites every generated file, after the kernels, which have a generator of their own. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate, ROOT } from './generate.js';

const kernels = join(import.meta.dirname, 'gen-kernels.ts');
if (existsSync(kernels)) execFileSync(join(ROOT, 'node_modules/.bin/tsx'), [kernels], { stdio: 'inherit', cwd: ROOT });

let written = 0;
for (const [name, text] of await generate()) {
  const file = join(ROOT, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  written++;
}
console.log(`${written} generated files rewritten`);
