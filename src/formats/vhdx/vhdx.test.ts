import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { crc32c } from '../../bytes/crc32.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { withScratch } from '../../testing/image-file.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { isVhdx, openVhdx } from './vhdx.js';

const MEBIBYTE = 1 << 20;
const LOG_OFFSET_FIELD = 0x48;
const LOG_GUID = Uint8Array.from({ length: 16 }, (_, index) => index + 1);
const HEADERS = [0x10000, 0x20000];

function sealed(bytes: Uint8Array, at: number, size: number): void {
  const data = new DataView(bytes.buffer, bytes.byteOffset);
  data.setUint32(at + 4, 0, true);
  data.setUint32(at + 4, crc32c(bytes, at, at + size), true);
}

/** A VHDX of 8 MiB by qemu-img, with some data in it. */
function madeDisk(): Uint8Array {
  return withScratch((folder) => {
    const raw = new Uint8Array(8 * MEBIBYTE);
    for (let i = 0; i < raw.length; i += 3000) raw[i] = 1 + (i % 255);
    raw.fill(0, 2 * MEBIBYTE, 5 * MEBIBYTE);
    writeFileSync(join(folder, 'disk.raw'), raw);
    const convert = ['convert', '-f', 'raw', '-O', 'vhdx', '-o', 'block_size=1M', 'disk.raw', 'disk.vhdx'];
    execFileSync('qemu-img', convert, { cwd: folder });
    return new Uint8Array(readFileSync(join(folder, 'disk.vhdx')));
  });
}

interface Write {
  readonly at: number;
  readonly sector?: Uint8Array;
  readonly zeros?: number;
}

/** Leaves a log behind as a crash would: entries that were written, and not yet applied. */
function dirtied(clean: Uint8Array, entries: readonly (readonly Write[])[], startAt = 0): Uint8Array {
  const bytes = clean.slice();
  const data = new DataView(bytes.buffer);
  const [logLength, logOffset] = [
    data.getUint32(HEADERS[0] + 0x44, true),
    data.getUint32(HEADERS[0] + LOG_OFFSET_FIELD, true),
  ];
  let at = startAt;
  entries.forEach((writes, index) => {
    const stored = writes.filter(({ sector }) => sector !== undefined);
    const entry = new Uint8Array(4096 * (1 + stored.length));
    const view = new DataView(entry.buffer);
    entry.set(new TextEncoder().encode('loge'));
    view.setUint32(0x08, entry.length, true);
    view.setUint32(0x0c, startAt, true);
    view.setBigUint64(0x10, BigInt(7 + index), true);
    view.setUint32(0x18, writes.length, true);
    entry.set(LOG_GUID, 0x20);
    view.setBigUint64(0x30, BigInt(bytes.length), true);
    view.setBigUint64(0x38, BigInt(bytes.length), true);
    let dataAt = 4096;
    writes.forEach(({ at: target, sector, zeros }, number) => {
      const descriptor = 0x40 + number * 0x20;
      entry.set(new TextEncoder().encode(sector === undefined ? 'zero' : 'desc'), descriptor);
      if (sector === undefined) view.setBigUint64(descriptor + 8, BigInt(zeros ?? 0), true);
      else {
        entry.set(sector.subarray(4092), descriptor + 4);
        entry.set(sector.subarray(0, 8), descriptor + 8);
        entry.set(sector.subarray(8, 4092), dataAt + 8);
        entry.set(new TextEncoder().encode('data'), dataAt);
        view.setUint32(dataAt + 4092, 7 + index, true);
        dataAt += 4096;
      }
      view.setBigUint64(descriptor + 0x10, BigInt(target), true);
      view.setBigUint64(descriptor + 0x18, BigInt(7 + index), true);
    });
    sealed(entry, 0, entry.length);
    for (let done = 0; done < entry.length; done += 4096, at = (at + 4096) % logLength) {
      bytes.set(entry.subarray(done, done + 4096), logOffset + at);
    }
  });
  for (const header of HEADERS) {
    bytes.set(LOG_GUID, header + 0x30);
    sealed(bytes, header, 4096);
  }
  return bytes;
}

/** The virtual disk as qemu sees it once it has mended the file. */
function mendedByQemu(file: Uint8Array): Uint8Array {
  return withScratch((folder) => {
    writeFileSync(join(folder, 'disk.vhdx'), file);
    execFileSync('qemu-img', ['check', '-q', '-r', 'all', 'disk.vhdx'], { cwd: folder });
    execFileSync('qemu-img', ['convert', '-f', 'vhdx', '-O', 'raw', 'disk.vhdx', 'disk.raw'], { cwd: folder });
    return new Uint8Array(readFileSync(join(folder, 'disk.raw')));
  });
}

function faultOf(bytes: Uint8Array): [string, string] | null {
  try {
    openVhdx(new MemorySource(bytes), strict);
  } catch (error) {
    if (error instanceof FormatError) return [error.fault, error.detail.what];
    throw error;
  }
  return null;
}

const canMake = hasProgram('qemu-img');

