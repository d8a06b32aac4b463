import { describe, expect, it } from 'vitest';
import { type ByteSource, MemorySource } from '../../bytes/byte-source.js';
import { crc32 } from '../../bytes/crc32.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import { EVTX_HEAD_BYTES, evtxCoverage, isEvtx, openEvtx, recordToJson, writeJsonLines } from './evtx.js';
import { CHUNK, FILE, FILE_BLOCK_SIZE, RECORD } from './layout.js';
import { type EventToWrite, type WriteOptions, writeEvtx } from './write/write.js';

const TIME = 133_500_000_000_000_000n;
const SECOND = 10_000_000n;
const PER_CHUNK = 10;

function events(count: number): EventToWrite[] {
  return Array.from({ length: count }, (_, i) => ({
    provider: i % 2 === 0 ? 'Even' : 'Odd',
    id: 100 + (i % 3),
    time: TIME + BigInt(i) * SECOND,
    channel: 'System',
    computer: 'HOST-1',
    data: [{ name: 'index', value: { type: 'uint32', value: i } }],
  }));
}

const written = (count: number, options: WriteOptions = {}) =>
  writeEvtx(events(count), { recordsPerChunk: PER_CHUNK, ...options });

function read(bytes: Uint8Array, slack = false) {
  const notes: string[] = [];
  const log = openEvtx(new MemorySource(bytes), ({ fault, detail }) => notes.push(`${fault} ${detail.what}`));
  const records = [...log.records({ slack })];
  return { log, records, notes, numbers: records.map((record) => record.number) };
}

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const chunkAt = (index: number) => FILE_BLOCK_SIZE + index * CHUNK.size;
const u32 = (bytes: Uint8Array, offset: number) => new DataView(bytes.buffer).getUint32(offset, true);

/** Puts the checksums of a chunk right after a change that is not meant to break them. */
function seal(bytes: Uint8Array, index: number): void {
  const chunk = bytes.subarray(chunkAt(index), chunkAt(index) + CHUNK.size);
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  view.setUint32(CHUNK.recordsChecksum, crc32(chunk, CHUNK.records, view.getUint32(CHUNK.freeSpace, true)), true);
  view.setUint32(CHUNK.checksum, crc32(chunk, CHUNK.stringTable, CHUNK.records, crc32(chunk, 0, CHUNK.flags)), true);
}

/** Offsets in the file of the records of a chunk. */
function recordOffsets(bytes: Uint8Array, index: number): number[] {
  const offsets: number[] = [];
  const end = chunkAt(index) + u32(bytes, chunkAt(index) + CHUNK.freeSpace);
  for (let at = chunkAt(index) + CHUNK.records; at < end; at += u32(bytes, at + RECORD.size)) offsets.push(at);
  return offsets;
}

describe('isEvtx', () => {
  it('knows a log by its header, or by its first chunk', () => {
    const log = written(1);
    expect(isEvtx(log)).toBe(true);
    expect(isEvtx(log.subarray(0, 8))).toBe(true);
    expect(isEvtx(log.slice().fill(0, 0, 8).subarray(0, EVTX_HEAD_BYTES))).toBe(true);
    expect(isEvtx(log.subarray(FILE_BLOCK_SIZE))).toBe(true);
    expect(isEvtx(new TextEncoder().encode('ElfFile'))).toBe(false);
    expect(isEvtx(new Uint8Array(0))).toBe(false);
  });
});

