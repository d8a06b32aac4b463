import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readSetupLine } from '../setup-line/setup-line.js';
import { decodeLines } from '../text/text.js';
import { readReAgentMessage } from './reagent-log.js';

describe('readReAgentMessage', () => {
  const cases: [string, ReturnType<typeof readReAgentMessage>][] = [
    [
      '-----Executing command line: reagentc  /setreimage /path R:\\Recovery\\WindowsRE-----',
      { what: 'command', verb: 'setreimage' },
    ],
    [
      'Exit WinReGetConfig return value: 1, last error: 0x2',
      { what: 'exit', api: 'WinReGetConfig', ok: true, error: 0 },
    ],
    [
      'Exit WinReInstall return value: 0, last error: 0x3bc3',
      { what: 'exit', api: 'WinReInstall', ok: false, error: 0x3bc3 },
    ],
    [
      'Exit WinReSetTriggerFile return error code: 0x2',
      { what: 'exit', api: 'WinReSetTriggerFile', ok: false, error: 2 },
    ],
    ['WinRE is installed', { what: 'installed', installed: true }],
    ['WinRE is not installed', { what: 'installed', installed: false }],
    [
      'WinRE is installed at: \\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\\Recovery\\WindowsRE',
      { what: 'installed-at', disk: 0, partition: 4, path: '\\Recovery\\WindowsRE' },
    ],
    [
      'Partition number: 4, offset: 1023135449088, free space: 1054896128, total space: 1073737728',
      { what: 'partition', number: 4, offsetBytes: 1023135449088, freeBytes: 1054896128, totalBytes: 1073737728 },
    ],
    ['Partition number: 4, offset: 1, free space: 2, total space: 1', null],
    ['MeetPartitionRequirements WinRE WIM size: 384369902', { what: 'image-size', bytes: 384369902 }],
    ['MeetPartitionRequirements Required free space: 489227502', { what: 'required-free', bytes: 489227502 }],
    [
      '----Search target partition option #2: try first recovery partition',
      { what: 'option', option: 'try first recovery partition' },
    ],
    [
      'WinRE created BCD entry: : {5097AFA4-7633-11ED-BF14-9CEBE8D102F7} ',
      { what: 'boot-entry', id: '5097afa4-7633-11ed-bf14-9cebe8d102f7' },
    ],
    ['Enter WinReGetConfig', null],
  ];
  for (const [text, want] of cases) it(text.slice(0, 70), () => expect(readReAgentMessage(text)).toEqual(want));

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readReAgentMessage(`Exit ${text} return value: 0`)));
  });

  it.skipIf(CORPUS === null)('reads the command of a real fragment (skipped without the corpus)', () => {
    const lines = decodeLines(new MemorySource(corpusBytes('log-reagent/reagent-fragment-setreimage.log')), () => {});
    const read = [...lines].map((line) => readReAgentMessage(readSetupLine(line.text)?.message ?? '')).filter(Boolean);
    expect(read).toEqual([{ what: 'command', verb: 'setreimage' }]);
  });
});
