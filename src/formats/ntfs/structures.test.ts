import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readAttributeList } from './attribute-list.js';
import { countZeroBits } from './bitmap.js';
import { readNtfsBootSector } from './boot-sector.js';
import { DirectoryIndex } from './directory.js';
import { undoFixups } from './fixups.js';
import { readRecord } from './record.js';
import { readReparsePoint, reparseKind } from './reparse.js';
import { RunList, readRuns } from './run-list.js';
import { UpCase } from './up-case.js';
import { WofSource } from './wof.js';

const viewOfBytes = (...bytes: number[]) => new ByteView(Uint8Array.from(bytes));

function faultOf(read: () => unknown): [string, string, number] | null {
  try {
    read();
  } catch (error) {
    if (error instanceof FormatError) return [error.fault, error.detail.what, error.detail.sourceOffset];
    throw error;
  }
  return null;
}

describe('readRuns', () => {
  const read = (wanted: number, ...bytes: number[]) => {
    const runs = new RunList();
    readRuns(viewOfBytes(...bytes), 0, wanted, 1000, runs);
    return runs.starts.map((start, index) => [start, runs.places[index], runs.endOf(index)]);
  };

  it('adds places up, goes back, and knows runs that are not stored', () => {
    expect(read(12, 0x11, 4, 100, 0x11, 3, 0xf6, 0x01, 2, 0x21, 3, 0x10, 0x00, 0)).toEqual([
      [0, 100, 4],
      [4, 90, 7],
      [7, -1, 9],
      [9, 106, 12],
    ]);
  });

  it('refuses runs that do not fit', () => {
    expect(faultOf(() => read(4, 0x11, 4))).toEqual(['truncated', 'ntfs.runs', 0]);
    expect(faultOf(() => read(4, 0x10, 4))).toEqual(['bad-range', 'ntfs.runs.header', 0]);
    expect(faultOf(() => read(4, 0x11, 5, 1))).toEqual(['bad-range', 'ntfs.runs.length', 1]);
    expect(faultOf(() => read(4, 0x11, 4, 0xff))).toEqual(['bad-range', 'ntfs.runs.place', 2]);
    expect(faultOf(() => read(4, 0x21, 4, 0xe7, 0x03))).toEqual(['bad-range', 'ntfs.runs.place', 2]);
    expect(faultOf(() => read(4, 0x11, 1, 1, 0))).toEqual(['bad-range', 'ntfs.runs.header', 3]);
  });

  it('finds the run of a cluster', () => {
    const runs = new RunList();
    for (let i = 0; i < 100; i++) runs.add(i * 10, 3);
    expect([0, 2, 3, 150, 299].map((cluster) => runs.indexOf(cluster))).toEqual([0, 0, 1, 50, 99]);
  });
});

describe('undoFixups', () => {
  const block = () => {
    const bytes = new Uint8Array(1024);
    const data = new DataView(bytes.buffer);
    bytes.set([0x46, 0x49, 0x4c, 0x45]);
    data.setUint16(4, 0x30, true);
    data.setUint16(6, 3, true);
    for (const at of [0x30, 510, 1022]) data.setUint16(at, 0x1234, true);
    data.setUint16(0x32, 0xaaaa, true);
    data.setUint16(0x34, 0xbbbb, true);
    return bytes;
  };
  const undo = (bytes: Uint8Array) => undoFixups(new ByteView(bytes, 4096), 'FILE', 'it');

  it('gives the lent bytes back on a copy', () => {
    const bytes = block();
    const view = undo(bytes);
    expect([view.u16(510), view.u16(1022), bytes[510]]).toEqual([0xaaaa, 0xbbbb, 0x34]);
  });

  it('refuses torn writes and arrays that do not fit', () => {
    const change = (at: number, value: number) => {
      const bytes = block();
      bytes[at] = value;
      return faultOf(() => undo(bytes));
    };
    expect(change(0, 0)).toEqual(['bad-magic', 'it.magic', 4096]);
    expect(change(6, 2)).toEqual(['bad-range', 'it.fixupCount', 4102]);
    expect(change(4, 0x31)).toEqual(['bad-range', 'it.fixupOffset', 4100]);
    expect(change(5, 2)).toEqual(['bad-range', 'it.fixupOffset', 4100]);
    expect(change(1022, 0)).toEqual(['bad-checksum', 'it.fixup', 4096 + 1022]);
  });
});

