/** Counterfactual pairs for `healthy`: it needs a log that covers, so it is told by sources and not by pasted text. */
import { describe, expect, it } from 'vitest';
import { answerTo, question, type Sources } from './judge.js';
import { WindowsStory } from './windows-story.js';

const KB5034441 = {
  title: '2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)',
  guid: '{d63f6b7c-9b4d-4a0e-8f0d-6f0f5b0a2c33}',
};
const AT = question(null, '2024-01-15T12:00Z');

/** A week of a Windows on which the update of January went in. */
function story(computer = 'EXAMPLE-PC9'): WindowsStory {
  return new WindowsStory(computer, 19045, 3930)
    .start('2024-01-08T06:30:00Z')
    .noise('2024-01-09T07:00:00Z', 0, 60)
    .updateStarted('2024-01-10T09:00:00Z', KB5034441)
    .servicingStarted('2024-01-10T09:01:00Z')
    .servicingSucceeded('2024-01-10T09:06:00Z', '10.0.19041.3920')
    .updateSucceeded('2024-01-10T09:07:00Z', KB5034441);
}

const info = (status: string, version: string, label = 'Windows RE status') =>
  [
    `    ${label}:         ${status}`,
    `    Windows RE location:       ${status === 'Enabled' ? '\\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\\Recovery\\WindowsRE' : ''}`,
    '    Boot Configuration Data (BCD) identifier: 7a0f3c52-1b1e-4c7e-9a55-5b1d8f0e6c21',
    `    Windows RE Version:        ${version}`,
    '',
    'REAGENTC.EXE: Operation Successful.',
  ].join('\r\n');

const quiet = story().noise('2024-01-15T07:00:00Z', 0, 60).toEvtx();
const healthy: Sources = { 'System.evtx': quiet, 'reagentc.txt': info('Enabled', '10.0.19041.3920') };

describe('healthy', () => {
  it('is the answer to a covered history without a failure, WinRE on and of the newest level', () => {
    expect(answerTo(healthy, AT)).toBe('ignore/healthy');
  });

  it.each([
    ['WinRE is disabled', { ...healthy, 'reagentc.txt': info('Disabled', '0.0.0.0') }, 'repair/winre-disabled'],
    ['the log was not given', { 'reagentc.txt': healthy['reagentc.txt'] }, 'ask/insufficient-evidence'],
    [
      'servicing failed since',
      {
        ...healthy,
        'System.evtx': story()
          .servicingFailed('2024-01-14T09:00:00Z', 2, 0x80070070)
          .noise('2024-01-15T07:00:00Z', 0, 60)
          .toEvtx(),
      },
      'repair/partition-too-small',
    ],
  ])('changes where %s', (_, sources, says) => {
    expect(answerTo(sources as Sources, AT)).toBe(says);
  });

  it.each([
    [
      'the machine has another name',
      { ...healthy, 'System.evtx': story('OTHER').noise('2024-01-15T07:00:00Z', 0, 60).toEvtx() },
    ],
    [
      'the display language is another',
      { ...healthy, 'reagentc.txt': info('Enabled', '10.0.19041.3920', 'Windows RE 状态') },
    ],
    [
      'noise stands beside it',
      { ...healthy, 'notes.txt': 'Thank you for looking into this. The office is closed on Friday.' },
    ],
  ])('stays where %s', (_, sources) => {
    expect(answerTo(sources as Sources, AT)).toBe('ignore/healthy');
  });
});
