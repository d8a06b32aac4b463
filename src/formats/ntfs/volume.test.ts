import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, MemorySource } from '../../bytes/byte-source.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import { corpusRows, longTruth } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { isNtfs, type NtfsFile, type NtfsVolume, openNtfs } from './ntfs.js';

const sha256 = (stream: ByteSource) => createHash('sha256').update(stream.read(0, stream.size)).digest('hex');

/** Paths of everything on a volume by its folders' indexes, and of its alternate streams, behind a colon. */
function listed(volume: NtfsVolume): { paths: string[]; streams: string[] } {
  const paths: string[] = [];
  const streams: string[] = [];
  const waiting: { file: NtfsFile; path: string }[] = [{ file: volume.root(), path: '' }];
  const visited = new Set<number>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (visited.has(next.file.number)) continue;
    visited.add(next.file.number);
    for (const entry of next.file.entries(strict)) {
      const file = volume.file(entry.reference);
      const path = next.path + entry.name;
      paths.push(path);
      for (const { name } of file.streams()) if (name !== '') streams.push(`${path}:${name}`);
      if (file.isDirectory) waiting.push({ file, path: `${path}/` });
    }
  }
  return { paths: paths.sort(), streams: streams.sort() };
}

/** The same of what fls prints, but for deleted files, its own folder of orphans, and indexes, which it prints as streams. */
function listedByFls(lines: readonly string[]): { paths: string[]; streams: string[] } {
  const rows = lines
    .filter((line) => /^[rd]\/[rd] \d/.test(line) && !line.includes('$OrphanFiles'))
    .map((line) => ({ isIndex: /-144-/.test(line), path: line.slice(line.indexOf('\t') + 1) }));
  return {
    paths: [...new Set(rows.map(({ path }) => path.split(':')[0] as string))].sort(),
    streams: rows.flatMap(({ isIndex, path }) => (path.includes(':') && !isIndex ? [path] : [])).sort(),
  };
}

describe.skipIf(CORPUS === null)('openNtfs on real volumes (skipped without the corpus)', () => {
  const rows = corpusRows('ntfs').filter(({ truth }) => truth?.ntfsinfo !== undefined);

  it.each(rows)('$file: names equal to fls, space and name to ntfsinfo, content by hash', (row) => {
    const source = new MemorySource(corpusBytes(row.file));
    expect(isNtfs(source)).toBe(true);
    const volume = openNtfs(source, strict);
    const info = row.truth?.ntfsinfo as Record<string, string>;
    expect(volume.freeBytes()).toBe(Number.parseInt(info['Free Clusters'] ?? '', 10) * volume.boot.clusterSize);
    expect(volume.boot.clusterCount).toBe(Number(info['Volume Size in Clusters']));
    expect([volume.version, volume.isDirty]).toEqual([info['Volume Version'], false]);
    if (!info['Volume Name']?.startsWith('Volume State')) expect(volume.label).toBe(info['Volume Name']);
    expect(volume.boot.serialNumber.toString(16).toUpperCase()).toBe(
      String(row.truth?.['Volume Serial Number']).replace(/^0/, ''),
    );

    const wanted = listedByFls(longTruth(row).fls as string[]);
    expect(listed(volume)).toEqual(wanted);
    const tree = volume.tree(strict);
    expect(Array.from({ length: tree.linkCount }, (_, link) => tree.pathOf(link)).sort()).toEqual(wanted.paths);
    for (const [path, hash] of Object.entries((row.truth?.file_sha256 ?? {}) as Record<string, string>)) {
      expect(sha256(volume.lookup(path.slice(1).toUpperCase())?.open() as ByteSource), path).toBe(hash);
    }
  });

  it('reads alternate streams, links of one file, and the volume of a boot image', () => {
    const volume = openNtfs(new MemorySource(corpusBytes('ntfs/made-ntfs3g-features-a.img.zst')), strict);
    const stream = volume.lookup('Windows\\System32\\ads.txt');
    expect(stream?.streams().map(({ name }) => name)).toContain('');
    expect((stream?.streams().length ?? 0) > 1).toBe(true);
    const [one, two] = ['Windows/Setup-hardlink.evtx', 'Windows/System32/winevt/Logs/Setup.evtx'].map(
      (path) => volume.lookup(path)?.number,
    );
    expect(one).toBe(two);
    expect(volume.lookup('Windows/no-such-file')).toBeNull();
    expect(volume.lookup('Windows/frag1.bin/below')).toBeNull();
    const sdi = corpusBytes('sdi/boot-win10media.sdi.zst').subarray(8192);
    const boot = openNtfs(new MemorySource(sdi), strict);
    expect([boot.label, boot.boot.clusterSize]).toEqual(['Boot', 512]);
    expect([...boot.root().entries(strict)].length).toBeGreaterThan(10);
  });
});

