import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStamp } from './log-stamp.js';

const iso = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '');

describe('readStamp', () => {
  const cases: [string, string, string, number, number | null][] = [
    [
      'servicing and setup',
      '2026-01-09 11:23:45, Info                  CBS    x',
      '2026-01-09 11:23:45.000',
      1000,
      null,
    ],
    ['behind a mark', '\ufeff2026-01-09 11:23:45, Error', '2026-01-09 11:23:45.000', 1000, null],
    ['Windows 7 update log', '2018-05-20\t19:21:13:219\t 908\t45c\tMisc', '2018-05-20 19:21:13.219', 1, null],
    ['decoded update log', '2020/11/19 15:25:46.9997442 4352  2224  Agent', '2020-11-19 15:25:46.999', 1, null],
    ['reporting events', '{A}\t2024-01-09 11:23:45:123+0100\t1', '2024-01-09 11:23:45.123', 1, 60],
    ['west of Greenwich', '{A}\t2024-01-09 11:23:45:123-0330\t1', '2024-01-09 11:23:45.123', 1, -210],
    ['Burn', '[0A94:0E70][2024-01-09T15:23:11]e000: Error', '2024-01-09 15:23:11.000', 1000, null],
    [
      'ConfigMgr',
      '<![LOG[x]LOG]!><time="08:52:46.657+240" date="07-14-2021" component="a"',
      '2021-07-14 08:52:46.657',
      1,
      -240,
    ],
    ['co-installers', '[04/25/2020 20:20.04.633] WudfCoInstaller:', '2020-04-25 20:20:04.633', 1, null],
    ['German', '09.01.2024 11:23:45', '2024-01-09 11:23:45.000', 1000, null],
    ['afternoon', '=== Logging started: 1/30/2024  3:10:05 PM ===', '2024-01-30 15:10:05.000', 1000, null],
  ];
  for (const [name, text, local, precisionMs, offsetMinutes] of cases) {
    it(`reads that of ${name}`, () => {
      const stamp = readStamp(text);
      expect(stamp && iso(stamp.localMs)).toBe(local);
      expect(stamp).toMatchObject({ precisionMs, offsetMinutes, swappedMs: null });
    });
  }

  it('gives both readings where day and month can be swapped', () => {
    const stamp = readStamp('=== Logging started: 1/9/2024  15:10:05 ===');
    expect(stamp && iso(stamp.localMs)).toBe('2024-01-09 15:10:05.000');
    expect(iso(stamp?.swappedMs ?? 0)).toBe('2024-09-01 15:10:05.000');
  });

  it('takes no version, no impossible date and no date far into the line', () => {
    for (const text of [
      '10.0.19041.3920',
      '2024-02-30 10:00:00',
      '2024-13-01 10:00:00',
      '',
      `${'x'.repeat(200)}2024-01-09 11:23:45`,
    ]) {
      expect(readStamp(text)).toBeNull();
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readStamp(text)));
  });
});