describe.skipIf(!canMake)('openVhdx on a disk made by qemu-img (skipped without it)', () => {
  const clean = canMake ? madeDisk() : new Uint8Array();
  const sectorOf = (value: number) => Uint8Array.from({ length: 4096 }, (_, index) => (value + index * 7) & 0xff);
  /** Where the third block in use lies in the file: a place whose content the log may change. */
  const payload = clean.length - 2 * MEBIBYTE;

  it('replays a log as qemu does', () => {
    const writes: Write[][] = [
      [
        { at: payload, sector: sectorOf(1) },
        { at: payload + 8192, sector: sectorOf(2) },
      ],
      [
        { at: payload + 4096, zeros: 8192 },
        { at: payload + 12288, sector: sectorOf(3) },
      ],
      [{ at: payload, sector: sectorOf(4) }],
    ]; // prettier-ignore
    for (const startAt of [0, 0x40000, MEBIBYTE - 8192]) {
      const dirty = dirtied(clean, writes, startAt);
      const { disk, logReplayed } = openVhdx(new MemorySource(dirty), strict);
      expect(logReplayed).toBe(true);
      expect(Buffer.compare(disk.read(0, disk.size), mendedByQemu(dirty))).toBe(0);
      expect(
        Buffer.compare(disk.read(0, disk.size), openVhdx(new MemorySource(clean), strict).disk.read(0, disk.size)),
      ).not.toBe(0);
    }
  });

  it('reads across the edges of what the log laid over the file', () => {
    const dirty = dirtied(clean, [[{ at: payload + 4096, sector: sectorOf(9) }]]);
    const { disk } = openVhdx(new MemorySource(dirty), strict);
    const whole = disk.read(0, disk.size);
    const from = Buffer.from(whole).indexOf(sectorOf(9));
    expect(from).toBeGreaterThan(0);
    for (const [start, length] of [
      [from - 5, 10],
      [from + 4090, 12],
      [from + 100, 30],
      [from - 100, 9000],
    ] as const) {
      expect(disk.read(start, length)).toEqual(whole.slice(start, start + length));
    }
  });

  it('refuses by name a log that cannot be replayed', () => {
    const dirty = dirtied(clean, [[{ at: payload, sector: sectorOf(1) }]]);
    const logOffset = new DataView(dirty.buffer).getUint32(HEADERS[0] + LOG_OFFSET_FIELD, true);
    dirty[logOffset + 4096 + 100] ^= 1;
    expect(faultOf(dirty)).toEqual(['bad-range', 'vhdx.log']);
    const short = dirtied(clean, [[{ at: payload, sector: sectorOf(1) }]]).slice(0, -MEBIBYTE);
    expect(faultOf(short)).toEqual(['truncated', 'vhdx.log.flushedFileOffset']);
  });

  it('reads past one damaged header or region table, not past two', () => {
    const bytes = clean.slice();
    bytes[0x10000 + 0x20] ^= 1;
    bytes[0x30000 + 0x20] ^= 1;
    const defects: FormatError[] = [];
    const { disk } = openVhdx(new MemorySource(bytes), (defect) => defects.push(defect));
    expect(disk.size).toBe(8 * MEBIBYTE);
    expect(defects.map(({ detail }) => detail.what)).toEqual(['vhdx.header.checksum', 'vhdx.regions.checksum']);
    bytes[0x20000 + 0x20] ^= 1;
    expect(faultOf(bytes)).toEqual(['bad-checksum', 'vhdx.header.checksum']);
  });

  it('gives a disk or a FormatError for any mutation, sealed anew or not', () => {
    const dirty = dirtied(clean, [[{ at: payload, sector: sectorOf(1) }]]);
    const logOffset = new DataView(dirty.buffer).getUint32(HEADERS[0] + LOG_OFFSET_FIELD, true);
    const places = [0x10000, 0x20000, 0x30000, 0x40000, logOffset, 2 * MEBIBYTE, 2 * MEBIBYTE + 0x10000, 3 * MEBIBYTE];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), fc.nat(200), fc.nat(255)), { maxLength: 6 }),
        fc.boolean(),
        (changes, seal) => {
          const bytes = dirty.slice();
          for (const [place, at, value] of changes) bytes[place + at] = value;
          if (seal) {
            for (const header of HEADERS) sealed(bytes, header, 4096);
            sealed(bytes, 0x30000, 0x10000);
            sealed(bytes, logOffset, 8192);
          }
          try {
            const { disk } = openVhdx(new MemorySource(bytes), () => {});
            disk.read(0, Math.min(disk.size, MEBIBYTE));
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('maps a 64 GiB disk and reads one place of it from little of the file', () => {
    withScratch((folder) => {
      const file = join(folder, 'large.vhdx');
      spawnSync('qemu-img', ['create', '-q', '-f', 'vhdx', file, '64G']);
      const source = new MemorySource(new Uint8Array(readFileSync(file)));
      let bytesRead = 0;
      const counted = {
        size: source.size,
        read(offset: number, length: number) {
          bytesRead += length;
          return source.read(offset, length);
        },
      };
      const { disk } = openVhdx(counted, strict);
      expect(disk.read(60 * 2 ** 30, 4096)).toEqual(new Uint8Array(4096));
      expect(bytesRead).toBeLessThan(MEBIBYTE);
    });
  });
});

describe.skipIf(CORPUS === null)('openVhdx on real disks (skipped without the corpus)', () => {
  const rows = corpusRows('vhd').filter(({ file }) => /vhdx\.zst$/.test(file));
  it.each(rows)('$file: bytes equal to qemu-img, id to libvhdi', ({ file, truth }) => {
    const bytes = corpusBytes(file);
    expect(isVhdx(new MemorySource(bytes))).toBe(true);
    const info = truth?.vhdiinfo as Record<string, string>;
    if (info['Disk type'] === 'Differential') {
      expect(faultOf(bytes)).toEqual(['unsupported', 'vhdx.differencing']);
      return;
    }
    const { disk, metadata } = openVhdx(new MemorySource(bytes), () => {});
    expect([disk.size, metadata.logicalSectorSize]).toEqual([truth?.raw_bytes, 512]);
    expect(createHash('sha256').update(disk.read(0, disk.size)).digest('hex')).toBe(truth?.raw_sha256);
  });
});
