/**
 * Pairs of whole reports for each cause: one small edit that must change the verdict, and one that must not. What the
 * verdict rests on is what changes it; names, order, language and noise do not.
 */
import { describe, expect, it } from 'vitest';
import { CAUSE_IDS, type CauseId } from '../knowledge/causes.js';
import { answerTo, question, type Sources } from './judge.js';

type Given = string | Sources;
type Edit = readonly [what: string, given: Given];

interface Counterfactual {
  readonly cause: CauseId;
  readonly says: string;
  readonly given: Given;
  readonly kb?: string;
  readonly at?: string;
  /** Each with the verdict that it must have instead. */
  readonly changed: readonly (readonly [...Edit, verdict: string])[];
  /** Each must leave answer and cause as they are. */
  readonly same: readonly Edit[];
}

const event = (provider: string, id: number, time: string, data: Readonly<Record<string, string>>): string => {
  const fields = Object.entries(data).map(([name, value]) => `<Data Name="${name}">${value}</Data>`);
  return `<Event><System><Provider Name="Microsoft-Windows-${provider}"/><EventID>${id}</EventID><TimeCreated SystemTime="${time}"/></System><EventData>${fields.join('')}</EventData></Event>\n`;
};
const failed = (time: string, title: string, code = '0x80070643') =>
  event('WindowsUpdateClient', 20, time, { errorCode: code, updateTitle: title });
const installed = (time: string, title: string) => event('WindowsUpdateClient', 19, time, { updateTitle: title });
const agent = (id: number, time: string, data: Readonly<Record<string, string>> = {}) =>
  event('WinREAgent', id, time, data);
/** How Windows came up: `0x0` full, `0x1` fast startup. */
const start = (time: string, bootType: string) => event('Kernel-Boot', 27, time, { BootType: bootType });

const JANUARY_2024 = 'Windows Recovery Environment Update for Windows 10 (KB5034441)';
const APRIL = '2025-04 Windows Recovery Environment Update for Windows 10 (KB5057589)';
const JULY = '2025-07 Windows Recovery Environment Update for Windows 10 (KB5063523)';
const OCTOBER = '2025-10 Windows Recovery Environment Update for Windows 10 (KB5068164)';
const MARCH = '2026-03 Windows Recovery Environment Update (KB5075039)';
const APRIL_GERMAN = '2025-04 Update der Windows-Wiederherstellungsumgebung für Windows 10 (KB5057589)';
const MARCH_JAPANESE = '2026-03 Windows 回復環境更新プログラム (KB5075039)';

interface Info {
  readonly enabled: boolean;
  readonly bcd?: string;
  readonly partition?: number;
  readonly version?: string;
}
const ZEROS = '00000000-0000-0000-0000-000000000000';
const info = ({ enabled, bcd, partition = 4, version }: Info) =>
  [
    'Windows Recovery Environment (Windows RE) and system reset configuration',
    'Information:',
    '',
    `    Windows RE status:         ${enabled ? 'Enabled' : 'Disabled'}`,
    `    Windows RE location:       ${enabled ? `\\\\?\\GLOBALROOT\\device\\harddisk0\\partition${partition}\\Recovery\\WindowsRE` : ''}`.trimEnd(),
    `    Boot Configuration Data (BCD) identifier: ${bcd ?? (enabled ? '5a2cd3c1-6d46-11ef-9c0f-8a2b1c3d4e5f' : ZEROS)}`,
    ...(version === undefined ? [] : [`    Windows RE version:        ${version}`]),
    '',
    'REAGENTC.EXE: Operation Successful.',
    '',
  ].join('\n');
const infoGerman = (enabled: boolean, bcd = enabled ? '5a2cd3c1-6d46-11ef-9c0f-8a2b1c3d4e5f' : ZEROS) =>
  [
    'Konfigurationsinformationen zur Windows-Wiederherstellungsumgebung (Windows RE)',
    'und zur Systemzurücksetzung:',
    '',
    `    Windows RE-Status:         ${enabled ? 'Enabled' : 'Disabled'}`,
    `    Windows RE-Ort:            ${enabled ? '\\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\\Recovery\\WindowsRE' : ''}`.trimEnd(),
    `    Startkonfigurationsdaten (BCD)-ID: ${bcd}`,
    '',
  ].join('\n');

