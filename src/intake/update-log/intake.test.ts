import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { scanLog, scanLogLines } from '../scan-log.js';
import { updateLog } from './intake.js';

function read(lines: readonly string[]): CollectingSink {
  const sink = new CollectingSink();
  scanLogLines(
    lines.map((text, index) => ({ number: index + 1, text })),
    [updateLog],
    sink,
  );
  return sink;
}

const ID = '{64CF7F04-AAAA-BBBB-CCCC-0305E82C3301}';
const NIL = '{00000000-0000-0000-0000-000000000000}';
const report = (time: string, event: string, id: string, code: string, message: string) =>
  `{3F2504E0-4F89-11D3-9A0C-0305E82C3301}\t${time}\t1\t${event}\t101\t${id}\t200\t${code}\tUpdateOrchestrator\tFailure\tContent Install\t${message}`;
const FAILED = report(
  '2024-01-09 11:24:45:123+0100',
  '182 [AGENT_INSTALLING_FAILED]',
  ID,
  '80070643',
  'Installation Failure: Windows failed to install the following update with error 0x80070643: 2024-01 Security Update for Windows 10: x64 (KB5034441).',
);

describe('ReportingEvents.log', () => {
  it('tells a failure with its code, title, KB, id and exact time', () => {
    const sink = read([FAILED]);
    expect(sink.values('update-event')).toEqual([
      {
        what: 'install-failed',
        kb: 'KB5034441',
        title: '2024-01 Security Update for Windows 10: x64 (KB5034441)',
        updateId: '64cf7f04-aaaa-bbbb-cccc-0305e82c3301',
        code: 0x80070643,
        count: null,
      },
    ]);
    const ms = Date.UTC(2024, 0, 9, 10, 24, 45, 123);
    expect(sink.facts[0].reading).toMatchObject({
      witness: 'update-log',
      when: { fromMs: ms, toMs: ms },
      at: { line: 1 },
    });
  });

  it('reads other languages by event, and scans by their count', () => {
    const sink = read([
      report(
        '2024-01-10 11:24:45:123+0100',
        '183 [AGENT_INSTALLING_SUCCEEDED]',
        ID,
        '0',
        'Installation erfolgreich: Das folgende Update wurde installiert. 2024-01 (KB5034441)',
      ),
      report(
        '2024-01-10 11:25:45:123+0100',
        '147 [AGENT_DETECTION_FINISHED]',
        NIL,
        '0',
        'Windows Update Client successfully detected 3 updates.',
      ),
      report('2024-01-10 11:25:45:123+0100', '199 [SOMETHING_ELSE]', NIL, '0', 'Words: words'),
    ]);
    expect(sink.values('update-event')).toMatchObject([
      { what: 'install-succeeded', kb: 'KB5034441', code: null },
      { what: 'scan-succeeded', count: 3, updateId: null, title: null },
    ]);
  });

  it('is a history from its first event to its last, and a quotation of it is none', () => {
    expect(read(Array(12).fill(FAILED)).coverage.map((span) => span.subject)).toEqual(['update-history']);
    expect(read([FAILED, 'that is what it says', FAILED]).coverage).toEqual([]);
  });
});

