import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import { corpusRows, type MadeImage, madeImages } from '../../testing/corpus-truth.js';
import { withCorpusImage } from '../../testing/image-file.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { type DiskMap, openDisk } from './disk-map.js';
import { gapsBetween } from './gaps.js';

const ROLES: Readonly<Record<string, string>> = { re: 'Recovery', os: 'Windows' };

function mapOf(bytes: Uint8Array): { map: DiskMap; defects: string[] } {
  const defects: string[] = [];
  const map = openDisk(new MemorySource(bytes), (defect) => defects.push(`${defect.fault} ${defect.detail.what}`));
  return { map, defects };
}

describe('gapsBetween', () => {
  it('finds what no range covers, also where they overlap or pass the end', () => {
    const range = (startByte: number, sizeBytes: number) => ({ startByte, sizeBytes });
    expect(gapsBetween([range(50, 10), range(10, 20), range(15, 5)], 0, 100)).toEqual([
      range(0, 10),
      range(30, 20),
      range(60, 40),
    ]);
    expect(gapsBetween([range(0, 200)], 0, 100)).toEqual([]);
    expect(gapsBetween([range(150, 5)], 0, 100)).toEqual([range(0, 100)]);
  });
});

describe('openDisk', () => {
  it('refuses other containers by name', () => {
    const named = (at: number, letters: readonly number[]) => {
      const bytes = new Uint8Array(65536);
      bytes.set(letters, at);
      try {
        mapOf(bytes);
      } catch (error) {
        if (error instanceof FormatError) return [error.fault, error.detail.what, error.detail.actual];
      }
      return null;
    };
    expect(named(0, [0x51, 0x46, 0x49, 0xfb])).toEqual(['unsupported', 'disk.container', 'qcow2']);
    expect(named(0x8001, [0x43, 0x44, 0x30, 0x30, 0x31])).toEqual(['unsupported', 'disk.container', 'iso']);
  });

  it('counts the sectors of an MBR by what starts where it says', () => {
    const bytes = new Uint8Array(1 << 20);
    const data = new DataView(bytes.buffer);
    data.setUint16(0x1fe, 0xaa55, true);
    data.setUint8(0x1be + 4, 7);
    data.setUint32(0x1be + 8, 16, true);
    data.setUint32(0x1be + 12, 64, true);
    expect(mapOf(bytes).map).toMatchObject({ sectorSize: 512, partitions: [{ startByte: 8192, sizeBytes: 32768 }] });
    bytes.set(new TextEncoder().encode('EXFAT   '), 65536 + 3);
    const { map } = mapOf(bytes);
    expect(map).toMatchObject({ sectorSize: 4096, partitions: [{ startByte: 65536, sizeBytes: 262144 }] });
    expect(map.partitions[0]?.volume.kind).toBe('exfat');
  });

  it('has no partitions where there is no table', () => {
    const { map, defects } = mapOf(new Uint8Array(1 << 20));
    expect([map.style, map.partitions, map.gaps, defects]).toEqual([
      'none',
      [],
      [{ startByte: 0, sizeBytes: 1 << 20 }],
      [],
    ]);
    expect(mapOf(new Uint8Array(3)).map.style).toBe('none');
  });
});

/** Holds all that a made image's truth says of disk and volumes against the map. */
function compare(map: DiskMap, truth: MadeImage, defects: readonly string[]): void {
  expect([map.style, map.sectorSize, map.sizeBytes]).toEqual([
    truth.partition_table,
    truth.sector_size,
    truth.disk_bytes,
  ]);
  expect(map.diskGuid === null ? null : `{${map.diskGuid}}`).toBe(truth.disk_guid);
  expect(map.signature).toBe(truth.mbr_signature === null ? null : Number(truth.mbr_signature));
  const found = map.partitions.map(({ number, startByte, sizeBytes, guid, typeGuid, mbrType, attributes, volume }) => ({
    index: number,
    start: startByte,
    size: sizeBytes,
    type: typeGuid?.toUpperCase() ?? `0x${mbrType?.toString(16).padStart(2, '0')}`,
    unique_guid: guid === null ? undefined : `{${guid}}`,
    attributes: attributes === 0n ? undefined : `0x${attributes.toString(16)}`,
    fs: volume.kind,
    free_bytes: volume.ntfs === null ? undefined : (volume.freeBytes ?? undefined),
  }));
  const wanted = truth.partitions.map(({ index, start, size, type, unique_guid, attributes, fs, free_bytes }) => ({
    ...{ index, start, size, type, unique_guid, attributes: attributes === '0x0' ? undefined : attributes },
    ...{ fs: fs?.toLowerCase() ?? 'empty', free_bytes },
  }));
  expect(found).toEqual(wanted);
  for (const { index, role } of truth.partitions) {
    const label = map.partitions.find(({ number }) => number === index)?.volume.label;
    if (role in ROLES && label !== null) expect(label).toBe(ROLES[role]);
  }
  const isDamaged = truth.scenario.includes('damaged');
  expect(defects).toEqual(isDamaged ? ['bad-checksum gpt.header.headerCrc'] : []);
  expect(map.gptCopies?.primary).toBe(map.style === 'mbr' ? undefined : isDamaged ? 'damaged' : 'sound');
}

