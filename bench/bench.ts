/**
 * `npm run bench [-- name...]`: every `*.bench.ts` of this folder, or those named, as a table.
 * `--rounds N` sets how often each program runs; `--save` writes the table into `bench/README.md`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, compareCommands, HEAD, rowOf } from './harness.js';

const SUFFIX = '.bench.ts';
const BEGIN = '<!-- table: written by npm run bench -- --save -->';
const END = '<!-- end of table -->';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, save: { type: 'boolean', default: false } },
});
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .filter((name) => positionals.length === 0 || positionals.includes(name))
  .sort();

if (!existsSync('/usr/bin/time')) throw new Error('Cannot measure memory: /usr/bin/time is not installed');
await import('../tools/build.js');
const rows: string[] = [];
process.stdout.write(`${HEAD}\n`);
for (const name of names) {
  const { bench } = (await import(`./${name}${SUFFIX}`)) as { readonly bench: Bench };
  const comparisons = bench.prepare();
  if (typeof comparisons === 'string') {
    process.stderr.write(`${name}: ${comparisons}\n`);
    continue;
  }
  for (const comparison of comparisons) {
    const row = rowOf(compareCommands(comparison, Number(values.rounds)));
    rows.push(row);
    process.stdout.write(`${row}\n`);
  }
}
if (values.save) save(rows);

/** Puts rows into the table of the README: a task's row takes the place of its former one. */
function save(fresh: readonly string[]): void {
  const file = join(import.meta.dirname, 'README.md');
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf(BEGIN) + BEGIN.length;
  const taskOf = (row: string) => row.split('|')[1].trim();
  const replaced = new Set(fresh.map(taskOf));
  const kept = text
    .slice(start, text.indexOf(END))
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| task') && !replaced.has(taskOf(line)));
  const table = [HEAD, ...[...kept, ...fresh].sort()].join('\n');
  writeFileSync(file, `${text.slice(0, start)}\n${table}\n${text.slice(text.indexOf(END))}`);
}
