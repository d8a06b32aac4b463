import { describe, expect, it } from 'vitest';
import { commandOf } from './pasted.js';

describe('a line without a prompt', () => {
  it.each([
    'reagentc /info',
    'reagentc.exe /setreimage /path C:\\Recovery\\WindowsRE /target C:\\Windows',
    'reagentc /info | findstr Version',
    'manage-bde -status C:',
    'dism /online /get-packages',
    'bcdedit /enum all',
    'wmic qfe get HotFixID',
    'Get-Partition -DiskNumber 0 | Format-List',
  ])('is a command where it is written as one: %s', (line) => {
    expect(commandOf(line)?.prompt).toBe('none');
  });

  it.each([
    'reagentc /info tells me that it is switched off',
    'reagentc /info me dit que WinRE est désactivé.',
    'reagentc /enable schlägt fehl',
    'reagentc /info 显示已禁用',
    'dism finds nothing. sfc neither.',
    'systeminfo shows Windows 10 Pro',
    'bcdedit lists two entries, and I do not know which one is meant',
  ])('is a sentence where words go on about it: %s', (line) => {
    expect(commandOf(line)).toBeNull();
  });
});