describe.skipIf(CORPUS === null)('openDisk on every made image (skipped without the corpus)', () => {
  it.each(madeImages())('$file: every number of its truth', (truth) => {
    withCorpusImage(`images/${truth.file}`, (image) => {
      const defects: string[] = [];
      const map = openDisk(image, (defect) => defects.push(`${defect.fault} ${defect.detail.what}`));
      const container = truth.file.includes('.vhdx') ? 'vhdx' : truth.file.includes('.vhd') ? 'vhd' : 'raw';
      expect(map.container).toBe(container);
      compare(map, truth, defects);

      const [role, path] = truth.winre?.wim_location?.split(':') ?? [];
      const holder = truth.partitions.filter((partition) => partition.role === role).map(({ index }) => index);
      const volumes = map.partitions.filter(({ number }) => holder.includes(number)).map(({ volume }) => volume.ntfs);
      const sizes = volumes.map((volume) => volume?.lookup(path ?? '')?.open().size);
      if (path !== undefined) expect(sizes).toContain(truth.winre?.wim_bytes);

      const windows = map.partitions.find(({ volume }) => volume.label === 'Windows')?.volume.ntfs;
      for (const [target, origin] of Object.entries(truth.files_from_corpus ?? {})) {
        const content = windows?.lookup(target)?.open() ?? new MemorySource(new Uint8Array());
        const original = readFileSync(join(CORPUS ?? '', origin)).subarray(0, content.size); // long logs were cut
        expect(content.size, target).toBeGreaterThan(0);
        expect(Buffer.compare(content.read(0, content.size), original), target).toBe(0);
      }
      expect(image.bytesRead).toBeLessThan(100e6);
    });
  });
});

describe.skipIf(CORPUS === null)('openDisk on real images (skipped without the corpus)', () => {
  it.each([
    ['ntfs/dfirntfs-ntfs_index.raw.zst', 'raw', 'mbr', 'ntfs'],
    ['ntfs/utillinux-ntfs.img.zst', 'raw', 'none', 'ntfs'],
    ['fat/dfvfs-fat12.raw.zst', 'raw', 'none', 'fat12'],
    ['fat/dfirntfs-fat32_small.raw.zst', 'raw', 'none', 'fat32'],
    ['vhd/dfvfs-fat-parent.vhd.zst', 'vhd', 'mbr', 'fat12'],
    ['vhd/dissect-dynamic.vhdx.zst', 'vhdx', 'mbr', 'ntfs'],
    ['sdi/boot-win10media.sdi.zst', 'sdi', 'none', 'ntfs'],
    ['disk/utillinux-bitlocker-win7.img.zst', 'raw', 'none', 'bitlocker'],
    ['disk/dfvfs-gpt_empty_with_mbr.raw.zst', 'raw', 'mbr', 'unknown'],
  ] as const)('%s', (file, container, style, kind) => {
    const { map, defects } = mapOf(corpusBytes(file));
    expect([map.container, map.style, map.partitions[0]?.volume.kind, defects]).toEqual([container, style, kind, []]);
  });

  it.each(
    corpusRows('disk').filter(({ truth }) =>
      (truth?.sgdisk as string[] | undefined)?.some((line) => line.startsWith('Disk identifier')),
    ),
  )('$file: gaps add up to the free space of sgdisk', ({ file, truth }) => {
    const { map } = mapOf(corpusBytes(file));
    if (map.style !== 'gpt') return; // sgdisk then speaks of a GPT that it would make
    const lines = (truth?.sgdisk ?? []) as string[];
    const line = lines.find((text) => text.startsWith('Total free space')) ?? '';
    const sectors = map.gaps.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / map.sectorSize;
    expect(sectors).toBe(Number(/(\d+) sectors/.exec(line)?.[1]));
  });

  it('finds a volume by the copy of its first sector, and says what it is cut off from', () => {
    const bytes = corpusBytes('ntfs/dfirntfs-ntfs_index.raw.zst');
    bytes.fill(0, 65536, 65536 + 512);
    const lost = mapOf(bytes);
    expect([lost.map.partitions[0]?.volume.label, lost.defects]).toEqual([
      'Test index',
      ['bad-magic ntfs.boot.systemName'],
    ]);
    const cut = mapOf(bytes.slice(0, 40_000));
    expect([cut.map.partitions[0]?.volume.kind, cut.defects]).toEqual(['unknown', ['truncated disk.partition']]);
  });

  it('gives a map or a FormatError for any mutation', () => {
    const base = corpusBytes('disk/utillinux-gpt.img.zst');
    const lastSector = base.length - 512;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 0x1b0, 512, 1024, 17408, lastSector), fc.nat(255), fc.nat(255)), {
          maxLength: 8,
        }),
        (changes) => {
          const bytes = base.slice();
          for (const [place, at, value] of changes) bytes[place + at] = value;
          try {
            for (const { volume } of mapOf(bytes).map.partitions) expect(volume.freeBytes).not.toBeUndefined();
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is strict where asked', () => {
    expect(openDisk(new MemorySource(corpusBytes('disk/utillinux-gpt.img.zst')), strict).partitions).toHaveLength(5);
  });
});
