import { describe, expect, it } from 'vitest';
import { FormatError } from '../bytes/format-error.js';
import { FuzzFailure, fuzz } from './fuzz.js';
import { FUZZ_TARGETS } from './fuzz-targets.js';

const EXECUTIONS = 150;
const clock = () => performance.now();

describe('fuzz', () => {
  const input = ['it', new Uint8Array(2000).fill(0x41)] as const;
  const target = (read: () => void) => ({ id: 'it', seeds: () => new Map(), read });

  it('lets readers give up by name, and nothing else', () => {
    const named = target(() => {
      throw new FormatError('bad-magic', { what: 'it', sourceOffset: 0 });
    });
    expect(fuzz(named, input, 5, clock)).toMatchObject({ executions: 5, refused: 5 });
    const other = target(() => {
      throw new RangeError('out of bounds');
    });
    expect(() => fuzz(other, input, 5, clock)).toThrow(FuzzFailure);
  });

  it('makes the same bytes by the same number', () => {
    const seen: number[][] = [];
    const recorder = {
      ...target(() => {}),
      read: (source: { read(at: number, size: number): Uint8Array }) => void seen.push([...source.read(0, 2000)]),
    };
    fuzz(recorder, input, 3, clock, 7);
    fuzz(recorder, input, 1, clock, 8);
    expect(seen[3]).toEqual(seen[1]);
    expect(seen[0]).not.toEqual(seen[1]);
  });
});

describe('readers of damaged bytes', () => {
  for (const target of FUZZ_TARGETS) {
    it(`${target.id}: give up by name, in time`, () => {
      for (const seed of target.seeds()) expect(fuzz(target, seed, EXECUTIONS, clock).executions).toBe(EXECUTIONS);
    });
  }
});
