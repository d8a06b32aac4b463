import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { filetimeToMs } from '../../bytes/filetime.js';
import { decodeLines } from '../../formats/text/text.js';
import { readUpdateMention, readWindowsUpdateLine } from '../../formats/windows-update-log/windows-update-log.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { corpusRows, longTruth } from '../../testing/corpus-truth.js';
import { MADE_START, makeEtl, makeUpdateEvent } from '../../testing/make-etl.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { scanLogLines } from '../scan-log.js';
import { updateLog } from '../update-log/intake.js';
import { etlIntake } from './intake.js';

const ID = '64CF7F04-AAAA-BBBB-CCCC-0305E82C3301';
const TITLED = `Deserialized installable update 2025-01 Update (KB5050000), UpdateID = {${ID}.200}`;

function read(bytes: Uint8Array): CollectingSink {
  const sink = new CollectingSink();
  etlIntake.read({ name: 'WindowsUpdate.etl', bytes: new MemorySource(bytes), depth: 0 }, sink);
  return sink;
}

describe('a trace of Windows Update', () => {
  const events = [
    makeUpdateEvent('ComApi', TITLED),
    makeUpdateEvent('Agent', 'nothing of note', { time: 5_000n }),
    makeUpdateEvent('Deployment', `Job Id X : Installing starting for update ${ID}.200, count = 1`, { time: 10_000n }),
    makeUpdateEvent(
      'Agent',
      `LogHistory called for Caller=X, idUpdate=${ID}.200, operation = Install, resultMapped=80070643, resultUnMapped=80070643`,
      { time: 50_000n },
    ),
  ];

  it('tells what its lines tell, cited by record, with times in UTC', () => {
    const bytes = makeEtl({ buffers: [events] });
    expect(
      etlIntake.recognises(bytes.subarray(0, 65_536), { name: '', bytes: new MemorySource(bytes), depth: 0 }),
    ).toBe(true);
    const sink = read(bytes);
    const ms = filetimeToMs(MADE_START);
    expect(sink.values('update-event')).toMatchObject([
      { what: 'install-started', kb: 'KB5050000', updateId: ID.toLowerCase() },
      { what: 'install-failed', kb: 'KB5050000', code: 0x80070643 },
    ]);
    expect(sink.facts.map(({ reading }) => [reading.at, reading.when, reading.witness])).toEqual([
      [{ record: 4 }, { fromMs: ms + 1, toMs: ms + 1 }, 'update-log'],
      [{ record: 5 }, { fromMs: ms + 5, toMs: ms + 5 }, 'update-log'],
    ]);
    expect([sink.coverage, sink.defects]).toEqual([[], []]);
  });

  it('without its description says nothing, and says why', () => {
    const bytes = makeEtl({ buffers: [events] });
    bytes.fill(0xee, 0, 4096);
    const sink = read(bytes);
    expect([sink.facts.length, sink.defects.map(({ detail }) => detail.what)]).toEqual([0, ['etl.buffer']]);
  });
});

describe.skipIf(CORPUS === null)('traces of a real machine (skipped without the corpus)', () => {
  const rows = corpusRows('etl').filter((row) => row.truth_file !== undefined);

  it.each(corpusRows('log-windowsupdate'))('tell what $file tells, made into a trace', ({ file }) => {
    const lines = [...decodeLines(new MemorySource(corpusBytes(file)), () => {})].filter(
      ({ text }) => readWindowsUpdateLine(text) !== null && !text.includes('REPORT EVENT'),
    );
    const events = lines.flatMap(({ text }) => {
      const line = readWindowsUpdateLine(text);
      const isTold = line !== null && readUpdateMention(line.message) !== null;
      return isTold ? [makeUpdateEvent(line.component, line.message)] : [];
    });
    const sink = new CollectingSink();
    scanLogLines(lines, [updateLog], sink);
    const trace = makeEtl({ buffers: events.map((event) => [event]), bufferBytes: 8192 });
    expect(read(trace).values('update-event')).toEqual(sink.values('update-event'));
  });

  it('tell what the log that was made of them tells', () => {
    const traced = rows.flatMap(({ file }) => read(corpusBytes(file)).values('update-event'));
    const printed = rows.flatMap((row) => {
      const sink = new CollectingSink();
      const lines = (longTruth(row).log as string[]).map((text, index) => ({ number: index + 1, text }));
      scanLogLines(lines, [updateLog], sink);
      return sink.values('update-event');
    });
    expect(traced).toEqual(printed);
  });

  it.each(corpusRows('etl'))('$file is read without a defect', ({ file }) => {
    expect(read(corpusBytes(file)).defects).toEqual([]);
  });
});