describe('openEvtx', () => {
  it('tells what the header says', () => {
    const { log } = read(written(25));
    expect(log.header).toMatchObject({ version: '3.2', chunkCount: 3, nextRecordId: 26n, dirty: false, full: false });
    expect(log.chunks).toHaveLength(3);
  });

  it('refuses what is no log', () => {
    const open = (bytes: Uint8Array) => () => openEvtx(new MemorySource(bytes), strict);
    expect(open(new Uint8Array(0))).toThrow(FormatError);
    expect(open(new Uint8Array(100_000))).toThrow('evtx.file.magic');
  });

  it('finds the chunks where the header is wiped, or cut off', () => {
    const log = written(25);
    const wiped = log.slice().fill(0, 0, FILE.size);
    expect(read(wiped)).toMatchObject({ numbers: upTo(25), notes: ['bad-magic evtx.file.magic'] });
    expect(read(log.slice(FILE_BLOCK_SIZE)).numbers).toEqual(upTo(25));
  });

  it('goes on past a header of another version, or with a wrong checksum', () => {
    const version = written(5);
    version[FILE.majorVersion] = 4;
    expect(read(version)).toMatchObject({ numbers: upTo(5), notes: ['unsupported evtx.file.majorVersion'] });
    const checksum = written(5);
    checksum[FILE.checksum] ^= 1;
    expect(read(checksum)).toMatchObject({ numbers: upTo(5), notes: ['bad-checksum evtx.file'] });
    const block = written(5);
    block[FILE.blockSize + 1] = 0;
    expect(read(block)).toMatchObject({ numbers: upTo(5), notes: ['bad-range evtx.file.blockSize'] });
  });

  it('reads a log without checksums', () => {
    expect(read(written(25, { checksums: false }))).toMatchObject({ numbers: upTo(25), notes: [] });
  });

  it('uses the CRC-32 that the host brings', () => {
    let bytes = 0;
    const log = openEvtx(new MemorySource(written(5)), strict, {
      crc32: (part) => {
        bytes += part.length;
        return crc32(part);
      },
    });
    expect([...log.records()]).toHaveLength(5);
    expect(bytes).toBeGreaterThan(0);
  });
});

