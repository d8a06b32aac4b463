import { describe, expect, it } from 'vitest';
import { atomsOf, fold } from './atoms.js';
import { LEXICONS } from './lexicon/all.js';
import { wordsOf } from './phrases.js';

describe('fold', () => {
  it('passes over only what has one form', () => {
    const ranges = [
      [0x00, 0x5f],
      [0x61, 0x7f],
      [0x0404, 0x0404],
      [0x0406, 0x0407],
      [0x0410, 0x044f],
      [0x0454, 0x0454],
      [0x0456, 0x0457],
      [0x0490, 0x0491],
      [0x3001, 0x3002],
      [0x3041, 0x3096],
      [0x30a1, 0x30fa],
      [0x30fc, 0x30fc],
      [0x4e00, 0x9fff],
      [0xac00, 0xd7a3],
    ];
    for (const [first, last] of ranges) {
      const all = Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)).join('');
      // A letter from elsewhere at the end sends the same text the long way.
      expect(fold(`${all}Ł`)).toBe(`${all}L`);
      expect(fold(all)).toBe(all);
    }
  });

  it('takes the long way where letters have two forms', () => {
    expect(fold('ｗｉｎｒｅ ё é Größe')).toBe('winre е ee Groesse');
  });
});

describe('wordsOf', () => {
  it('cuts every token of every language as text is cut, also those it need not cut', () => {
    for (const { ways } of LEXICONS) {
      for (const token of Object.values(ways).flatMap((listed) => listed.split(/[|…\s]+/))) {
        const cut = atomsOf(fold(token).toLowerCase(), 0).filter(({ kind }) => kind !== 'mark');
        expect(wordsOf(token)).toEqual(cut.map(({ text }) => text));
      }
    }
  });
});
