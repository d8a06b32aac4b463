import { describe, expect, it } from 'vitest';
import { FormatError } from '../../bytes/format-error.js';
import { BLOCK_SIZE, SliceReader } from './blob-source.js';
import { openFiles } from './open-files.js';

/** A file in memory that is sliced as a `Blob` is: a slice is a promise of bytes, read by the reader alone. */
function fileOf(bytes: Uint8Array) {
  return {
    size: bytes.length,
    slice: (start: number, end: number) => () => bytes.slice(start, end).buffer as ArrayBuffer,
  };
}
const readSlice = (slice: () => ArrayBuffer) => slice();
const numbered = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 9)) & 0xff);

describe('a file of a browser', () => {
  const bytes = numbered(5 * BLOCK_SIZE + 77);
  const open = (blocksMax?: number) => {
    const reader = new SliceReader(readSlice, blocksMax);
    return { reader, source: reader.open(fileOf(bytes), 'a.bin') };
  };

  it('gives the bytes of any range', () => {
    const { source } = open(2);
    const edges = [
      0,
      1,
      BLOCK_SIZE - 1,
      BLOCK_SIZE,
      BLOCK_SIZE + 1,
      3 * BLOCK_SIZE - 5,
      bytes.length - 9,
      bytes.length,
    ];
    for (const start of edges) {
      for (const length of [0, 1, 9, BLOCK_SIZE, 2 * BLOCK_SIZE + 2]) {
        if (start + length > bytes.length) continue;
        const expected = bytes.subarray(start, start + length);
        const target = new Uint8Array(length);
        source.readInto?.(start, target);
        expect(Buffer.compare(source.read(start, length), expected), `${start} ${length}`).toBe(0);
        expect(Buffer.compare(target, expected), `into ${start} ${length}`).toBe(0);
      }
    }
  });

  it('reads a block once, however often it is asked for in small pieces', () => {
    const { reader, source } = open();
    for (let at = 0; at + 64 <= bytes.length; at += 64) source.read(at, 64);
    expect([reader.sliceCount, reader.bytesRead]).toEqual([6, bytes.length - 0]);
  });

  it('keeps no more blocks than it may, over all files together', () => {
    const reader = new SliceReader(readSlice, 2);
    const [first, second] = [reader.open(fileOf(bytes), 'a'), reader.open(fileOf(bytes), 'b')];
    first.read(0, 1);
    second.read(0, 1);
    first.read(0, 1);
    expect(reader.sliceCount).toBe(2);
    second.read(BLOCK_SIZE, 1); // puts out the block of `second` that was used longest ago
    first.read(0, 1);
    expect(reader.sliceCount).toBe(3);
    second.read(0, 1);
    expect(reader.sliceCount).toBe(4);
  });

  it('refuses a range past the end', () => {
    expect(() => open().source.read(bytes.length - 1, 2)).toThrow(FormatError);
  });

  it('names the file and the place where the browser refuses a slice, or hands out less', () => {
    const refusing = new SliceReader<() => ArrayBuffer>(() => {
      throw new Error('NotReadableError');
    });
    const short = new SliceReader<() => ArrayBuffer>(() => new ArrayBuffer(3));
    for (const [reader, actual] of [
      [refusing, 0],
      [short, 3],
    ] as const) {
      const source = reader.open(fileOf(bytes), 'System.evtx');
      expect(() => source.read(BLOCK_SIZE + 5, 1)).toThrow(
        expect.objectContaining({
          fault: 'truncated',
          detail: { what: 'System.evtx', sourceOffset: BLOCK_SIZE, expected: `${BLOCK_SIZE} bytes`, actual },
        }),
      );
    }
  });
});

describe('files of a browser', () => {
  const file = fileOf(numbered(10));
  const namesBeside = (paths: readonly string[], membersMax?: number) => {
    const { files, leftOut } = openFiles(
      paths.map((path) => ({ path, blob: file })),
      new SliceReader(readSlice),
      membersMax,
    );
    return { beside: files.map(({ name, beside }) => [name, [...beside.keys()].sort()]), leftOut };
  };

  it('lie beside those of their own folder', () => {
    expect(namesBeside(['case/SYSTEM', 'case/logs/a.log', 'case/SYSTEM.LOG1', 'lone.txt']).beside).toEqual([
      ['case/SYSTEM', ['system', 'system.log1']],
      ['case/logs/a.log', ['a.log']],
      ['case/SYSTEM.LOG1', ['system', 'system.log1']],
      ['lone.txt', ['lone.txt']],
    ]);
  });

  it('are no companions where two bear one name', () => {
    expect(namesBeside(['SYSTEM', 'SYSTEM.LOG1', 'system.log1', 'SYSTEM.LOG1']).beside[0]).toEqual([
      'SYSTEM',
      ['system'],
    ]);
  });

  it('past the limit are named', () => {
    expect(namesBeside(['a', 'b', 'c'], 2)).toEqual({
      beside: [
        ['a', ['a', 'b']],
        ['b', ['a', 'b']],
      ],
      leftOut: ['c'],
    });
  });
});
