import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { decodeLines } from '../text/text.js';
import { readSetupLine } from './setup-line.js';

describe('readSetupLine', () => {
  const cases: [string, ReturnType<typeof readSetupLine> extends infer T ? Partial<NonNullable<T>> : never][] = [
    [
      '2026-01-09 11:23:45, Info                  CBS    Session: 1_2',
      { level: 'info', module: 'CBS', message: 'Session: 1_2' },
    ],
    ['2026-01-09 11:23:45, Error      [0x0606ae] IBS    text', { level: 'error', module: 'IBS', message: 'text' }],
    [
      '2026-01-09 11:23:45, Info                         [svchost.exe] WinRE is installed',
      { module: '[svchost.exe]', message: 'WinRE is installed' },
    ],
    [
      '2026-01-09 11:23:45, Warning                      CTelemetry::Move x',
      { level: 'warning', module: null, message: 'CTelemetry::Move x' },
    ],
    [
      '> 2026-01-09 11:23:45, Error CBS flattened by mail',
      { level: 'error', module: 'CBS', message: 'flattened by mail' },
    ],
    ['\ufeff2026-01-09 11:23:45, Perf                  CBS    x', { level: 'other', module: 'CBS' }],
  ];
  for (const [text, want] of cases)
    it(`reads ${text.slice(0, 60)}`, () => expect(readSetupLine(text)).toMatchObject(want));

  it('takes no continuation, no co-installer line and no entry deep inside prose', () => {
    for (const text of [
      '    applicable update count: 12',
      '[04/10/2020 20:20.04.633] WudfCoInstaller: ReadWdfSection',
      'dispci.dll:  ====END====',
      'my log says the following thing: 2026-01-09 11:23:45, Error CBS x',
    ]) {
      expect(readSetupLine(text)).toBeNull();
    }
  });

  describe.skipIf(CORPUS === null)('on real logs (skipped without the corpus)', () => {
    for (const { file, truth } of ['log-cbs', 'log-dism', 'log-setup', 'log-reagent'].flatMap(corpusRows)) {
      if (typeof truth?.stamped_lines !== 'number') continue;
      it(`counts the entries and levels of ${file} as plain tools do`, () => {
        const levels: Record<string, number> = {};
        for (const line of decodeLines(new MemorySource(corpusBytes(file)), () => {})) {
          const entry = readSetupLine(line.text);
          if (entry !== null) levels[entry.level] = (levels[entry.level] ?? 0) + 1;
        }
        const counted = truth.levels as Record<string, number>;
        expect([levels.error ?? 0, levels.warning ?? 0]).toEqual([counted.Error ?? 0, counted.Warning ?? 0]);
        expect(levels.info ?? 0).toBe(counted.Info ?? 0);
      });
    }
  });
});
