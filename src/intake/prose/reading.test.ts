import { describe, expect, it } from 'vitest';
import { hear, said } from '../../testing/prose-hearing.js';

describe('a ticket', () => {
  it('names the update and its code', () => {
    expect(said('KB5034441 fails with 0x80070643.')).toEqual(['failed KB5034441 80070643']);
  });

  it('asks, which is no observation', () => {
    expect(said('Is my recovery partition too small?')).toEqual([]);
    expect(said('Would a restart help?')).toEqual([]);
  });

  it('is cited by line', () => {
    expect(hear('Hello,\n\nthe recovery partition is too small.')[0]?.reading.at).toEqual({ line: 3 });
  });
});
