import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { filetimeToIso } from '../../bytes/filetime.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { JsonSink } from '../evtx/json-sink.js';
import { type Hive, type HiveValue, openHive, writeHiveLines } from './regf.js';
import { WrittenTimes } from './written-time.js';

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const shown = (value: HiveValue) => {
  const number = value.number();
  return value.text() ?? value.multi() ?? (number === null ? hexOf(value.data()) : Number(number));
};

/** The plain way: what the lines must say. */
function expected(hive: Hive): unknown[] {
  const lines: unknown[] = [];
  for (const key of hive.keys()) {
    const path = `\\${key.path}`;
    lines.push({ path, name: null, type: 'key', value: null, lastWritten: filetimeToIso(key.lastWritten) });
    for (const value of key.values()) lines.push({ path, name: value.name, type: value.type, value: shown(value) });
  }
  return lines;
}

const small = [...corpusRows('registry'), ...corpusRows('bcd')].filter(({ file }) => !/\.LOG\d|\.zst/.test(file));

describe.skipIf(CORPUS === null)('lines of real hives (skipped: the corpus is not here)', () => {
  it.each(small.map(({ file }) => [file] as const))('%s say what the keys and values say', (file) => {
    let hive: Hive;
    try {
      hive = openHive(new MemorySource(corpusBytes(file)), () => {});
    } catch {
      return; // refused: peers.test.ts looks at those
    }
    let text = '';
    const decoder = new TextDecoder();
    writeHiveLines(hive, hive.root(), (bytes) => {
      text += decoder.decode(bytes, { stream: true });
    });
    const lines = text.split('\n').slice(0, -1);
    expect(lines.map((line) => JSON.parse(line))).toEqual(expected(hive));
  });
});

describe('times', () => {
  it('are those of big integers', () => {
    const times = new WrittenTimes();
    for (const time of [
      0n,
      1n,
      131331190512216222n,
      133497599999999999n,
      133497600000000000n,
      2n ** 63n - 1n,
      2n ** 61n,
    ]) {
      const sink = new JsonSink();
      times.write(sink, Number(time >> 32n), Number(time & 0xffff_ffffn));
      expect(sink.textSince(0)).toBe(filetimeToIso(time));
    }
  });
});
