import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atCalendar, atLocal, atUtc, DAY_MS } from '../evidence/when.js';
import { english, LOCALE_TAGS, loadLocale, matchLocale } from '../locales/locales.js';
import { diagnosis, fullDevice } from '../testing/diagnoses.js';
import { GiB, MiB } from '../testing/fact-values.js';
import { makeWords } from './make-words.js';
import { type PhraseValue, raw } from './phrase.js';
import { plain } from './plain.js';
import { render } from './render.js';

const strict = {
  onGap: (gap: string) => {
    throw new Error(gap);
  },
};
const words = makeWords(english, strict);
const show = (value: PhraseValue) => words.say({ id: 'report/fact#raw', data: { value } });
const inEnglish = (text: string) => makeWords({ ...english, words: { 'x#y': text } }, strict);

describe('values', () => {
  it('are shown in the unit that fits, cut and never rounded up', () => {
    expect(show({ bytes: 250 * MiB })).toBe('250 MB');
    expect(show({ bytes: 250 * MiB - 1 })).toBe('249.9 MB');
    expect(show({ bytes: 2 * GiB })).toBe('2,048 MB');
    expect(show({ bytes: 238.4 * GiB })).toBe('238.4 GB');
    expect(show({ bytes: 512 })).toBe('512 bytes');
    expect(show({ bytes: 0 })).toBe('0 bytes');
  });

  it('show a Win32 code in decimal too, as people know it', () => {
    expect(show({ hresult: 0x80070643 })).toBe('0x80070643');
    expect(show({ hresult: 1603 })).toBe('1603 (0x643)');
    expect(show({ hresult: 0 })).toBe('0x00000000');
  });

  it('show a moment as far as it is known', () => {
    const ms = Date.UTC(2025, 3, 8, 17, 2, 11);
    expect(show({ when: atUtc(ms) })).toBe('2025-04-08 17:02:11 UTC');
    expect(show({ when: atLocal(ms, 1000) })).toBe('2025-04-08 17:02:11 local time');
    expect(show({ when: atLocal(Date.UTC(2025, 3, 8), DAY_MS) })).toBe('2025-04-08');
    expect(show({ when: atCalendar(Date.UTC(2025, 3, 1), Date.UTC(2025, 4, 1) - 1) })).toBe('2025-04-01 to 2025-04-30');
    expect(show({ when: { fromMs: ms, toMs: ms + 60_000 } })).toBe('2025-04-08 17:02:11 to 2025-04-08 17:03:11 UTC');
    expect(show({ when: atUtc(Number.MAX_SAFE_INTEGER) })).toBe('an impossible time');
    expect(show({ when: atUtc(Number.NaN) })).toBe('an impossible time');
  });

  it('join lists as the language does', () => {
    expect(show({ list: ['a', 'b', 'c'] })).toBe('a, b, and c');
    expect(show({ phrases: [raw('a'), raw('b')] })).toBe('a, b');
  });

  it('let no control, no turning of direction and no broken surrogate through', () => {
    expect(plain('a\u001b[31mb\u202ec\ud800d\r\ne')).toBe('a\ufffd[31mb\ufffdc\ufffdd e');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(plain(text)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      }),
    );
  });
});

describe('words', () => {
  it('choose the plural form of the language', () => {
    const attempts = (count: number) => words.say({ id: 'report/page#attempts', data: { count: { count } } });
    expect([attempts(1), attempts(2)]).toEqual(['one event', '2 events']);
  });

  it('leave out an optional part where something in it is not known', () => {
    const { say } = inEnglish('It stopped[[ with {code}]].');
    expect(say({ id: 'x#y', data: {} })).toBe('It stopped.');
    expect(say({ id: 'x#y', data: { code: { hresult: 5 } } })).toBe('It stopped with 5 (0x5).');
  });

  it('tell of a placeholder that nothing fills, and of words that are missing', () => {
    expect(() => inEnglish('Hello {name}').say({ id: 'x#y', data: {} })).toThrow('nothing fills {name} of x#y');
    expect(() => words.say({ id: 'no#where', data: {} })).toThrow('no words for no#where');
    expect(makeWords(english).say({ id: 'no#where', data: {} })).toBe('no#where');
  });

  it('take no placeholder from a value', () => {
    expect(inEnglish('{a}{b}').say({ id: 'x#y', data: { a: '{b}', b: '[[{a}]]' } })).toBe('{b}[[{a}]]');
  });
});

describe('languages', () => {
  it('are found by tag, region or parent', () => {
    expect(matchLocale('en-GB')).toBe('en');
    expect(matchLocale('XX')).toBe('xx');
    expect(matchLocale('en_US.UTF-8')).toBe('en');
    expect(matchLocale('tlh')).toBeNull();
    expect(matchLocale('')).toBeNull();
  });

  it('know only words that English knows, with the same placeholders', async () => {
    const holes = (text: string) => [...text.matchAll(/\{[^{}]*\}/g)].map(([hole]) => hole).sort();
    for (const tag of LOCALE_TAGS) {
      const { words: texts } = await loadLocale(tag);
      for (const [id, text] of Object.entries(texts)) {
        const base = english.words[id] ?? english.words[id.replace(/\.(zero|one|two|few|many|other)$/, '')];
        expect(base, `${tag} ${id}`).toBeDefined();
        if (!/\.(zero|one|two)$/.test(id)) expect(holes(text), `${tag} ${id}`).toEqual(holes(base));
      }
    }
  });

  it('render every format with no gap', async () => {
    for (const lang of LOCALE_TAGS) {
      for (const format of ['text', 'json', 'html', 'markdown'] as const) {
        const made = await render(diagnosis([fullDevice(), fullDevice('healthy')]), { format, lang, ...strict });
        expect(made.length).toBeGreaterThan(1000);
      }
    }
  });

  it('leave no word of ours untranslated: the pseudo-locale shows all of them', async () => {
    for (const format of ['text', 'html', 'markdown'] as const) {
      const made = await render(diagnosis(), { format, lang: 'xx', redact: false });
      const visible = made.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]*>/g, ' ');
      expect(wordsOutside(visible), format).toEqual([]);
    }
  });
});

/** English words that stand outside the brackets of the pseudo-locale, apart from evidence and commands. */
function wordsOutside(text: string): readonly string[] {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === '⟦') depth++;
    if (depth === 0) outside += character;
    if (character === '⟧') depth--;
  }
  const evidence = /what stands there, number \d+|example-\w+|reagentc \/info|Get-\w+|Format-List|SHA-256/g;
  return outside
    .replace(evidence, '')
    .split(/[^A-Za-z]+/)
    .filter((word) => word.length > 1);
}
