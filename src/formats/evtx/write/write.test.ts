import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../../bytes/byte-source.js';
import type { FormatError } from '../../../bytes/format-error.js';
import { differences, EVTX_PEERS, type EvtxPeer, peerEvents } from '../../../testing/evtx-peers.js';
import { hasProgram } from '../../../testing/shared.js';
import { openEvtx } from '../evtx.js';
import { type EventToWrite, type ValueToWrite, type WriteOptions, writeEvtx } from './write.js';

const TIME = 133_500_000_000_000_000n;
const SECOND = 10_000_000n;
const base = { channel: 'System', computer: 'HOST-1', processId: 1234, threadId: 5678 };

/** Every type of value, at its edges, with what it is to be read as. */
const VALUES: readonly (readonly [name: string, value: ValueToWrite, text: string])[] = [
  ['string', { type: 'string', value: '2024-01 累积更新 & <KB5034441> "x"' }, '2024-01 累积更新 & <KB5034441> "x"'],
  ['astral', { type: 'string', value: 'a\u{1f600}b' }, 'a\u{1f600}b'],
  ['padded', { type: 'string', value: 'title\0' }, 'title'],
  ['empty', { type: 'string', value: '' }, ''],
  ['ansiString', { type: 'ansiString', value: 'plain' }, 'plain'],
  ['int8', { type: 'int8', value: -128 }, '-128'],
  ['uint8', { type: 'uint8', value: 255 }, '255'],
  ['int16', { type: 'int16', value: -32_768 }, '-32768'],
  ['uint16', { type: 'uint16', value: 65_535 }, '65535'],
  ['int32', { type: 'int32', value: -2_147_023_293 }, '-2147023293'],
  ['int32 least', { type: 'int32', value: -(2 ** 31) }, '-2147483648'],
  ['uint32', { type: 'uint32', value: 4_294_967_295 }, '4294967295'],
  ['int64', { type: 'int64', value: -(2n ** 63n) }, '-9223372036854775808'],
  ['uint64', { type: 'uint64', value: 2n ** 64n - 1n }, '18446744073709551615'],
  ['uint64 past 2^32', { type: 'uint64', value: 1_054_896_128_000n }, '1054896128000'],
  ['hexInt32', { type: 'hexInt32', value: 0x8007_0643 }, '0x80070643'],
  ['hexInt32 zero', { type: 'hexInt32', value: 0 }, '0x0'],
  ['hexInt64', { type: 'hexInt64', value: 0x8000_0000_0000_0001n }, '0x8000000000000001'],
  ['bool', { type: 'bool', value: true }, 'true'],
  ['binary', { type: 'binary', value: Uint8Array.of(0, 10, 255) }, '000AFF'],
  ['guid', { type: 'guid', value: '01234567-89ab-cdef-0123-456789abcdef' }, '{01234567-89AB-CDEF-0123-456789ABCDEF}'],
  ['size', { type: 'size', value: 4096n }, '4096'],
  ['filetime', { type: 'filetime', value: TIME + 1n }, '2024-01-17T21:20:00.0000001Z'],
  ['systemtime', { type: 'systemtime', value: [2024, 2, 1, 5, 10, 11, 12, 13] }, '2024-02-05T10:11:12.013Z'],
  ['sid', { type: 'sid', value: 'S-1-5-21-1-2-3-500' }, 'S-1-5-21-1-2-3-500'],
];

const everyType: EventToWrite = {
  ...base,
  provider: 'Test-Provider',
  providerGuid: '1f7a6c55-5532-573b-35b7-2107e43a6ef5',
  id: 4502,
  version: 1,
  level: 2,
  task: 3,
  opcode: 4,
  keywords: 0x8000_0000_0000_0028n,
  time: TIME,
  userSid: 'S-1-5-18',
  activityId: '72da5206-4dd5-0009-4b52-da72d54dda01',
  data: VALUES.map(([name, value]) => ({ name, value })),
};

const classic: EventToWrite = {
  ...base,
  provider: 'EventLog',
  qualifiers: 32_768,
  id: 6013,
  time: TIME + SECOND,
  data: [{ name: null, value: { type: 'array', values: ['a', 'b', 'c'].map((value) => ({ type: 'string', value })) } }],
};

const servicing: EventToWrite = {
  ...base,
  channel: 'Setup',
  provider: 'Microsoft-Windows-Servicing',
  id: 2,
  time: TIME + 2n * SECOND,
  userData: {
    element: 'CbsPackageChangeState',
    namespace: 'http://manifests.microsoft.com/win/2004/08/windows/setup_provider',
    data: [
      { name: 'PackageIdentifier', value: { type: 'string', value: 'KB5034441' } },
      { name: 'ErrorCode', value: { type: 'hexInt32', value: 0 } },
    ],
  },
};

