/**
 * The whole core in a worker of Chromium, over files that were chosen as a person chooses them: its JSON is, byte for
 * byte, what the command prints for the same files under the same names.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeServicingLog } from '../../bench/servicing-log-maker.js';
import { bundleWeb, WORKER } from '../../tools/bundle-web.js';
import { makeDisk } from '../../tools/made-disks/disk.js';
import { missingPrograms } from '../../tools/made-disks/programs.js';
import { SCENARIOS } from '../../tools/made-disks/scenarios.js';
import { run } from '../cli/main.js';
import { CONTENTS } from '../codecs/samples/contents.js';
import packed from '../codecs/samples/packed.json' with { type: 'json' };
import { makeHasher } from '../hosts/node/hasher.js';
import { nodeHost } from '../hosts/node/node-host.js';
import { CHROMIUM, launchChromium } from '../testing/chromium.js';
import type { CoreChecks } from '../testing/core-checks-worker.js';
import { CORPUS, hasProgram } from '../testing/shared.js';
import type { PageAnswer, TestPage } from '../testing/web-page.js';
import { POLICY, POLICY_WITH_WASM, serveFolder, type WebServer } from '../testing/web-server.js';
import type { DiagnoseRequest, Outcome } from './messages.js';

const ROOT = join(import.meta.dirname, '..', '..');
const EXAMPLES = join(ROOT, 'examples');
const PAGE = `<!doctype html><title>test</title><input type="file" id="files" multiple>
<input type="file" id="folder" webkitdirectory><script type="module" src="/page.js"></script>`;

/** What issue 3 allows a disk of 4 GB: each slice costs about a millisecond. */
const SLICES_MAX = 300;
const BIG_DISK_BYTES = 4 * 1024 ** 3;
/** Long enough to be streamed as a log, through the scanning kernel. */
const LOG_BYTES = 12 * 1024 ** 2;

const IMAGES = ['a01-gpt-ok-1g.vhdx', 'a06-mbr-0x27-after-os.vhd', 'a18-gpt-4kn.img', 'a19-gpt-wim-solid-lzms.img'];
/** What holds the formats that the rest does not; for the twins, what they unpack and scan. */
const FOLDERS = {
  kernel: ['cab', 'evtx', 'log-cbs', 'mum', 'wim', 'winreagent', 'zip'],
  plain: ['cab', 'wim'],
};
const SAMPLE_BYTES_MAX = 200_000;
const corpusHere = CORPUS !== null && hasProgram('zstd');

type Asked = Omit<DiagnoseRequest, 'files'>;
type Report = Extract<Outcome, { kind: 'report' }>;

/** What the command says as JSON of one path, given from the folder that holds it; or what it could not read. */
async function commandOn(path: string, options: readonly string[] = []): Promise<string | readonly string[]> {
  const before = process.cwd();
  const said: string[] = [];
  const complaints: string[] = [];
  process.chdir(dirname(path));
  try {
    const host = {
      ...nodeHost(),
      out: (part: string) => void said.push(part),
      err: (line: string) => void complaints.push(line),
    };
    await run(['diagnose', basename(path), '--json', ...options], host);
  } finally {
    process.chdir(before);
  }
  return said.length > 0 ? said.join('') : complaints.filter((line) => line.startsWith('Cannot read ')).sort();
}

/** The same of the worker. */
function saidBy(outcome: Outcome): string | readonly string[] {
  if (outcome.kind === 'report') return outcome.json;
  expect(outcome.kind).toBe('unreadable');
  const { sources } = outcome as Extract<Outcome, { kind: 'unreadable' }>;
  return sources.map(({ name, why }) => `Cannot read ${name}: ${why}`).sort();
}

