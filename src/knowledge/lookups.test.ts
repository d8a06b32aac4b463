import { describe, expect, it } from 'vitest';
import { findBuild, sameBranch, servicingBranchOf } from './builds.js';
import { answerOf, findCause, isCauseId } from './causes.js';
import { decodeHresult } from './decode.js';
import { findErrorCode, findReagentcCode, hresultOfWin32 } from './error-codes.js';
import { eventsOf, findEvent } from './events.js';
import { weaknessesOf } from './image-fixes.js';
import { partitionTypeOf, RECOVERY_TYPE_GUID } from './partition-types.js';
import { isWinReTitle, kbInTitle, productOf } from './products.js';
import { WINRE_FREE_BYTES_MIN } from './space-rules.js';
import {
  breaksWinRe,
  cumulativeUpdateBringsWinRe,
  findUpdate,
  isWinReUpdate,
  latestWinReLevel,
  levelBoundsOf,
  normaliseKb,
  supersedes,
  targetOf,
  winreKbs,
} from './updates.js';
import { buildOf, compareVersions } from './version.js';

describe('updates', () => {
  it('are found however the number is written', () => {
    for (const text of ['KB5034441', 'kb5034441', '5034441', ' KB 5034441 ']) {
      expect(findUpdate(text)?.kb).toBe('KB5034441');
    }
    expect(normaliseKb('KB50')).toBeNull();
    expect(findUpdate('KB9999999')).toBeUndefined();
  });

  it('supersede through others, never themselves nor backwards', () => {
    expect(supersedes('KB5120221', 'KB5034441')).toBe(true);
    expect(supersedes('KB5042320', 'KB5034441')).toBe(true);
    expect(supersedes('KB5034441', 'KB5042320')).toBe(false);
    expect(supersedes('KB5034441', 'KB5034441')).toBe(false);
    expect(supersedes('KB5042322', 'KB5034441')).toBe(false); // another Windows
    expect(supersedes('KB9999999', 'KB5034441')).toBe(false);
  });

  it('say whether they are of WinRE alone', () => {
    expect(isWinReUpdate('KB5063523')).toBe(true);
    expect(isWinReUpdate('KB5066835')).toBe(false);
    expect(isWinReUpdate('KB9999999')).toBe(false);
    expect(winreKbs().length).toBe(15);
  });

  it('say their level and how far it may be trusted', () => {
    expect(targetOf('KB5034441')).toEqual({ version: '10.0.19041.3920', confidence: 'high', basis: 'published' });
    expect(targetOf('KB5048239')?.basis).toBe('third-party');
    expect(targetOf('KB5057589')?.basis).toBe('observed');
    expect(targetOf('KB5063523')).toBeNull();
  });

  it('bound a level that was never published by those before and after it', () => {
    expect(levelBoundsOf('KB5034441')).toEqual({ atLeast: '10.0.19041.3920', atMost: '10.0.19041.3920', exact: true });
    expect(levelBoundsOf('KB5063523')).toEqual({ atLeast: '10.0.19041.3920', atMost: null, exact: false });
    expect(levelBoundsOf('KB5073454').atLeast).toBeNull(); // first seen in January 2026: it may be older than that
    expect(levelBoundsOf('KB5073454').atMost).toBe('10.0.22621.6630');
    expect(levelBoundsOf('KB9999999')).toEqual({ atLeast: null, atMost: null, exact: false });
  });

  it('know the newest published level of a branch on a day', () => {
    expect(latestWinReLevel(26200, '2026-05-11')?.version).toBe('10.0.26100.7618');
    expect(latestWinReLevel(26200, '2026-05-12')?.version).toBe('10.0.26100.8455');
    expect(latestWinReLevel(19045, '2024-01-08')).toBeNull();
    const spring = latestWinReLevel(19045, '2025-05-01');
    expect(spring?.version).toBe('10.0.19041.3920');
    expect(spring?.laterWithoutLevel).toContain('KB5057589');
    expect(spring?.confidence).toBe('medium');
  });

  it('name those that break WinRE', () => {
    expect(breaksWinRe('KB5068164')?.resolvedBy).toEqual(['KB5075039']);
    expect(breaksWinRe('KB5066835')?.symptom).toBe('usb-input-dead-in-winre');
    expect(breaksWinRe('KB5075039')).toBeNull();
  });

  it('know which Windows gets WinRE with its cumulative update', () => {
    expect(cumulativeUpdateBringsWinRe(22621, '2023-06-26')).toBe(false);
    expect(cumulativeUpdateBringsWinRe(22621, '2023-06-27')).toBe(true);
    expect(cumulativeUpdateBringsWinRe(19045, '2026-01-01')).toBe(false);
  });
});