/** An index block, or a root without one where `number` is null, with children and names in between. */
function indexNode(number: number | null, entries: readonly { name?: string; child?: number }[]): Uint8Array {
  const bytes = new Uint8Array(number === null ? 512 : 4096);
  const data = new DataView(bytes.buffer);
  const node = number === null ? 0x10 : 0x18;
  const entriesAt = number === null ? 0x10 : 0x28;
  let at = node + entriesAt;
  for (const { name, child } of entries) {
    const keySize = name === undefined ? 0 : 0x42 + name.length * 2;
    const length = Math.ceil((16 + keySize) / 8) * 8 + (child === undefined ? 0 : 8);
    data.setUint16(at + 8, length, true);
    data.setUint16(at + 10, keySize, true);
    data.setUint16(at + 12, (child === undefined ? 0 : 1) | (name === undefined ? 2 : 0), true);
    data.setUint8(at + 16 + 0x40, name?.length ?? 0);
    for (let i = 0; i < (name?.length ?? 0); i++)
      data.setUint16(at + 16 + 0x42 + i * 2, name?.charCodeAt(i) ?? 0, true);
    if (child !== undefined) data.setBigUint64(at + length - 8, BigInt(child), true);
    at += length;
  }
  data.setUint32(node, entriesAt, true);
  data.setUint32(node + 4, at - node, true);
  if (number === null) {
    data.setUint32(8, 4096, true);
    return bytes;
  }
  bytes.set([0x49, 0x4e, 0x44, 0x58]);
  data.setUint16(4, 0x28, true);
  data.setUint16(6, 9, true);
  data.setBigUint64(16, BigInt(number), true);
  return bytes;
}

describe('DirectoryIndex', () => {
  const upCase = new UpCase(() => new MemorySource(new Uint8Array()));
  const open = (root: Uint8Array, ...blocks: Uint8Array[]) => {
    const joined = new Uint8Array(blocks.length * 4096);
    blocks.forEach((block, index) => {
      joined.set(block, index * 4096);
    });
    return new DirectoryIndex(new ByteView(root), new MemorySource(joined), 4096);
  };
  const names = (index: DirectoryIndex) => {
    const defects: FormatError[] = [];
    const found = [...index.entries((defect) => defects.push(defect))].map(({ name }) => name);
    return { found, defects: defects.map(({ fault, detail }) => [fault, detail.what]) };
  };

  it('goes through the tree in order, and finds by one path of it', () => {
    const index = open(
      indexNode(null, [{ name: 'd', child: 0 }, { name: 'H', child: 1 }, { child: 2 }]),
      indexNode(0, [{ name: 'a' }, { name: 'B' }, {}]),
      indexNode(1, [{ name: 'e' }, {}]),
      indexNode(2, [{ name: 'x' }, {}]),
    );
    expect(names(index)).toEqual({ found: ['a', 'B', 'd', 'e', 'H', 'x'], defects: [] });
    expect(['A', 'b', 'D', 'E', 'h', 'X'].map((name) => index.find(name, upCase)?.name)).toEqual([
      'a',
      'B',
      'd',
      'e',
      'H',
      'x',
    ]);
    expect(['', 'c', 'f', 'z'].map((name) => index.find(name, upCase))).toEqual([null, null, null, null]);
  });

  it('notes a circle, and does not call a name absent that lies behind it', () => {
    const index = open(indexNode(null, [{ child: 0 }]), indexNode(0, [{ name: 'a' }, { child: 0 }]));
    expect(names(index)).toEqual({ found: ['a'], defects: [['cycle', 'ntfs.index.child']] });
    expect(faultOf(() => index.find('z', upCase))).toEqual(['cycle', 'ntfs.index.child', 0]);
  });

  it('loses one block to damage', () => {
    const root = indexNode(null, [{ name: 'd', child: 0 }, { child: 1 }]);
    const index = open(root, new Uint8Array(4096), indexNode(1, [{ name: 'x' }, {}]));
    expect(names(index)).toEqual({ found: ['d', 'x'], defects: [['bad-magic', 'ntfs.indexBlock.magic']] });
    expect(index.find('x', upCase)?.name).toBe('x');
    expect(faultOf(() => index.find('a', upCase))?.[1]).toBe('ntfs.indexBlock.magic');
    const moved = open(root, indexNode(7, [{}]), indexNode(1, [{}]));
    expect(names(moved).defects).toEqual([['bad-range', 'ntfs.indexBlock.number']]);
  });
});

