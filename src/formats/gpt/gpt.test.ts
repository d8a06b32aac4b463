import { spawnSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import { corpusRows, type SfdiskTable } from '../../testing/corpus-truth.js';
import { withScratch } from '../../testing/image-file.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { readGpt } from './gpt.js';
import { readGptHeader } from './header.js';

const SECTOR = 512;
const LAYOUT = [
  'label: gpt',
  'label-id: 11111111-2222-3333-4444-555555555555',
  'start=2048, size=2048, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, name="EFI system partition"',
  'start=4096, size=8192, type=EBD0A0A2-B9E5-4433-87C0-68B6B72699C7, uuid=99999999-8888-7777-6666-555555555555',
  'start=14336, size=2048, type=DE94BBA4-06D1-4D40-A16A-BFD50179D6AC, attrs="RequiredPartition GUID:63", name="Wiederherstellung ä"',
].join('\n');

/** A disk laid out by a Debian program that is fed `input`. */
function madeDisk(sectorSize: number, program: string, args: readonly string[], input: string): Uint8Array {
  return withScratch((folder) => {
    const file = join(folder, 'disk.img');
    writeFileSync(file, '');
    truncateSync(file, 20480 * sectorSize);
    const run = spawnSync(program, [...args, file], { input });
    if (run.status !== 0) throw new Error(run.stderr.toString());
    return new Uint8Array(readFileSync(file));
  });
}
const sfdiskDisk = () => madeDisk(SECTOR, 'sfdisk', ['-q'], LAYOUT);
const canMake = hasProgram('sfdisk') && hasProgram('fdisk');

describe.skipIf(!canMake)('readGpt on a disk made by sfdisk (skipped without sfdisk)', () => {
  const disk = canMake ? sfdiskDisk() : new Uint8Array();
  const lastLba = disk.length / SECTOR - 1;
  const read = (bytes: Uint8Array) => {
    const defects: FormatError[] = [];
    return { table: readGpt(new MemorySource(bytes), (defect) => defects.push(defect)), defects };
  };

  it('reads guids, ranges, attributes and names', () => {
    const table = readGpt(new MemorySource(disk), strict);
    expect(table).toMatchObject({ sectorSize: SECTOR, readFrom: 'primary', primary: 'sound', backup: 'sound' });
    expect(table?.header.diskGuid).toBe('11111111-2222-3333-4444-555555555555');
    expect(table?.partitions.map(({ slot, firstLba, sectorCount }) => [slot, firstLba, sectorCount])).toEqual([
      [1, 2048, 2048],
      [2, 4096, 8192],
      [3, 14336, 2048],
    ]);
    expect(table?.partitions[1]?.partitionGuid).toBe('99999999-8888-7777-6666-555555555555');
    expect(table?.partitions[2]).toMatchObject({ name: 'Wiederherstellung ä', attributes: 0x8000_0000_0000_0001n });
  });

  it('reads one with 4096-byte sectors without being told', () => {
    const disk4k = madeDisk(4096, 'fdisk', ['-b', '4096'], 'g\nn\n1\n256\n+1M\nn\n2\n1024\n+4M\nw\n');
    const table = readGpt(new MemorySource(disk4k), strict);
    expect(table).toMatchObject({ sectorSize: 4096, readFrom: 'primary', backup: 'sound' });
    expect(table?.partitions.map(({ firstLba, sectorCount }) => [firstLba, sectorCount])).toEqual([
      [256, 256],
      [1024, 1024],
    ]);
  });

  it('reads the backup where the primary header is damaged, and says so', () => {
    const bytes = disk.slice();
    bytes[SECTOR + 0x30] ^= 1;
    const { table, defects } = read(bytes);
    expect(table).toMatchObject({ readFrom: 'backup', primary: 'damaged', backup: 'sound', entriesVerified: true });
    expect(table?.partitions).toHaveLength(3);
    expect(defects).toHaveLength(1);
    expect(defects[0]).toMatchObject({
      fault: 'bad-checksum',
      detail: { what: 'gpt.header.headerCrc', sourceOffset: SECTOR + 0x10 },
    });
  });

  it('reads the backup where the primary is wiped or its entries are damaged', () => {
    const wiped = read(disk.slice().fill(0, SECTOR, 34 * SECTOR));
    expect(wiped.table).toMatchObject({ readFrom: 'backup', primary: 'absent' });
    const bytes = disk.slice();
    bytes[2 * SECTOR + 0x20] ^= 1;
    const entries = read(bytes);
    expect(entries.table).toMatchObject({ readFrom: 'backup', primary: 'damaged' });
    expect(entries.defects[0]?.detail).toMatchObject({ what: 'gpt.entries', sourceOffset: 2 * SECTOR });
  });

  it('says that the backup is damaged, gone, or another table', () => {
    const bytes = disk.slice();
    bytes[lastLba * SECTOR + 0x38] ^= 1;
    expect(read(bytes).table).toMatchObject({ readFrom: 'primary', backup: 'damaged' });
    const cut = read(disk.slice(0, 1 << 20));
    expect(cut.table).toMatchObject({ readFrom: 'primary', backup: 'absent' });
    expect(cut.defects[0]?.fault).toBe('truncated');
    const other = disk.slice();
    const second = madeDisk(SECTOR, 'sfdisk', ['-q'], 'label: gpt\nsize=4096');
    other.set(second.subarray(SECTOR, 34 * SECTOR), SECTOR);
    expect(read(other).defects.map(({ detail }) => detail.what)).toEqual(['gpt.backup']);
  });

  it('reads unverified entries only where both copies are damaged, and refuses where no header holds', () => {
    const bytes = disk.slice();
    bytes[2 * SECTOR + 0x20] ^= 1;
    bytes[(lastLba - 32) * SECTOR + 0x20] ^= 1;
    expect(read(bytes).table).toMatchObject({ readFrom: 'primary', entriesVerified: false });
    bytes[SECTOR + 0x38] ^= 1;
    bytes[lastLba * SECTOR + 0x38] ^= 1;
    expect(() => read(bytes)).toThrow(FormatError);
  });

  it('finds nothing on an empty disk', () => {
    expect(readGpt(new MemorySource(new Uint8Array(1 << 16)), strict)).toBeNull();
    expect(readGpt(new MemorySource(new Uint8Array(100)), strict)).toBeNull();
  });

  it('names what is wrong with a header', () => {
    const header = disk.slice(SECTOR, 2 * SECTOR);
    const fails = (change: (bytes: Uint8Array) => void, lba = 1) => {
      const bytes = header.slice();
      change(bytes);
      try {
        readGptHeader(new ByteView(bytes, SECTOR), lba);
      } catch (error) {
        if (error instanceof FormatError) return [error.fault, error.detail.what, error.detail.sourceOffset];
        throw error;
      }
      return null;
    };
    expect(fails((bytes) => bytes.fill(0, 0, 1))).toEqual(['bad-magic', 'gpt.header.signature', SECTOR]);
    expect(fails((bytes) => bytes.fill(0xff, 0x0c, 0x10))).toEqual([
      'bad-range',
      'gpt.header.headerSize',
      SECTOR + 0x0c,
    ]);
    expect(fails(() => {}, 2)).toEqual(['bad-range', 'gpt.header.ownLba', SECTOR + 0x18]);
  });

  it('gives a table or a FormatError for any mutation', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(SECTOR * 36), fc.nat(255)), { maxLength: 12 }),
        fc.boolean(),
        (changes, cut) => {
          const bytes = disk.slice(0, cut ? 1 << 16 : undefined);
          for (const [at, value] of changes) bytes[at] = value;
          try {
            read(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe.skipIf(CORPUS === null)('readGpt on real disks (skipped without the corpus)', () => {
  const rows = corpusRows('disk').filter((row) => (row.truth?.sfdisk as SfdiskTable | undefined)?.label === 'gpt');
  it.each(rows)('$file: equal to sfdisk', ({ file, truth }) => {
    const wanted = truth?.sfdisk as SfdiskTable;
    const table = readGpt(new MemorySource(corpusBytes(file)), () => {});
    expect(table?.header.diskGuid.toUpperCase()).toBe(wanted.id);
    expect([table?.header.firstUsableLba, table?.header.lastUsableLba]).toEqual([wanted.firstlba, wanted.lastlba]);
    const found = table?.partitions.map((entry) => ({
      start: entry.firstLba,
      size: entry.sectorCount,
      type: entry.typeGuid.toUpperCase(),
      uuid: entry.partitionGuid.toUpperCase(),
      name: entry.name,
    }));
    expect(found).toEqual((wanted.partitions ?? []).map(({ attrs, ...rest }) => rest));
  });

  it('ends names at erased flash, and reads such a table though its checksum is wrong', () => {
    const defects: FormatError[] = [];
    const bytes = corpusBytes('disk/dissect-gpt_no_name_xff.bin');
    const table = readGpt(new MemorySource(bytes), (defect) => defects.push(defect));
    expect(table?.entriesVerified).toBe(false);
    expect(table?.partitions.map(({ name }) => name)).toEqual(table?.partitions.map(() => ''));
    expect(defects.map(({ fault }) => fault)).toEqual(['bad-checksum', 'truncated']);
  });
});