describe('versions and builds', () => {
  it('compare number by number', () => {
    expect(compareVersions('10.0.19041.3920', '10.0.19041.10000')).toBeLessThan(0);
    expect(compareVersions('10.0.19041', '10.0.19041.0')).toBe(0);
    expect(buildOf('10.0.19041.3920')).toBe(19041);
    expect(buildOf('19045')).toBe(19045);
    expect(buildOf('abc')).toBeNull();
  });

  it('share a servicing branch where an enablement package made one of the other', () => {
    expect(servicingBranchOf(19045)).toBe(19041);
    expect(sameBranch(22631, 22621)).toBe(true);
    expect(sameBranch(26200, 26100)).toBe(true);
    expect(sameBranch(22000, 22621)).toBe(false);
    expect(servicingBranchOf(99999)).toBe(99999);
    expect(findBuild(20348)?.role).toBe('server');
  });
});

describe('codes', () => {
  it('are found by number, signed or not', () => {
    expect(findErrorCode(0x80070643)?.symbol).toBe('ERROR_INSTALL_FAILURE');
    expect(findErrorCode(-2147023293)?.id).toBe('0x80070643');
    expect(findErrorCode(0x80070643)?.causes).toEqual([]); // it never names the cause
    expect(findErrorCode(hresultOfWin32(1618))?.causes).toContain('install-conflict');
    expect(findReagentcCode('3BC3')?.win32).toBe(15299);
    expect(findReagentcCode('0x70')?.causes).toEqual(['partition-too-small']);
  });

  // Expected values worked out by hand from the layouts in [MS-ERREF].
  it.each([
    [0x80070070, 'hresult', 'error', 7, 112],
    [-2147024784, 'hresult', 'error', 7, 112],
    [0x00240005, 'hresult', 'success', 36, null],
    [0x8024ffff, 'hresult', 'error', 36, null],
    [0xc1900101, 'hresult', 'error', 400, null],
    [0xc142011c, 'hresult', 'error', 322, null],
    [0xc0000005, 'ntstatus', 'error', 0, 998],
    [0xd0000022, 'ntstatus-in-hresult', 'error', 0, 5],
    [0xa0040001, 'hresult', 'error', 4, null],
  ])('are taken apart: %s', (value, kind, severity, facility, win32) => {
    const decoded = decodeHresult(value);
    expect([decoded.kind, decoded.severity, decoded.facility.number, decoded.win32]).toEqual([
      kind,
      severity,
      facility,
      win32,
    ]);
  });

  it('tell Microsoft from others', () => {
    expect(decodeHresult(0xa0040001).customer).toBe(true);
    expect(decodeHresult(0x80040001).customer).toBe(false);
  });
});

describe('events', () => {
  it('are found by name, alias and GUID', () => {
    for (const name of ['Microsoft-Windows-WinREAgent', 'winreagent', '{1F7A6C55-5532-573B-35B7-2107E43A6EF5}']) {
      expect(findEvent(name, 4502)?.role).toBe('winre-servicing-failed');
    }
    expect(findEvent('Microsoft-Windows-WindowsUpdateClient', 20)?.fields[0]).toEqual({
      name: 'errorCode',
      type: 'HexInt32',
    });
    expect(findEvent('WinREAgent', 20)).toBeUndefined();
    expect(eventsOf(4502).length).toBe(1);
  });
});

describe('partitions', () => {
  it('are told by type code', () => {
    expect(partitionTypeOf('{DE94BBA4-06D1-4D40-A16A-BFD50179D6AC}')?.role).toBe('windows-recovery');
    expect(partitionTypeOf(RECOVERY_TYPE_GUID)?.scheme).toBe('gpt');
    expect(partitionTypeOf(0x27)?.role).toBe('windows-recovery');
    expect(partitionTypeOf(0x99)).toBeUndefined();
    expect(WINRE_FREE_BYTES_MIN).toBe(262144000);
  });
});

