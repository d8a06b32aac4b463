/** A local time of unknown zone is an interval; a zone that the evidence names makes it a moment. */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './judge.js';
import { WindowsStory } from './windows-story.js';

const KB = {
  title: '2025-04 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5057589)',
  guid: '{3f1c7c5e-5c1d-4f0e-9a53-1f2b7a0c9d11}',
};
/** The failure, by a clock whose zone the line does not tell: 20:30 local. */
const HISTORY = [
  'PS C:\\> Get-WUHistory | Format-Table -AutoSize',
  '',
  'ComputerName Operationname  Result Date                 Title',
  '------------ -------------  ------ ----                 -----',
  `EXAMPLE-PC1  Installation   Failed 4/19/2025 8:30:00 PM ${KB.title}`,
  '',
].join('\r\n');
const ZONE = [
  'Host Name:                     EXAMPLE-PC1',
  'OS Name:                       Microsoft Windows 10 Pro',
  'OS Version:                    10.0.19045 N/A Build 19045',
  'OS Manufacturer:               Microsoft Corporation',
  'System Boot Time:              4/19/2025, 7:30:00 AM',
  'System Type:                   x64-based PC',
  'System Locale:                 de;German (Germany)',
  'Time Zone:                     (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
  'Total Physical Memory:         16,201 MB',
  '',
].join('\r\n');
/** Servicing succeeded at 22:00 UTC, whole log around it. */
const log = new WindowsStory('EXAMPLE-PC1', 19045, 5737)
  .start('2025-04-08T06:30:00Z')
  .noise('2025-04-08T07:00:00Z', 0, 40)
  .servicingStarted('2025-04-19T21:55:00Z')
  .servicingSucceeded('2025-04-19T22:00:00Z', '10.0.19041.5728')
  .noise('2025-04-20T07:00:00Z', 0, 40)
  .toEvtx();

describe('a failure told in local time', () => {
  it('is not known to come before a success within hours of it: nothing soothes', () => {
    expect(verdictOn({ 'history.txt': HISTORY, 'System.evtx': log }).answer).not.toBe('ignore');
  });

  it('comes before it where the zone is told', () => {
    const { answer, cause } = verdictOn({ 'history.txt': HISTORY, 'System.evtx': log, 'systeminfo.txt': ZONE });
    expect(`${answer}/${cause}`).toBe('ignore/false-alarm');
  });
});
