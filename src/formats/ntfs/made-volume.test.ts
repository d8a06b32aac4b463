/** Volumes written by ntfs-3g and wimlib on the spot, and read back: what the corpus does not hold. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { strict } from '../../bytes/format-error.js';
import { ImageFile, withScratch } from '../../testing/image-file.js';
import { hasProgram } from '../../testing/shared.js';
import { openNtfs } from './ntfs.js';
import type { WofAlgorithm } from './reparse.js';

const programs = ['mkntfs', 'ntfscp', 'ntfsls', 'ntfsresize', 'ntfsinfo', 'wimlib-imagex', 'fls'];
const canMake = programs.every(hasProgram);
const MEBIBYTE = 1 << 20;

function madeVolume(folder: string, sizeBytes: number, ...options: string[]): string {
  const volume = join(folder, 'volume.img');
  writeFileSync(volume, '');
  truncateSync(volume, sizeBytes);
  execFileSync('mkntfs', ['-qQF', ...options, volume], { stdio: 'ignore' });
  return volume;
}

/** Words that pack well, with stretches that do not. */
function content(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = 12345;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[i] =
      Math.floor(i / 5000) % 3 === 2
        ? state >>> 24
        : 'Windows Recovery Environment '.charCodeAt(i % 29) + (state >>> 31);
  }
  return bytes;
}

/** What wimlib makes of a file in a WIM resource: a table of chunk offsets and the chunks, as WOF lays them out. */
function packedByWimlib(folder: string, file: string, compression: string, chunkSize: number): Uint8Array {
  const wim = join(folder, `${compression}-${chunkSize}.wim`);
  execFileSync(
    'wimlib-imagex',
    ['capture', file, wim, `--compress=${compression}`, `--chunk-size=${chunkSize}`, '--no-acls'],
    { stdio: 'ignore' },
  );
  const blobs = execFileSync('wimlib-imagex', ['info', wim, '--blobs'], { encoding: 'utf8' }).split(/\n\s*\n/);
  const blob = blobs.find((text) => text.includes('Offset in WIM') && !text.includes('METADATA')) ?? '';
  const field = (name: string) => Number(new RegExp(`${name}\\s*= (\\d+)`).exec(blob)?.[1]);
  return new Uint8Array(readFileSync(wim)).slice(
    field('Offset in WIM'),
    field('Offset in WIM') + field('Compressed size'),
  );
}

function wofPoint(algorithm: number): Uint8Array {
  const words = Uint32Array.of(0x80000017, 16, 1, 2, 1, algorithm);
  return new Uint8Array(words.buffer);
}

