import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { type FormatError, strict } from '../../bytes/format-error.js';
import { corpusRows, type SfdiskTable } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { LOGICAL_PARTITIONS_MAX, readMbr } from './mbr.js';

const SECTOR = 512;

/** Writes boot records, each a list of [type, firstLba, sectorCount], to a disk of `sectors`. */
function disk(sectors: number, records: Record<number, [number, number, number][]>): Uint8Array {
  const bytes = new Uint8Array(sectors * SECTOR);
  const data = new DataView(bytes.buffer);
  for (const [lba, entries] of Object.entries(records)) {
    const at = Number(lba) * SECTOR;
    entries.forEach(([type, firstLba, sectorCount], index) => {
      const entry = at + 0x1be + index * 16;
      data.setUint8(entry + 4, type);
      data.setUint32(entry + 8, firstLba, true);
      data.setUint32(entry + 12, sectorCount, true);
    });
    data.setUint16(at + 0x1fe, 0xaa55, true);
  }
  return bytes;
}

function read(bytes: Uint8Array) {
  const defects: FormatError[] = [];
  const table = readMbr(new MemorySource(bytes), SECTOR, (defect) => defects.push(defect));
  return { table, defects };
}

describe('readMbr', () => {
  it('tells plain, protective and hybrid apart', () => {
    const kind = (entries: [number, number, number][]) => read(disk(4, { 0: entries })).table?.kind;
    expect(kind([[7, 1, 2]])).toBe('plain');
    expect(kind([[0xee, 1, 3]])).toBe('protective');
    expect(
      kind([
        [0xee, 1, 1],
        [7, 2, 1],
      ]),
    ).toBe('hybrid');
  });

  it('is none without the boot signature or with a status that is none', () => {
    expect(read(new Uint8Array(SECTOR)).table).toBeNull();
    expect(read(new Uint8Array(10)).table).toBeNull();
    const bytes = disk(4, { 0: [[7, 1, 2]] });
    bytes[0x1be] = 0x12;
    expect(read(bytes).table).toBeNull();
  });

  it('ends a chain that turns in a circle, breaks, or leaves the disk', () => {
    const circle = disk(16, {
      0: [[0x0f, 4, 12]],
      4: [
        [7, 1, 1],
        [5, 0, 4],
      ],
    }); // prettier-ignore
    expect(read(circle).table?.partitions).toHaveLength(1);
    expect(read(circle).defects[0]).toMatchObject({
      fault: 'cycle',
      detail: { what: 'mbr.ebr.next', sourceOffset: 4 * SECTOR },
    });
    const broken = disk(16, {
      0: [[0x0f, 4, 12]],
      4: [
        [7, 1, 1],
        [5, 5, 4],
      ],
    }); // prettier-ignore
    expect(read(broken).defects[0]).toMatchObject({
      fault: 'bad-magic',
      detail: { what: 'mbr.ebr', sourceOffset: 9 * SECTOR },
    });
    const outside = disk(16, {
      0: [[0x0f, 4, 12]],
      4: [
        [7, 1, 1],
        [5, 500, 4],
      ],
    }); // prettier-ignore
    expect(read(outside).defects[0]).toMatchObject({ fault: 'truncated', detail: { sourceOffset: 504 * SECTOR } });
  });

  it('ends a chain without end', () => {
    const records: Record<number, [number, number, number][]> = { 0: [[5, 1, 2000]] };
    for (let lba = 1; lba < 1000; lba++)
      records[lba] = [
        [7, 1, 1],
        [5, lba, 1],
      ]; // prettier-ignore
    const { table, defects } = read(disk(1001, records));
    expect(table?.partitions).toHaveLength(LOGICAL_PARTITIONS_MAX);
    expect(defects[0]).toMatchObject({ fault: 'over-limit', detail: { what: 'mbr.ebr.count' } });
  });

  it('gives a table or nothing for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: SECTOR, maxLength: SECTOR * 8 }), fc.boolean(), (bytes, signed) => {
        if (signed) bytes.set([0x55, 0xaa], 0x1fe);
        for (let entry = 0x1be; signed && entry < 0x1fe; entry += 16) bytes[entry] = 0;
        read(bytes);
      }),
    );
  });
});

describe.skipIf(CORPUS === null)('readMbr on real disks (skipped without the corpus)', () => {
  const rows = ['disk', 'ntfs', 'vhd'].flatMap(corpusRows).flatMap(({ file, truth }) => {
    const disk = (truth?.as_disk ?? truth) as { sfdisk?: SfdiskTable } | null;
    return disk?.sfdisk?.label === 'dos' && file.startsWith('disk/') ? [{ file, wanted: disk.sfdisk }] : [];
  });
  it.each(rows)('$file: equal to sfdisk', ({ file, wanted }) => {
    const bytes = corpusBytes(file);
    const table = readMbr(new MemorySource(bytes), SECTOR, () => {});
    if (file.includes('bitlocker')) {
      expect(table).toBeNull(); // a volume filled with letters, which sfdisk takes for a table: format.md
      return;
    }
    expect(table?.diskSignature).toBe(Number(wanted.id));
    const isGuard = (type: number) => type === 0xee;
    const found = [...(table?.partitions ?? []), ...(table?.extended ?? [])]
      .map((entry) => ({ start: entry.firstLba, size: entry.sectorCount, type: entry.type.toString(16) }))
      .filter(({ type }) => !isGuard(Number.parseInt(type, 16)));
    const byStart = (a: { start: number }, b: { start: number }) => a.start - b.start;
    const expected = (wanted.partitions ?? []).filter(({ type }) => type !== 'ee');
    expect(found.sort(byStart)).toEqual([...expected].sort(byStart));
  });

  it('reads a whole disk strictly', () => {
    expect(readMbr(new MemorySource(corpusBytes('disk/dfvfs-mbr.raw.zst')), SECTOR, strict)?.partitions).toHaveLength(
      2,
    );
  });
});
