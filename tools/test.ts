/**
 * `npm test`: types, lint and every test.
 *
 * Tests are held against programs of others. Where this runs as root on Debian or Ubuntu, those that are missing
 * are installed first, after their list is printed; `npm test -- --no-install` leaves the machine as it is, and
 * elsewhere that is so anyway. What is skipped is said.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PEERS } from './peers.js';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, '.cache', 'test-results.json');
const mayInstall = !process.argv.includes('--no-install') && process.env.WINRE_DOCTOR_NO_INSTALL === undefined;

function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

function isDebian(): boolean {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function installPeers(): void {
  const missing = PEERS.filter(({ program }) => !has(program));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((peer) => peer.package))];
  const asRoot = process.getuid?.() === 0;
  if (mayInstall && asRoot && isDebian()) {
    console.log(`Installing what tests are held against: ${packages.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: string[]) =>
      spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', '-qq', ...args], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    apt('update');
    // One that cannot be had must not take the others with it.
    if (apt('install', '-y', '--no-install-recommends', ...packages).status !== 0) {
      for (const name of packages) apt('install', '-y', '--no-install-recommends', name);
    }
  }
  for (const { program, witnesses } of PEERS.filter(({ program }) => !has(program))) {
    console.log(`Without ${program}: tests that hold ${witnesses} against it are skipped.`);
  }
}

function step(name: string, program: string, args: readonly string[]): boolean {
  console.log(`\n== ${name}`);
  return spawnSync(join(ROOT, 'node_modules/.bin', program), args, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

installPeers();
if (!existsSync(join(ROOT, '..', 'shared', 'corpus'))) {
  console.log('No outside corpus beside this checkout: tests that are held against it are skipped.');
}
mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(RESULTS, { force: true });
const types = step('types', 'tsc', ['--noEmit']);
const lint = step('lint', 'biome', ['check', '.']);
const build = step('build', 'tsx', ['tools/build.ts']);
const tests = step('tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`]);
const nodes = process.env.CI === undefined || step('other Node versions', 'tsx', ['tools/nodes.ts']);

let passed = 0;
let failed = 0;
let skipped = 0;
if (existsSync(RESULTS)) {
  const results = JSON.parse(readFileSync(RESULTS, 'utf8'));
  passed = results.numPassedTests;
  failed = results.numFailedTests;
  skipped = results.numPendingTests;
}
for (const [name, ok] of Object.entries({ types, lint, build, tests, nodes })) if (!ok) console.log(`${name}: failed`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = types && lint && build && tests && nodes && passed > 0 ? 0 : 1;