/** Four kinds of event again and again, each a second later. */
function manyEvents(count: number): EventToWrite[] {
  const kinds = [everyType, classic, servicing, { ...base, provider: 'Bare', id: 1, time: TIME }];
  return Array.from({ length: count }, (_, i) => ({ ...kinds[i % kinds.length], time: TIME + BigInt(i) * SECOND }));
}

function read(log: Uint8Array, slack = false) {
  const notes: FormatError[] = [];
  const opened = openEvtx(new MemorySource(log), (defect) => notes.push(defect));
  return { log: opened, records: [...opened.records({ slack })], notes };
}

describe('writeEvtx', () => {
  it('writes every type of value so that it is read as it was meant', () => {
    const { records, notes } = read(writeEvtx([everyType]));
    expect(notes).toEqual([]);
    expect(records[0].data().map(({ name, value }) => [name, value])).toEqual(
      VALUES.map(([name, , text]) => [name, text]),
    );
    expect(records[0].systemFields()).toEqual({
      provider: 'Test-Provider',
      providerGuid: '{1F7A6C55-5532-573B-35B7-2107E43A6EF5}',
      eventId: '4502',
      version: '1',
      level: '2',
      task: '3',
      opcode: '4',
      keywords: '0x8000000000000028',
      time: '2024-01-17T21:20:00.0000000Z',
      recordId: '1',
      activityId: '{72DA5206-4DD5-0009-4B52-DA72D54DDA01}',
      processId: '1234',
      threadId: '5678',
      channel: 'System',
      computer: 'HOST-1',
      userId: 'S-1-5-18',
    });
  });

  it('writes the same bytes for the same events', () => {
    expect(writeEvtx(manyEvents(50))).toEqual(writeEvtx(manyEvents(50)));
  });

  it('starts another chunk where one is full, and gives each its own templates', () => {
    const { log, records, notes } = read(writeEvtx(manyEvents(600)));
    expect(log.chunks.length).toBeGreaterThan(2);
    expect(notes).toEqual([]);
    expect(records.map((record) => record.number)).toEqual(Array.from({ length: 600 }, (_, i) => i + 1));
  });

  it('writes an empty log', () => {
    const { records, notes } = read(writeEvtx([]));
    expect([records, notes]).toEqual([[], []]);
  });

  it('refuses an event larger than a chunk', () => {
    const data = [{ name: 'long', value: { type: 'string', value: 'x'.repeat(32_700) } }] as const;
    expect(() => writeEvtx([{ ...classic, data }])).toThrow('larger than a chunk');
  });

  it('refuses what it cannot write', () => {
    const withValue = (value: ValueToWrite) => () => writeEvtx([{ ...classic, data: [{ name: 'x', value }] }]);
    expect(withValue({ type: 'array', values: [] })).toThrow('array without values');
    expect(withValue({ type: 'guid', value: 'none' })).toThrow('Not a GUID');
    expect(withValue({ type: 'sid', value: 'none' })).toThrow('Not a SID');
  });

  it('writes events without a template, as forwarded ones stand in a log', () => {
    const { records, notes } = read(writeEvtx([{ ...servicing, plain: true }]));
    expect(notes).toEqual([]);
    expect(records[0].data()).toEqual([
      { name: 'PackageIdentifier', value: 'KB5034441' },
      { name: 'ErrorCode', value: '0x0' },
    ]);
    expect(records[0].eventId).toBe(2);
  });
});

const VARIANTS: Readonly<Record<string, WriteOptions>> = {
  plain: {},
  'of version 3.1': { minorVersion: 1 },
  'of several chunks, one after the other used': { recordsPerChunk: 40, slack: true },
  dirty: { recordsPerChunk: 40, dirty: true },
  wrapped: { recordsPerChunk: 40, wrapped: true },
  'with empty space set aside': { spareChunks: 3 },
};

for (const peer of Object.keys(EVTX_PEERS) as EvtxPeer[]) {
  const absent = !hasProgram(EVTX_PEERS[peer][0]);
  describe.skipIf(absent)(`${EVTX_PEERS[peer][0]} reads${absent ? ' (skipped: it is not installed)' : ''}`, () => {
    it.each(Object.entries(VARIANTS))('a written log %s', (_, options) => {
      const log = writeEvtx(manyEvents(200), options);
      const events = peerEvents(peer, log);
      const { records } = read(log);
      const byId = new Map(records.map((record) => [String(record.recordId), record]));
      expect(events.length).toBe(200);
      for (const event of events) {
        const record = byId.get(event.system.get('EventRecordID') ?? '');
        expect(record).toBeDefined();
        if (record !== undefined) expect(differences(record, event, peer)).toEqual([]);
      }
    });
  });
}
