import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { scanLog, scanLogLines } from '../scan-log.js';
import { winReLog } from './intake.js';

function read(lines: readonly string[], name = 'setupact.log'): CollectingSink {
  const sink = new CollectingSink();
  scanLogLines(
    lines.map((text, index) => ({ number: index + 1, text })),
    [winReLog],
    sink,
    name,
  );
  return sink;
}

const AT = '2026-03-04 05:06:07, Info                  [svchost.exe] ';
const BAD = '2026-03-04 05:06:09, Error                 [svchost.exe] ';

describe('WinREAgent log', () => {
  const refused = [
    `${AT}Start executing stage operations`,
    `${AT}Package: C:\\Windows\\SoftwareDistribution\\Download\\Install\\Windows10.0-KB5034441-x64.cab`,
    `${AT}Current WinRE version: [10.0.19041.1]`,
    `${AT}Update WinRE version: [10.0.19041.3920]`,
    `${AT}WinRE partition total space [529526784], free space [83886080], winre size [398458880], target WinRE size [498458880]`,
    `${AT}Free space requirement: [157286400]`,
    `${BAD}Repartition refused: NoSpaceForShrink`,
    `${BAD}Cannot Commit WinRE servicing, hr = 0x80070070`,
  ];

  it('joins measures, need, scenario and refusal of one check', () => {
    expect(read(refused).values('winre-space-check')).toEqual([
      {
        purpose: 'servicing',
        totalBytes: 529526784,
        freeBytes: 83886080,
        imageBytes: 398458880,
        targetImageBytes: 498458880,
        requiredBytes: 157286400,
        scenario: 'Repartition',
        refusal: 'NoSpaceForShrink',
        disk: null,
        partition: null,
      },
    ]);
  });

  it('tells the steps, the update and the error, and takes the staged level for none', () => {
    const sink = read(refused);
    expect(sink.values('winre-version')).toEqual([{ version: '10.0.19041.1', shownBy: 'engine-log' }]);
    expect(sink.values('winre-servicing')).toEqual([
      { what: 'started', version: null, phase: 1, code: null, kb: null },
      { what: 'failed', version: null, phase: 2, code: null, kb: 'KB5034441' },
      { what: 'failed', version: null, phase: 2, code: 0x80070070, kb: 'KB5034441' },
    ]);
    expect(sink.values('servicing-error')).toEqual([
      { component: 'winreagent', code: 0x80070070, symbol: null, kb: 'KB5034441', aboutWinRe: true, weight: 'error' },
    ]);
  });

  it('tells a commit that went through, with the level it left', () => {
    const sink = read([`${AT}Start executing commit operations`, `${AT}Installed WinRE version: [10.0.22621.6060]`]);
    expect(sink.values('winre-servicing').map((step) => [step.what, step.phase, step.version])).toEqual([
      ['started', 3, null],
      ['succeeded', 3, '10.0.22621.6060'],
    ]);
    expect(sink.values('winre-version')).toEqual([{ version: '10.0.22621.6060', shownBy: 'engine-log' }]);
  });

  it('starts a new check with new measures, and takes hexadecimal ones', () => {
    const sink = read([
      `${AT}WinRE partition total space [0x1F900000], free space [1000], winre size [2000], target WinRE size [3000]`,
      `${AT}Scenario: ReplaceInPlace`,
      `${AT}WinRE partition total space [5000], free space [10], winre size [20], target WinRE size [30]`,
    ]);
    expect(sink.values('winre-space-check').map((check) => [check.totalBytes, check.scenario])).toEqual([
      [0x1f900000, 'ReplaceInPlace'],
      [5000, null],
    ]);
  });

  it('takes errors of any words for its own in its own log, and none in the log of setup', () => {
    const failed = ['2026-03-04 05:06:09, Error                 SP     Operation failed. Error: 0x80070570'];
    expect(read(failed).values('servicing-error')).toEqual([]);
    expect(read(failed, 'Windows/Logs/WinREAgent/setuperr.log').values('servicing-error')).toHaveLength(1);
  });

  it('reads the rows of diagerr.xml', () => {
    const sink = read(
      [
        '<z:row Cls="D" Sev="33554432" Msg="Cannot Commit WinRE servicing" Mod="WinREAgent.dll" Err="2147942512" MD="" DT="2026-03-04T05:06:07"/>',
      ],
      'C:/Windows/Logs/WinREAgent/diagerr.xml',
    );
    expect(sink.values('servicing-error')).toMatchObject([{ code: 0x80070070, weight: 'error' }]);
    expect(sink.facts[0].reading.when?.local?.fromMs).toBe(Date.UTC(2026, 2, 4, 5, 6, 7));
  });

  it('believes no person who names a scenario or a reason', () => {
    expect(
      read(['Is this InsufficientFreeSpace, or does it want Repartition?', 'WinRE is installed, I think']).facts,
    ).toEqual([]);
  });
});