describe('records', () => {
  it('come in the order of their numbers where the chunks stand in another', () => {
    expect(read(written(45, { wrapped: true })).numbers).toEqual(upTo(45));
  });

  it('past the chunk count of a dirty header are live', () => {
    const { log, numbers, notes } = read(written(45, { dirty: true }));
    expect([log.dirty, log.header?.chunkCount, log.chunks.length]).toEqual([true, 4, 5]);
    expect({ numbers, notes }).toEqual({ numbers: upTo(45), notes: [] });
  });

  it('past the chunk count of a closed log are live, with a defect', () => {
    const bytes = written(25);
    const view = new DataView(bytes.buffer);
    view.setUint16(FILE.chunkCount, 2, true);
    view.setUint32(FILE.checksum, crc32(bytes, 0, FILE.flags), true);
    expect(read(bytes)).toMatchObject({ numbers: upTo(25), notes: ['bad-range evtx.file.chunkCount'] });
  });

  it('past the free space of a dirty chunk are live if they go on with the next number', () => {
    const lagging = (dirty: boolean) => {
      const bytes = written(PER_CHUNK, { dirty });
      const view = new DataView(bytes.buffer);
      const offsets = recordOffsets(bytes, 0);
      view.setUint32(chunkAt(0) + CHUNK.freeSpace, offsets[6] - chunkAt(0), true);
      view.setBigUint64(chunkAt(0) + CHUNK.lastNumber, 6n, true);
      seal(bytes, 0);
      return bytes;
    };
    expect(read(lagging(true)).numbers).toEqual(upTo(10));
    expect(read(lagging(false)).numbers).toEqual(upTo(6));
    expect(read(lagging(false), true).records.filter((record) => record.recovered)).toHaveLength(4);
  });

  it('left over in slack are not live, and copies of live ones are not given at all', () => {
    const whole = written(15, { slack: true });
    expect(read(whole).numbers).toEqual(upTo(15));
    expect(read(whole, true).numbers).toEqual(upTo(15));
    // The first chunk lost its magic: what is left of it stands in its place and in the second chunk's slack.
    const broken = whole.slice();
    broken[chunkAt(0)] = 0;
    const { records, notes } = read(broken, true);
    expect(notes).toEqual(['bad-magic evtx.chunk.magic']);
    expect(records.filter(({ recovered }) => !recovered).map(({ number }) => number)).toEqual(upTo(15, 11));
    expect(
      records
        .filter(({ recovered }) => recovered)
        .map(({ number }) => number)
        .sort((a, b) => a - b),
    ).toEqual(upTo(10));
  });

  it('of a damaged chunk alone are lost', () => {
    const magic = written(30);
    magic[chunkAt(1)] = 0;
    expect(read(magic)).toMatchObject({
      numbers: [...upTo(10), ...upTo(30, 21)],
      notes: ['bad-magic evtx.chunk.magic'],
    });
    const freeSpace = written(30);
    freeSpace[chunkAt(1) + CHUNK.freeSpace + 3] = 0xff;
    expect(read(freeSpace)).toMatchObject({
      numbers: [...upTo(10), ...upTo(30, 21)],
      notes: ['bad-range evtx.chunk.freeSpace'],
    });
  });

  it('of a chunk that was overwritten by zeros at its start are found among the leftovers', () => {
    const bytes = written(30);
    bytes.fill(0, chunkAt(1), chunkAt(1) + 1024);
    const { records } = read(bytes, true);
    expect(records.filter(({ recovered }) => recovered).length).toBeGreaterThan(0);
  });

  it('show the checksums that do not hold', () => {
    const header = written(5);
    header[chunkAt(0) + CHUNK.stringTable] ^= 1;
    const records = written(5);
    records[recordOffsets(records, 0)[2] + RECORD.time] ^= 1;
    expect(read(header).notes).toEqual(['bad-checksum evtx.chunk']);
    expect(read(records).notes).toEqual(['bad-checksum evtx.chunk.records']);
    expect(JSON.parse(recordToJson(read(records).records[0])).defects).toEqual(['bad-checksum evtx.chunk.records']);
  });

  it('around a damaged one are read', () => {
    const bytes = written(PER_CHUNK);
    bytes[recordOffsets(bytes, 0)[4]] = 0;
    seal(bytes, 0);
    expect(read(bytes)).toMatchObject({ numbers: [1, 2, 3, 4, 6, 7, 8, 9, 10], notes: ['bad-range evtx.record'] });
  });

  it('whose end is torn are given with the defect', () => {
    const bytes = written(PER_CHUNK);
    const offset = recordOffsets(bytes, 0)[4];
    bytes.fill(0, offset + u32(bytes, offset + RECORD.size) - 4, offset + u32(bytes, offset + RECORD.size));
    seal(bytes, 0);
    const { numbers, records } = read(bytes);
    expect(numbers).toEqual(upTo(10));
    expect(records[4].defects.map(({ detail }) => detail.what)).toEqual(['evtx.record.sizeCopy']);
    expect(records[4].value('index')).toBe('4');
    expect(records[5].defects).toEqual([]);
  });

  it('before the place where a file is cut off are read', () => {
    const bytes = written(30);
    const cut = bytes.slice(0, recordOffsets(bytes, 2)[4] + 10);
    expect(read(cut)).toMatchObject({ numbers: upTo(24), notes: ['bad-range evtx.record', 'truncated evtx.chunk'] });
    for (const size of [FILE_BLOCK_SIZE, chunkAt(1) + 1, chunkAt(1) + 600])
      expect(read(bytes.slice(0, size)).numbers.length).toBeLessThan(20);
  });

  it('are selected by provider and id', () => {
    const log = openEvtx(new MemorySource(written(30)), strict);
    const asked: string[] = [];
    const select = (provider: string, id: number) => {
      asked.push(`${provider}/${id}`);
      return provider === 'Odd' && id === 101;
    };
    expect([...log.records({ select })].map(({ number }) => number)).toEqual([2, 8, 14, 20, 26]);
    expect(asked).toHaveLength(30);
  });

  it('say where they stand', () => {
    const bytes = written(15);
    const { records } = read(bytes);
    expect(records.map(({ sourceOffset }) => sourceOffset)).toEqual([
      ...recordOffsets(bytes, 0),
      ...recordOffsets(bytes, 1),
    ]);
    expect(records[0].size).toBe(u32(bytes, records[0].sourceOffset + RECORD.size));
  });

  it('are read one chunk at a time', () => {
    const memory = new MemorySource(written(50));
    let most = 0;
    const source: ByteSource = {
      size: memory.size,
      read(offset, length) {
        most = Math.max(most, length);
        return memory.read(offset, length);
      },
    };
    expect([...openEvtx(source, strict).records()]).toHaveLength(50);
    expect(most).toBeLessThanOrEqual(CHUNK.size + FILE_BLOCK_SIZE);
  });

  it('with a template whose bytes are cut lose their values, and only theirs', () => {
    const bytes = written(PER_CHUNK);
    const first = recordOffsets(bytes, 0)[0];
    const definition = first + RECORD.body + 4 + 10;
    bytes.fill(0xff, definition + 20, definition + 24); // its size
    seal(bytes, 0);
    const { records } = read(bytes);
    expect(records.map(({ provider }) => provider).filter((provider) => provider !== null)).toEqual(
      Array(5).fill('Odd'),
    );
    expect(records[0].defects.map(({ fault, detail }) => `${fault} ${detail.what}`)).toEqual([
      'truncated evtx.definition.body',
    ]);
    expect(JSON.parse(recordToJson(records[0]))).toMatchObject({ record: 1, provider: null, id: null, data: {} });
  });
});