const disk = (recovery: string, between = '') =>
  [
    'DISKPART> list partition',
    '',
    '  Partition ###  Type              Size     Offset',
    '  -------------  ----------------  -------  -------',
    '  Partition 1    System             100 MB  1024 KB',
    '  Partition 2    Reserved            16 MB   101 MB',
    '  Partition 3    Primary            237 GB   117 MB',
    ...(between === '' ? [] : [between]),
    ...(recovery === '' ? [] : [recovery]),
    '',
  ].join('\n');
const RECOVERY = '  Partition 4    Recovery           700 MB   237 GB';
const GREETING = 'Hello all, my name is Ana and my PC is called FRONT-DESK-7. Thanks in advance for any help.\n\n';
const THANKS = '\n\nMany thanks and kind regards, Ana';
/** Services come and go in every System log. */
const NOISE = event('Service Control Manager', 7036, '2025-04-09T10:00:00Z', { param1: 'Spooler', param2: 'running' });

const CASES: readonly Counterfactual[] = [
  {
    cause: 'false-alarm',
    says: 'ignore/false-alarm',
    given: failed('2025-04-09T12:00:00Z', APRIL) + agent(4501, '2025-04-09T14:00:00Z', { Version: '10.0.19041.5737' }),
    changed: [
      ['no success', failed('2025-04-09T12:00:00Z', APRIL), 'restart/pending-restart'],
      [
        'the success came before',
        failed('2025-04-09T12:00:00Z', APRIL) + agent(4501, '2025-04-09T11:00:00Z', { Version: '10.0.19041.5737' }),
        'restart/pending-restart',
      ],
      [
        '4502 in its place',
        failed('2025-04-09T12:00:00Z', APRIL) + agent(4502, '2025-04-09T14:00:00Z', { ErrorCode: '0x80004005' }),
        'repair/other',
      ],
      [
        'it failed again after it',
        failed('2025-04-09T12:00:00Z', APRIL) +
          agent(4501, '2025-04-09T14:00:00Z', { Version: '10.0.19041.5737' }) +
          agent(4502, '2025-04-09T16:00:00Z', { ErrorCode: '0x80004005' }),
        'repair/other',
      ],
      [
        'WinRE is off now',
        {
          'a.xml':
            failed('2025-04-09T12:00:00Z', APRIL) + agent(4501, '2025-04-09T14:00:00Z', { Version: '10.0.19041.5737' }),
          'b.txt': info({ enabled: false }),
        },
        'repair/winre-disabled',
      ],
      [
        'success of another update',
        failed('2025-04-09T12:00:00Z', APRIL) +
          installed('2025-04-10T12:00:00Z', '2025-04 Cumulative Update for Windows 10 Version 22H2 (KB5055518)'),
        'restart/pending-restart',
      ],
    ],
    same: [
      [
        'the other order',
        agent(4501, '2025-04-09T14:00:00Z', { Version: '10.0.19041.5737' }) + failed('2025-04-09T12:00:00Z', APRIL),
      ],
      [
        'a German title',
        failed('2025-04-09T12:00:00Z', APRIL_GERMAN) +
          agent(4501, '2025-04-09T14:00:00Z', { Version: '10.0.19041.5737' }),
      ],
      [
        'noise in between',
        failed('2025-04-09T12:00:00Z', APRIL) +
          NOISE +
          agent(4501, '2025-04-09T14:00:00Z', { Version: '10.0.19041.5737' }),
      ],
      ['event 19 of the same update', failed('2025-04-09T12:00:00Z', APRIL) + installed('2025-04-09T14:00:00Z', APRIL)],
    ],
  },
  {
    cause: 'stale-history',
    says: 'ignore/stale-history',
    given: failed('2025-04-09T12:00:00Z', APRIL) + installed('2025-07-09T12:00:00Z', JULY),
    changed: [
      [
        'the later one failed too',
        failed('2025-04-09T12:00:00Z', APRIL) + failed('2025-07-09T12:00:00Z', JULY),
        'ask/insufficient-evidence',
      ],
      [
        'the later one replaces nothing',
        failed('2025-04-09T12:00:00Z', APRIL) +
          installed('2025-07-09T12:00:00Z', '2025-07 Cumulative Update for Windows 10 Version 22H2 (KB5062554)'),
        'restart/pending-restart',
      ],
      [
        'WinREAgent failed since',
        failed('2025-04-09T12:00:00Z', APRIL) +
          installed('2025-07-09T12:00:00Z', JULY) +
          agent(4502, '2025-07-10T12:00:00Z', { ErrorCode: '0x80004005' }),
        'repair/other',
      ],
    ],
    same: [
      ['the other order', installed('2025-07-09T12:00:00Z', JULY) + failed('2025-04-09T12:00:00Z', APRIL)],
      ['a German title', failed('2025-04-09T12:00:00Z', APRIL_GERMAN) + installed('2025-07-09T12:00:00Z', JULY)],
      ['in two sources', { b: failed('2025-04-09T12:00:00Z', APRIL), a: installed('2025-07-09T12:00:00Z', JULY) }],
    ],
  },
  {
    cause: 'already-current',
    says: 'ignore/already-current',
    given: installed('2026-03-12T08:00:00Z', MARCH) + failed('2026-03-15T08:00:00Z', MARCH),
    changed: [
      [
        'another update went in before',
        installed('2026-03-12T08:00:00Z', OCTOBER) + failed('2026-03-15T08:00:00Z', MARCH),
        'repair/known-bad-update',
      ],
      [
        'it failed with a code that says why',
        installed('2026-03-12T08:00:00Z', MARCH) + failed('2026-03-15T08:00:00Z', MARCH, '0x80070070'),
        'repair/partition-too-small',
      ],
      [
        'it went in after the failure',
        installed('2026-03-18T08:00:00Z', MARCH) + failed('2026-03-15T08:00:00Z', MARCH),
        'ignore/false-alarm',
      ],
    ],
    same: [
      ['the other order', failed('2026-03-15T08:00:00Z', MARCH) + installed('2026-03-12T08:00:00Z', MARCH)],
      [
        'a Japanese title',
        installed('2026-03-12T08:00:00Z', MARCH_JAPANESE) + failed('2026-03-15T08:00:00Z', MARCH_JAPANESE),
      ],
      [
        'offered and failed twice',
        installed('2026-03-12T08:00:00Z', MARCH) +
          failed('2026-03-14T08:00:00Z', MARCH) +
          failed('2026-03-15T08:00:00Z', MARCH),
      ],
    ],
  },
  {
    cause: 'not-needed',
    says: 'ignore/not-needed',
    given: `${info({ enabled: false })}\nWinRE is disabled on purpose on our machines.`,
    changed: [
      ['nobody wanted it', info({ enabled: false }), 'repair/winre-disabled'],
      [
        'it is on',
        `${info({ enabled: true })}\nWinRE is disabled on purpose on our machines.`,
        'ask/insufficient-evidence',
      ],
      [
        'the image is gone as well',
        `${info({ enabled: false })}\nC:\\> reagentc /enable\nREAGENTC.EXE: The Windows RE image was not found.\n\nWinRE is disabled on purpose on our machines.`,
        'repair/winre-image-missing',
      ],
    ],
    same: [
      ['German output', `${infoGerman(false)}\nWinRE is disabled on purpose on our machines.`],
      ['thanks behind it', `${info({ enabled: false })}\nWinRE is disabled on purpose on our machines.${THANKS}`],
      ['in two sources', { b: info({ enabled: false }), a: 'WinRE is disabled on purpose on our machines.' }],
    ],
  },
  {
    cause: 'pending-restart',
    says: 'restart/pending-restart',
    given: failed('2025-04-09T12:00:00Z', APRIL),
    changed: [
      [
        'restarted since',
        failed('2025-04-09T12:00:00Z', APRIL) + start('2025-04-09T18:00:00Z', '0x0'),
        'ask/insufficient-evidence',
      ],
      ['another KB', failed('2025-04-09T12:00:00Z', MARCH), 'ask/insufficient-evidence'],
      [
        'of a server',
        failed('2025-04-09T12:00:00Z', 'Windows Recovery Environment Update for Windows Server 2022 (KB5057588)'),
        'ask/insufficient-evidence',
      ],
      ['a month later', failed('2025-05-09T12:00:00Z', APRIL), 'ask/insufficient-evidence'],
      ['for lack of room', failed('2025-04-09T12:00:00Z', APRIL, '0x80070070'), 'repair/partition-too-small'],
    ],
    same: [
      ['a German title', failed('2025-04-09T12:00:00Z', APRIL_GERMAN)],
      ['restarted before', start('2025-04-09T11:00:00Z', '0x0') + failed('2025-04-09T12:00:00Z', APRIL)],
      ['a fast startup since', failed('2025-04-09T12:00:00Z', APRIL) + start('2025-04-09T18:00:00Z', '0x1')],
      ['noise around', NOISE + failed('2025-04-09T12:00:00Z', APRIL) + NOISE],
      [
        'little room, which proves nothing before the restart',
        { a: failed('2025-04-09T12:00:00Z', APRIL), b: 'The recovery partition has 90 MB free.' },
      ],
    ],
  },
  {
    cause: 'partition-too-small',
    says: 'repair/partition-too-small',
    given: 'KB5034441 fails with 0x80070643. The recovery partition has 90 MB free.',
    changed: [
      [
        'enough free',
        'KB5034441 fails with 0x80070643. The recovery partition has 300 MB free.',
        'ask/insufficient-evidence',
      ],
      [
        'only its size',
        'KB5034441 fails with 0x80070643. The recovery partition is 500 MB.',
        'ask/partition-too-small',
      ],
      [
        'a definition of Defender failed',
        'KB2267602 fails with 0x80070643. The recovery partition has 90 MB free.',
        'elsewhere/not-winre',
      ],
      [
        'WinRE is off',
        `KB5034441 fails with 0x80070643. The recovery partition has 90 MB free.\n\n${info({ enabled: false })}`,
        'repair/winre-disabled',
      ],
    ],
    same: [
      [
        'a greeting and thanks',
        `${GREETING}KB5034441 fails with 0x80070643. The recovery partition has 90 MB free.${THANKS}`,
      ],
      ['the other order', 'The recovery partition has 90 MB free. KB5034441 fails with 0x80070643.'],
      ['in German', 'KB5034441 schlägt mit 0x80070643 fehl. Die Wiederherstellungspartition hat 90 MB frei.'],
      ['another update of WinRE', 'KB5075039 fails with 0x80070643. The recovery partition has 90 MB free.'],
    ],
  },
  {
    cause: 'no-recovery-partition',
    says: 'repair/no-recovery-partition',
    given: disk(''),
    changed: [
      ['there is one', disk(RECOVERY), 'ask/insufficient-evidence'],
      [
        'WinRE is off by choice',
        `${disk('')}\n${info({ enabled: false })}\nWinRE is disabled on purpose.`,
        'repair/no-recovery-partition',
      ],
      ['Defender failed', `KB2267602 fails with 0x80070643.\n\n${disk('')}`, 'elsewhere/not-winre'],
      ['a list of a data disk', disk('').replace(/ {2}Partition [12].*\n/g, ''), 'ask/insufficient-evidence'],
    ],
    same: [
      ['with an update that failed', `KB5034441 fails with 0x80070643.\n\n${disk('')}`],
      ['a greeting', GREETING + disk('')],
      ['in two sources', { b: disk(''), a: 'KB5034441 fails with 0x80070643.' }],
    ],
  },
  {
    cause: 'partition-layout-blocks-resize',
    says: 'repair/partition-layout-blocks-resize',
    given:
      'KB5034441 fails with 0x80070643. The recovery partition is too small, and diskpart cannot shrink C: because there is not enough space available to shrink.',
    changed: [
      [
        'it is not said to be too small',
        'KB5034441 fails with 0x80070643. Diskpart cannot shrink C: because there is not enough space available to shrink.',
        'ask/partition-layout-blocks-resize',
      ],
      [
        'nothing refused',
        'KB5034441 fails with 0x80070643. The recovery partition is too small.',
        'ask/partition-too-small',
      ],
      [
        'Defender failed',
        'KB2267602 fails with 0x80070643. Diskpart cannot shrink C: because there is not enough space available to shrink.',
        'elsewhere/not-winre',
      ],
    ],
    same: [
      [
        'another update of WinRE',
        'KB5075039 fails with 0x80070643. The recovery partition is too small, and diskpart cannot shrink C: because there is not enough space available to shrink.',
      ],
      [
        'a greeting and thanks',
        `${GREETING}KB5034441 fails with 0x80070643. The recovery partition is too small, and diskpart cannot shrink C: because there is not enough space available to shrink.${THANKS}`,
      ],
      [
        'in two sources',
        {
          b: 'KB5034441 fails with 0x80070643. The recovery partition is too small.',
          a: 'Diskpart cannot shrink C: because there is not enough space available to shrink.',
        },
      ],
    ],
  },
  {
    cause: 'winre-disabled',
    says: 'repair/winre-disabled',
    given: info({ enabled: false }),
    changed: [
      ['Enabled', info({ enabled: true }), 'ask/insufficient-evidence'],
      [
        'enabled further down',
        `${info({ enabled: false })}\nC:\\> reagentc /enable\nREAGENTC.EXE: Operation Successful.\n\n${info({ enabled: true })}`,
        'ask/insufficient-evidence',
      ],
      ['Defender failed', `KB2267602 fails with 0x80070643.\n\n${info({ enabled: false })}`, 'elsewhere/not-winre'],
    ],
    same: [
      ['German output', infoGerman(false)],
      ['with an update that failed', `KB5034441 fails with 0x80070643.\n\n${info({ enabled: false })}`],
      [
        'a false alarm beside it',
        {
          a: info({ enabled: false }),
          b: failed('2025-04-09T12:00:00Z', APRIL) + installed('2025-04-09T14:00:00Z', APRIL),
        },
      ],
      ['a prompt with a name', `PS C:\\Users\\ana> reagentc /info\n${info({ enabled: false })}`],
    ],
  },
  {
    cause: 'winre-image-missing',
    says: 'repair/winre-image-missing',
    given: 'C:\\> reagentc /enable\nREAGENTC.EXE: The Windows RE image was not found.\n',
    changed: [
      ['it was found', 'C:\\> reagentc /enable\nREAGENTC.EXE: Operation Successful.\n', 'ask/insufficient-evidence'],
      [
        'and enabled later',
        'C:\\> reagentc /enable\nREAGENTC.EXE: The Windows RE image was not found.\n\nC:\\> reagentc /enable\nREAGENTC.EXE: Operation Successful.\n',
        'ask/insufficient-evidence',
      ],
      [
        'BitLocker refused',
        'C:\\> reagentc /enable\nREAGENTC.EXE: Windows RE cannot be enabled on a volume with BitLocker Drive Encryption enabled.\n',
        'repair/bitlocker',
      ],
    ],
    same: [
      [
        'with the state',
        `${info({ enabled: false })}\nC:\\> reagentc /enable\nREAGENTC.EXE: The Windows RE image was not found.\n`,
      ],
      [
        'with an update that failed',
        'KB5034441 fails with 0x80070643.\n\nC:\\> reagentc /enable\nREAGENTC.EXE: The Windows RE image was not found.\n',
      ],
      [
        'another prompt',
        'PS C:\\Windows\\system32> reagentc.exe /enable\nREAGENTC.EXE: The Windows RE image was not found.\n',
      ],
    ],
  },
  {
    cause: 'winre-registration-stale',
    says: 'repair/winre-registration-stale',
    given: info({ enabled: true, bcd: ZEROS }),
    changed: [
      ['an identifier', info({ enabled: true }), 'ask/insufficient-evidence'],
      ['off', info({ enabled: false, bcd: ZEROS }), 'repair/winre-disabled'],
      [
        'Defender failed',
        `KB2267602 fails with 0x80070643.\n\n${info({ enabled: true, bcd: ZEROS })}`,
        'elsewhere/not-winre',
      ],
    ],
    same: [
      ['German output', infoGerman(true, ZEROS)],
      ['with an update that failed', `KB5034441 fails with 0x80070643.\n\n${info({ enabled: true, bcd: ZEROS })}`],
      ['another partition', info({ enabled: true, bcd: ZEROS, partition: 5 })],
    ],
  },
  {
    cause: 'bitlocker',
    says: 'repair/bitlocker',
    given:
      'C:\\> reagentc /enable\nREAGENTC.EXE: Windows RE cannot be enabled on a volume with BitLocker Drive Encryption enabled.\n',
    changed: [
      ['it worked', 'C:\\> reagentc /enable\nREAGENTC.EXE: Operation Successful.\n', 'ask/insufficient-evidence'],
      [
        'no image',
        'C:\\> reagentc /enable\nREAGENTC.EXE: The Windows RE image was not found.\n',
        'repair/winre-image-missing',
      ],
      [
        'Defender failed',
        'KB2267602 fails with 0x80070643.\n\nC:\\> reagentc /enable\nREAGENTC.EXE: Windows RE cannot be enabled on a volume with BitLocker Drive Encryption enabled.\n',
        'elsewhere/not-winre',
      ],
    ],
    same: [
      [
        'with the state',
        `${info({ enabled: false })}\nC:\\> reagentc /enable\nREAGENTC.EXE: Windows RE cannot be enabled on a volume with BitLocker Drive Encryption enabled.\n`,
      ],
      [
        'with an update that failed',
        'KB5034441 fails with 0x80070643.\n\nC:\\> reagentc /enable\nREAGENTC.EXE: Windows RE cannot be enabled on a volume with BitLocker Drive Encryption enabled.\n',
      ],
      [
        'thanks behind it',
        `C:\\> reagentc /enable\nREAGENTC.EXE: Windows RE cannot be enabled on a volume with BitLocker Drive Encryption enabled.\n${THANKS}`,
      ],
    ],
  },
  ...(
    [
      ['winre-image-corrupt', '0x80070570'],
      ['component-store-corrupt', '0x80073712'],
      ['update-files-corrupt', '0x800f0991'],
      ['install-conflict', '0x80070020'],
      ['permission', '0x80070005'],
    ] as const
  ).map(
    ([cause, code]): Counterfactual => ({
      cause,
      says: `repair/${cause}`,
      given: failed('2026-03-15T08:00:00Z', MARCH, code),
      changed: [
        ['the generic code', failed('2026-03-15T08:00:00Z', MARCH), 'ask/insufficient-evidence'],
        ['for lack of room', failed('2026-03-15T08:00:00Z', MARCH, '0x80070070'), 'repair/partition-too-small'],
        [
          'it went in later',
          failed('2026-03-15T08:00:00Z', MARCH, code) + installed('2026-03-16T08:00:00Z', MARCH),
          'ignore/false-alarm',
        ],
        [
          'of Defender',
          failed(
            '2026-03-15T08:00:00Z',
            'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602',
            code,
          ),
          'elsewhere/not-winre',
        ],
      ],
      same: [
        ['a Japanese title', failed('2026-03-15T08:00:00Z', MARCH_JAPANESE, code)],
        ['another update of WinRE', failed('2025-07-15T08:00:00Z', JULY, code)],
        ['it went in before', installed('2026-03-01T08:00:00Z', JULY) + failed('2026-03-15T08:00:00Z', MARCH, code)],
        ['noise around', NOISE + failed('2026-03-15T08:00:00Z', MARCH, code) + NOISE],
      ],
    }),
  ),
  {
    cause: 'os-volume-full',
    says: 'repair/os-volume-full',
    given: 'KB5075039 fails with 0x80070643. Drive C: is completely full.',
    changed: [
      ['another drive', 'KB5075039 fails with 0x80070643. Drive D: is completely full.', 'ask/insufficient-evidence'],
      ['Defender failed', 'KB2267602 fails with 0x80070643. Drive C: is completely full.', 'elsewhere/not-winre'],
      ['nothing is full', 'KB5075039 fails with 0x80070643.', 'ask/insufficient-evidence'],
    ],
    same: [
      ['the other order', 'Drive C: is completely full. KB5075039 fails with 0x80070643.'],
      ['a greeting', `${GREETING}KB5075039 fails with 0x80070643. Drive C: is completely full.`],
      ['another update of WinRE', 'KB5034441 fails with 0x80070643. Drive C: is completely full.'],
    ],
  },
  {
    cause: 'servicing-stuck',
    says: 'repair/servicing-stuck',
    given: 'KB5075039 fails with 0x80070643. Windows asks for the same restart again after every restart.',
    changed: [
      ['it does not', 'KB5075039 fails with 0x80070643.', 'ask/insufficient-evidence'],
      [
        'Defender failed',
        'KB2267602 fails with 0x80070643. Windows asks for the same restart again after every restart.',
        'elsewhere/not-winre',
      ],
      [
        'a restart is awaited once',
        'KB5075039 fails with 0x80070643. Another update is waiting for a restart.',
        'restart/pending-restart',
      ],
    ],
    same: [
      [
        'the other order',
        'Windows asks for the same restart again after every restart. KB5075039 fails with 0x80070643.',
      ],
      [
        'thanks behind it',
        `KB5075039 fails with 0x80070643. Windows asks for the same restart again after every restart.${THANKS}`,
      ],
      [
        'another update of WinRE',
        'KB5034441 fails with 0x80070643. Windows asks for the same restart again after every restart.',
      ],
    ],
  },
  {
    cause: 'known-bad-update',
    says: 'repair/known-bad-update',
    given: installed('2025-10-15T06:00:00Z', OCTOBER),
    changed: [
      ['the one before it', installed('2025-10-15T06:00:00Z', JULY), 'ask/insufficient-evidence'],
      ['it failed', failed('2025-10-15T06:00:00Z', OCTOBER), 'ask/insufficient-evidence'],
      [
        'the fix is in',
        installed('2025-10-15T06:00:00Z', OCTOBER) + installed('2026-03-15T06:00:00Z', MARCH),
        'ask/insufficient-evidence',
      ],
      [
        'its fix finds no room',
        installed('2025-10-15T06:00:00Z', OCTOBER) + failed('2026-03-15T06:00:00Z', MARCH, '0x80070070'),
        'repair/partition-too-small',
      ],
    ],
    same: [
      ['after a failure of it', failed('2025-10-14T06:00:00Z', OCTOBER) + installed('2025-10-15T06:00:00Z', OCTOBER)],
      ['with the one before it', installed('2025-07-15T06:00:00Z', JULY) + installed('2025-10-15T06:00:00Z', OCTOBER)],
      ['WinRE is on', { a: installed('2025-10-15T06:00:00Z', OCTOBER), b: info({ enabled: true }) }],
    ],
  },
  {
    cause: 'winre-outdated',
    says: 'repair/winre-outdated',
    given: {
      a: info({ enabled: true, version: '10.0.19041.3919' }),
      b: installed('2025-04-09T12:00:00Z', '2025-04 Cumulative Update for Windows 10 Version 22H2 (KB5055518)'),
    },
    changed: [
      [
        'at the newest published level',
        {
          a: info({ enabled: true, version: '10.0.19041.3920' }),
          b: installed('2025-04-09T12:00:00Z', '2025-04 Cumulative Update for Windows 10 Version 22H2 (KB5055518)'),
        },
        'ask/insufficient-evidence',
      ],
      [
        'before that was out',
        {
          a: info({ enabled: true, version: '10.0.19041.3919' }),
          b: installed('2023-04-09T12:00:00Z', '2023-04 Cumulative Update for Windows 10 Version 22H2 (KB5025221)'),
        },
        'ask/insufficient-evidence',
      ],
      [
        'off',
        {
          a: info({ enabled: false }),
          b: installed('2025-04-09T12:00:00Z', '2025-04 Cumulative Update for Windows 10 Version 22H2 (KB5055518)'),
        },
        'repair/winre-disabled',
      ],
    ],
    same: [
      [
        'sources change names',
        {
          z: info({ enabled: true, version: '10.0.19041.3919' }),
          b: installed('2025-04-09T12:00:00Z', '2025-04 Cumulative Update for Windows 10 Version 22H2 (KB5055518)'),
        },
      ],
      [
        'far below',
        {
          a: info({ enabled: true, version: '10.0.19041.1' }),
          b: installed('2025-04-09T12:00:00Z', '2025-04 Cumulative Update for Windows 10 Version 22H2 (KB5055518)'),
        },
      ],
      [
        'another event of that day',
        {
          a: info({ enabled: true, version: '10.0.19041.3919' }),
          b:
            installed('2025-04-10T12:00:00Z', '2025-04 Cumulative Update for Windows 10 Version 22H2 (KB5055518)') +
            NOISE,
        },
      ],
    ],
  },
  {
    cause: 'other',
    says: 'repair/other',
    given: agent(4502, '2026-03-15T08:00:00Z', { ErrorCode: '0x80004005' }),
    changed: [
      ['4501', agent(4501, '2026-03-15T08:00:00Z', { Version: '10.0.19041.7000' }), 'ask/insufficient-evidence'],
      [
        'for lack of room',
        agent(4502, '2026-03-15T08:00:00Z', { ErrorCode: '0x80070070' }),
        'repair/partition-too-small',
      ],
      [
        'a later 4501',
        agent(4502, '2026-03-15T08:00:00Z', { ErrorCode: '0x80004005' }) +
          agent(4501, '2026-03-16T08:00:00Z', { Version: '10.0.19041.7000' }),
        'ask/insufficient-evidence',
      ],
    ],
    same: [
      [
        'an earlier 4501',
        agent(4501, '2026-03-14T08:00:00Z', { Version: '10.0.19041.6000' }) +
          agent(4502, '2026-03-15T08:00:00Z', { ErrorCode: '0x80004005' }),
      ],
      [
        'with the update that called it',
        agent(4502, '2026-03-15T08:00:00Z', { ErrorCode: '0x80004005' }) + failed('2026-03-15T08:00:10Z', MARCH),
      ],
      ['noise around', NOISE + agent(4502, '2026-03-15T08:00:00Z', { ErrorCode: '0x80004005' }) + NOISE],
    ],
  },
  {
    cause: 'not-winre',
    says: 'elsewhere/not-winre',
    given: failed(
      '2026-03-15T08:00:00Z',
      'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.411.1.0)',
    ),
    changed: [
      ['an update of WinRE', failed('2026-03-15T08:00:00Z', MARCH), 'ask/insufficient-evidence'],
      [
        'a number that nobody knows',
        failed('2026-03-15T08:00:00Z', '2026-03 Security Update (KB5999999)'),
        'ask/insufficient-evidence',
      ],
      [
        'WinREAgent failed as well',
        failed(
          '2026-03-15T08:00:00Z',
          'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.411.1.0)',
        ) + agent(4502, '2026-03-15T08:00:00Z', { ErrorCode: '0x80004005' }),
        'repair/other',
      ],
    ],
    same: [
      [
        'another version',
        failed(
          '2026-03-15T08:00:00Z',
          'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.9.9.9)',
        ),
      ],
      [
        'little room',
        {
          a: failed(
            '2026-03-15T08:00:00Z',
            'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.411.1.0)',
          ),
          b: 'The recovery partition has 90 MB free.',
        },
      ],
      [
        'a resolved failure of WinRE before',
        failed('2025-04-09T12:00:00Z', APRIL) +
          installed('2025-04-09T14:00:00Z', APRIL) +
          failed(
            '2026-03-15T08:00:00Z',
            'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.411.1.0)',
          ),
      ],
    ],
  },
  {
    cause: 'insufficient-evidence',
    says: 'ask/insufficient-evidence',
    given: failed('2026-03-15T08:00:00Z', MARCH),
    changed: [
      [
        '4502 beside it',
        failed('2026-03-15T08:00:00Z', MARCH) + agent(4502, '2026-03-15T08:00:05Z', { ErrorCode: '0x80004005' }),
        'repair/other',
      ],
      [
        'success after it',
        failed('2026-03-15T08:00:00Z', MARCH) + installed('2026-03-15T09:00:00Z', MARCH),
        'ignore/false-alarm',
      ],
      ['a known false error', failed('2025-04-09T12:00:00Z', APRIL), 'restart/pending-restart'],
    ],
    same: [
      ['WinRE is on', { a: failed('2026-03-15T08:00:00Z', MARCH), b: info({ enabled: true }) }],
      [
        'success of another update',
        failed('2026-03-15T08:00:00Z', MARCH) +
          installed('2026-03-15T09:00:00Z', '2026-03 Cumulative Update for Windows 10 Version 22H2 (KB5079000)'),
      ],
      [
        'an older update of WinRE went in after it',
        failed('2026-03-15T08:00:00Z', MARCH) + installed('2026-03-15T09:00:00Z', JANUARY_2024),
      ],
    ],
  },
];

/** Causes whose pairs stand elsewhere, and where. */
const ELSEWHERE: Partial<Record<CauseId, string>> = {
  healthy: 'It asks for a log that tells over what time it reaches: rules/winre-sound/rule.test.ts.',
};

describe('counterfactual pairs', () => {
  it('stand for every cause, three each way at least', () => {
    for (const cause of CAUSE_IDS) {
      if (ELSEWHERE[cause] !== undefined) continue;
      const mine = CASES.filter((one) => one.cause === cause);
      expect(mine.flatMap((one) => one.changed).length, cause).toBeGreaterThanOrEqual(3);
      expect(mine.flatMap((one) => one.same).length, cause).toBeGreaterThanOrEqual(3);
    }
  });

  describe.each(CASES)('of $cause', ({ says, given, kb, at, changed, same }) => {
    const asked = question(kb ?? null, at ?? null);

    it('start from it', () => {
      expect(answerTo(given, asked)).toBe(says);
    });

    it.each(changed)('changes: %s', (_, edited, verdict) => {
      expect(answerTo(edited, asked)).toBe(verdict);
    });

    it.each(same)('stays: %s', (_, edited) => {
      expect(answerTo(edited, asked)).toBe(says);
    });
  });
});
