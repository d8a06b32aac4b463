import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KindId } from '../evidence/model.js';
import { decodeText } from '../formats/text/text.js';
import { CollectingSink } from '../testing/collecting-sink.js';
import { SPOILINGS } from '../testing/text-reading.js';
import { COMMAND_OUTPUT } from './command-output.js';

/** What a help desk gets: one window, copied whole. */
const SESSION = `Microsoft Windows [Version 10.0.19045.4291]
(c) Microsoft Corporation. All rights reserved.

C:\\Windows\\system32>reagentc /info
Windows Recovery Environment (Windows RE) and system reset configuration
Information:

    Windows RE status:         Enabled
    Windows RE location:       \\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\\Recovery\\WindowsRE
    Boot Configuration Data (BCD) identifier: 66478abd-e478-11ef-936d-b4e8d5b5fa22
    Recovery image location:
    Recovery image index:      0
    Custom image location:
    Custom image index:        0

REAGENTC.EXE: Operation Successful.


C:\\Windows\\system32>diskpart

DISKPART> select disk 0

Disk 0 is now the selected disk.

DISKPART> list partition

  Partition ###  Type              Size     Offset
  -------------  ----------------  -------  -------
  Partition 1    System             100 MB  1024 KB
  Partition 2    Reserved            16 MB   101 MB
  Partition 3    Primary            475 GB   117 MB
  Partition 4    Recovery           508 MB   475 GB

DISKPART> exit

Leaving DiskPart...

C:\\Windows\\system32>powershell

PS C:\\Windows\\system32> Get-Volume

DriveLetter FriendlyName FileSystemType DriveType HealthStatus OperationalStatus SizeRemaining      Size
----------- ------------ -------------- --------- ------------ ----------------- -------------      ----
C           Windows      NTFS           Fixed     Healthy      OK                    120.5 GB 475.84 GB
                         NTFS           Fixed     Healthy      OK                     60.1 MB    508 MB

PS C:\\Windows\\system32> Get-HotFix

Source        Description      HotFixID      InstalledBy          InstalledOn
------        -----------      --------      -----------          -----------
PC-1          Update           KB5034122     NT AUTHORITY\\SYSTEM  1/10/2024 12:00:00 AM

PS C:\\Windows\\system32> Get-WinEvent -FilterHashtable @{LogName='System';ProviderName='Microsoft-Windows-WindowsUpdateClient';Id=20}

   ProviderName: Microsoft-Windows-WindowsUpdateClient

TimeCreated                     Id LevelDisplayName Message
-----------                     -- ---------------- -------
1/29/2024 1:00:00 PM            20 Error            Installation Failure: Windows failed to install the following update with error 0x80070643: 2024-01 Security Update (KB5034441).

PS C:\\Windows\\system32> reg query "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" /v WinREVersion

HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion
    WinREVersion    REG_SZ    10.0.19041.1

PS C:\\Windows\\system32> Test-Path 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending'
False
PS C:\\Windows\\system32> manage-bde -status c:
Volume C: [Windows]
[OS Volume]

    Size:                 475.84 GB
    BitLocker Version:    None
    Conversion Status:    Fully Decrypted
    Percentage Encrypted: 0.0%
    Encryption Method:    None
    Protection Status:    Protection Off
`;

function kindsOf(text: string): Partial<Record<KindId, number>> {
  const lines = decodeText(text);
  const sink = new CollectingSink();
  for (const intake of COMMAND_OUTPUT) intake.read(lines, sink);
  const counts: Partial<Record<KindId, number>> = {};
  for (const { kind } of sink.facts) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe('all readers of command output together', () => {
  for (const [spoiling, spoil] of Object.entries(SPOILINGS)) {
    it(`tell each thing of a whole session once, ${spoiling}`, () => {
      expect(kindsOf(spoil(SESSION))).toEqual({
        'os-version': 1,
        'winre-config': 1,
        'reagentc-operation': 1,
        'disk-layout': 1,
        volume: 2,
        'installed-package': 1,
        'update-event': 1,
        'winre-version': 1,
        'pending-restart': 1,
        'volume-encryption': 1,
      });
    });
  }

  it('leave prose alone', () => {
    const prose = `Hello, my PC (Windows 10 22H2) cannot install KB5034441, error 0x80070643.
I have 2 disks: disk 0 is 500 GB. My recovery partition: 508 MB, free: 60 MB.
Status: I restarted twice on 1/29/2024.
I ran reagentc /info and it says Enabled.
Thanks in advance: Peter
- Version: 10
- Size: 500 GB
`;
    expect(kindsOf(prose)).toEqual({});
  });

  it('keep quiet where lines are torn, shuffled or doubled: nothing throws', () => {
    const lines = SESSION.split('\n');
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), fc.nat(200), (some, cut) => {
        kindsOf(some.map((line, index) => (index % 7 === 0 ? line.slice(0, cut) : line)).join('\n'));
      }),
      { numRuns: 60 },
    );
  });
});