describe('as JSON', () => {
  it('a name that comes more than once has a list, in any language', () => {
    const data = ['一', '二'].map((value) => ({ name: '名', value: { type: 'string', value } as const }));
    const { records } = read(
      writeEvtx([{ ...events(1)[0], data: [...data, { name: 'x', value: { type: 'bool', value: true } }] }]),
    );
    expect(JSON.parse(recordToJson(records[0])).data).toEqual({ 名: ['一', '二'], x: 'true' });
    expect(records[0].data()).toHaveLength(3);
    expect(records[0].value('X')).toBe('true');
    expect(records[0].value('y')).toBeNull();
  });

  it('every character is escaped as JSON wants it', () => {
    const text = Array.from({ length: 0x180 }, (_, i) => String.fromCharCode(i + 1))
      .join('')
      .concat('\ud800 \udc00 \u{10ffff} end');
    const { records } = read(
      writeEvtx([{ ...events(1)[0], data: [{ name: text.slice(0, 90), value: { type: 'string', value: text } }] }]),
    );
    expect(JSON.parse(recordToJson(records[0])).data).toEqual({ [text.slice(0, 90)]: text });
    expect(records[0].data()[0].value).toBe(text);
  });

  it('lines are the records, one each', () => {
    const lines: string[] = [];
    const decoder = new TextDecoder();
    const { records } = read(written(300));
    const count = writeJsonLines(records, (bytes) => lines.push(decoder.decode(bytes)));
    expect(count).toBe(300);
    expect(lines.join('')).toBe(records.map((record) => `${recordToJson(record)}\n`).join(''));
  });
});

describe('evtxCoverage', () => {
  const coverage = (list: readonly EventToWrite[]) => evtxCoverage(openEvtx(new MemorySource(writeEvtx(list)), strict));

  it('of an empty log is nothing', () => {
    expect(coverage([])).toEqual({ recordCount: 0, first: null, last: null, gaps: [], clearings: [], restarts: [] });
  });

  it('goes from the earliest to the latest event, whatever their order', () => {
    const list = events(5);
    [list[0], list[3]] = [list[3], list[0]];
    expect(coverage(list)).toMatchObject({
      recordCount: 5,
      first: { recordId: 4n, time: TIME },
      last: { recordId: 5n },
    });
  });

  it('names gaps, and record ids that start over', () => {
    const ids = [7n, 8n, 12n, 1n, 2n];
    const { gaps, restarts } = coverage(events(5).map((event, i) => ({ ...event, recordId: ids[i] })));
    expect(gaps).toEqual([{ after: 8n, before: 12n }]);
    expect(restarts).toEqual([{ recordId: 1n, time: TIME + 3n * SECOND }]);
  });

  it('names the events by which a log was cleared', () => {
    const cleared: EventToWrite = {
      ...events(1)[0],
      provider: 'Microsoft-Windows-Eventlog',
      id: 104,
      userData: {
        element: 'LogFileCleared',
        namespace: 'x',
        data: [{ name: 'Channel', value: { type: 'string', value: 'Setup' } }],
      },
    };
    expect(coverage([cleared, { ...cleared, provider: 'Another' }]).clearings).toEqual([
      { recordId: 1n, time: TIME, channel: 'Setup' },
    ]);
  });
});
