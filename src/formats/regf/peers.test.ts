import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import { type CorpusRow, corpusRows } from '../../testing/corpus-truth.js';
import { digestOf, hiveLines, hivexDigest, hivexLines } from '../../testing/hive-peers.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { openHive } from './regf.js';

interface Truth {
  readonly header?: { readonly sequence1: number; readonly sequence2: number; readonly version: string };
  readonly hivex?: { readonly keys: number; readonly values: number };
  readonly reglookup?: { readonly keys: number };
}

const rows = [...corpusRows('registry'), ...corpusRows('bcd')].filter(({ file }) => !/\.LOG\d/.test(file));
const truthOf = (row: CorpusRow) => (row.truth ?? {}) as Truth;
const open = (file: string, logs: readonly string[] = []) => {
  const defects: FormatError[] = [];
  const hive = openHive(new MemorySource(corpusBytes(file)), (defect) => defects.push(defect), {
    logs: logs.map((log) => new MemorySource(corpusBytes(log))),
  });
  return { hive, defects };
};
/** Names that a text with a line for each key cannot hold. */
const UNPRINTABLE = ['registry/yarp-BogusKeyNamesHive'];
/** Three of its values hold data in cells that hivex does not take, and it stops there; reglookup reads them as we do. */
const REFUSED = ['registry/yarp-System_Delta'];
/** Hives that are cut off or overwritten: hivex gives up on the first damage, reglookup and we do not. */
const DAMAGED = ['registry/yarp-TruncatedHive', 'registry/yarp-TruncatedDirtyHive'];

const why = CORPUS === null ? ' (skipped: the corpus is not here)' : '';

describe.skipIf(CORPUS === null)(`real hives${why}`, () => {
  const sound = rows.filter((row) => truthOf(row).hivex !== undefined);

  it.each(sound.map((row) => [row.file, truthOf(row)] as const))('%s has what hivex counts', (file, truth) => {
    const { hive, defects } = open(file);
    let keys = 0;
    let values = 0;
    for (const key of hive.keys()) {
      keys++;
      values += [...key.values()].length;
    }
    expect({ keys, values }).toMatchObject({ keys: truth.hivex?.keys, values: truth.hivex?.values });
    if (!DAMAGED.includes(file)) expect(defects).toEqual([]);
    expect(hive.base.primarySequence).toBe(truth.header?.sequence1);
    expect(hive.base.secondarySequence).toBe(truth.header?.sequence2);
    expect(`1.${hive.base.minorVersion}`).toBe(truth.header?.version);
  });

  const exported = sound.filter(({ file }) => ![...UNPRINTABLE, ...REFUSED, ...DAMAGED].includes(file));
  it.skipIf(!hasProgram('hivexregedit')).each(exported.map(({ file }) => [file] as const))(
    '%s has the keys and values of hivexregedit, byte for byte',
    (file) => {
      const bytes = corpusBytes(file);
      const ours = hiveLines(open(file).hive);
      if (digestOf(ours) === hivexDigest(bytes)) return;
      const known = new Set(ours);
      expect(hivexLines(bytes)?.filter((line) => !known.has(line))).toEqual([]);
      expect(ours.length).toBe(hivexLines(bytes)?.length);
    },
    60_000,
  );

  it.each(rows.filter((row) => truthOf(row).hivex === undefined).map((row) => [row.file, truthOf(row)] as const))(
    '%s, which hivex refuses, is read past its damage or refused by name',
    (file, truth) => {
      let keys = 0;
      try {
        for (const _ of open(file).hive.keys()) keys++;
        expect(keys).toBeGreaterThanOrEqual(truth.reglookup?.keys ?? 0);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    },
  );
});

describe.skipIf(CORPUS === null)(`dirty hives${why}`, () => {
  const dirty = [
    ['NewDirtyHive1.NewDirtyHive', ['LOG1', 'LOG2'], 'NewDirtyHive1.RecoveredHive_Windows10', [1]],
    ['NewDirtyHive2.NewDirtyHive', ['LOG1', 'LOG2'], 'NewDirtyHive1.RecoveredHive_Windows10', [1]],
    ['OldDirtyHive', ['LOG1'], 'OldDirtyHive.RecoveredHive_Windows7', [0]],
  ] as const;

  it.each(dirty)('%s is as Windows recovered it', (name, endings, recovered, from) => {
    const file = `registry/yarp-${name}`;
    const { hive, defects } = open(
      file,
      endings.map((ending) => `${file}.${ending}`),
    );
    expect(hive.recovery).toEqual({ state: 'recovered', from });
    expect(hiveLines(hive)).toEqual(hiveLines(open(`registry/yarp-${recovered}`).hive));
    expect(defects).toEqual([]);
    const base = open(file).hive;
    expect(base.recovery).toEqual({ state: 'dirty-unrecovered', from: [] });
    expect(hiveLines(base)).not.toEqual(hiveLines(hive));
  });

  it('a damaged base block is taken from the log', () => {
    const file = 'registry/yarp-BadBaseBlockHive';
    expect(() => open(file)).toThrow(/regf.base.version .*found 1\.1/);
    const { hive } = open(file, [`${file}.LOG1`]);
    const whole = open('registry/yarp-OldDirtyHive.RecoveredHive_Windows7').hive;
    expect(hiveLines(hive)).toEqual(hiveLines(whole));
  });

  it('a large hive grows by the entries of both its logs', () => {
    const file = 'registry/regipy-SYSTEM_B';
    const { hive, defects } = open(`${file}.zst`, [`${file}.LOG1.zst`, `${file}.LOG2.zst`]);
    expect(hive.recovery).toEqual({ state: 'recovered', from: [0, 1] });
    const keys = [...hive.keys()].length;
    expect(keys).toBeGreaterThan([...open(`${file}.zst`).hive.keys()].length);
    expect(defects).toEqual([]);
  });

  it('a log is no hive', () => {
    expect(() => open('registry/yarp-OldDirtyHive.LOG1')).toThrow(/regf.base.fileType .*found the log of a hive/);
  });
});