describe('small structures', () => {
  it('compares beyond ASCII by the table of the volume', () => {
    const table = new Uint8Array(131072);
    const data = new DataView(table.buffer);
    for (let unit = 0; unit < 65536; unit++) data.setUint16(unit * 2, unit === 0xe4 ? 0xc4 : unit, true);
    const upCase = new UpCase(() => new MemorySource(table));
    expect(upCase.compare('ä', 'Ä')).toBe(0);
    expect(upCase.compare('ö', 'Ö')).not.toBe(0);
    expect(upCase.compare('a', 'ab')).toBeLessThan(0);
  });

  it('counts free clusters to the bit', () => {
    const bits = new MemorySource(Uint8Array.from([0b1010_0000, 0xff, 0b0000_0001]));
    expect([8, 16, 17, 20, 24].map((count) => countZeroBits(bits, count))).toEqual([6, 6, 6, 9, 13]);
    expect(faultOf(() => countZeroBits(bits, 25))?.[0]).toBe('truncated');
  });

  it('names reparse points and where links lead', () => {
    const link = [0x0c, 0, 0, 0xa0, 16, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0x61, 0, 0x62, 0];
    expect(readReparsePoint(viewOfBytes(...link))).toEqual({ tag: 0xa000000c, kind: 'symlink', target: 'ab' });
    const wof = (algorithm: number) => [
      0x17,
      0,
      0,
      0x80,
      16,
      0,
      0,
      0,
      1,
      0,
      0,
      0,
      2,
      0,
      0,
      0,
      1,
      0,
      0,
      0,
      algorithm,
      0,
      0,
      0,
    ];
    expect([0, 1, 2, 3].map((algorithm) => readReparsePoint(viewOfBytes(...wof(algorithm))).wof)).toEqual([
      'xpress4k',
      'lzx',
      'xpress8k',
      'xpress16k',
    ]);
    expect(faultOf(() => readReparsePoint(viewOfBytes(...wof(4))))?.slice(0, 2)).toEqual([
      'unsupported',
      'ntfs.reparse.wof.algorithm',
    ]);
    expect([reparseKind(0x9000701a), reparseKind(0x12345678)]).toEqual(['cloud-file', 'unknown']);
  });

  it('reads attribute lists, and refuses entries of no length', () => {
    const entry = [
      0x80, 0, 0, 0, 0x20, 0, 0, 0x1a, 5, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];
    expect(readAttributeList(viewOfBytes(...entry))).toEqual([
      { type: 0x80, firstCluster: 5, reference: { record: 9, sequence: 3 } },
    ]);
    entry[4] = 0;
    expect(faultOf(() => readAttributeList(viewOfBytes(...entry)))).toEqual([
      'bad-range',
      'ntfs.attributeList.length',
      4,
    ]);
  });

  it('reads what WOF packed chunk by chunk', () => {
    const size = 4096 * 2 + 10;
    const packed = Uint8Array.from([5, 0, 0, 0, 7, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, ...Array(10).fill(9)]);
    const unpack = (input: Uint8Array, length: number) => new Uint8Array(length).fill(input.length);
    const source = new WofSource(new MemorySource(packed), size, 'xpress4k', unpack);
    expect([0, 4095, 4096, 8191, 8192, 8201].map((at) => source.read(at, 1)[0])).toEqual([5, 5, 2, 2, 9, 9]);
    expect(source.read(4000, 4200)).toHaveLength(4200);
    packed[4] = 2;
    const bad = new WofSource(new MemorySource(packed), size, 'xpress4k', unpack);
    expect(faultOf(() => bad.read(4096, 1))?.slice(0, 2)).toEqual(['bad-range', 'ntfs.wof.chunk']);
    expect(faultOf(() => new WofSource(new MemorySource(packed), 2 ** 33, 'lzx', unpack))?.slice(0, 2)).toEqual([
      'truncated',
      'ntfs.wof.table',
    ]);
  });
});

describe.skipIf(CORPUS === null)('structures of real volumes (skipped without the corpus)', () => {
  it('reads boot sectors of every cluster and sector size', () => {
    const read = (name: string) => readNtfsBootSector(new ByteView(corpusBytes(`ntfs-bootsector/${name}.boot`)));
    expect(read('128k')).toMatchObject({
      sectorSize: 512,
      clusterSize: 131072,
      recordSize: 1024,
      indexBlockSize: 4096,
      mftCluster: 24576,
    });
    expect(read('4k')).toMatchObject({
      clusterSize: 4096,
      sectorCount: 124700671,
      mftCluster: 786432,
      mirrorCluster: 2,
    });
    expect(read('4kn')).toMatchObject({ sectorSize: 4096, clusterSize: 4096, recordSize: 4096, sectorCount: 14335 });
    expect(read('nobootcode').recordSize).toBe(1024);
  });

  it.each(corpusRows('ntfs-mft'))('$file: every record that is there', ({ file, truth }) => {
    const bytes = corpusBytes(file);
    let found = 0;
    for (let at = 0; at < bytes.length; at += 1024) {
      if (bytes[at] === 0) continue;
      readRecord(new ByteView(bytes.subarray(at, at + 1024), at), at / 1024);
      found++;
    }
    expect(found).toBe(truth?.FILE_records);
  });
});
