import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_FOR, type CauseId } from '../../diagnosis/verdict.js';
import { LOCALE_TAGS } from '../../locales/locales.js';
import { device, diagnosis, fullDevice, verdict } from '../../testing/diagnoses.js';
import { HOSTILE, hostileDiagnosis } from '../../testing/hostile.js';
import { render } from '../render.js';
import { NO_PAINT } from './paint.js';
import { columnsOf } from './width.js';
import { wrap } from './wrap.js';

const onGap = (gap: string) => {
  throw new Error(gap);
};

describe('the text report', () => {
  it('answers in the first five lines, for every cause', async () => {
    for (const cause of Object.keys(ANSWER_FOR) as CauseId[]) {
      const text = await render(diagnosis([fullDevice(cause)]), { format: 'text', onGap });
      const head = text.split('\n').slice(0, 5).join('\n');
      const answer = { ignore: 'NOTHING TO DO', restart: 'RESTART', repair: 'REPAIR NEEDED' } as Record<string, string>;
      expect(head).toContain(answer[ANSWER_FOR[cause]] ?? '(supported)');
      expect(head).toContain('KB5057589');
      expect(head).toContain('0x80070643');
    }
  });

  it('cites every fact it rests on, and names what was not read first', async () => {
    const text = await render(diagnosis(), { format: 'text', onGap });
    expect(text).toContain('[CBS.log line 42]');
    expect(text).toContain('picture.png (unknown, 4 KB, not read, not a kind that is read)');
    expect(text.indexOf('picture.png (')).toBeLessThan(text.indexOf('logs.zip/System.evtx (evtx'));
    expect(text).toContain('Knowledge of 2026-11-20');
    expect(text).toMatch(/\d+ more are left out here/);
  });

  it('fits 80 columns in every language', async () => {
    for (const lang of LOCALE_TAGS) {
      const text = await render(diagnosis([fullDevice(), fullDevice('healthy')]), { format: 'text', lang, onGap });
      expect(text.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
    }
  });

  it('keeps commands whole, each line as it is to be typed', async () => {
    const text = await render(diagnosis(), { format: 'text', width: 40, onGap });
    expect(text.split('\n')).toEqual(expect.arrayContaining(['Get-Partition | Format-List', '       reagentc /info']));
  });

  it('heads each device where there are several', async () => {
    const text = await render(diagnosis([fullDevice(), device({ verdict: verdict('healthy') })]), { format: 'text' });
    expect(text).toContain('Device 1 of 2: DESKTOP-4F2K9QX');
    expect(text).toContain('Device 2 of 2: DESKTOP-4F2K9QX');
  });

  it('is painted only where asked, and paint changes no word', async () => {
    const mark = (line: string) => `\u001b[1m${line}\u001b[0m`;
    const paint = Object.fromEntries(Object.keys(NO_PAINT).map((name) => [name, mark])) as unknown as typeof NO_PAINT;
    const plain = await render(diagnosis(), { format: 'text' });
    const painted = await render(diagnosis(), { format: 'text', paint });
    expect(plain).not.toContain('\u001b');
    expect(painted).toContain('\u001b[1mREPAIR NEEDED');
    expect(painted.replaceAll(/\u001b\[\dm/g, '')).toBe(plain);
  });

  it('fits its width and lets no control through, whatever the evidence holds', async () => {
    const anything = fc.string({
      unit: fc.constantFrom('a', '界', '\u001b', '\n', ' ', '\u0301', '🩺', '\u202e', '-'),
    });
    await fc.assert(
      fc.asyncProperty(anything, fc.integer({ min: 40, max: 120 }), async (text, width) => {
        const made = device({ verdict: verdict('not-winre', { kb: text, product: `${text}${text}` }) });
        const report = await render(diagnosis([made]), { format: 'text', width });
        expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
        for (const line of report.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 100 },
    );
  });

  it('shows hostile evidence as text of one line, wherever it stands', async () => {
    for (let shift = 0; shift < HOSTILE.length; shift++) {
      const report = await render(hostileDiagnosis(diagnosis(), shift), { format: 'text' });
      expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('wrap', () => {
  it('counts wide characters twice and marks not at all', () => {
    expect(columnsOf('界e\u0301a')).toBe(4);
    expect(wrap('界界界', 4)).toEqual(['界界', '界']);
    expect(wrap('one two three', 8, '- ')).toEqual(['- one', '  two', '  three']);
    expect(wrap('', 8)).toEqual(['']);
  });

  it('loses no character but spaces', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 30 }), (text, width) => {
        expect(wrap(text, width).join('').replaceAll(' ', '')).toBe(text.trim() === '' ? '' : text.replaceAll(' ', ''));
      }),
    );
  });
});
