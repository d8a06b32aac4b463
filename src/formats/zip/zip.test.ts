import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { type FormatError, strict } from '../../bytes/format-error.js';
import { hasProgram } from '../../testing/shared.js';
import { isZip, readZip } from './zip.js';

const text = (words: string) => new TextEncoder().encode(words);
const open = (bytes: Uint8Array, defects: FormatError[] = []) =>
  readZip(new MemorySource(bytes), (defect) => defects.push(defect));
const contents = (bytes: Uint8Array) =>
  open(bytes).map(({ path, bytes: member }) => [path, new TextDecoder().decode(member.read(0, member.size))]);

/** Where the first signature of this kind stands. */
function find(bytes: Uint8Array, magic: number): number {
  const data = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 4 <= bytes.length; at++) if (data.getUint32(at, true) === magic) return at;
  return -1;
}

describe('archives', () => {
  const made = zipSync({ 'a/b.txt': text('words '.repeat(500)), 'empty.txt': text(''), 'Ü.txt': text('u') });

  it('give members in the order stored', () => {
    expect(isZip(made)).toBe(true);
    expect(contents(made)).toEqual([
      ['a/b.txt', 'words '.repeat(500)],
      ['empty.txt', ''],
      ['Ü.txt', 'u'],
    ]);
  });

  it('note a wrong checksum and give the bytes', () => {
    const bytes = made.slice();
    bytes[find(bytes, 0x02014b50) + 16] ^= 1;
    const defects: FormatError[] = [];
    const [first] = open(bytes, defects);
    expect(first?.bytes.read(0, 5)).toEqual(text('words'));
    expect(defects.map(({ fault, detail }) => [fault, detail.what])).toEqual([['bad-checksum', 'zip.member a/b.txt']]);
  });

  it('give the entries before the place where the directory breaks', () => {
    const bytes = made.slice();
    const second = find(bytes.subarray(find(bytes, 0x02014b50) + 4), 0x02014b50) + find(bytes, 0x02014b50) + 4;
    bytes[second] ^= 0xff;
    const defects: FormatError[] = [];
    expect(open(bytes, defects).map(({ path }) => path)).toEqual(['a/b.txt']);
    expect(defects.map(({ fault, detail }) => [fault, detail.what])).toEqual([['bad-magic', 'zip.entry']]);
  });

  it('do not believe a count of entries that are not there', () => {
    const bytes = made.slice();
    const end = find(bytes, 0x06054b50);
    new DataView(bytes.buffer).setUint16(end + 10, 0xffff, true);
    const start = performance.now();
    const defects: FormatError[] = [];
    expect(open(bytes, defects)).toHaveLength(3);
    expect(defects).toHaveLength(1); // found by the fuzzer: each of 65,535 was noted
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('leave out what is not honest or not read', () => {
    const change = (at: number, width: 2 | 4, value: number) => {
      const bytes = made.slice();
      const data = new DataView(bytes.buffer);
      const entry = find(bytes, 0x02014b50);
      if (width === 2) data.setUint16(entry + at, value, true);
      else data.setUint32(entry + at, value, true);
      const defects: FormatError[] = [];
      expect(open(bytes, defects).map(({ path }) => path)).toEqual(['empty.txt', 'Ü.txt']);
      return defects.map(({ fault }) => fault);
    };
    expect(change(8, 2, 1)).toEqual(['unsupported']); // encrypted
    expect(change(10, 2, 9)).toEqual(['unsupported']); // deflate64
    expect(change(10, 2, 0)).toEqual(['bad-range']); // stored, of another size
    expect(change(24, 4, 500_000_000)).toEqual(['over-limit']); // packed too tightly
    expect(change(24, 4, 0xffff_fffe)).toEqual(['over-limit']);
  });

  it('refuse by name what is cut off', () => {
    expect(() => readZip(new MemorySource(made.subarray(0, made.length - 30)), strict)).toThrow('zip.centralDirectory');
    const [first] = open(zipSync({ a: text('x'.repeat(99)) }));
    expect(() => first?.bytes.read(50, 60)).toThrow('truncated');
  });
});

describe.skipIf(!hasProgram('python3'))('archives that Python makes (skipped without python3)', () => {
  it('are read with wide fields, comments and times', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-test-'));
    const script = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as z:
    z.comment = b'PK\\x05\\x06 is no end here, nor is anything in it'
    for name, method in (('stored.txt', 0), ('packed.txt', 8)):
        info = zipfile.ZipInfo(name, (2025, 4, 8, 17, 2, 10))
        info.compress_type = method
        with z.open(info, 'w', force_zip64=True) as f: f.write(b'line of text\\n' * 1000)
    z.writestr('folder/', '')
`;
    execFileSync('python3', ['-c', script, join(folder, 'made.zip')]);
    const bytes = new Uint8Array(readFileSync(join(folder, 'made.zip')));
    rmSync(folder, { recursive: true });
    const words = 'line of text\n'.repeat(1000);
    const members = readZip(new MemorySource(bytes), strict);
    expect(members.map(({ modified }) => modified)).toEqual(['2025-04-08T17:02:10', '2025-04-08T17:02:10']);
    expect(contents(bytes)).toEqual([
      ['stored.txt', words],
      ['packed.txt', words],
    ]);
  });
});