describe('products', () => {
  it.each([
    ['2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)', 'winre'],
    ['2026-03 Windows Recovery Environment Update (KB5075039)', 'winre'],
    ['2026-09 Update der Windows-Wiederherstellungsumgebung (KB5999999)', 'winre'],
    ['Windows 恢复环境更新 (KB5999999)', 'winre'],
    [
      'Update für Microsoft Defender Antivirus-Antischadsoftwareplattform – KB4052623 (Version 4.18.24010.12)',
      'defender',
    ],
    ['Security Intelligence-Update für Microsoft Defender Antivirus - KB2267602 (Version 1.403.1)', 'defender'],
    ['Update for Windows Security platform - KB5007651 (Version 10.0.27703.1006)', 'defender'],
    ['2024-01 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11 (KB5034466)', 'dotnet'],
    ['.NET Core 3.1.21 Security Update for x64 Client', 'dotnet'],
    ['Security Update for SQL Server 2019 RTM CU (KB5029378)', 'sql'],
    ['Security Update For Exchange Server 2019 CU13 (KB5030524)', 'exchange'],
    ['Intel Corporation - System - 10.1.2.86', 'driver'],
    ['HP Inc. - Firmware - 1.2.3.4', 'firmware'],
    ['2024-05 Cumulative Update for Windows 11 Version 23H2 for x64-based Systems (KB5037771)', 'os-servicing'],
    ['2024-x64 tabanlı Sistemler için Windows 10 Version 22H2 11 Toplu Güncelleştirmesi (KB5046613)', 'os-servicing'],
    ['2022-06 arm64 ベース システム用 Windows 11 の累積更新プログラム (KB5016138)', 'os-servicing'],
    ['2022-06 .NET Framework 3.5 および 4.8 の累積的な更新プログラム (ARM64 向け Windows 11 用) (KB5013889)', 'dotnet'],
    ['9NBLGGH3FRZM-Microsoft.VCLibs.140.00', 'store-app'],
    ['Intel - SoftwareComponent - 2130.1.15.0', 'driver'],
    ['Kumulatives Update für Windows 11 Version 23H2 (KB5037771)', 'os-servicing'],
    ['Windows Subsystem for Linux Update - 5.10.102.1', 'wsl'],
    ['Windows Malicious Software Removal Tool x64 - v5.120 (KB890830)', 'msrt'],
    ['Update for Windows Update Service components (KB5001716)', 'update-stack'],
    ['Visual Studio 2019 version 16.11.30 update', 'visual-studio'],
    ['Security Update for Microsoft Office 2016 (KB5002497)', 'office'],
    ['Microsoft Edge-WebView2 Runtime Version 114', 'edge'],
    ['Python 3.11.4 (64-bit)', 'python'],
    ['Python 3.9.13', 'python'],
    ['WSL kernel', 'wsl'],
    ['WSL 5.4.91', 'wsl'],
    ['.NET Core 3.1.21', 'dotnet'],
    ['Visual Studio Client Detector Utility', 'visual-studio'],
    ['Visual Studio 2015', 'visual-studio'],
  ])('%s', (title, wanted) => {
    const found = productOf({ title });
    expect(found === 'winre' ? found : found?.id).toBe(wanted);
  });

  it('are told by number alone, and not at all from nothing', () => {
    expect(productOf({ kb: '5057589' })).toBe('winre');
    expect(productOf({ kb: 'KB9999999' })).toBeNull();
    expect(productOf({})).toBeNull();
    expect(productOf({ title: 'Something nobody has heard of (KB9999999)' })).toBeNull();
    expect(kbInTitle('x (KB5034441) y')).toBe('KB5034441');
    expect(isWinReTitle('Windows 回復環境の更新')).toBe(true);
  });

  it('are told of a title of any length', () => {
    expect(productOf({ title: 'kumulatives update '.repeat(200_000) })).toBeNull();
  });
});

describe('weaknesses of an image', () => {
  const ids = (version: string) => {
    const { open, undecided } = weaknessesOf(version);
    return { open: open.map(({ id }) => id), undecided: undecided.map(({ id }) => id) };
  };

  it('are open below the published level, and where the image is older than the fix', () => {
    expect(ids('10.0.19041.3919').open).toEqual(['CVE-2024-20666', 'bitunlocker-2025']);
    expect(ids('10.0.19041.3920').open).toEqual(['bitunlocker-2025']);
    expect(ids('10.0.19041.1000').open).toContain('CVE-2022-41099');
  });

  it('are undecided where no level tells, and closed where a later published level is reached', () => {
    expect(ids('10.0.19041.5728').undecided).toContain('bitunlocker-2025');
    expect(ids('10.0.19041.3920').undecided).toEqual(['CVE-2026-20928', 'yellowkey-2026']);
    expect(ids('10.0.26100.7149').undecided).not.toContain('bitunlocker-2025');
    expect(ids('10.0.26100.7149').open).not.toContain('bitunlocker-2025');
  });
});

describe('causes', () => {
  it('have one answer each', () => {
    expect(answerOf('pending-restart')).toBe('restart');
    expect(findCause('not-winre').answer).toBe('elsewhere');
    expect(isCauseId('partition-too-small')).toBe(true);
    expect(isCauseId('partition')).toBe(false);
  });
});
