import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import { corpusRows, longTruth } from '../../testing/corpus-truth.js';
import { withScratch } from '../../testing/image-file.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { type FatDirectoryEntry, type FatVolume, isFat, openFat } from './fat.js';

const CONTENT = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7) & 0xff);

/** A volume by mkfs.fat and mtools. */
function madeVolume(bits: 12 | 16 | 32, sizeBytes: number): Uint8Array {
  return withScratch((folder) => {
    const image = join(folder, 'volume.img');
    const file = join(folder, 'content.bin');
    writeFileSync(image, '');
    truncateSync(image, sizeBytes);
    writeFileSync(file, CONTENT);
    execFileSync('mkfs.fat', ['-F', `${bits}`, '-n', 'ESP TEST', image]);
    const mtools = (program: string, ...args: string[]) => execFileSync(program, ['-i', image, ...args]);
    mtools('mmd', '::EFI', '::EFI/Microsoft', '::EFI/Microsoft/Boot');
    mtools('mcopy', file, '::EFI/Microsoft/Boot/BCD');
    mtools('mcopy', file, '::EFI/Microsoft/Boot/a rather long name of a file.efi.mui');
    mtools('mcopy', file, '::EFI/Microsoft/Boot/lower.txt');
    mtools('mdel', '::EFI/Microsoft/Boot/lower.txt');
    mtools('mcopy', file, '::EFI/Microsoft/Boot/green light.efi');
    return new Uint8Array(readFileSync(image));
  });
}

/** Paths of everything on a volume. */
function listed(volume: FatVolume): string[] {
  const paths: string[] = [];
  const waiting: { folder: FatDirectoryEntry | null; path: string }[] = [{ folder: null, path: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of volume.entries(next.folder)) {
      paths.push(next.path + entry.name);
      if (entry.isDirectory && next.path.split('/').length < 8)
        waiting.push({ folder: entry, path: `${next.path}${entry.name}/` });
    }
  }
  return paths.sort();
}

const canMake = hasProgram('mkfs.fat') && hasProgram('mcopy');

describe.skipIf(!canMake)('openFat on volumes made by mkfs.fat and mtools (skipped without them)', () => {
  const kinds = [
    [12, 2 << 20],
    [16, 20 << 20],
    [32, 40 << 20],
  ] as const;

  it.each(kinds)('FAT%i: long and short names, whatever their case, and content', (bits, sizeBytes) => {
    const bytes = madeVolume(bits, sizeBytes);
    const volume = openFat(new MemorySource(bytes), strict);
    expect([volume.boot.kind, volume.label, volume.sizeBytes]).toEqual([`fat${bits}`, 'ESP TEST', sizeBytes]);
    expect(volume.isDirty).toBe(bits === 12 ? null : false);
    expect(listed(volume)).toEqual([
      'EFI',
      'EFI/Microsoft',
      'EFI/Microsoft/Boot',
      'EFI/Microsoft/Boot/BCD',
      'EFI/Microsoft/Boot/a rather long name of a file.efi.mui',
      'EFI/Microsoft/Boot/green light.efi',
    ]);
    for (const path of ['\\efi\\microsoft\\boot\\bcd', 'EFI/MICROSOFT/BOOT/ARATHE~1.MUI']) {
      const file = volume.lookup(path) as FatDirectoryEntry;
      expect(volume.open(file).read(0, file.size)).toEqual(CONTENT);
      expect(volume.open(file).read(5000, 9000)).toEqual(CONTENT.subarray(5000, 14_000));
    }
    expect([volume.lookup('EFI/none'), volume.lookup('EFI/Microsoft/Boot/BCD/x')]).toEqual([null, null]);
    const files = 3 * Math.ceil(CONTENT.length / volume.boot.clusterSize);
    const folders = 3 + (bits === 32 ? 1 : 0);
    expect(volume.freeBytes()).toBe((volume.boot.clusterCount - files - folders) * volume.boot.clusterSize);
  });

  it('reads the copy of a FAT32 boot sector, and tells a mounted volume', () => {
    const bytes = madeVolume(32, 40 << 20);
    const { tableAt } = openFat(new MemorySource(bytes), strict).boot;
    bytes.fill(0, 0, 512);
    bytes[tableAt + 7] &= ~0x08;
    const defects: FormatError[] = [];
    const volume = openFat(new MemorySource(bytes), (defect) => defects.push(defect));
    expect([volume.isDirty, defects.map(({ detail }) => detail.what)]).toEqual([true, ['fat.boot.jump']]);
  });

  it('ends chains that turn in a circle, leave the volume or are too short', () => {
    const bytes = madeVolume(16, 20 << 20);
    const volume = openFat(new MemorySource(bytes), strict);
    const file = volume.lookup('EFI/Microsoft/Boot/BCD') as FatDirectoryEntry;
    const faultWith = (next: number) => {
      const changed = bytes.slice();
      new DataView(changed.buffer).setUint16(volume.boot.tableAt + file.firstCluster * 2, next, true);
      try {
        openFat(new MemorySource(changed), strict).open(file);
      } catch (error) {
        if (error instanceof FormatError) return [error.fault, error.detail.what];
      }
      return null;
    };
    expect(faultWith(file.firstCluster)).toEqual(['cycle', 'fat.table.next']);
    expect(faultWith(0xffef)).toEqual(['bad-range', 'fat.table.next']);
    expect(faultWith(0)).toEqual(['bad-range', 'fat.table.next']);
    expect(faultWith(0xffff)).toEqual(['truncated', 'fat.table.chain']);
  });

  it('gives what it can or a FormatError for any mutation', () => {
    const bytes = madeVolume(12, 2 << 20);
    const { tableAt, rootAt, dataAt } = openFat(new MemorySource(bytes), strict).boot;
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(0, tableAt, rootAt, dataAt, dataAt + 2048, dataAt + 4096), fc.nat(255), fc.nat(255)),
          {
            maxLength: 10,
          },
        ),
        (changes) => {
          const changed = bytes.slice();
          for (const [place, at, value] of changes) changed[place + at] = value;
          try {
            const volume = openFat(new MemorySource(changed), () => {});
            volume.freeBytes();
            listed(volume);
            const file = volume.lookup('EFI/Microsoft/Boot/BCD');
            if (file !== null) volume.open(file).read(0, Math.min(file.size, 100_000));
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe.skipIf(CORPUS === null)('openFat on real volumes (skipped without the corpus)', () => {
  it.each(corpusRows('fat'))('$file: used clusters equal to fsck.fat, names to fls', (row) => {
    const source = new MemorySource(corpusBytes(row.file));
    expect(isFat(source)).toBe(true);
    const volume = openFat(source, strict);
    const [, used, all] = /(\d+)\/(\d+) clusters/.exec(String(row.truth?.fsck_tail)) ?? [];
    expect(volume.boot.clusterCount).toBe(Number(all));
    expect(volume.freeBytes() / volume.boot.clusterSize).toBe(Number(all) - Number(used));
    const fls = (longTruth(row).fls as string[]).filter(
      (line) => /^[rd]\/[rd] \d/.test(line) && !line.includes('(Volume Label'),
    );
    if (fls.length > 0) expect(listed(volume)).toEqual(fls.map((line) => line.slice(line.indexOf('\t') + 1)).sort());
  });
});
