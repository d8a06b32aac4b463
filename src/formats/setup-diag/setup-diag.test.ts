import { expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { decodeLines } from '../text/text.js';
import { readSetupDiagLine } from './setup-diag.js';

it('reads the line that sums up, and no other', () => {
  expect(readSetupDiagLine('Error = 0x8007000D-0x2000C')).toEqual({ code: 0x8007000d, extension: '0x2000C' });
  expect(readSetupDiagLine('Error: SetupDiag reports rollback failure found.')).toBeNull();
  expect(readSetupDiagLine('the Error = 0x8007000D')).toBeNull();
});

it.skipIf(CORPUS === null)('finds one in a real report (skipped without the corpus)', () => {
  const lines = decodeLines(new MemorySource(corpusBytes('log-setup/SetupDiagResults-winerros.log')), () => {});
  expect([...lines].map((line) => readSetupDiagLine(line.text)).filter(Boolean)).toEqual([
    { code: 0x8007000d, extension: '0x2000C' },
  ]);
});
