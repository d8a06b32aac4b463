import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../bytes/format-error.js';
import { corpusRows } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readRollbackInfo, readServicingManager } from './winreagent-state.js';

const XML = `<ResetSession Staged="True"><Executor ScheduleCommit="True"><Package><Entry PackagePath="C:\\a\\Windows10.0-KB5034441-x64.cab"/></Package>
<StageOperation OperationType="CopyWinRE" Executed="True" CopyFromPath="\\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\\Recovery\\WindowsRE\\winre.wim"/>
<CommitOperation OperationType="ReplaceInPlace" Executed="False"/>
<ExecutionContext TargetRootSet="True" TargetRootSignature="{5AB452EE-5CE4-474D-8165-029242CA7788}" TargetRootCapacity="1000" TargetRootOffset="16" TargetRootPath="\\" WinREIsAvailable="True"/></Executor></ResetSession>`;

describe('readServicingManager', () => {
  it('reads the plan and how far it came', () => {
    expect(readServicingManager(XML)).toEqual({
      staged: true,
      commitScheduled: true,
      operations: [
        { type: 'CopyWinRE', phase: 'stage', executed: true },
        { type: 'ReplaceInPlace', phase: 'commit', executed: false },
      ],
      packages: ['C:\\a\\Windows10.0-KB5034441-x64.cab'],
      currentImage: '\\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\\Recovery\\WindowsRE\\winre.wim',
      winReAvailable: true,
      target: { diskId: '5ab452ee-5ce4-474d-8165-029242ca7788', diskBytes: 1000, offsetBytes: 16, path: '\\' },
      image: null,
    });
  });

  it('refuses other files, torn ones and hostile ones', () => {
    expect(() => readServicingManager('<a/>')).toThrow(expect.objectContaining({ fault: 'bad-magic' }));
    expect(() => readServicingManager(XML.slice(0, 200))).toThrow(expect.objectContaining({ fault: 'truncated' }));
    expect(() => readServicingManager(' '.repeat(2 << 20))).toThrow(expect.objectContaining({ fault: 'over-limit' }));
    const many = `<ResetSession>${'<StageOperation/>'.repeat(300)}</ResetSession>`;
    expect(() => readServicingManager(many)).toThrow(expect.objectContaining({ fault: 'over-limit' }));
  });

  it('throws nothing but FormatError, whatever is done to a file', () => {
    fc.assert(
      fc.property(fc.nat(XML.length), fc.nat(20), fc.string(), (at, length, put) => {
        try {
          readServicingManager(XML.slice(0, at) + put + XML.slice(at + length));
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
    );
  });
});

describe('readRollbackInfo', () => {
  it('reads yes, no and missing', () => {
    expect(
      readRollbackInfo('[GeneralInfo]\r\nCopiedWimPath=C:\\x.wim\r\n[ExecutionInfo]\r\nCommitStart=Yes\r\n'),
    ).toEqual({
      commitStarted: true,
      commitCompleted: null,
      copiedWimPath: 'C:\\x.wim',
      backupWimPath: null,
    });
    expect(readRollbackInfo('[boot loader]\ntimeout=30')).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readRollbackInfo(text)));
  });
});

describe.skipIf(CORPUS === null)('a real C:\\$WinREAgent (skipped without the corpus)', () => {
  const text = (name: string) => new TextDecoder().decode(corpusBytes(`winreagent/${name}`));

  it('is read as libxml2 reads it', () => {
    const truth = corpusRows('winreagent').find((row) => row.file.endsWith('WinREServicingManager.xml'))?.truth;
    const values = truth?.values as Record<string, Record<string, string>>;
    const manager = readServicingManager(text('WinREServicingManager.xml'));
    expect(manager.staged).toBe(values.ResetSession.Staged === 'True');
    expect(manager.commitScheduled).toBe(values.Executor.ScheduleCommit === 'True');
    expect(manager.packages.at(-1)).toBe(values.Entry.PackagePath);
    expect(manager.target).toMatchObject({
      diskId: values.ExecutionContext.TargetRootSignature,
      offsetBytes: Number(values.ExecutionContext.TargetRootOffset),
    });
    expect(manager.operations.filter((operation) => operation.phase === 'commit' && operation.executed)).toEqual([]);
  });

  it('contradicts itself', () => {
    expect(readRollbackInfo(text('RollbackInfo.ini'))).toMatchObject({ commitStarted: true, commitCompleted: true });
  });
});