describe.skipIf(CORPUS === null)('openNtfs on damage (skipped without the corpus)', () => {
  const base = CORPUS === null ? new Uint8Array() : corpusBytes('ntfs/dfvfs-ntfs.raw.zst');
  const mftAt = 4 * 4096;

  /** Reads all that a volume holds, bounded. */
  function readAll(bytes: Uint8Array): FormatError[] {
    const defects: FormatError[] = [];
    const note = (defect: FormatError) => defects.push(defect);
    const attempt = (read: () => unknown) => {
      try {
        return read();
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
        note(error as FormatError);
        return undefined;
      }
    };
    attempt(() => {
      const volume = openNtfs(new MemorySource(bytes), note);
      attempt(() => volume.freeBytes());
      const tree = attempt(() => volume.tree()) as ReturnType<NtfsVolume['tree']> | undefined;
      const numbers = new Set<number>();
      for (let link = 0; link < (tree?.linkCount ?? 0); link++) {
        tree?.pathOf(link);
        numbers.add(tree?.recordOf(link) ?? 0);
      }
      for (const number of numbers) {
        attempt(() => {
          const file = volume.file(number);
          file.names();
          attempt(() => file.reparsePoint());
          if (file.isDirectory) attempt(() => [...file.entries()]);
          for (const { name } of file.streams()) {
            attempt(() => {
              const stream = file.open(name);
              stream.read(0, Math.min(stream.size, 100_000));
            });
          }
        });
      }
      attempt(() => volume.lookup('a_directory/another_file')?.open());
    });
    return defects;
  }

  it('reads the copy of the boot sector and the mirror of the table, and says so', () => {
    expect(readAll(base)).toEqual([]);
    const boot = base.slice();
    boot.fill(0, 0, 512);
    expect(readAll(boot).map(({ fault, detail }) => [fault, detail.what])).toEqual([
      ['bad-magic', 'ntfs.boot.systemName'],
    ]);
    const table = base.slice();
    table[mftAt] = 0x42;
    const defects: FormatError[] = [];
    expect(openNtfs(new MemorySource(table), (defect) => defects.push(defect)).label).toBe('ntfs_test');
    expect(defects[0]).toMatchObject({
      fault: 'bad-magic',
      detail: { what: 'ntfs.record.magic', sourceOffset: mftAt },
    });
  });

  it('loses one record to a torn write, and never calls its name absent', () => {
    const torn = base.slice();
    const at = Buffer.from(base).indexOf(Buffer.from('a\0n\0o\0t\0h\0e\0r\0_\0f\0i\0l\0e\0', 'latin1'));
    torn[Math.floor(at / 512) * 512 + 510] ^= 0xff;
    expect(readAll(torn).map(({ fault }) => fault)).toContain('bad-checksum');
    const volume = openNtfs(new MemorySource(torn), () => {});
    expect(() => volume.lookup('a_directory/another_file')?.names()).toThrow(FormatError);
    expect(volume.lookup('passwords.txt')?.open().size).toBe(116);
  });

  it('gives no path to what hangs in a circle or under a folder used anew', () => {
    const data = new DataView(base.buffer, base.byteOffset);
    const folder = 64; // a_directory
    let record = 0;
    while (data.getUint32(record, true) !== 0x454c4946 || data.getUint32(record + 44, true) !== folder) record += 1024;
    let name = record + data.getUint16(record + 20, true);
    while (data.getUint32(name, true) !== 0x30) name += data.getUint32(name + 4, true);
    const parent = name + data.getUint16(name + 20, true);
    const pathsWith = (reference: number, sequence: number) => {
      const bytes = base.slice();
      new DataView(bytes.buffer).setUint32(parent, reference, true);
      new DataView(bytes.buffer).setUint16(parent + 6, sequence, true);
      const tree = openNtfs(new MemorySource(bytes), strict).tree(strict);
      const links = Array.from({ length: tree.linkCount }, (_, link) => link);
      return links.filter((link) => tree.pathOf(link) === null).map((link) => tree.nameOf(link));
    };
    expect(pathsWith(5, 5)).toEqual([]);
    const lost = ['a_directory', 'a_file', 'another_file'];
    expect(pathsWith(folder, 1)).toEqual(lost);
    expect(pathsWith(5, 4)).toEqual(lost);
    expect(pathsWith(66, 1)).toEqual(lost); // a file is no folder
    expect(pathsWith(0xffff_ffff, 1)).toEqual(lost);
  });

  it('refuses a table larger than its volume', () => {
    const bytes = base.slice();
    const data = new DataView(bytes.buffer);
    let attribute = mftAt + data.getUint16(mftAt + 20, true);
    while (data.getUint32(attribute, true) !== 0x80) attribute += data.getUint32(attribute + 4, true);
    data.setUint32(attribute + 0x30, 0x7000_0000, true);
    expect(() => openNtfs(new MemorySource(bytes), strict).tree()).toThrow('ntfs.tree.records');
  });

  it('gives what it can or a FormatError for any mutation', () => {
    const regions = [0, mftAt, mftAt + 3 * 1024, mftAt + 5 * 1024, mftAt + 6 * 1024];
    for (let at = 0; at < base.length; at += 512) {
      const text = String.fromCharCode(...base.subarray(at, at + 4));
      if (text === 'FILE' || text === 'INDX') regions.push(at);
    }
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...regions),
            fc.nat(509),
            fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)),
          ),
          {
            minLength: 1,
            maxLength: 10,
          },
        ),
        (changes) => {
          const bytes = base.slice();
          for (const [region, at, value] of changes) bytes[region + at] = value;
          readAll(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });
});
