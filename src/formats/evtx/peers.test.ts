import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { differences, EVTX_PEERS, type EvtxPeer, type PeerEvent, peerEvents } from '../../testing/evtx-peers.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { type EvtxRecord, openEvtx, recordToJson } from './evtx.js';

interface ManifestFile {
  readonly file: string;
  readonly format: string;
  readonly truth: {
    readonly exported_events: number;
    readonly python_evtx: { readonly records: string };
    readonly computers?: Readonly<Record<string, number>>;
    readonly histogram_top?: Readonly<Record<string, number>>;
    readonly header?: Readonly<Record<string, unknown>>;
  };
}

const manifest: readonly ManifestFile[] =
  CORPUS === null ? [] : JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')).files;
const logs = manifest.filter(({ file }) => file.startsWith('evtx/'));
const why = CORPUS === null ? ' (skipped: the corpus is not here)' : '';

const readAll = (bytes: Uint8Array) => [...openEvtx(new MemorySource(bytes), () => {}).records()];

describe.skipIf(CORPUS === null)(`real event logs${why}`, () => {
  it('are all in the manifest', () => {
    const names = readdirSync(join(CORPUS as string, 'evtx')).map((name) => `evtx/${name}`);
    expect(logs.map(({ file }) => file).sort()).toEqual(names.sort());
  });

  it.each(logs.map(({ file, truth }) => [file, truth] as const))(
    '%s gives what its best witness saw',
    (file, truth) => {
      const records = readAll(corpusBytes(file));
      expect(records.length).toBeGreaterThanOrEqual(Math.max(truth.exported_events, Number(truth.python_evtx.records)));
      // A witness that saw every record saw them all as we do.
      if (records.length !== truth.exported_events) return;
      expect(countBy(records, (record) => record.computer ?? '')).toEqual(truth.computers ?? {});
      const kinds = countBy(records, (record) => `${record.provider}/${record.eventId}`);
      for (const [kind, count] of Object.entries(truth.histogram_top ?? {}))
        expect([kind, kinds[kind]]).toEqual([kind, count]);
    },
  );

  it.each(logs.map(({ file }) => [file] as const))('%s gives the same as JSON', (file) => {
    for (const record of readAll(corpusBytes(file))) {
      const line = JSON.parse(recordToJson(record));
      expect(line).toMatchObject({
        time: record.timeIso,
        provider: record.provider,
        id: record.eventId,
        level: record.level,
        channel: record.channel,
        computer: record.computer,
      });
      expect(String(line.record)).toBe(String(record.recordId));
      expect(line.data).toEqual(gather(record));
      expect(line.defects).toHaveLength(record.defects.length);
    }
  });
});

for (const peer of Object.keys(EVTX_PEERS) as EvtxPeer[]) {
  const absent = CORPUS === null || !hasProgram(EVTX_PEERS[peer][0]);
  describe.skipIf(absent)(
    `${EVTX_PEERS[peer][0]} agrees${absent ? ' (skipped: it or the corpus is not here)' : ''}`,
    () => {
      const seen = new Map<string, PeerEvent[]>();
      beforeAll(() => {
        for (const { file } of logs) seen.set(file, peerEvents(peer, corpusBytes(file)));
      }, 600_000);

      it.each(logs.map(({ file }) => [file] as const))('on every value of %s', (file) => {
        const records = new Map(readAll(corpusBytes(file)).map((record) => [String(record.recordId), record]));
        const wrong: string[] = [];
        for (const event of seen.get(file) ?? []) {
          const id = event.system.get('EventRecordID') ?? '';
          const record = records.get(id);
          if (record === undefined) {
            if (id !== '') wrong.push(`no record ${id}`); // python-evtx shows an event without any value where one is torn
            continue;
          }
          wrong.push(...differences(record, event, peer).map((difference) => `record ${id}: ${difference}`));
        }
        expect(wrong.slice(0, 5)).toEqual([]);
      });
    },
  );
}

function countBy(records: readonly EvtxRecord[], keyOf: (record: EvtxRecord) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const record of records) counts[keyOf(record)] = (counts[keyOf(record)] ?? 0) + 1;
  return counts;
}

function gather(record: EvtxRecord): Record<string, string | string[]> {
  const gathered: Record<string, string | string[]> = {};
  for (const { name, value } of record.data()) {
    const before = gathered[name];
    gathered[name] = before === undefined ? value : [before, value].flat();
  }
  return gathered;
}