describe.skipIf(!canMake)('openNtfs on volumes made by ntfs-3g and wimlib (skipped without them)', () => {
  it.each([
    ['xpress4k', 0, 'xpress', 4096],
    ['lzx', 1, 'lzx', 32768],
    ['xpress8k', 2, 'xpress', 8192],
    ['xpress16k', 3, 'xpress', 16384],
  ] as const satisfies readonly (readonly [WofAlgorithm, number, string, number])[])(
    'opens a file packed by WOF with %s as its content',
    (kind, algorithm, compression, chunkSize) => {
      withScratch((folder) => {
        const bytes = content(200_123);
        mkdirSync(join(folder, 'tree'));
        writeFileSync(join(folder, 'tree', 'file.bin'), bytes);
        const packed = packedByWimlib(folder, join(folder, 'tree'), compression, chunkSize);
        expect(packed.length).toBeLessThan(bytes.length);
        writeFileSync(join(folder, 'zeros'), new Uint8Array(bytes.length));
        writeFileSync(join(folder, 'packed'), packed);
        writeFileSync(join(folder, 'point'), wofPoint(algorithm));
        const volume = madeVolume(folder, 8 * MEBIBYTE);
        const copy = (...args: string[]) => execFileSync('ntfscp', args, { cwd: folder, stdio: 'ignore' });
        copy(volume, 'zeros', 'file.bin');
        copy('-N', 'WofCompressedData', volume, 'packed', 'file.bin');
        copy('-a', '0xc0', volume, 'point', 'file.bin');

        const file = openNtfs(new ImageFile(volume), strict).lookup('file.bin');
        expect(file?.reparsePoint()).toMatchObject({ kind: 'wof', wof: kind });
        const opened = file?.open();
        expect(opened?.size).toBe(bytes.length);
        expect(Buffer.compare(opened?.read(0, bytes.length) ?? new Uint8Array(), bytes)).toBe(0);
        expect(opened?.read(100_000, 50)).toEqual(bytes.slice(100_000, 100_050));
        expect(file?.open('WofCompressedData').size).toBe(packed.length);
      });
    },
  );

  it.each([
    ['clusters of 512 bytes', ['-c', '512']],
    ['clusters of 64 KiB', ['-c', '65536']],
    ['sectors of 4096 bytes', ['-s', '4096', '-c', '4096']],
  ])('lists a large folder in order, on %s', (_, options) => {
    withScratch((folder) => {
      const tree = join(folder, 'tree', 'large');
      mkdirSync(tree, { recursive: true });
      const names = Array.from({ length: 1500 }, (_unused, index) => `Package-${(index * 7919) % 1500}-ä-${index}.mum`);
      for (const name of names) writeFileSync(join(tree, name), name);
      const wim = join(folder, 'tree.wim');
      execFileSync('wimlib-imagex', ['capture', join(folder, 'tree'), wim, '--compress=none', '--no-acls'], {
        stdio: 'ignore',
      });
      const volume = madeVolume(folder, 64 * MEBIBYTE, ...options);
      execFileSync('wimlib-imagex', ['apply', wim, '1', volume], { stdio: 'ignore' });

      const opened = openNtfs(new ImageFile(volume), strict);
      const large = opened.lookup('LARGE');
      const found = [...(large?.entries(strict) ?? [])].map(({ name }) => name);
      const listing = execFileSync('ntfsls', ['-p', '/large', volume], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
      const listed = listing.split('\n').filter((line) => line !== '' && line !== '.' && line !== '..');
      expect([...found].sort()).toEqual(listed.sort()); // ntfsls goes by blocks as they lie, not by the tree
      const upper = (name: string) => name.toUpperCase();
      expect(found).toEqual([...names].sort((a, b) => (upper(a) < upper(b) ? -1 : 1)));
      for (const name of names.slice(0, 200)) {
        const file = opened.lookup(`large/${name.toUpperCase()}`)?.open();
        expect(Buffer.from(file?.read(0, file.size) ?? []).toString()).toBe(name);
      }
      const tree1 = opened.tree(strict);
      const paths = Array.from({ length: tree1.linkCount }, (_unused, link) => tree1.pathOf(link) ?? '');
      expect(paths.filter((path) => path.startsWith('large/')).sort()).toEqual(
        names.map((name) => `large/${name}`).sort(),
      );
      const info = execFileSync('ntfsinfo', ['-m', volume], { encoding: 'utf8' });
      expect(opened.freeBytes()).toBe(Number(/Free Clusters: (\d+)/.exec(info)?.[1]) * opened.boot.clusterSize);
    });
  });

  it('tells a volume that Windows would check', () => {
    withScratch((folder) => {
      const volume = madeVolume(folder, 32 * MEBIBYTE, '-L', 'Größe');
      expect(openNtfs(new ImageFile(volume), strict).isDirty).toBe(false);
      spawnSync('ntfsresize', ['-ff', '-s', '24M', volume], { input: 'y\n' });
      const opened = openNtfs(new ImageFile(volume), strict);
      expect(opened.isDirty).toBe(spawnSync('ntfsinfo', ['-m', volume]).stderr.includes('scheduled for check'));
      expect(opened.isDirty).toBe(true);
    });
  });
});