describe('WindowsUpdate.log', () => {
  it('holds the same event flattened by a mail, without its GUIDs', () => {
    const sink = read([
      '2023-02-06 11:45:33:713 1188 1418 Report REPORT EVENT: 2023-02-06 11:45:28:713+0900 1 182 101 205 80070643 Legacy Update Failure Content Install Installation Failure: Windows failed to install the following update with error 0x80070643: April, 2017 Rollup (KB4014981)',
    ]);
    expect(sink.values('update-event')).toMatchObject([
      { what: 'install-failed', kb: 'KB4014981', code: 0x80070643, updateId: null },
    ]);
    expect(sink.facts[0].reading.when?.fromMs).toBe(Date.UTC(2023, 1, 6, 2, 45, 28, 713));
  });

  it('names an update by an earlier line of the same id', () => {
    const sink = read([
      `2025/01/05 15:53:49.6820555 6052  12052 ComApi          Deserialized installable update 2025-01 Update (KB5050000), UpdateID = {64CF7F04-AAAA-BBBB-CCCC-0305E82C3301.200}`,
      `2025/01/05 15:53:50.6820555 6052  12052 Deployment      Deployment job Id X : Installing starting for update 64cf7f04-aaaa-bbbb-cccc-0305e82c3301.200, deployable update count = 1`,
    ]);
    expect(sink.values('update-event')).toMatchObject([
      { what: 'install-started', kb: 'KB5050000', title: '2025-01 Update (KB5050000)' },
    ]);
  });

  it('tells what an installation came to by what goes into the history', () => {
    const line = (code: string) =>
      `2025/01/05 15:53:51.6820555 6052  12052 Agent           LogHistory called for Caller=UpdateOrchestrator, idUpdate=64CF7F04-AAAA-BBBB-CCCC-0305E82C3301.200, operation = Install, resultMapped=${code}, resultUnMapped=${code}`;
    const sink = read([
      `2025/01/05 15:53:49.6820555 6052  12052 ComApi          Deserialized installable update 2025-01 Update (KB5050000), UpdateID = {64CF7F04-AAAA-BBBB-CCCC-0305E82C3301.200}`,
      line('80070643'),
      line('0'),
    ]);
    expect(sink.values('update-event')).toMatchObject([
      { what: 'install-failed', kb: 'KB5050000', code: 0x80070643 },
      { what: 'install-succeeded', kb: 'KB5050000', code: null },
    ]);
  });
});

describe('Configuration Manager', () => {
  const entry = (message: string, type = 1) =>
    `<![LOG[${message}]LOG]!><time="08:52:46.657+240" date="07-14-2021" component="UpdatesDeploymentAgent" context="" type="${type}" thread="1" file="a.cpp:1">`;
  const sum = 'Site_A/SUM_64cf7f04-aaaa-bbbb-cccc-0305e82c3301';

  it('tells each state of an update once, by name', () => {
    const error = entry(
      `Update (${sum}) Progress: Status = ciStateError, PercentComplete = 100, DownloadSize = 0, Result = 0x80070643`,
      3,
    );
    const sink = read([
      entry(
        `Update (${sum}) Name (2024-01 Security Update (KB5034441)) ArticleID (5034441) added to the targeted list of deployment ({X})`,
      ),
      entry(
        `Update (${sum}) Progress: Status = ciStateInstalling, PercentComplete = 50, DownloadSize = 0, Result = 0x0`,
      ),
      error,
      error,
    ]);
    expect(sink.values('update-event')).toEqual([
      {
        what: 'install-failed',
        kb: 'KB5034441',
        title: '2024-01 Security Update (KB5034441)',
        updateId: '64cf7f04-aaaa-bbbb-cccc-0305e82c3301',
        code: 0x80070643,
        count: null,
      },
    ]);
    expect(sink.facts[0].reading.when?.fromMs).toBe(Date.UTC(2021, 6, 14, 12, 52, 46, 657));
  });
});

describe('update logs', () => {
  it('never throw, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(FAILED, '<![LOG[', ']LOG]!><time="', ' REPORT EVENT: ', '\t', ', UpdateID = {'),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void read([pieces.join('')])));
  });

  describe.skipIf(CORPUS === null)('of real machines (skipped without the corpus)', () => {
    for (const { file } of corpusRows('log-windowsupdate')) {
      it(`hold no failed installation, and none is found: ${file}`, () => {
        const sink = new CollectingSink();
        scanLog(new MemorySource(corpusBytes(file)), [updateLog], sink, () => {});
        expect(sink.values('update-event').filter((event) => event.what === 'install-failed')).toEqual([]);
      });
    }
  });
});
