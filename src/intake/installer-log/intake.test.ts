import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { scanLog, scanLogLines } from '../scan-log.js';
import { installerLog } from './intake.js';

function read(lines: readonly string[]): CollectingSink {
  const sink = new CollectingSink();
  scanLogLines(
    lines.map((text, index) => ({ number: index + 1, text })),
    [installerLog],
    sink,
  );
  return sink;
}
const failures = (lines: readonly string[]) => read(lines).values('installer-failure');

describe('Windows Installer logs', () => {
  const log = [
    '=== Verbose logging started: 1/30/2024  11:20:30  Build type: SHIP UNICODE 5.00.10011.00 ===',
    'MSI (s) (50:30) [11:20:36:155]: Product: Contoso Reader -- Error 1706. No valid source could be found.',
    'Action ended 11:20:36: InstallFinalize. Return value 3.',
    'MSI (s) (50:30) [11:20:36:160]: Windows Installer installed the product. Product Name: Contoso Reader. Product Version: 1.2.3. Product Language: 1033. Manufacturer: Contoso. Installation success or error status: 1603.',
    'MSI (s) (50:30) [11:20:36:170]: MainEngineThread is returning 1603',
    'MSI (c) (A4:B8) [11:20:36:180]: MainEngineThread is returning 1603',
  ];

  it('tell one failure with name and the code beneath', () => {
    expect(failures(log)).toEqual([{ product: 'msi', name: 'Contoso Reader', code: 1603, innerCode: 1706, kb: null }]);
    expect(read(log).facts[0].reading.when?.local?.fromMs).toBe(Date.UTC(2024, 0, 30, 11, 20, 30));
  });

  it('tell none where it went well, and one a log', () => {
    expect(failures(['MSI (s) (50:30) [11:20:36:170]: MainEngineThread is returning 3010'])).toEqual([]);
    expect(failures([...log, ...log])).toHaveLength(2);
  });

  it('know SQL Server and .NET by name', () => {
    const of = (name: string) => failures(log.map((line) => line.replaceAll('Contoso Reader', name)))[0].product;
    expect(of('Security Update for SQL Server 2019 (KB5035434)')).toBe('sql');
    expect(of('Microsoft .NET Framework 4.8')).toBe('dotnet');
  });

  it('are known by a single line in a ticket', () => {
    expect(failures(['the log says', 'Action ended 11:20:36: InstallFinalize. Return value 3.'])).toEqual([
      { product: 'msi', name: null, code: null, innerCode: null, kb: null },
    ]);
  });
});

describe('bundle logs', () => {
  it('tell the end, the name and the code beneath', () => {
    const lines = [
      '[0A94:0E70][2024-01-09T15:23:10]i001: Burn v3.14.0.0, Windows v10.0 (Build 19045: Service Pack 0), path: C:\\Temp\\python-3.9.13-amd64.exe',
      "[0A94:0E70][2024-01-09T15:23:10]i000: Setting string variable 'WixBundleName' to value 'Python 3.9.13 (64-bit)'",
      '[0A94:0E70][2024-01-09T15:23:11]e000: Error 0x80070643: Failed to install MSI package.',
      '[0A94:0E70][2024-01-09T15:23:12]i399: Apply complete, result: 0x80070643, restart: None, ba requested restart:  No',
    ];
    const sink = read(lines);
    expect(sink.values('installer-failure')).toEqual([
      { product: 'python', name: 'Python 3.9.13 (64-bit)', code: 0x80070643, innerCode: null, kb: null },
    ]);
    expect(sink.facts[0].reading.at).toEqual({ line: 4 });
    expect(failures(lines.map((line) => line.replaceAll('0x80070643', '0x00000000')))).toEqual([]);
  });

  it('include those of the .NET Framework', () => {
    expect(
      failures([
        'OS Version = 10.0.19045, Package Name = Microsoft .NET Framework 4.8 Setup, Package Version = 4.8.03761',
        '[1/30/2024, 11:23:45] Final Result: Installation failed with error code: (0x80070643), "Fatal error during installation. "',
      ]),
    ).toMatchObject([{ product: 'dotnet', code: 0x80070643 }]);
  });
});

describe('other installers', () => {
  it('devices: only what ended with an install failure', () => {
    const section = (code: string) => [
      '>>>  [Device Install (Hardware initiated) - PCI\\VEN_8086&DEV_1234]',
      '>>>  Section start 2024/01/09 11:23:45.123',
      `<<<  [Exit status: FAILURE(${code})]`,
    ];
    expect(failures(section('0x00000643'))).toMatchObject([{ product: 'driver', code: 1603 }]);
    expect(failures(section('0xe0000219'))).toEqual([]);
  });

  it('Defender: an error behind its command', () => {
    const lines = [
      'Start time: 2023-03-14 10:55:19Z',
      'Command: /stub 1.1.18500.10 /payload 1.385.262.0 /program C:\\Windows\\SoftwareDistribution\\Download\\Install\\AM_Delta.exe WD /q',
      'ERROR 0x80070643 : MpUpdateEngine',
    ];
    expect(failures(lines)).toMatchObject([{ product: 'defender', name: 'AM_Delta.exe', code: 0x80070643 }]);
    expect(failures(['I get ERROR 0x80070643 when I update'])).toEqual([]);
    expect(failures(lines.slice(2))).toEqual([]);
  });

  it('SQL Server: its summary', () => {
    const lines = [
      'Overall summary:',
      '  Final result:                  Failed: see details below',
      '  Exit code (Decimal):           -2061893606',
    ];
    expect(failures(lines)).toMatchObject([{ product: 'sql', code: -2061893606 >>> 0 }]);
    expect(failures(['  Final result:                  Passed', '  Exit code (Decimal):           0'])).toEqual([]);
  });
});

describe('installer logs', () => {
  it('never throw, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'MainEngineThread is returning ',
        '1603',
        '>>>  [Device Install',
        ']',
        '\n',
        'e000: Error 0x',
        'Product Name: ',
      ),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void read(pieces.join('').split('\n'))));
  });

  describe.skipIf(CORPUS === null)('of sound machines hold no failure (skipped without the corpus)', () => {
    for (const { file } of ['log-setupapi', 'log-setup', 'log-cbs', 'log-dism', 'log-windowsupdate'].flatMap(
      corpusRows,
    )) {
      it(file, () => {
        const sink = new CollectingSink();
        scanLog(new MemorySource(corpusBytes(file)), [installerLog], sink, () => {});
        expect(sink.values('installer-failure')).toEqual([]);
      });
    }
  });
});
