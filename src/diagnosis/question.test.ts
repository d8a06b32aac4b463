import { describe, expect, it } from 'vitest';
import { atUtc } from '../evidence/when.js';
import { questionFrom } from './question.js';

describe('a question', () => {
  it.each([
    [{}, { kb: null, code: null, at: null }],
    [{ kb: '5057589' }, { kb: 'KB5057589', code: 0x80070643, at: null }],
    [{ code: '-2147023293' }, { kb: null, code: 0x80070643, at: null }],
    [
      { kb: 'KB1234567', code: '0x80070070' },
      { kb: 'KB1234567', code: 0x80070070, at: null },
    ],
    [{ at: '2025-04-20T10:00Z' }, { kb: null, code: null, at: atUtc(Date.UTC(2025, 3, 20, 10)) }],
  ])('%j is understood', (words, question) => {
    expect(questionFrom(words)).toEqual(question);
  });

  it.each([
    [{ kb: 'KB' }, 'kb'],
    [{ code: '0x123456789' }, 'code'],
    [{ code: '4294967296' }, 'code'],
    [{ at: '2025-04-20 10:00' }, 'at'],
    [{ at: '2025-13-01' }, 'at'],
  ])('%j is refused, naming the word', (words, wrong) => {
    expect(questionFrom(words)).toEqual({ wrong, given: Object.values(words)[0] });
  });
});
