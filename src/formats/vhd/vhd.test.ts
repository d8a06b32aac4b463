import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readVhdFooter } from './footer.js';
import { isVhd, openVhd } from './vhd.js';

const BLOCK = 4096;
const DISK_BLOCKS = 4;

/** A dynamic disk of four blocks, of which the third is stored. */
function dynamicDisk(): Uint8Array {
  const bytes = new Uint8Array(512 + 1024 + 512 + 512 + BLOCK + 512);
  const data = new DataView(bytes.buffer);
  const put = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  const sum = (start: number, size: number, at: number) => {
    data.setUint32(start + at, ~bytes.subarray(start, start + size).reduce((total, byte) => total + byte, 0) >>> 0);
  };
  for (const at of [0, bytes.length - 512]) {
    put(at, 'conectix');
    data.setUint32(at + 0x0c, 0x10000);
    data.setBigUint64(at + 0x10, 512n);
    put(at + 0x1c, 'test');
    data.setBigUint64(at + 0x30, BigInt(DISK_BLOCKS * BLOCK));
    data.setUint32(at + 0x3c, 3);
    sum(at, 512, 0x40);
  }
  put(512, 'cxsparse');
  data.setBigUint64(512 + 0x10, 1536n);
  data.setUint32(512 + 0x1c, DISK_BLOCKS);
  data.setUint32(512 + 0x20, BLOCK);
  sum(512, 1024, 0x24);
  bytes.fill(0xff, 1536, 2048);
  data.setUint32(1536 + 2 * 4, 2048 / 512);
  bytes.fill(0x77, 2560, 2560 + BLOCK);
  return bytes;
}

function faultOf(bytes: Uint8Array): [string, string] | null {
  try {
    openVhd(new MemorySource(bytes), strict);
  } catch (error) {
    if (error instanceof FormatError) return [error.fault, error.detail.what];
    throw error;
  }
  return null;
}

describe('openVhd', () => {
  it('reads stored blocks, zeros between, and across their edges', () => {
    const { disk, blockSize } = openVhd(new MemorySource(dynamicDisk()), strict);
    expect([disk.size, blockSize]).toEqual([DISK_BLOCKS * BLOCK, BLOCK]);
    const whole = disk.read(0, disk.size);
    expect(whole.findIndex((byte) => byte !== 0)).toBe(2 * BLOCK);
    expect(whole.lastIndexOf(0x77)).toBe(3 * BLOCK - 1);
    expect([...disk.read(2 * BLOCK - 1, 2)]).toEqual([0, 0x77]);
    expect(disk.read(disk.size, 0)).toHaveLength(0);
  });

  it('reads the copy at the start where the footer is cut off, and says so', () => {
    const defects: FormatError[] = [];
    const cut = new MemorySource(dynamicDisk().slice(0, -512));
    expect(isVhd(cut)).toBe(true);
    expect(openVhd(cut, (defect) => defects.push(defect)).disk.size).toBe(DISK_BLOCKS * BLOCK);
    expect(defects[0]).toMatchObject({ fault: 'bad-magic', detail: { what: 'vhd.footer.cookie' } });
  });

  it('names what is wrong', () => {
    const change = (at: number, value: number) => {
      const bytes = dynamicDisk();
      bytes[at] = value;
      return faultOf(bytes);
    };
    expect(change(512, 0)).toEqual(['bad-magic', 'vhd.header.cookie']);
    expect(change(512 + 0x30, 1)).toEqual(['bad-checksum', 'vhd.header.checksum']);
    expect(faultOf(new Uint8Array(600))).toEqual(['bad-magic', 'vhd.footer.cookie']);
    expect(faultOf(new Uint8Array(6))).toEqual(['truncated', 'vhd.footer']);
  });

  it('loses only the block that lies outside the file', () => {
    const bytes = dynamicDisk();
    bytes[1536 + 3] = 0x7f;
    bytes[1536] = 0;
    const { disk } = openVhd(new MemorySource(bytes), strict);
    expect(() => disk.read(0, 1)).toThrow(FormatError);
    expect(disk.read(2 * BLOCK, 1)[0]).toBe(0x77);
  });

  it('gives a disk or a FormatError for any mutation', () => {
    const base = dynamicDisk();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const bytes = base.slice();
        for (const [at, value] of changes) bytes[at] = value;
        try {
          const { disk } = openVhd(new MemorySource(bytes), () => {});
          disk.read(0, Math.min(disk.size, 1 << 16));
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
    );
  });
});

describe.skipIf(CORPUS === null)('openVhd on real disks (skipped without the corpus)', () => {
  const rows = corpusRows('vhd').filter(({ file }) => file.endsWith('.vhd.zst'));
  it.each(rows)('$file: bytes equal to qemu-img, id and size to libvhdi', ({ file, truth }) => {
    const bytes = corpusBytes(file);
    const info = truth?.vhdiinfo as Record<string, string>;
    const footer = readVhdFooter(new ByteView(bytes.subarray(bytes.length - 512)));
    expect(footer.uniqueId).toBe(info.Identifier);
    expect(info['Media size']).toContain(`(${footer.sizeBytes} bytes)`);
    if (info['Disk type'] === 'Differential') {
      expect(faultOf(bytes)).toEqual(['unsupported', 'vhd.differencing']);
      return;
    }
    expect(footer.kind).toBe(info['Disk type']?.toLowerCase());
    const { disk } = openVhd(new MemorySource(bytes), strict);
    expect(disk.size).toBe(truth?.raw_bytes);
    expect(createHash('sha256').update(disk.read(0, disk.size)).digest('hex')).toBe(truth?.raw_sha256);
  });
});
