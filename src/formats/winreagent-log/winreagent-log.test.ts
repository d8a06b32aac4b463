import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFailure, readWinReAgentMessage } from './winreagent-log.js';

describe('readWinReAgentMessage', () => {
  it('tells the level in use from the one that is staged', () => {
    const version = (text: string) => readWinReAgentMessage(text)?.version;
    expect(version('Current WinRE version: [10.0.19041.1]')).toEqual({ role: 'current', version: '10.0.19041.1' });
    expect(version('Update WinRE version: [10.0.19041.3920]')).toEqual({ role: 'update', version: '10.0.19041.3920' });
    expect(version('Installed WinRE version: 10.0.22621.6060')).toEqual({
      role: 'installed',
      version: '10.0.22621.6060',
    });
  });

  it('reads measures, in brackets or not, decimal or hexadecimal', () => {
    expect(
      readWinReAgentMessage(
        'WinRE partition total space [529526784], free space [83886080], winre size [5], target WinRE size [6]',
      )?.space,
    ).toEqual({
      totalBytes: 529526784,
      freeBytes: 83886080,
      imageBytes: 5,
      targetImageBytes: 6,
      requiredBytes: null,
    });
    expect(readWinReAgentMessage('WinRE partition total space: 0x100, free space: 0x10')?.space).toMatchObject({
      totalBytes: 256,
      freeBytes: 16,
    });
    expect(readWinReAgentMessage('Free space requirement: [157286400]')?.space).toMatchObject({
      requiredBytes: 157286400,
      freeBytes: null,
    });
  });

  it('takes a need of a scenario for no choice of it', () => {
    const message = readWinReAgentMessage('UpdateInPartition: Required free space on recovery partition [157286400]');
    expect(message).toMatchObject({ scenario: null, space: { requiredBytes: 157286400 } });
    expect(readWinReAgentMessage('Selected scenario: UpdateInPartition')).toMatchObject({
      scenario: 'UpdateInPartition',
    });
  });

  it('knows refusals by name and by words', () => {
    expect(readWinReAgentMessage('Cannot repartition: UnallocatedSpaceIsTooBig')?.refusal).toBe(
      'UnallocatedSpaceIsTooBig',
    );
    expect(readWinReAgentMessage('Not enough space to shrink from OS')?.refusal).toBe('NoSpaceForShrink');
    expect(readWinReAgentMessage('Cannot Commit WinRE servicing, hr 0x80070070')).toMatchObject({
      step: 'commit-refused',
      code: 0x80070070,
    });
  });

  it('has nothing to say of other text, and never throws', () => {
    expect(readWinReAgentMessage('Package_for_KB5034441 is applicable')).toBeNull();
    fc.assert(
      fc.property(
        fc.string(),
        (text) => void readWinReAgentMessage(`WinRE partition total space [${text}], free space [`),
      ),
    );
  });
});

it('readFailure takes failing codes only', () => {
  expect(readFailure('hr = 0x80070070')).toBe(0x80070070);
  expect(readFailure('hr = 0x00000000')).toBeNull();
  expect(readFailure('no code')).toBeNull();
});
