import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { headOf, MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { zipIntake } from './intake.js';

function openZip(bytes: Uint8Array, depth = 0): CollectingSink {
  const artefact = { name: 'logs.zip', bytes: new MemorySource(bytes), depth };
  expect(zipIntake.recognises(headOf(artefact.bytes, 64), artefact)).toBe(true);
  const sink = new CollectingSink();
  zipIntake.read(artefact, sink);
  return sink;
}

const text = (words: string) => new TextEncoder().encode(words);

describe('zip archives', () => {
  it('give their members as sources of their own, a level deeper, each with its neighbours', () => {
    const sink = openZip(zipSync({ 'config/SYSTEM': text('hive'), 'config/SYSTEM.LOG1': text('log') }), 2);
    expect(sink.opened.map(({ name, depth }) => [name, depth])).toEqual([
      ['logs.zip/config/SYSTEM', 3],
      ['logs.zip/config/SYSTEM.LOG1', 3],
    ]);
    const log = sink.opened[0].beside?.get('config/system.log1');
    expect(new TextDecoder().decode(log?.read(0, log.size))).toBe('log');
    expect(sink.facts).toEqual([]);
  });

  it('that were cut short are a defect, and not an empty folder', () => {
    const whole = zipSync({ 'a.txt': text('a'.repeat(500)), 'b.txt': text('b') }, { level: 0 });
    const read = () => openZip(whole.subarray(0, 400));
    let defects = 0;
    try {
      defects = read().defects.length;
    } catch (error) {
      expect(error).toMatchObject({ name: 'FormatError' });
      defects = 1;
    }
    expect(defects).toBeGreaterThan(0);
  });

  it('are told by content', () => {
    const bytes = new MemorySource(text('PK but no archive'));
    expect(zipIntake.recognises(headOf(bytes, 64), { name: 'x.zip', bytes, depth: 0 })).toBe(false);
  });
});

describe.skipIf(CORPUS === null)('a diagnostic bundle of the corpus (skipped where it is not there)', () => {
  it('holds the event logs that Windows put in', () => {
    const { opened, defects } = openZip(corpusBytes('zip/DiagLogs-DEVICEA-20250722T081500Z.zip'));
    expect(defects).toEqual([]);
    const sizes = Object.fromEntries(opened.map(({ name, bytes }) => [name.split('/').slice(1).join('/'), bytes.size]));
    expect(sizes).toMatchObject({ '(41) Events System/Events.evtx': 1118208, 'results.xml': 1163 });
    expect(opened).toHaveLength(13);
  });
});