describe('ReAgent lines', () => {
  it('tell a registration at its first and last line and at each change', () => {
    const at = (partition: number) =>
      `${AT}WinRE is installed at: \\\\?\\GLOBALROOT\\device\\harddisk0\\partition${partition}\\Recovery\\WindowsRE`;
    const sink = read([at(4), at(4), at(4), at(5)]);
    expect(
      sink.facts.map((fact) => [
        fact.reading.at,
        (fact.value as { location: { partition: number } }).location.partition,
      ]),
    ).toEqual([
      [{ line: 1 }, 4],
      [{ line: 3 }, 4],
      [{ line: 4 }, 5],
    ]);
    expect(sink.values('winre-config')[0]).toMatchObject({
      enabled: true,
      location: { disk: 0, path: '\\Recovery\\WindowsRE' },
    });
  });

  it('tell how enabling ended, and take a leftover error behind TRUE for none', () => {
    const sink = read([
      `${AT}Exit WinReInstall return value: 0, last error: 0x70`,
      `${AT}Exit WinReUnInstall return value: 1, last error: 0x2`,
      `${AT}Exit WinReGetConfig return value: 1, last error: 0x2`,
      `${AT}Exit WinReSetTriggerFile return error code: 0x2`,
      `${AT}Exit WinReIsInstalledOnSystemPartition return value: 0, last error: 0xea`,
    ]);
    expect(sink.values('reagentc-operation')).toEqual([
      { verb: 'enable', ok: false, code: 0x70, reason: 'no-space' },
      { verb: 'disable', ok: true, code: null, reason: null },
    ]);
  });

  it('give the free space of each partition, and what a place would need', () => {
    const sink = read([
      `${AT}Partition number: 4, offset: 1023135449088, free space: 1054896128, total space: 1073737728`,
      `${AT}MeetPartitionRequirements Partition details: {Offset: 1048576, Free space: 90000000, Total space: 550000000}`,
      `${AT}MeetPartitionRequirements WinRE WIM size: 384369902`,
      `${AT}MeetPartitionRequirements Required free space: 489227502`,
      `${AT}Partition number: 9, offset: 1, free space: 10, total space: 5`,
    ]);
    expect(sink.values('winre-space-check')).toMatchObject([
      { purpose: 'placement', partition: 4, freeBytes: 1054896128, totalBytes: 1073737728, requiredBytes: null },
      {
        purpose: 'placement',
        offsetBytes: 1048576,
        freeBytes: 90000000,
        requiredBytes: 489227502,
        imageBytes: 384369902,
      },
    ]);
  });

  it('of a place once looked for say nothing of servicing', () => {
    const sink = read([
      `${AT}MeetPartitionRequirements Partition details: {Offset: 1048576, Free space: 90000000, Total space: 550000000}`,
      `${AT}MeetPartitionRequirements Required free space: 489227502`,
      `${AT}Partition number: 4, offset: 1023135449088, free space: 1, total space: 1073737728`,
    ]);
    expect(sink.values('winre-space-check').every((check) => check.purpose === 'placement')).toBe(true);
    expect(sink.values('volume')).toEqual([]);
  });

  it('never throw, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        AT,
        'Partition number: ',
        'WinRE partition total space [',
        '99999999999999999999',
        ', ',
        ']',
        '\n',
      ),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void read(pieces.join('').split('\n'))));
  });
});

describe.skipIf(CORPUS === null)('WinRE lines of real setup logs (skipped without the corpus)', () => {
  const scan = (file: string) => {
    const sink = new CollectingSink();
    scanLog(new MemorySource(corpusBytes(file)), [winReLog], sink, () => {}, file);
    return sink;
  };

  it('say where WinRE is installed', () => {
    const configs = scan('log-setup/setupact-winerros-winre-excerpt.log').values('winre-config');
    expect(configs[0]).toMatchObject({
      enabled: true,
      location: { disk: 2, partition: 3, path: '\\Recovery\\WindowsRE' },
    });
  });

  for (const file of [
    'setupact-azure-vm.log',
    'setupact-copyleft.log',
    'setuperr-vital-2026.log',
    'setupact_rollback-winerros.log',
    'diagwrn-azure-vm.xml',
    'setupact-bitbtrust-2019.log',
  ]) {
    it(`hold no failure of WinRE servicing: ${file}`, () => {
      const sink = scan(`log-setup/${file}`);
      expect(sink.values('winre-servicing')).toEqual([]);
      expect(sink.values('servicing-error').filter((error) => error.weight === 'error')).toEqual([]);
      expect(sink.coverage).toEqual([]);
    });
  }
});
