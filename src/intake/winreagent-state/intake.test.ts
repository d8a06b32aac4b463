import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { winreagentStateIntake } from './intake.js';

const manager = (executed: string) =>
  `<ResetSession Staged="True"><Executor ScheduleCommit="True"><Package><Entry PackagePath="C:\\SSU-19041-KB5000000.cab"/><Entry PackagePath="C:\\Windows10.0-KB5034441-x64.cab"/></Package><CommitOperation OperationType="UpdateInPartition" Executed="${executed}"/></Executor></ResetSession>`;
const ini = (complete: string) =>
  `[GeneralInfo]\r\nCopiedWimPath=C:\\x.wim\r\n[ExecutionInfo]\r\nCommitStart=Yes\r\n${complete}`;

function read(text: string | Uint8Array, beside: Record<string, string | Uint8Array> = {}): CollectingSink {
  const bytesOf = (given: string | Uint8Array) =>
    new MemorySource(typeof given === 'string' ? new TextEncoder().encode(given) : given);
  const bytes = bytesOf(text);
  const artefact = {
    name: 'x',
    bytes,
    depth: 0,
    beside: new Map(Object.entries(beside).map(([name, given]) => [name, bytesOf(given)])),
  };
  expect(winreagentStateIntake.recognises(bytes.read(0, bytes.size), artefact)).toBe(true);
  const sink = new CollectingSink();
  winreagentStateIntake.read(artefact, sink);
  return sink;
}

describe('$WinREAgent', () => {
  it('says weakly what one file says, and strongly what both say', () => {
    const pending = (sink: CollectingSink) =>
      sink.values('pending-restart').map((sign) => [sign.present, sign.strength]);
    expect(pending(read(manager('False')))).toEqual([[true, 'weak']]);
    expect(pending(read(manager('False'), { 'rollbackinfo.ini': ini('') }))).toEqual([[true, 'strong']]);
    expect(pending(read(manager('False'), { 'rollbackinfo.ini': ini('CommitComplete=Yes') }))).toEqual([
      [true, 'weak'],
    ]);
    expect(pending(read(ini('CommitComplete=Yes')))).toEqual([[false, 'weak']]);
    expect(pending(read(ini('CommitComplete=Yes'), { 'winreservicingmanager.xml': manager('True') }))).toEqual([
      [false, 'strong'],
    ]);
    expect(pending(read(ini(''), { 'winreservicingmanager.xml': '<torn' }))).toEqual([[true, 'weak']]);
  });

  it('calls servicing done only where both files do, and names the update, not the servicing stack', () => {
    const steps = (sink: CollectingSink) => sink.values('winre-servicing').map((step) => [step.what, step.kb]);
    expect(steps(read(manager('True')))).toEqual([['started', 'KB5034441']]);
    expect(steps(read(manager('True'), { 'rollbackinfo.ini': ini('CommitComplete=Yes') }))).toEqual([
      ['started', 'KB5034441'],
      ['succeeded', 'KB5034441'],
    ]);
  });

  it('knows its files by content', () => {
    const is = (text: string) => {
      const bytes = new TextEncoder().encode(text);
      return winreagentStateIntake.recognises(bytes, {
        name: 'RollbackInfo.ini',
        bytes: new MemorySource(bytes),
        depth: 0,
      });
    };
    expect(is('<RollbackHelper><Checkpoint Value="0"/></RollbackHelper>')).toBe(true);
    expect(is('[GeneralInfo]\nName=x')).toBe(false);
    expect(is('text that mentions <ResetSession> only')).toBe(false);
  });

  it.skipIf(CORPUS === null)('lets the real pair contradict itself, weakly (skipped without the corpus)', () => {
    const [xml, text] = ['WinREServicingManager.xml', 'RollbackInfo.ini'].map((name) =>
      corpusBytes(`winreagent/${name}`),
    );
    const sink = read(xml, { 'rollbackinfo.ini': text });
    expect(sink.values('pending-restart')).toMatchObject([
      { present: true, strength: 'weak', detail: 'staged KB5073933' },
    ]);
    expect(sink.values('winre-space-check')).toMatchObject([{ scenario: 'UpdateInPartition' }]);
    expect(sink.values('winre-config')).toMatchObject([
      {
        enabled: true,
        onOsVolume: false,
        location: {
          disk: 0,
          partition: 3,
          offsetBytes: 208856416256,
          diskId: '1585864975',
          path: '\\Recovery\\WindowsRE',
        },
      },
    ]);
    expect(sink.values('device-identity')).toMatchObject([{ diskIds: ['1585864975'] }]);
    expect(read(text, { 'winreservicingmanager.xml': xml }).values('pending-restart')).toMatchObject([
      { present: false, strength: 'weak' },
    ]);
  });
});
