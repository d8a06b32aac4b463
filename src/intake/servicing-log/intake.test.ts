import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { scanLog, scanLogLines } from '../scan-log.js';
import { servicingLog } from './intake.js';

function read(text: string): CollectingSink {
  const sink = new CollectingSink();
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
  scanLogLines(lines, [servicingLog], sink);
  return sink;
}

const AT = '2026-03-04 05:06:07, Info                  CBS    ';

describe('servicing log', () => {
  it('takes the end of a session for an error, with the update that an earlier line of it names', () => {
    const sink = read(
      [
        `${AT}Exec: Processing complete.  Session: 31_7, Package: Package_for_KB5034441~31bf3856ad364e35~amd64~~19041.3920.1.1 [HRESULT = 0x800f0922 - CBS_E_INSTALLERS_FAILED]`,
        `${AT}Session: 31_7 finalized. Reboot required: no [HRESULT = 0x800f0922 - CBS_E_INSTALLERS_FAILED]`,
      ].join('\n'),
    );
    expect(sink.values('servicing-error')).toEqual(
      Array(2).fill({
        component: 'cbs',
        code: 0x800f0922,
        symbol: 'CBS_E_INSTALLERS_FAILED',
        kb: 'KB5034441',
        aboutWinRe: false,
        weight: 'error',
      }),
    );
    expect(sink.facts[1].reading).toMatchObject({ witness: 'engine-log', at: { line: 2 } });
    expect(sink.facts[1].reading.when?.local?.fromMs).toBe(Date.UTC(2026, 2, 4, 5, 6, 7));
  });

  it('sees that a session awaits a restart, and that a guard while it runs is none', () => {
    const sink = read(
      [
        `${AT}Reboot mark set`,
        `${AT}Session: 31_8 finalized. Reboot required: yes [HRESULT = 0x00000000 - S_OK]`,
        `${AT}Session: 31_9 finalized. Reboot required: no [HRESULT = 0x00000000 - S_OK]`,
      ].join('\n'),
    );
    expect(sink.values('pending-restart')).toEqual([
      { indicator: 'cbs-reboot-pending', present: true, strength: 'strong', detail: 'session 31_8' },
    ]);
    expect(sink.values('servicing-error')).toEqual([]);
  });

  it('passes over what healthy logs are full of', () => {
    const sink = read(
      [
        `${AT}Failed to internally open package. [HRESULT = 0x800f0805 - CBS_E_INVALID_PACKAGE]`,
        '2026-03-04 05:06:07, Error                 CBS    Failed Open Eventlog: Application [HRESULT = 0x800706ba - RPC_S_SERVER_UNAVAILABLE]',
        `${AT}SQM: Failed to start upload [HRESULT = 0x80004005 - E_FAIL]`,
        `${AT}[DIRSD OWNER WARNING] in component Microsoft-Windows-WinRE-ReAgentConfig`,
        '2026-03-04 05:06:07, Warning               DISM   DISM Provider Store: PID=1 Failed to load the provider: X:\\a.dll. (hr:0x8007007e)',
      ].join('\n'),
    );
    expect(
      sink.facts.filter(
        (fact) => fact.kind === 'servicing-error' && (fact.value as { weight: string }).weight === 'error',
      ),
    ).toEqual([]);
  });

  it('knows an error about WinRE, and the disk that is full', () => {
    const sink = read(
      '2026-03-04 05:06:07, Error                 CBS    Cannot Commit WinRE servicing, KB5034765 [HRESULT = 0x80070070 - ERROR_DISK_FULL]',
    );
    expect(sink.values('servicing-error')).toMatchObject([
      { code: 0x80070070, aboutWinRe: true, weight: 'error', kb: 'KB5034765' },
    ]);
  });

  it('reads an excerpt without stamps among prose, but no code that somebody only mentions', () => {
    const sink = read(
      [
        'I get 0x80070643 and in CBS.log there is this, what now?',
        '  Error CBS Failed to resolve item [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]',
      ].join('\n'),
    );
    expect(sink.values('servicing-error')).toMatchObject([{ code: 0x800f0831, weight: 'error' }]);
    expect(sink.claimed).toContainEqual([2, 2]);
  });

  it('sums up a DISM command, and calls its steps only warnings', () => {
    const sink = read(
      [
        '2026-03-04 05:06:07, Error                 DISM   DISM Package Manager: PID=1 TID=2 Failed while x - C::E(hr:0x80070020)',
        '2026-03-04 05:06:08, Error                 DISM   DISM.EXE: DISM Package Manager processed the command line but failed. HRESULT=80070020',
      ].join('\n'),
    );
    expect(sink.values('servicing-error').map((error) => [error.component, error.code, error.weight])).toEqual([
      ['dism', 0x80070020, 'warning'],
      ['dism', 0x80070020, 'error'],
    ]);
  });

  it('never throws, whatever the bytes', () => {
    const piece = fc.oneof(
      fc.constantFrom(AT, '[HRESULT = 0x800f0922', ']', '\n', 'Session: ', ', Error ', 'DISM'),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void read(pieces.join(''))));
  });
});

describe.skipIf(CORPUS === null)('servicing log on real logs (skipped without the corpus)', () => {
  for (const { file, truth } of corpusRows('log-cbs')) {
    it(`covers ${file} from its first stamp to its last and finds no error that did not end anything`, () => {
      const sink = new CollectingSink();
      scanLog(new MemorySource(corpusBytes(file)), [servicingLog], sink, () => {});
      const hasCbs = Object.keys(truth?.components_top as object)[0] !== 'DISM';
      expect(sink.coverage).toHaveLength(hasCbs ? 1 : 0);
      for (const { from, to } of sink.coverage) {
        expect(new Date(from.local?.fromMs ?? 0).toISOString().slice(0, 19).replace('T', ' ')).toBe(truth?.first);
        expect(new Date(to.local?.fromMs ?? 0).toISOString().slice(0, 19).replace('T', ' ')).toBe(truth?.last);
      }
      for (const error of sink.facts.filter((fact) => fact.kind === 'servicing-error')) {
        const { weight, aboutWinRe } = error.value as { weight: string; aboutWinRe: boolean };
        expect(aboutWinRe).toBe(false);
        if (weight === 'error') {
          expect(error.reading.quote).toMatch(/finalized|Processing complete|failed to perform|mark store corrupt/);
        }
      }
    });
  }
});
