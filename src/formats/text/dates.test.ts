import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrderOf, findTime, readTime } from './dates.js';

const iso = (text: string, order: 'dmy' | 'mdy' | null = null) => {
  const time = findTime(text, order);
  return time === null ? null : `${new Date(time.fromMs).toISOString().slice(0, 19)}${time.isUtc ? 'Z' : ''}`;
};

describe('dates', () => {
  it('are read in the ways of many cultures', () => {
    for (const text of ['2024-01-29T15:12:11.1234567Z', '2024-01-29T16:12:11+01:00']) {
      expect([text, iso(text)]).toEqual([text, '2024-01-29T15:12:11Z']);
    }
    for (const text of [
      '2024-01-29 15:12:11',
      '2024/01/29 15:12:11',
      '29.01.2024 15:12:11',
      '29/01/2024 15:12:11',
      '1/29/2024 3:12:11 PM',
      '29-01-2024 15:12:11',
      '29-1-2024 15:12:11',
      '29.01.24 15:12:11',
      '29. 1. 2024 15:12:11',
      '2024. 01. 29. 15:12:11',
      '2024-01-29 오후 3:12:11',
      '2024/1/29 下午 03:12:11',
      '2024年1月29日 15:12:11',
      '2024년 1월 29일 오후 3:12:11',
      '29/1/2024 3:12:11 μ.μ.',
      '29/01/2024 03:12:11 م',
      '٢٩/٠١/٢٠٢٤ ٠٣:١٢:١١ م',
      '29/01/2024 3:12:11 p. m.',
      '29/01/2024 3:12:11 p.m.',
      '29/1/2567 15:12:11',
      'January 29, 2024 3:12:11 PM',
      '29 января 2024 15:12:11',
      '29 de enero de 2024 15:12:11',
      '29. Januar 2024 15:12:11',
      '29 janvier 2024 15:12:11',
      '29 stycznia 2024 15:12:11',
      '2024. január 29. 15:12:11',
      '29 Ocak 2024 15:12:11',
      '29-Jan-2024 15:12:11',
      '\u200e1/\u200e29/\u200e2024 \u200e3:\u200e12:\u200e11 PM',
    ]) {
      expect([text, iso(text)]).toEqual([text, '2024-01-29T15:12:11']);
    }
  });

  it('of figures stay open where nothing decides', () => {
    const open = readTime('1/9/2024');
    expect(open).toMatchObject({ fromMs: Date.UTC(2024, 0, 9), toMs: Date.UTC(2024, 8, 2) - 1, isUtc: false });
    expect(iso('1/9/2024', 'dmy')).toBe('2024-09-01T00:00:00');
    expect(iso('1/9/2024', 'mdy')).toBe('2024-01-09T00:00:00');
    expect(iso('9.1.2024')).toBe('2024-01-09T00:00:00');
  });

  it('of one writer decide for one another', () => {
    expect(dateOrderOf(['1/9/2024', '1/13/2024'])).toBe('mdy');
    expect(dateOrderOf(['1/9/2024', '13/1/2024'])).toBe('dmy');
    expect(dateOrderOf(['1/9/2024'])).toBeNull();
    expect(dateOrderOf(['1/13/2024', '13/1/2024'])).toBeNull();
  });

  it('are not seen in versions and addresses', () => {
    for (const text of ['10.0.19041.3920', 'KB5034441', '0x80070643', '31.02.2024', '192.168.1.20']) {
      expect([text, findTime(text)]).toEqual([text, null]);
    }
  });

  it('of any text never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => void findTime(text)));
  });
});
