import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProse } from '../../formats/prose/prose.js';
import { hear, said } from '../../testing/prose-hearing.js';
import { SENTENCES } from '../../testing/prose-sentences.js';

const words = Object.values(SENTENCES).flat();

describe('any text', () => {
  it('is read without throwing, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(hear(text)).toEqual(hear(text));
      }),
      { numRuns: 200 },
    );
  });

  it('made of what people write, cut and joined anywhere, gives facts that lie in its lines', () => {
    const piece = fc
      .tuple(fc.constantFrom(...words), fc.nat(40), fc.nat(60))
      .map(([text, from, to]) => text.slice(from, to));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('\n');
        const last = text.split('\n').length;
        for (const { reading } of hear(text)) {
          if (!('line' in reading.at)) throw new Error('prose is cited by line');
          expect(reading.at.line).toBeGreaterThanOrEqual(1);
          expect(reading.at.line).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 200 },
    );
  });

  // A quarter of a megabyte each of what makes patterns go back and forth. Were one of them quadratic, this would take hours.
  it.each([
    ['digits', '1'],
    ['digits and points', '1.'],
    ['digits and spaces', '1 '],
    ['grouped digits', '1 000'],
    ['letters', 'a'],
    ['combining marks', 'a\u0300'],
    ['points', '.'],
    ['backslashes', 'C:\\a\\'],
    ['brackets', '(('],
    ['half of a way', 'not enough '],
    ['gaps', 'bricht das Update '],
    ['all at once', 'KB5034441 fails with 0x80070643, the recovery partition is 500 MB and '],
    ['letters without spaces', '回復パーティション'],
    ['commas', 'x, '],
    ['short sentences', 'No. '],
    ['short lines', 'no\n'],
  ])(
    'of a quarter of a megabyte is read in bounded time: %s',
    (_, unit) => {
      hear(unit.repeat(Math.ceil(2 ** 18 / unit.length)));
    },
    60_000,
  );
});

describe('noise', () => {
  const noise = [
    'Hello everybody,',
    'Thanks a lot in advance!',
    'Best regards, Maria Schmidt',
    'My mouse is blue.',
    '-- ',
  ];

  it('around a report changes nothing', () => {
    const report = 'KB5034441 fails with 0x80070643. The recovery partition is 500 MB and only 13 MB are free.';
    const alone = said(report);
    fc.assert(
      fc.property(fc.shuffledSubarray(noise), fc.shuffledSubarray(noise), (before, after) => {
        expect(said([...before, '', report, '', ...after].join('\n'))).toEqual(alone);
      }),
    );
  });

  it('in the order of sentences changes nothing', () => {
    const sentences = [
      'KB5034441 fails with 0x80070643.',
      'The recovery partition is too small.',
      'WinRE is enabled.',
      'SFC and DISM found no errors.',
      'Drive C: has 40 GB free.',
    ];
    const alone = said(sentences.join(' '));
    fc.assert(
      fc.property(fc.shuffledSubarray(sentences, { minLength: sentences.length }), (shuffled) => {
        expect(said(shuffled.join(' '))).toEqual(alone);
      }),
    );
  });

  it('without words is no prose', () => {
    expect(readProse([]).sentences).toEqual([]);
    expect(hear('\n\n ... !!! \n')).toEqual([]);
  });
});
