/** What `inspect` says is in a file, held against what the programs of others said of the corpus. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CORPUS, corpusBytes } from '../../../testing/shared.js';
import { runCommand } from '../../run-for-test.js';

const scratch = mkdtempSync(join(tmpdir(), 'contents-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const sample = (path: string) => join(CORPUS ?? '', path);

/** The members that are looked at here, of whichever kind has them. */
interface Shown {
  readonly code: number;
  readonly kind: string;
  readonly defects: readonly string[];
  readonly imageCount: number;
  readonly fileCount: number;
  readonly compression: string;
  readonly state: string;
  readonly kb: string;
  readonly packageName: string;
  readonly images: readonly { readonly name: string }[];
  readonly packages: readonly { readonly kb: string; readonly packageName: string }[];
  readonly objects: readonly { readonly elements: { readonly description?: string } }[];
}

async function inspect(path: string): Promise<Shown> {
  const { code, out } = await runCommand('inspect', path, '--json');
  return { code, ...JSON.parse(out).contents[0] };
}

describe.skipIf(CORPUS === null)('files of the corpus (skipped without it)', () => {
  const truths: readonly { file: string; truth?: Record<string, unknown> }[] =
    CORPUS === null ? [] : JSON.parse(readFileSync(sample('manifest.json'), 'utf8')).files;
  const truthOf = (file: string) => truths.find((one) => one.file === file)?.truth ?? {};

  it('a WIM has the images that wimlib counts, with their names', async () => {
    for (const file of ['wim/made-multi-3images.wim', 'wim/made-lzms-solid.esd', 'wim/made-xpress64k.wim']) {
      const { kind, imageCount, compression, images } = await inspect(sample(file));
      const truth = truthOf(file);
      const named = (truth.images as { Name: string }[]).map(({ Name }) => Name);
      expect([kind, `${imageCount}`]).toEqual(['wim', truth['Image Count']]);
      expect(compression).toBe(`${truth.Compression}`.toLowerCase());
      expect(images.map(({ name }) => name)).toEqual(named);
    }
  });

  it('a cabinet has its package', async () => {
    const { kind, packages, fileCount } = await inspect(sample('cab/Windows6.1-KB2883457-amd64.cab'));
    expect([kind, fileCount, packages[0].kb]).toEqual(['cab', 23, 'KB2883457']);
    expect(packages[0].packageName).toBe('Package_for_KB2883457~31bf3856ad364e35~amd64~~6.1.1.0');
  });

  it('a hive is read with the logs beside it', async () => {
    const name = 'yarp-NewDirtyHive1.NewDirtyHive';
    expect(existsSync(sample(`registry/${name}.LOG1`))).toBe(true);
    expect((await inspect(sample(`registry/${name}`))).state).toBe('recovered');
    writeFileSync(join(scratch, 'alone'), corpusBytes(`registry/${name}`));
    expect((await inspect(join(scratch, 'alone'))).state).toBe('dirty-unrecovered');
  });

  it('a boot store has its objects', async () => {
    const { kind, objects } = await inspect(sample('bcd/b450m-boot.bcd'));
    expect([kind, objects.length]).toEqual(['bcd', 16]);
    expect(objects.map(({ elements }) => elements.description)).toContain('Windows Recovery Environment');
  });
});

describe('files of other kinds', () => {
  it('are refused by name, and nothing is read', async () => {
    writeFileSync(
      join(scratch, 'disk.qcow2'),
      Buffer.concat([Buffer.from('QFI\u00fb', 'latin1'), Buffer.alloc(70_000)]),
    );
    const { code, kind, defects } = await inspect(join(scratch, 'disk.qcow2'));
    expect([code, kind]).toEqual([4, 'unreadable']);
    expect(defects[0]).toContain('qcow2');
  });

  it('a package manifest says what it is', async () => {
    const manifest = `<?xml version="1.0"?><assembly><assemblyIdentity name="Package_for_KB5034441" version="19041.1.1.1" language="neutral" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35"/><package identifier="KB5034441"/></assembly>`;
    writeFileSync(join(scratch, 'update.mum'), manifest);
    const { kind, kb, packageName } = await inspect(join(scratch, 'update.mum'));
    expect([kind, kb]).toEqual(['mum', 'KB5034441']);
    expect(packageName).toBe('Package_for_KB5034441~31bf3856ad364e35~amd64~~19041.1.1.1');
  });
});
