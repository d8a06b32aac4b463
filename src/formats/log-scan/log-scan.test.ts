import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import type { Line } from '../text/text.js';
import { type CandidateFinder, PlainFinder } from './find-candidates.js';
import { createFinder } from './kernel.js';
import { scanLines, scanText } from './log-scan.js';
import { type NeedlePlan, planNeedles } from './needle-plan.js';

const NEEDLES = ['winre', ', error ', '0x80070643', 'return value 3', 'Partition number'];
const ignore = () => {};
type MakeFinder = (plan: NeedlePlan, capacity: number) => CandidateFinder;
const plain: MakeFinder = (plan, capacity) => new PlainFinder(plan, capacity);

function scan(bytes: Uint8Array, needles: readonly string[] = NEEDLES, make: MakeFinder = createFinder) {
  const lines: Line[] = [];
  const ends: (Line | null)[] = [];
  const defects: FormatError[] = [];
  const taker = {
    needles,
    line: (line: Line) => lines.push(line),
    end: (a: Line | null, b: Line | null) => ends.push(a, b),
  };
  scanLines(new MemorySource(bytes), [taker], (defect) => defects.push(defect), make);
  return { lines, ends, defects };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
function utf16(text: string, littleEndian = true): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

const LOG = [
  ...Array.from({ length: 12 }, (_, i) => `2026-01-02 03:04:${10 + i}, Info  CBS  filler`),
  '2026-01-02 03:04:05, Info  CBS  nothing here',
  '2026-01-02 03:04:06, Error  CBS  one',
  'continued without a stamp',
  '2026-01-02 03:04:07, Info  CBS  WINRE in capitals, WinRE again',
  'größer: Partition Number: 4',
  'the end, torn, with winRe',
].join('\r\n');

describe('scanLines', () => {
  const numbers = [14, 16, 17, 18];
  for (const [name, bytes] of [
    ['UTF-8', utf8(LOG)],
    ['UTF-8 with a mark', utf8(`\ufeff${LOG}`)],
    ['UTF-16LE with a mark', utf16(`\ufeff${LOG}`)],
    ['UTF-16LE without', utf16(LOG)],
    ['UTF-16BE', utf16(`\ufeff${LOG}`, false)],
    ['LF only', utf8(LOG.replaceAll('\r', ''))],
  ] as const) {
    it(`numbers the lines of ${name} as an editor does`, () => {
      const { lines, ends } = scan(bytes);
      expect(lines.map((line) => line.number)).toEqual(numbers);
      expect(lines.map((line) => line.text)).toEqual(numbers.map((number) => LOG.split('\r\n')[number - 1]));
      expect(ends.map((line) => line?.number)).toEqual([1, 16]);
    });
  }

  it('gives a line once, and only to those who look for it', () => {
    const got: string[] = [];
    const taker = (name: string, needle: string) => ({
      needles: [needle],
      line: (line: Line) => got.push(`${name}${line.number}`),
      end: ignore,
    });
    scanLines(new MemorySource(utf8(LOG)), [taker('a', 'winre'), taker('b', ', ERROR ')], ignore);
    expect(got).toEqual(['b14', 'a16', 'a18']);
  });

  it('finds needles across and behind the chunks of a long log, and counts every line before them', () => {
    const filler = `${'2026-01-02 03:04:05, Info                  CBS    '.padEnd(97, 'x')}\r\n`;
    const parts: string[] = [];
    const want: number[] = [];
    for (let number = 1; number <= 60_000; number++) {
      if (number % 5003 === 0 || number === 60_000) {
        parts.push('x'.repeat(number % 97), ' -- WinRE\n');
        want.push(number);
      } else parts.push(filler);
    }
    const bytes = utf8(parts.join(''));
    expect(scan(bytes).lines.map((line) => line.number)).toEqual(want);
    expect(scan(bytes, NEEDLES, plain).lines.map((line) => line.number)).toEqual(want);
  });

  it('cuts a line that is too long to hold, notes it, and goes on with the right number', () => {
    const bytes = utf8(`first\n${'winre '.repeat(500_000)}\nthird winre`);
    const { lines, defects } = scan(bytes);
    expect([...new Set(lines.map((line) => line.number))]).toEqual([2, 3]);
    expect(lines.at(-1)?.text).toBe('third winre');
    expect(defects[0].fault).toBe('over-limit');
  });

  it('refuses UTF-32 and reads nothing of an empty log', () => {
    expect(() => scan(Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0))).toThrow(FormatError);
    expect(scan(new Uint8Array(0))).toEqual({ lines: [], ends: [null, null], defects: [] });
  });

  it('agrees with a plain search on any text', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'winre',
        'WinRE',
        ', Error ',
        '0x80070643',
        'partition number',
        '\n',
        '\r\n',
        'return value ',
        '3',
      ),
      fc.string({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const text = words.join('').replaceAll('\0', '').replaceAll('\u{feff}', '');
        const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, '') }));
        const wanted = lines.filter((line) =>
          NEEDLES.some((needle) =>
            line.text
              .replace(/[^ -~]/g, '\u{fffd}')
              .toLowerCase()
              .includes(needle.toLowerCase()),
          ),
        );
        const got = scan(utf8(text)).lines.map((line) => line.number);
        const gotPlain = scan(utf8(text), NEEDLES, plain).lines.map((line) => line.number);
        expect(gotPlain).toEqual(got);
        if (/^[ -~\r\n\t]*$/.test(text)) expect(got).toEqual(wanted.map((line) => line.number));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws anything but FormatError, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
        try {
          scan(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
    );
  });
});

