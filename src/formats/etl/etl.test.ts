import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import {
  bytesOf,
  type FieldToMake,
  MADE_START,
  makeEtl,
  makeEvent,
  makeTraceLoggingEvent,
  makeUpdateEvent,
  narrow,
  u16,
  wide,
} from '../../testing/make-etl.js';
import { mutate } from '../../testing/mutate.js';
import { decodeEvent, type EtlRecord, formatUpdateTraceLine, isEtl, openEtl, readUpdateTraceLine } from './etl.js';

const OTHER = '12345678-9abc-def0-1234-56789abcdef0';

/** Records of a trace behind its own description, and what was noted. */
function read(bytes: Uint8Array) {
  const defects: FormatError[] = [];
  const trace = openEtl(new MemorySource(bytes), (defect) => defects.push(defect));
  const records = [...trace.records()].filter(({ header }) => header.kind !== 'system');
  return { trace, records, defects };
}

function only(event: Uint8Array): EtlRecord {
  const { records, defects } = read(makeEtl({ buffers: [[event]] }));
  expect(defects).toEqual([]);
  expect(records.length).toBe(1);
  return records[0];
}

function fieldsOf(...fields: FieldToMake[]) {
  return only(makeTraceLoggingEvent('E', fields)).fields(strict);
}

describe('a trace', () => {
  const bytes = makeEtl({
    buffers: [[makeUpdateEvent('Agent', 'one', { time: 30_000_000n })], [makeUpdateEvent('ComApi', 'two')]],
    frequency: 3_000_000n,
    startRaw: 0n,
  });

  it('tells what it says of itself', () => {
    const { trace, defects } = read(bytes);
    expect(defects).toEqual([]);
    expect(trace.header).toMatchObject({
      ...{ sessionName: 'Made', fileName: 'C:\\made.etl', build: 26100, processorCount: 4, pointerBytes: 8 },
      ...{ clock: 'performance-counter', zoneMinutes: 60, isCircular: false, bufferCount: 3, endTime: null },
    });
    expect([trace.bufferBytes, trace.bufferCount]).toEqual([4096, 3]);
  });

  it('gives events with the time of the session’s clock', () => {
    const { records } = read(bytes);
    expect(records.map(({ time, number }) => [number, time])).toEqual([
      [2, MADE_START + 100_000_000n],
      [3, MADE_START],
    ]);
  });

  it.each([
    { clock: 2, time: MADE_START + 5n, expected: MADE_START + 5n },
    { clock: 3, time: 2_000_000_000n, expected: MADE_START + 10_000_000n },
    { clock: 9, time: 5n, expected: null },
  ])('reads clock $clock', ({ clock, time, expected }) => {
    const { records } = read(makeEtl({ buffers: [[makeUpdateEvent('A', 't', { time })]], clock, megahertz: 2000 }));
    expect(records[0].time).toBe(expected);
  });

  it('is read with narrow pointers too', () => {
    const { trace } = read(makeEtl({ buffers: [], pointerBytes: 4 }));
    expect(trace.header).toMatchObject({ sessionName: 'Made', startTime: MADE_START, zoneMinutes: 60 });
  });

  it('is read from its oldest buffer on where it is a ring', () => {
    const buffers = ['c', 'd', 'a', 'b'].map((text) => [makeUpdateEvent('A', text)]);
    const { records } = read(makeEtl({ buffers, isCircular: true }));
    expect(records.map((record) => record.fields(strict)[0].value)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is known by its first buffer', () => {
    expect(isEtl(bytes.subarray(0, 2048))).toBe(true);
    expect(isEtl(new Uint8Array(4096))).toBe(false);
    expect(isEtl(bytes.subarray(0, 40))).toBe(false);
  });
});

describe('an event', () => {
  it('of Windows Update is the line that Get-WindowsUpdateLog prints', () => {
    const record = only(makeUpdateEvent('Agent', '  a "text"', { time: 1n, processId: 1452, threadId: 13596 }));
    const line = readUpdateTraceLine(record, strict);
    expect(line && formatUpdateTraceLine(line)).toBe(
      '2025/04/24 20:26:40.0000001 1452  13596 Agent             a "text"',
    );
    expect(line && formatUpdateTraceLine({ ...line, component: 'DownloadManager' }, 'Z')).toContain(
      '0001Z 1452  13596 DownloadManager   a',
    );
    expect(readUpdateTraceLine(only(makeEvent({})), strict)).toBeNull();
    expect(readUpdateTraceLine(only(makeUpdateEvent('A', 't', { provider: OTHER })), strict)).toBeNull();
  });

  it('decodes each type of field', () => {
    const eight = [1, 0, 0, 0, 0, 0, 0, 0x80];
    const field = (name: string, type: number[], ...value: (Uint8Array | number[])[]) => ({
      ...{ name, type, value: bytesOf(...value) },
    });
    const fields = fieldsOf(
      field('wide', [1], wide('ä漢')),
      field('ansi', [2], [0xe4, 0]),
      field('utf8', [0x82, 35], narrow('ä')),
      ...[3, 4, 5, 6, 7, 8, 9, 10].map((type) => field(`int${type}`, [type], eight.slice(8 - 2 ** ((type - 3) >> 1)))),
      field('float', [11], [0, 0, 0x80, 0x3f]),
      field('double', [12], [0, 0, 0, 0, 0, 0, 0xf0, 0x3f]),
      field('bool', [13], [1, 0, 0, 0]),
      field('bytes', [14], u16(2), [0xab, 0xcd]),
      field(
        'guid',
        [15],
        Array.from({ length: 16 }, (_, i) => i),
      ),
      field('filetime', [17], [0, 0, 0, 0, 0, 0, 0, 0]),
      field(
        'systemtime',
        [18],
        [2025, 4, 0, 26, 1, 2, 3, 4].flatMap((n) => [...u16(n)]),
      ),
      field('sid', [19], [1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0]),
      field('hex', [20], [0x43, 6, 7, 0x80]),
      field('hex64', [21], eight),
      field('counted', [22], u16(4), [...wide('ab')].slice(0, 4)),
      field('countedAnsi', [23], u16(1), [0x61]),
      field('countedBytes', [25], u16(1), [1]),
      field('flag', [0x84, 3], [1]),
      field('hr', [0x87, 15], [0x43, 6, 7, 0x80]),
      field('tagged', [0x84, 0x84, 0x81, 0x01], [255]),
      field('char', [0x84, 2], [0x41]),
      field('pointer', [16], eight),
      field('nothing', [0]),
    );
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual({
      ...{ wide: 'ä漢', ansi: 'ä', utf8: 'ä', int3: '-128', int4: '128', int5: '-32768', int6: '32768' },
      ...{ int7: '-2147483648', int8: '2147483648', int9: '-9223372036854775807', int10: '9223372036854775809' },
      ...{ float: '1', double: '1', bool: 'true', bytes: 'ABCD', guid: '{03020100-0504-0706-0809-0A0B0C0D0E0F}' },
      ...{ filetime: '1601-01-01T00:00:00.0000000Z', systemtime: '2025-04-26T01:02:03.004Z', sid: 'S-1-5-18' },
      ...{ hex: '0x80070643', hex64: '0x8000000000000001', counted: 'ab', countedAnsi: 'a', countedBytes: '01' },
      ...{ flag: 'true', hr: '0x80070643', tagged: '0xff', char: 'A', pointer: '0x8000000000000001', nothing: '' },
    });
  });

  it('decodes arrays and structures', () => {
    const fields = fieldsOf(
      { name: 'fixed', type: [0x24, 2, 0], value: Uint8Array.of(1, 2) },
      { name: 'counted', type: [0x44], value: bytesOf(u16(2), [3, 4]) },
      { name: 'list', type: [0x80 | 24 | 0x40, 2], value: u16(2) },
      { name: 'a', type: [4], value: Uint8Array.of(5) },
      { name: 'b', type: [4], value: Uint8Array.of(6, 7, 8) },
      { name: 'none', type: [0x80 | 24 | 0x40, 1], value: u16(0) },
      { name: 'unread', type: [4], value: new Uint8Array(0) },
      { name: 'last', type: [4], value: Uint8Array.of(9) },
    );
    expect(fields.map(({ name, value }) => `${name}=${value}`)).toEqual([
      ...['fixed=1', 'fixed=2', 'counted=3', 'counted=4', 'list.a=5', 'list.b=6', 'list.a=7', 'list.b=8', 'last=9'],
    ]);
  });

  it('without a schema gives its texts', () => {
    const payload = bytesOf([1, 2], narrow('a narrow text'), wide('a wide text'), [0xff, 0xfe], wide('Текст'), [9]);
    expect(decodeEvent(only(makeEvent({ provider: OTHER, id: 7, payload })), strict)).toEqual({
      ...{ providerName: null, eventName: null, fields: [] },
      strings: ['a narrow text', 'a wide text', 'Текст'],
    });
  });

  it('bears its texts in time that grows with its size', () => {
    const payload = new Uint8Array(60_000).fill(0x61);
    payload[59_999] = 1;
    const half = payload.map((byte, i) => (i % 2 === 1 ? 0 : byte));
    for (const bytes of [payload, half.fill(0xd9, 59_998), payload.map((_, i) => i % 251)]) {
      const { records } = read(makeEtl({ buffers: [[makeEvent({ payload: bytes })]], bufferBytes: 65_536 }));
      expect(records[0].strings().length).toBeLessThan(1000);
    }
  });

  const GUID = Array.from({ length: 16 }, (_, i) => i);
  const GUID_TEXT = '03020100-0504-0706-0809-0a0b0c0d0e0f';
  const times = [5, 0, 0, 0, 0, 0, 0, 0];
  const ids = [22, 0, 0, 0, 11, 0, 0, 0];
  it.each([
    {
      kind: 'message',
      bytes: [
        56,
        0,
        0,
        0x90,
        7,
        0,
        0x2b,
        0,
        1,
        0,
        0,
        0,
        ...GUID,
        ...times,
        ...ids,
        0xaa,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
      ],
      header: { eventId: 7, provider: GUID_TEXT, processId: 11, threadId: 22, headerBytes: 44 },
    },
    {
      kind: 'classic',
      bytes: [48, 0, 20, 0xc0, 1, 4, 2, 0, ...ids, ...times, ...GUID, ...times],
      header: { opcode: 1, level: 4, version: 2, provider: GUID_TEXT, processId: 11 },
    },
    {
      kind: 'instance',
      bytes: [72, 0, 21, 0xc0, 1, 4, 2, 0, ...ids, ...times, ...GUID, ...times, 1, 0, 0, 0, 2, 0, 0, 0, ...GUID],
      header: { opcode: 1, provider: GUID_TEXT, threadId: 22 },
    },
    {
      kind: 'compact',
      bytes: [2, 0, 4, 0xc0, 24, 0, 1, 3, ...ids, ...times],
      header: { group: 3, opcode: 1, processId: 11 },
    },
    { kind: 'performance', bytes: [2, 0, 17, 0xc0, 16, 0, 38, 1, ...times], header: { group: 1, opcode: 38 } },
  ])('with a $kind header is read', ({ kind, bytes, header }) => {
    const record = only(Uint8Array.from(bytes));
    expect(record.header).toMatchObject({ kind, ...header });
    expect(record.time).toBe(MADE_START + 5n);
  });
});

describe('damage', () => {
  const events = ['one', 'two', 'three'].map((text) => makeUpdateEvent('A', text));
  const texts = (bytes: Uint8Array) => {
    const { records, defects } = read(bytes);
    return {
      texts: records.map((record) => decodeEvent(record, (defect) => defects.push(defect)).fields[0]?.value),
      defects: defects.map(({ fault, detail }) => `${fault} ${detail.what} ${detail.sourceOffset}`),
    };
  };
  const trace = () => makeEtl({ buffers: [events, events] });
  const FIRST = 4096 + 72; // the first event behind the description
  const SECOND = FIRST + Math.ceil((events[0]?.length ?? 0) / 8) * 8;

  it.each([
    [
      'an event that is none costs itself',
      SECOND + 3,
      [0],
      ['one', 'three', 'one', 'two', 'three'],
      [`bad-magic etl.event ${SECOND}`],
    ],
    [
      'an event larger than its buffer likewise',
      SECOND,
      [0xff, 0xff],
      ['one', 'three', 'one', 'two', 'three'],
      [`bad-magic etl.event ${SECOND}`],
    ],
    [
      'a header of an unknown kind likewise',
      SECOND + 2,
      [99],
      ['one', 'three', 'one', 'two', 'three'],
      [`unsupported etl.event.header ${SECOND + 2}`],
    ],
    ['a buffer without a header costs that buffer', 4096, [1], ['one', 'two', 'three'], ['bad-magic etl.buffer 4096']],
    [
      'a compressed buffer is refused by name',
      4096 + 52,
      [0x40],
      ['one', 'two', 'three'],
      ['unsupported etl.buffer.compressed 4096'],
    ],
    ['an unused buffer is none', 4096, new Array(4096).fill(0), ['one', 'two', 'three'], []],
    ['an end that is lost is looked for', 4096 + 4, [0, 0, 0, 0], ['one', 'two', 'three', 'one', 'two', 'three'], []],
    [
      'a size of extended data costs its event',
      SECOND + 80,
      [1],
      ['one', undefined, 'three', 'one', 'two', 'three'],
      [`bad-range etl.extendedData.size ${SECOND + 80}`],
    ],
    [
      'a schema likewise',
      SECOND + 80 + 32 + 8,
      [99],
      ['one', undefined, 'three', 'one', 'two', 'three'],
      [`bad-range etl.schema.size ${SECOND + 120}`],
    ],
  ] as const)('%s', (_, at, bytes, wanted, defects) => {
    const damaged = trace();
    damaged.set(bytes, at);
    expect(texts(damaged)).toEqual({ texts: wanted, defects });
  });

  it('reads to the last event where a buffer lost both its ends', () => {
    const damaged = trace();
    damaged.fill(0xff, 4096 + 48, 4096 + 52);
    damaged.fill(0xff, 4096 + 4, 4096 + 8);
    expect(texts(damaged)).toEqual({
      texts: ['one', 'two', 'three', 'one', 'two', 'three'],
      defects: ['bad-range etl.buffer.offset 4096'],
    });
  });

  it('in the description costs the times, not the events', () => {
    const damaged = trace();
    damaged.fill(0xee, 0, 4096);
    const { trace: opened, records } = read(damaged);
    expect([opened.header, opened.bufferBytes, records.length, records[0].time]).toEqual([null, 4096, 6, null]);
    const narrowed = trace();
    narrowed[72 + 32 + 0x2c] = 5;
    expect(texts(narrowed).defects).toEqual([`unsupported etl.traceHeader.pointerSize ${72 + 32 + 0x2c}`]);
  });

  it('at the end of the file costs what is missing', () => {
    expect(texts(trace().subarray(0, SECOND + 10))).toEqual({
      texts: ['one'],
      defects: [`truncated etl.buffer ${SECOND + 10}`, `bad-magic etl.event ${SECOND}`],
    });
    expect(texts(trace().subarray(0, 4100)).defects).toEqual(['truncated etl.buffer 4096']);
  });

  it('is refused where nothing is a trace', () => {
    expect(() => openEtl(new MemorySource(new Uint8Array(5000)), strict)).toThrow(/etl\.buffer.*bad-magic/);
  });

  it.each([
    ['truncated etl.field.string', [1], Uint8Array.of(0x61, 0)],
    ['truncated etl.field.string', [2], Uint8Array.of(0x61)],
    ['truncated etl.field', [8], Uint8Array.of(1)],
    ['bad-range etl.field.sid', [19], Uint8Array.of(1, 16, 0, 0, 0, 0, 0, 0)],
    ['unsupported etl.field.type', [0x1f], new Uint8Array(8)],
    ['unsupported etl.schema.custom', [0x61], new Uint8Array(8)],
    ['over-limit etl.fields', [0x20, 0xff, 0xff], new Uint8Array(0)],
  ])('of a field is told: %s', (told, type, value) => {
    const defects: string[] = [];
    const [record] = read(makeEtl({ buffers: [[makeTraceLoggingEvent('E', [{ name: 'f', type, value }])]] })).records;
    decodeEvent(record, ({ fault, detail }) => defects.push(`${fault} ${detail.what}`));
    expect(defects).toEqual([told]);
  });

  it('of structures in structures ends at a limit', () => {
    const nested = Array.from({ length: 20 }, (_, i) => ({
      name: `s${i}`,
      type: [0x80 | 24, 1],
      value: new Uint8Array(0),
    }));
    const many = Array.from({ length: 600 }, (_, i) => ({ name: `${i}`, type: [4], value: new Uint8Array(1) }));
    const defects: string[] = [];
    const buffers = [[makeTraceLoggingEvent('E', nested), makeTraceLoggingEvent('E', many)]];
    for (const record of read(makeEtl({ buffers, bufferBytes: 65_536 })).records) {
      decodeEvent(record, ({ fault, detail }) => defects.push(`${fault} ${detail.what}`));
    }
    expect(defects).toEqual(['over-limit etl.schema.nesting', 'over-limit etl.schema.fields']);
  });

  it('of any kind ends in a FormatError or in notes', () => {
    const message = Uint8Array.from([16, 0, 0, 0x90, 7, 0, 0x3f, 0, 1, 0, 0, 0, 1, 2, 3, 4]);
    const plain = makeEtl({ buffers: [events, [...events, message, makeEvent({ payload: wide('text') })]] });
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 24 }), (seed, count) => {
        try {
          const { records } = read(mutate(plain, seed, count));
          for (const record of records) {
            const note = (defect: FormatError) => expect(defect).toBeInstanceOf(FormatError);
            decodeEvent(record, note);
            readUpdateTraceLine(record, note);
          }
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
        }
      }),
      { numRuns: 1500 },
    );
  });
});
