/** The examples: each tells a story, and leaves what Windows would have left of it. No verdict is written down here. */
import { WindowsStory } from '../src/testing/windows-story.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

const KB5057589 = {
  title: '2025-04 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5057589)',
  guid: '{3f1c7c5e-5c1d-4f0e-9a53-1f2b7a0c9d11}',
};
const KB5055518 = {
  title: '2025-04 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5055518)',
  guid: '{a2c1b7a4-08d5-4a6f-8f7c-0f0a6e2f7b52}',
};
const KB5034441 = {
  title: '2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)',
  guid: '{d63f6b7c-9b4d-4a0e-8f0d-6f0f5b0a2c33}',
};
const DEFENDER = {
  title:
    'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.427.214.0) - Current Channel (Broad)',
  guid: '{0d7e3f1a-6e0f-4a55-9d0a-4e9c2b7f1a90}',
};
const BAD = {
  title: '2025-10 Windows Recovery Environment update for Windows 10 Version 22H2 (KB5068164)',
  guid: '{5b0c9e0e-1f56-4a1b-b4a2-9c6f7c1d2e44}',
};
const INSTALL_FAILURE = 0x80070643;

export function examples(): Readonly<Record<string, Files>> {
  return {
    'april-2025-false-alarm': falseAlarm(),
    'restart-awaited': restartAwaited(),
    'recovery-partition-too-small': tooSmall(),
    'winre-switched-off': switchedOff(),
    'defender-not-winre': defender(),
    'update-that-broke-winre': brokeWinRe(),
    'old-line-in-the-history': oldLine(),
    'ticket-without-evidence': ticket(),
  };
}

/** The error came while another update awaited a restart; after the restart the update went in. */
function falseAlarm(): Files {
  const story = new WindowsStory('EXAMPLE-PC1', 19045, 5737)
    .start('2025-04-08T06:30:00Z')
    .updateStarted('2025-04-08T18:02:11Z', KB5055518)
    .restartNeeded('2025-04-08T18:31:40Z', [KB5055518.title])
    .updateStarted('2025-04-08T18:32:05Z', KB5057589)
    .updateFailed('2025-04-08T18:33:29Z', KB5057589, INSTALL_FAILURE)
    .noise('2025-04-08T19:00:00Z', 0, 12)
    .restart('2025-04-09T05:40:00Z')
    .start('2025-04-09T05:41:30Z')
    .updateSucceeded('2025-04-09T05:44:02Z', KB5055518)
    .servicingStarted('2025-04-09T05:46:10Z')
    .servicingSucceeded('2025-04-09T05:52:48Z', '10.0.19041.5728')
    .noise('2025-04-09T06:00:00Z', 0, 30);
  return {
    'System.evtx': story.toEvtx(),
    'reagentc-info.txt': reagentcInfo({ partition: 4, version: '10.0.19041.5728' }),
  };
}

/** The same error, before the restart. */
function restartAwaited(): Files {
  const story = new WindowsStory('EXAMPLE-PC2', 19045, 5608)
    .start('2025-04-08T06:30:00Z')
    .updateStarted('2025-04-08T18:02:11Z', KB5055518)
    .restartNeeded('2025-04-08T18:31:40Z', [KB5055518.title])
    .updateStarted('2025-04-08T18:32:05Z', KB5057589)
    .updateFailed('2025-04-08T18:33:29Z', KB5057589, INSTALL_FAILURE)
    .noise('2025-04-08T19:00:00Z', 0, 20);
  const query = [
    'C:\\>reg query "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired"',
    '',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired',
    '    a2c1b7a4-08d5-4a6f-8f7c-0f0a6e2f7b52    REG_DWORD    0x1',
    '',
  ];
  return { 'System.evtx': story.toEvtx(), 'reboot-required.txt': query.join('\r\n') };
}

/** A real failure: the engine ran out of room and said so. */
function tooSmall(): Files {
  const story = new WindowsStory('EXAMPLE-PC3', 19045, 3930)
    .start('2024-01-10T06:30:00Z')
    .updateStarted('2024-01-10T09:10:00Z', KB5034441)
    .servicingStarted('2024-01-10T09:11:12Z')
    .servicingFailed('2024-01-10T09:19:55Z', 2, 0x80070070)
    .updateFailed('2024-01-10T09:20:31Z', KB5034441, INSTALL_FAILURE)
    .noise('2024-01-10T10:00:00Z', 0, 40);
  return {
    'System.evtx': story.toEvtx(),
    'reagentc-info.txt': reagentcInfo({ partition: 4 }),
    'partitions.txt': partitions(),
  };
}