describe('the kernel', () => {
  it('finds the candidates that its plain twin finds', () => {
    const plan = planNeedles(NEEDLES);
    const alphabet = fc.constantFrom(...utf8('winreWINRE, o0x87643\npatumb'));
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 3000 }), fc.nat(40), (values, from) => {
        const bytes = Uint8Array.from(values);
        const run = (finder: CandidateFinder) => {
          finder.bytes.set(bytes);
          finder.restart();
          const found: number[][] = [];
          for (let at = Math.min(from, bytes.length); at < bytes.length; at = finder.stoppedAt()) {
            const count = finder.scan(at, bytes.length);
            for (let i = 0; i < count; i++) found.push([finder.candidates[i * 2], finder.candidates[i * 2 + 1]]);
          }
          return { found: found.filter(([at]) => at + 4 <= bytes.length), newlines: finder.newlineCount() };
        };
        expect(run(createFinder(plan, 4096))).toEqual(run(new PlainFinder(plan, 4096)));
      }),
      { numRuns: 500 },
    );
  });

  it('stops when its list is full, and takes up again without losing or repeating one', () => {
    const bytes = utf8('winre\n'.repeat(20_000));
    expect(scan(bytes).lines).toHaveLength(20_000);
    expect(scan(bytes, NEEDLES, plain).lines).toHaveLength(20_000);
  });
});

describe('planNeedles', () => {
  it('refuses needles that it could not find', () => {
    expect(() => planNeedles(['abc'])).toThrow();
    expect(() => planNeedles(['größe'])).toThrow();
  });

  it('passes over windows that a sample is full of', () => {
    const plan = planNeedles(['partition'], utf8('section mention '.repeat(100)));
    const [planned] = [...plan.byHash.values()].flat();
    expect('partition'.slice(planned.windowAt, planned.windowAt + 4)).not.toBe('tion');
  });
});

describe('scanText', () => {
  it('does the same for lines in memory', () => {
    const lines = LOG.split('\r\n').map((text, index) => ({ number: index + 1, text }));
    const got: number[] = [];
    scanText(lines, [
      {
        needles: NEEDLES,
        line: (line) => got.push(line.number),
        end: (first, last) => got.push(first?.number ?? 0, last?.number ?? 0),
      },
    ]);
    expect(got).toEqual([14, 16, 17, 18, 1, 16]);
  });
});
