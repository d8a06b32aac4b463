import { describe, expect, it } from 'vitest';
import { MemorySource } from '../bytes/byte-source.js';
import { CollectingSink } from '../testing/collecting-sink.js';
import { LOG_INTAKES } from './log-intakes.js';
import { scanLog, scanLogLines } from './scan-log.js';

const TEXT = [
  'Hello, my log says:',
  '2026-03-04 05:06:07, Info                  CBS    Session: 31_8 finalized. Reboot required: yes [HRESULT = 0x00000000 - S_OK]',
  '2026-03-04 05:06:08, Info                  CBS    nothing that matters',
  '    continued',
  'What shall I do?',
];
const lines = (texts: readonly string[]) => texts.map((text, index) => ({ number: index + 1, text }));

/** The lines that are left for those who read a person's words. */
function left(texts: readonly string[]): number[] {
  const sink = new CollectingSink();
  scanLogLines(lines(texts), LOG_INTAKES, sink);
  return lines(texts)
    .map((line) => line.number)
    .filter((number) => !sink.claimed.some(([first, last]) => number >= first && number <= last));
}

describe('log readers', () => {
  it('leave a person only what the person wrote', () => {
    expect(left(TEXT)).toEqual([1, 5]);
    expect(
      left(['=== Verbose logging started: 1/9/2024  11:20:30 ===', 'Property(S): A = partition too small']),
    ).toEqual([]);
    expect(left(['MSI is what I wrote', 'no log'])).toEqual([1, 2]);
  });

  it('find the same in a streamed log and in text in memory', () => {
    const streamed = new CollectingSink();
    scanLog(new MemorySource(new TextEncoder().encode(TEXT.join('\r\n'))), LOG_INTAKES, streamed, () => {});
    const pasted = new CollectingSink();
    scanLogLines(lines(TEXT), LOG_INTAKES, pasted);
    expect(streamed.facts).toEqual(pasted.facts);
    expect(streamed.facts).toHaveLength(1);
  });

  it('stop telling where a crafted log would fill the memory, and say so', () => {
    const sink = new CollectingSink();
    const failed = 'Session: 31_8 finalized. Reboot required: no [HRESULT = 0x800f0922 - CBS_E_INSTALLERS_FAILED]';
    const bytes = new TextEncoder().encode(
      `2026-03-04 05:06:07, Info                  CBS    ${failed}\n`.repeat(60_000),
    );
    scanLog(new MemorySource(bytes), LOG_INTAKES, sink, () => {});
    expect(sink.facts).toHaveLength(50_000);
    expect(sink.defects.map((defect) => [defect.fault, defect.detail.what])).toEqual([['over-limit', 'log.facts']]);
  });

  it('take no longer over a line that was made to be slow', () => {
    const makers = [
      '<![LOG[',
      'Product Name: ',
      'partition ',
      'WinRE partition total space [1], ',
      ', UpdateID = {',
      'update ',
      'Update (',
      ', path: ',
    ];
    for (const maker of makers) {
      const text = `${maker.repeat(Math.floor(60_000 / maker.length))}, error 0x8, winre, updateid = {, <![LOG[`;
      const sink = new CollectingSink();
      scanLogLines(lines(Array(20).fill(text)), LOG_INTAKES, sink);
      expect(sink.defects).toEqual([]);
    }
  });

  it('look for ASCII needles of four characters at least', () => {
    for (const needle of LOG_INTAKES.flatMap((intake) => intake.needles)) {
      expect(needle).toMatch(/^[ -~]{4,}$/);
      expect(needle).toBe(needle.toLowerCase());
    }
  });
});