/** A German ticket with pasted output, as a help desk gets it. */
function switchedOff(): Files {
  const lines = [
    'Hallo, KB5034441 bricht bei uns mit 0x80070643 ab (Windows 10 22H2). Hier die Ausgabe:',
    '',
    'C:\\WINDOWS\\system32>reagentc /info',
    'Konfigurationsinformationen zur Windows-Wiederherstellungsumgebung (Windows RE) und zur Systemzurücksetzung:',
    '',
    '    Windows RE-Status:         Disabled',
    '    Windows RE-Speicherort:    ',
    '    Bezeichner der Startkonfigurationsdaten: 00000000-0000-0000-0000-000000000000',
    '    Ort des Wiederherstellungsabbilds: ',
    '    Index des Wiederherstellungsabbilds: 0',
    '    Ort des benutzerdefinierten Abbilds: ',
    '    Index des benutzerdefinierten Abbilds: 0',
    '',
    'REAGENTC.EXE: Vorgang erfolgreich.',
    '',
  ];
  return { 'ticket.txt': lines.join('\r\n') };
}

/** The same code from another product. */
function defender(): Files {
  const story = new WindowsStory('EXAMPLE-PC5', 22631, 4460)
    .start('2025-04-16T06:30:00Z')
    .updateStarted('2025-04-16T07:02:00Z', DEFENDER)
    .updateFailed('2025-04-16T07:02:44Z', DEFENDER, INSTALL_FAILURE)
    .noise('2025-04-16T08:00:00Z', 0, 40);
  return { 'System.evtx': story.toEvtx() };
}

/** Installed without an error, and known to leave WinRE broken. */
function brokeWinRe(): Files {
  const story = new WindowsStory('EXAMPLE-PC6', 19045, 6456)
    .start('2025-10-15T06:30:00Z')
    .updateStarted('2025-10-15T09:10:00Z', BAD)
    .servicingStarted('2025-10-15T09:11:12Z')
    .servicingSucceeded('2025-10-15T09:17:40Z', '10.0.19041.6449')
    .updateSucceeded('2025-10-15T09:18:02Z', BAD)
    .noise('2025-10-15T10:00:00Z', 0, 40);
  return { 'System.evtx': story.toEvtx() };
}

/** What PSWindowsUpdate prints of a history whose first line was overtaken. */
function oldLine(): Files {
  const lines = [
    'PS C:\\> Get-WUHistory | Format-Table -AutoSize',
    '',
    'ComputerName Operationname  Result    Date                Title',
    '------------ -------------  ------    ----                -----',
    'EXAMPLE-PC7  Installation   Succeeded 7/9/2025 8:15:20 AM 2025-07 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5063523)',
    'EXAMPLE-PC7  Installation   Failed    4/10/2025 7:41:03 PM 2025-04 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5057589)',
    '',
  ];
  return { 'history.txt': lines.join('\r\n') };
}

/** All that most people write. */
function ticket(): Files {
  return { 'ticket.txt': 'KB5048239 fails with 0x80070643 again and again on my PC. What can I do?\n' };
}

function reagentcInfo({ partition, version }: { readonly partition: number; readonly version?: string }): string {
  const lines = [
    'Windows Recovery Environment (Windows RE) and system reset configuration',
    'Information:',
    '',
    '    Windows RE status:         Enabled',
    `    Windows RE location:       \\\\?\\GLOBALROOT\\device\\harddisk0\\partition${partition}\\Recovery\\WindowsRE`,
    '    Boot Configuration Data (BCD) identifier: 7a0f3c52-1b1e-4c7e-9a55-5b1d8f0e6c21',
    '    Recovery image location:   ',
    '    Recovery image index:      0',
    '    Custom image location:     ',
    '    Custom image index:        0',
    ...(version === undefined ? [] : [`    Windows RE Version:        ${version}`]),
    '',
    'REAGENTC.EXE: Operation Successful.',
    '',
  ];
  return lines.join('\r\n');
}

function partitions(): string {
  const lines = [
    'PS C:\\> Get-Partition | Format-Table DiskNumber, PartitionNumber, Offset, Size, GptType, DriveLetter',
    '',
    'DiskNumber PartitionNumber       Offset         Size GptType                                DriveLetter',
    '---------- ---------------       ------         ---- -------                                -----------',
    '         0               1      1048576    104857600 {c12a7328-f81f-11d2-ba4b-00a0c93ec93b}            ',
    '         0               2    105906176     16777216 {e3c9e316-0b5c-4db8-817d-f92df00215ae}            ',
    '         0               3    122683392 255376490496 {ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}           C',
    '         0               4 255499173888    534773760 {de94bba4-06d1-4d40-a16a-bfd50179d6ac}            ',
    '',
    'PS C:\\> Get-CimInstance Win32_Volume | Format-List DeviceID, Label, Capacity, FreeSpace',
    '',
    'DeviceID  : \\\\?\\Volume{5d1b7a50-4d0a-4c5e-8d41-2b1f0c9e7a11}\\',
    'Label     : Recovery',
    'Capacity  : 534769664',
    'FreeSpace : 87384064',
    '',
    'DeviceID  : \\\\?\\Volume{b0a3c9d2-7a5e-4f6c-9d7b-8e2a4c1f5d22}\\',
    'Label     : Windows',
    'Capacity  : 255376486400',
    'FreeSpace : 181193932800',
    '',
  ];
  return lines.join('\r\n');
}
