import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import { makeHive } from '../../testing/hive-peers.js';
import { mutate } from '../../testing/mutate.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { isHiveLog, isRegf, openHive } from './regf.js';

/** Reads all there is, within a bound that no list of a hive this small can pass but by a loop. */
function readAll(bytes: Uint8Array, logs: readonly Uint8Array[] = []): number {
  let steps = 0;
  const step = () => {
    if (++steps > 1_000_000) throw new Error('It does not end');
  };
  const guard = (act: () => void) => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      step();
    }
  };
  guard(() => {
    const hive = openHive(new MemorySource(bytes), step, { logs: logs.map((log) => new MemorySource(log)) });
    for (const key of hive.keys()) {
      step();
      guard(() => void key.className);
      void key.lastWritten;
      let first = true;
      for (const value of key.values()) {
        step();
        guard(() => void [value.text(), value.number(), value.multi(), value.type]);
        if (first) guard(() => void key.value(value.name));
        first = false;
      }
    }
    hive.key('Select\\x');
  });
  return steps;
}

const SAMPLES = ['nt-hive-testhive', 'plaso-100_sub_keys.hiv', 'yarp-ExtendedASCIIHive', 'pyreg-UNICODE_TESTS'];

describe('any bytes', () => {
  it('give a hive or a FormatError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6000 }), (bytes) => {
        void [isRegf(bytes), isHiveLog(bytes)];
        bytes.set([0x72, 0x65, 0x67, 0x66].slice(0, bytes.length));
        readAll(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(!hasProgram('hivexregedit'))('changed in a made hive (skipped without hivexregedit)', () => {
    const hive = makeHive('[\\A]\n"x"="text"\n"y"=dword:00000001\n\n[\\A\\B]\n@="z"\n\n[\\C]\n');
    expect(readAll(hive)).toBeGreaterThan(0);
    for (let seed = 0; seed < 400; seed++) readAll(mutate(hive, seed));
  });

  it.skipIf(CORPUS === null).each(SAMPLES)('changed in %s (skipped: the corpus is not here)', (name) => {
    const hive = corpusBytes(`registry/${name}`);
    for (let seed = 0; seed < 60; seed++) readAll(mutate(hive, seed, 1 + (seed % 20)));
  });

  it.skipIf(CORPUS === null)('changed in logs (skipped: the corpus is not here)', () => {
    for (const name of ['yarp-NewDirtyHive1.NewDirtyHive', 'yarp-OldDirtyHive']) {
      const hive = corpusBytes(`registry/${name}`);
      const log = corpusBytes(`registry/${name}.LOG1`);
      for (let seed = 0; seed < 30; seed++)
        readAll(seed % 2 === 0 ? hive : mutate(hive, seed, 2), [mutate(log, seed, 3)]);
    }
  });
});
