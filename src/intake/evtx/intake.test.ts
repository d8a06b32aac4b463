import { describe, expect, it } from 'vitest';
import { headOf, MemorySource } from '../../bytes/byte-source.js';
import { FILETIME_UNIX_EPOCH } from '../../bytes/filetime.js';
import { type EventToWrite, writeEvtx } from '../../formats/evtx/write/write.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { evtxIntake } from './intake.js';

const START_MS = Date.UTC(2025, 3, 20, 10);
const MINUTE_MS = 60_000;

function happening(minute: number, more: Partial<EventToWrite> = {}): EventToWrite {
  const time = BigInt(START_MS + minute * MINUTE_MS) * 10_000n + FILETIME_UNIX_EPOCH;
  return { provider: 'Some-Other-Provider', id: 1, time, channel: 'System', computer: 'PC-1', ...more };
}

function read(events: readonly EventToWrite[]): CollectingSink {
  const artefact = { name: 'System.evtx', bytes: new MemorySource(writeEvtx(events)), depth: 0 };
  const intake = evtxIntake();
  expect(intake.recognises(headOf(artefact.bytes, 64), artefact)).toBe(true);
  const sink = new CollectingSink();
  intake.read(artefact, sink);
  return sink;
}

/** First and last minute of each stretch that a log covers for updates. */
const minutes = ({ coverage }: CollectingSink) =>
  coverage
    .filter(({ subject }) => subject === 'update-events')
    .map(({ from, to }) => [from.fromMs, to.toMs].map((ms) => Math.round((ms - START_MS) / MINUTE_MS)));

describe('binary event logs', () => {
  it('cover the time over which their numbers run without a gap', () => {
    expect(minutes(read([0, 1, 2, 3].map((minute) => happening(minute))))).toEqual([[0, 3]]);
  });

  it('do not cover the time of records that are lost', () => {
    const kept = [1n, 2n, 7n, 8n].map((recordId) => happening(Number(recordId), { recordId }));
    expect(minutes(read(kept))).toEqual([
      [1, 2],
      [7, 8],
    ]);
  });

  it('cover nothing where a filter left only some records, as 17 stretches show', () => {
    const every = (count: number) =>
      Array.from({ length: count }, (_, index) => happening(index, { recordId: BigInt(index * 2 + 1) }));
    expect(minutes(read(every(16)))).toHaveLength(16);
    expect(minutes(read(every(17)))).toEqual([]);
  });

  it('tell every name of the machine with its last moment, and none where many machines forward to one log', () => {
    const names = (count: number) =>
      read(Array.from({ length: count }, (_, index) => happening(index, { computer: `PC-${index % count}` })))
        .values('device-identity')
        .map(({ computerName }) => computerName);
    expect(names(2)).toEqual(['PC-0', 'PC-1']);
    expect(names(8)).toHaveLength(8);
    expect(names(9)).toEqual([]);
  });

  it('give the events of the providers that matter, cited by record', () => {
    const data = [{ name: 'errorCode', value: { type: 'hexInt32' as const, value: 0x80070643 } }];
    const failure = { provider: 'Microsoft-Windows-WindowsUpdateClient', id: 20, data };
    const sink = read([happening(0), happening(5, failure), happening(6)]);
    const events = sink.facts.filter(({ kind }) => kind === 'update-event');
    expect(events.map(({ reading }) => reading.at)).toEqual([{ record: 2 }]);
    expect(events.map(({ reading }) => reading.witness)).toEqual(['event-log']);
  });
});
