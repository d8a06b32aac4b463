/**
 * `npx tsx tools/make-disks.ts [id...] [--output DIR] [--image-megabytes N]`: whole disks of the project's own, each with
 * a device that tells a story (tools/made-disks/scenarios.ts), and beside them `truth.json`, what each is known to hold.
 * Debian's tools, no root, no mounts. A disk takes some seconds and about the size of its recovery image.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type MadeTruth, makeDisk } from './made-disks/disk.js';
import { missingPrograms } from './made-disks/programs.js';
import { SCENARIOS } from './made-disks/scenarios.js';

const CACHE = join(import.meta.dirname, '..', '.cache', 'made-disks');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { output: { type: 'string', default: CACHE }, 'image-megabytes': { type: 'string' } },
});
const missing = missingPrograms();
if (missing.length > 0) throw new Error(`Cannot make disks: not installed: ${missing.join(', ')}`);
const unknown = positionals.filter((id) => SCENARIOS.every((scenario) => scenario.id !== id));
if (unknown.length > 0) throw new Error(`Cannot make disks: no such story: ${unknown.join(', ')}`);

mkdirSync(CACHE, { recursive: true });
mkdirSync(values.output, { recursive: true });
const scratch = mkdtempSync(join(CACHE, 'scratch-'));
const truths: MadeTruth[] = [];
try {
  for (const scenario of SCENARIOS) {
    if (positionals.length > 0 && !positionals.includes(scenario.id)) continue;
    const imageMegabytes = Number(values['image-megabytes'] ?? scenario.imageMegabytes);
    truths.push(makeDisk({ ...scenario, imageMegabytes }, values.output, scratch, CACHE));
    process.stdout.write(`${join(values.output, truths.at(-1)?.file ?? '')}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
writeFileSync(join(values.output, 'truth.json'), `${JSON.stringify(truths, null, 2)}\n`);