describe.skipIf(CHROMIUM === null)('the core in a browser worker (skipped where there is no Chromium)', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'worker-'));
  const bundle = join(scratch, 'bundle');
  let browser: Browser;

  beforeAll(async () => {
    const testing = join(ROOT, 'src/testing');
    const entries = {
      page: join(testing, 'web-page.ts'),
      checks: join(testing, 'core-checks-worker.ts'),
      worker: WORKER,
    };
    await bundleWeb(entries, bundle);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('is bundled without anything of Node', () => {
    for (const name of readdirSync(bundle)) {
      const text = readFileSync(join(bundle, name), 'utf8');
      expect(text.match(/["'`]node:[a-z_/]+["'`]|\bprocess\.(env|argv|stdout)|\brequire\(/g), name).toBeNull();
    }
  });

  for (const [title, policy, implementation] of [
    ['where WebAssembly is allowed', POLICY_WITH_WASM, 'kernel'],
    ['where WebAssembly is refused', POLICY, 'plain'],
  ] as const) {
    describe(title, () => {
      let server: WebServer;
      let page: Page;
      beforeAll(async () => {
        server = await serveFolder(bundle, PAGE, policy);
        page = await browser.newPage();
      });
      afterAll(async () => {
        await page?.close();
        await server?.close();
      });

      async function choose(input: 'files' | 'folder', paths: string | readonly string[]): Promise<void> {
        await page.goto(server.url);
        await page.locator(`#${input}`).setInputFiles(paths as string | string[]);
      }
      const asks = (asked: Asked): Promise<PageAnswer> =>
        page.evaluate((words) => (window as unknown as TestPage).diagnoseChosen(words), asked);

      /** Holds the worker to the command, and says what it took. */
      async function compare(input: 'files' | 'folder', path: string, asked: Asked = { question: {} }) {
        await choose(input, path);
        const answer = await asks(asked);
        expect(saidBy(answer.outcome)).toEqual(await commandOn(path));
        return { ...answer, outcome: answer.outcome as Report };
      }

      it('unpacks and hashes as Node does', async () => {
        await page.goto(server.url);
        const checks = (await page.evaluate(() => (window as unknown as TestPage).checkCore())) as CoreChecks;
        const bytes = packed.map(({ content, unpackedSize }) =>
          (CONTENTS[content] as (n: number) => Uint8Array)(unpackedSize),
        );
        const [sha1, sha256] = (['sha1', 'sha256'] as const).map((name) => {
          const hasher = makeHasher(name);
          for (const part of bytes) hasher.update(part);
          return hasher.digest();
        });
        expect(checks).toEqual({
          unpacked: { plain: 0, kernel: 0, [implementation]: packed.length },
          wrong: [],
          sha1,
          sha256,
          refused: implementation === 'kernel' ? [] : expect.arrayContaining(['wasm-eval']),
        });
      });

      it.each(readdirSync(EXAMPLES).filter((name) => name !== 'README.md'))('examples/%s', async (name) => {
        const folder = join(EXAMPLES, name);
        const { outcome, read } = await compare('folder', folder);
        expect(outcome.html).toContain('<!doctype html>');
        expect([...read].sort()).toEqual(
          readdirSync(folder)
            .map((file) => `${name}/${file}`)
            .sort(),
        );
      });

      it('a log too long to be pasted', async () => {
        const log = join(scratch, 'CBS.log');
        writeServicingLog(log, LOG_BYTES);
        await compare('files', log);
      });

      it.skipIf(missingPrograms().length > 0)("a disk of 4 GB (skipped without Debian's programs)", async () => {
        const path = bigDisk(scratch);
        const { outcome, milliseconds } = await compare('files', path);
        const { sliceCount, bytesRead } = outcome;
        console.info(`4 GB, ${title}: ${sliceCount} slices, ${Math.round(bytesRead / 1e6)} MB, ${milliseconds | 0} ms`);
        expect(statSync(path).size).toBeGreaterThan(BIG_DISK_BYTES);
        expect(sliceCount).toBeLessThan(SLICES_MAX);
      });

      it.skipIf(!corpusHere).each(IMAGES)(
        'the corpus image %s (skipped where it or zstd is not there)',
        async (name) => {
          const path = join(scratch, name);
          spawnSync('zstd', ['-dqf', '--sparse', join(CORPUS ?? '', 'images', `${name}.zst`), '-o', path]);
          const { outcome } = await compare('files', path);
          expect(outcome.sliceCount).toBeLessThan(SLICES_MAX);
          rmSync(path);
        },
      );

      it.skipIf(!corpusHere).each(FOLDERS[implementation])(
        'the corpus folder %s (skipped where it is not there)',
        async (name) => {
          const folder = join(scratch, name);
          cpSync(join(CORPUS ?? '', name), folder, {
            recursive: true,
            filter: isSmall,
          });
          await compare('folder', folder);
        },
      );
    });
  }

  describe('as a page meets it', () => {
    let server: WebServer;
    let page: Page;
    const example = join(EXAMPLES, 'winre-switched-off', 'ticket.txt');
    const asks = (asked: Asked): Promise<PageAnswer> =>
      page.evaluate((words) => (window as unknown as TestPage).diagnoseChosen(words), asked);
    beforeAll(async () => {
      server = await serveFolder(bundle, PAGE, POLICY_WITH_WASM);
      page = await browser.newPage();
    });
    afterAll(async () => {
      await page?.close();
      await server?.close();
    });

    async function outcomeOf(files: readonly string[], asked: Asked): Promise<Outcome> {
      await page.goto(server.url);
      await page.locator('#files').setInputFiles([...files]);
      return (await asks(asked)).outcome;
    }

    it('judges the update that is asked for, in the language that is asked for', async () => {
      const outcome = await outcomeOf([example], { question: { kb: '5057589', at: '2025-06-01' }, lang: 'xx' });
      const options = ['--kb', '5057589', '--at', '2025-06-01', '--lang', 'xx'];
      expect(saidBy(outcome)).toBe(await commandOn(example, options));
    });

    it('names the word of a question that is wrong', async () => {
      expect(await outcomeOf([example], { question: { kb: 'newest' } })).toEqual({
        kind: 'wrong-question',
        wrong: 'kb',
        given: 'newest',
      });
    });

    it('says what is wrong with a knowledge file, under the content policy', async () => {
      const outcome = await outcomeOf([example], { question: {}, knowledge: '{"updates":[{}]}' });
      expect(outcome).toMatchObject({ kind: 'wrong-knowledge', message: expect.stringContaining('updates') });
    });

    it('says so where nothing can be read', async () => {
      const noise = join(scratch, 'noise.bin');
      writeFileSync(
        noise,
        new Uint8Array(5000).map((_, index) => (index * index) >> 3),
      );
      expect(await outcomeOf([noise], { question: {} })).toEqual({
        kind: 'unreadable',
        sources: [{ name: 'noise.bin', why: 'unsupported' }],
      });
    });

    it('goes on past a file that was changed after it was chosen', async () => {
      const folder = join(scratch, 'changed');
      mkdirSync(folder);
      for (const name of ['ticket.txt', 'later.txt']) cpSync(example, join(folder, name));
      await page.goto(server.url);
      await page.locator('#folder').setInputFiles(folder);
      appendFileSync(join(folder, 'later.txt'), 'more');
      const { outcome } = await asks({ question: {} });
      const { sources } = JSON.parse((outcome as Report).json) as { sources: { name: string; read: string }[] };
      expect(sources.map(({ name, read }) => [name, read])).toEqual([
        ['changed/later.txt', 'not'],
        ['changed/ticket.txt', 'whole'],
      ]);
    });
  });
});

/** A cabinet of some kilobytes may hold gigabytes of text: one that does would take a minute of the tests. */
function isSmall(path: string): boolean {
  return !path.includes('large-files') && (statSync(path).isDirectory() || statSync(path).size < SAMPLE_BYTES_MAX);
}

/** A disk of 4 GB, most of it a hole: made at the first call. */
let made: string | null = null;
function bigDisk(folder: string): string {
  if (made !== null) return made;
  const [scenario] = SCENARIOS.filter(({ id }) => id === 'sound');
  const [scratch, cache] = ['disk-scratch', 'disk-cache'].map((name) => join(folder, name)) as [string, string];
  for (const path of [scratch, cache]) mkdirSync(path);
  const truth = makeDisk(
    { ...scenario, imageMegabytes: 24, freeMegabytes: BIG_DISK_BYTES / 1024 ** 2 },
    folder,
    scratch,
    cache,
  );
  made = join(folder, truth.file);
  return made;
}
