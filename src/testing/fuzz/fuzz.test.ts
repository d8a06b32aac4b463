/** A short run of what `npm run fuzz` does a million times, and the fuzzer's own tests. */
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../bytes/format-error.js';
import { change, mapSeed } from './changes.js';
import { Draft } from './draft.js';
import { examine, Fuzzer, minimise } from './execute.js';
import { makeSeeds, seedsFor } from './seeds.js';
import type { FuzzTarget } from './target.js';
import { allTargets } from './targets.js';

/** For each reader and codec, in milliseconds: the number of executions is whatever fits. */
const SHORT_MS = 1000;
const EXECUTIONS_MIN = 20;

const made = makeSeeds();

describe('changed inputs', () => {
  for (const target of allTargets()) {
    const seeds = seedsFor(target, made);
    it.skipIf(seeds.length === 0)(
      `give values or a FormatError from ${target.id} (skipped without the program that makes its seeds)`,
      () => {
        const fuzzer = new Fuzzer(target, seeds, 7);
        const end = performance.now() + SHORT_MS;
        for (let execution = 0; execution < EXECUTIONS_MIN || performance.now() < end; execution++) {
          const finding = fuzzer.run(execution);
          expect(finding && `${finding.kind} in execution ${execution}: ${finding.message}`).toBeNull();
        }
      },
    );

    it.skipIf(seeds.length === 0)(`leave the sound seeds of ${target.id} readable`, () => {
      const refusals = seeds.map((seed) => {
        try {
          target.run(seed);
          return null;
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
          return error.message;
        }
      });
      expect(refusals, `${refusals}`).toContain(null); // a target whose every seed is refused at once tests nothing
    });
  }
});

describe('the fuzzer', () => {
  const seed = Uint8Array.from({ length: 4000 }, (_, i) => (i % 7 === 0 ? i >> 3 : 0));
  const planted: FuzzTarget = {
    id: 'planted',
    seeds: '',
    run(bytes) {
      if (bytes.length > 100 && bytes[70] === 0xff) throw new TypeError('planted');
      if (bytes.length < 10) throw new FormatError('truncated', { what: 'planted', sourceOffset: 0 });
    },
  };

  it('makes the same input of the same numbers, and puts the seed back', () => {
    const [one, two] = [new Fuzzer(planted, [seed], 3), new Fuzzer(planted, [seed], 3)];
    const inputs = Array.from({ length: 50 }, (_, i) => one.inputOf(i));
    expect(Array.from({ length: 50 }, (_, i) => two.inputOf(49 - i)).reverse()).toEqual(inputs);
    expect(new Set(inputs.map((input) => Buffer.from(input).toString('base64'))).size).toBeGreaterThan(45);
    const draft = new Draft(seed);
    for (let i = 0; i < 100; i++) {
      change(draft, mapSeed(seed), seed, (below) => (i * 7919) % below);
      draft.reset();
    }
    expect(Buffer.compare(draft.bytes, seed)).toBe(0);
  });

  it('finds a crash that is there, and makes its input small', () => {
    const fuzzer = new Fuzzer(planted, [seed], 1);
    let finding = null;
    for (let execution = 0; finding === null && execution < 100_000; execution++) finding = fuzzer.run(execution);
    expect(finding?.kind).toBe('crash');
    if (finding === null) return;
    const small = minimise(planted, finding);
    expect(small.length).toBe(101);
    expect(small.filter((byte) => byte !== 0).length).toBeLessThan(20);
    expect(examine(planted, small)?.kind).toBe('crash');
  });

  it('takes a FormatError for an answer', () => {
    expect(examine(planted, new Uint8Array(4))).toBeNull();
  });
});
