import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../formats/text/text.js';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { objectOutputIntake } from './intake.js';

const MIB = 1024 ** 2;
const RECOVERY = 'de94bba4-06d1-4d40-a16a-bfd50179d6ac';
const read = (text: string) => readText(objectOutputIntake, text);

const GET_PARTITION = `PS C:\\> Get-Partition


   DiskPath: \\\\?\\scsi#disk&ven_nvme&prod_samsung#5&1b2c3d4e&0&000000#{53f56307-b6bf-11d0-94f2-00a0c91efb8b}

PartitionNumber  DriveLetter Offset                                        Size Type
---------------  ----------- ------                                        ---- ----
1                            1048576                                     100 MB System
2                            105906176                                    16 MB Reserved
3                C           122683392                                475.84 GB Basic
4                            511062310912                                990 MB Recovery
`;

describe('partitions', () => {
  for (const [spoiling, spoil] of Object.entries(SPOILINGS)) {
    it(`of Get-Partition's table are read, ${spoiling}`, () => {
      const [layout] = read(spoil(GET_PARTITION)).values('disk-layout');
      expect(layout).toMatchObject({ disk: null, style: 'gpt', complete: true });
      expect(layout.partitions.map((p) => [p.number, p.letter, p.role, p.sizeBytes, p.offsetBytes])).toEqual([
        [1, null, 'efi', 100 * MIB, 1048576],
        [2, null, 'msr', 16 * MIB, 105906176],
        [3, 'C', 'basic', Math.round(475.84 * 1024 * MIB), 122683392],
        [4, null, 'recovery', 990 * MIB, 511062310912],
      ]);
    });
  }

  it('of chosen columns, lists and JSON carry type codes and exact sizes', () => {
    const table = `PS C:\\> Get-Partition -DiskNumber 0 | ft PartitionNumber,Size,Offset,GptType

PartitionNumber         Size       Offset GptType
---------------         ----       ------ -------
              1    104857600      1048576 {c12a7328-f81f-11d2-ba4b-00a0c93ec93b}
              4   1038090240 511062310912 {${RECOVERY}}
`;
    const list = `PS C:\\> Get-Partition -DiskNumber 0 | fl *

DiskNumber         : 0
PartitionNumber    : 1
GptType            : {c12a7328-f81f-11d2-ba4b-00a0c93ec93b}
Offset             : 1048576
Size               : 104857600
DriveLetter        :

DiskNumber         : 0
PartitionNumber    : 4
GptType            : {${RECOVERY}}
Offset             : 511062310912
Size               : 1038090240
DriveLetter        :
`;
    const json = JSON.stringify(
      [
        {
          DiskNumber: 0,
          PartitionNumber: 1,
          GptType: '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}',
          Size: 104857600,
          Offset: 1048576,
          DriveLetter: '\u0000',
        },
        {
          DiskNumber: 0,
          PartitionNumber: 4,
          GptType: `{${RECOVERY}}`,
          Size: 1038090240,
          Offset: 511062310912,
          DriveLetter: '\u0000',
        },
      ],
      null,
      4,
    );
    for (const text of [table, list, `PS C:\\> Get-Partition -DiskNumber 0 | ConvertTo-Json\n${json}\n`]) {
      const layouts = read(text).values('disk-layout');
      expect(layouts).toHaveLength(1);
      expect(layouts[0]).toMatchObject({ disk: 0, style: 'gpt', complete: true });
      expect(layouts[0].partitions).toMatchObject([
        { number: 1, role: 'efi', letter: null, sizeBytes: 104857600, sizeErrorBytes: 0 },
        { number: 4, role: 'recovery', typeId: RECOVERY, offsetBytes: 511062310912 },
      ]);
    }
    expect(read(`PartitionNumber : 2\nMbrType : 39\nSize : 554696704\n`).values('disk-layout')).toMatchObject([
      { style: 'mbr', complete: false, partitions: [{ number: 2, role: 'recovery', typeId: '0x27' }] },
    ]);
  });

  it('of wmic are told by disk', () => {
    const text =
      'DiskIndex  Index  Name                   Size          StartingOffset  Type\n0          0      Disk #0, Partition #0  104857600     1048576         GPT: System\n0          1      Disk #0, Partition #1  510918590464  122683392       GPT: Basic Data\n';
    expect(read(text).values('disk-layout')).toMatchObject([
      {
        disk: 0,
        style: 'gpt',
        complete: false,
        partitions: [
          { role: 'efi', number: null },
          { role: 'basic', offsetBytes: 122683392 },
        ],
      },
    ]);
  });
});

describe('volumes', () => {
  it('of Get-Volume are read as table, however spoilt', () => {
    const table = `DriveLetter FriendlyName FileSystemType DriveType HealthStatus OperationalStatus SizeRemaining      Size
----------- ------------ -------------- --------- ------------ ----------------- -------------      ----
C           Windows SSD  NTFS           Fixed     Healthy      OK                    120.5 GB 475.84 GB
            WINRE        NTFS           Fixed     Healthy      OK                    220.5 MB    990 MB
D                        Unknown        CD-ROM    Healthy      Unknown                    0 B       0 B
`;
    for (const spoil of Object.values(SPOILINGS)) {
      expect(read(spoil(table)).values('volume')).toMatchObject([
        { letter: 'C', label: 'Windows SSD', fileSystem: 'NTFS', freeBytes: Math.round(120.5 * 1024 * MIB) },
        { letter: null, label: 'WINRE', sizeBytes: 990 * MIB, freeBytes: 220.5 * MIB },
        { letter: 'D', sizeBytes: 0 },
      ]);
    }
  });

  it('of Win32_Volume are exact, with their role', () => {
    const text = `BootVolume   : True
SystemVolume : False
DriveLetter  : C:
FreeSpace    : 129385730048
Capacity     : 510918590464
FileSystem   : NTFS
Label        : Windows
DirtyBitSet  : False

BootVolume   : False
SystemVolume : False
DriveLetter  :
FreeSpace    : 231211008
Capacity     : 1038086144
FileSystem   : NTFS
Label        : WINRE
DirtyBitSet  : False
`;
    expect(read(text).values('volume')).toMatchObject([
      { letter: 'C', role: 'os', freeBytes: 129385730048, errorBytes: 0, dirty: false },
      { letter: null, role: null, freeBytes: 231211008, sizeBytes: 1038086144, label: 'WINRE' },
    ]);
    const wmic =
      'Capacity      DriveLetter  FileSystem  FreeSpace     Label\n510918590464  C:           NTFS        129385730048  Windows\n1038086144                 NTFS        231211008     WINRE\n';
    expect(read(wmic).values('volume')).toMatchObject([
      { letter: 'C', freeBytes: 129385730048 },
      { letter: null, freeBytes: 231211008, label: 'WINRE' },
    ]);
    const list = 'Caption=C:\nFileSystem=NTFS\nFreeSpace=129385730048\nSize=510918590464\n';
    expect(read(`C:\\>wmic logicaldisk get /format:list\n\n${list}`).values('volume')).toMatchObject([
      { letter: 'C', freeBytes: 129385730048 },
    ]);
    const csv = 'Node,Caption,FreeSpace,Size\nPC-1,C:,129385730048,510918590464\n';
    expect(read(csv).values('volume')).toMatchObject([{ letter: 'C', sizeBytes: 510918590464 }]);
  });
});

describe('disks', () => {
  it('of Get-Disk are read as table and list', () => {
    const table = `Number Friendly Name Serial Number                    HealthStatus         OperationalStatus      Total Size Partition
                                                                                                                   Style
------ ------------- -------------                    ------------         -----------------      ---------- ----------
0      Samsung SS... S3Z9NB0K                         Healthy              Online                  476.94 GB GPT
`;
    expect(read(table).values('disk-layout')).toMatchObject([{ disk: 0, style: 'gpt', complete: false }]);
    const list = `Number         : 0\nPartitionStyle : MBR\nSignature      : 41394\nSize           : 512110190592\nAllocatedSize  : 512109142016\n`;
    const sink = read(list);
    expect(sink.values('disk-layout')).toMatchObject([
      { disk: 0, style: 'mbr', diskId: '41394', sizeBytes: 512110190592, unallocatedBytes: 1048576 },
    ]);
    expect(sink.values('device-identity')).toMatchObject([{ diskIds: ['41394'] }]);
  });
});

describe('updates', () => {
  it('of Get-HotFix and wmic qfe are installed, on their day', () => {
    const table = `Source        Description      HotFixID      InstalledBy          InstalledOn
------        -----------      --------      -----------          -----------
PC-1          Security Update  KB5034441     NT AUTHORITY\\SYSTEM  1/29/2024 12:00:00 AM
PC-1          Update           KB5034122     NT AUTHORITY\\SYSTEM  1/10/2024 12:00:00 AM
`;
    const sink = read(table);
    expect(sink.values('installed-package')).toMatchObject([
      { kb: 'KB5034441', state: 'installed' },
      { kb: 'KB5034122', state: 'installed' },
    ]);
    expect(
      sink.facts.map((fact) => new Date(fact.reading.when?.local?.fromMs ?? 0).toISOString().slice(0, 10)),
    ).toEqual(['2024-01-29', '2024-01-10']);
    const wmic =
      'Caption                                     CSName  Description      FixComments  HotFixID   InstallDate  InstalledBy          InstalledOn  Name  ServicePackInEffect  Status\nhttp://support.microsoft.com/?kbid=5034441  PC-1    Security Update               KB5034441               NT AUTHORITY\\SYSTEM  1/29/2024\n';
    expect(read(wmic).values('installed-package')).toMatchObject([{ kb: 'KB5034441' }]);
  });

  it('of the history tell result, code and day', () => {
    const history = `PS C:\\> Get-WUHistory | fl

ComputerName  : PC-1
OperationName : Installation
Date          : 2024-01-29 12:00:00
Result        : Failed
HResult       : -2147023293
KB            : KB5034441
Title         : 2024-01 Security Update for Windows 10 Version 22H2
                for x64-based Systems (KB5034441)

ComputerName  : PC-1
OperationName : Installation
Date          : 2024-02-13 12:00:00
Result        : Succeeded
Title         : 2024-02 Cumulative Update (KB5034763)
`;
    const sink = read(history);
    expect(sink.values('update-event')).toMatchObject([
      { what: 'install-failed', kb: 'KB5034441', code: 0x80070643 },
      { what: 'install-succeeded', kb: 'KB5034763', code: null },
    ]);
    expect(sink.facts[0].reading).toMatchObject({ witness: 'update-log' });
    const json = JSON.stringify([
      {
        Title: '2024-01 Security Update (KB5034441)',
        ResultCode: 4,
        HResult: -2147023293,
        Date: '/Date(1706529600000)/',
        Operation: 1,
      },
    ]);
    const fromJson = read(json);
    expect(fromJson.values('update-event')).toMatchObject([
      { what: 'install-failed', kb: 'KB5034441', code: 0x80070643 },
    ]);
    expect(fromJson.facts[0].reading.when).toEqual({ fromMs: 1706529600000, toMs: 1706529600000 });
    const table = `ComputerName Operationname  Result     Date                Title
------------ -------------  ------     ----                -----
PC-1         Installation   Failed     29.01.2024 12:00:00 2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)
`;
    expect(read(table).values('update-event')).toMatchObject([{ what: 'install-failed', kb: 'KB5034441' }]);
  });

  it('of Get-WindowsPackage keep their state', () => {
    const text = `PackageName  : Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.3930.1.3
PackageState : InstallPending
ReleaseType  : SecurityUpdate
InstallTime  : 1/29/2024 12:00:00 PM
`;
    expect(read(text).values('installed-package')).toEqual([
      {
        kb: null,
        name: 'Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.3930.1.3',
        version: '19041.3930.1.3',
        state: 'install-pending',
      },
    ]);
  });
});

describe('the system', () => {
  it('is read from Get-ComputerInfo and Win32_OperatingSystem', () => {
    const info = `WindowsProductName : Windows 10 Pro\nWindowsVersion : 2009\nOsBuildNumber : 22631\nOSDisplayVersion : 23H2\nCsName : PC-1\nOsLastBootUpTime : 2024-01-29 08:00:00\n`;
    const sink = read(info);
    expect(sink.values('os-version')).toMatchObject([
      { product: 'Windows 11', release: '23H2', build: 22631, edition: 'Pro', server: false },
    ]);
    expect(sink.values('device-identity')).toMatchObject([{ computerName: 'PC-1' }]);
    expect(sink.values('restart')).toEqual([{ what: 'start', bootType: null }]);
    const wmi = `BuildNumber=20348\nCaption=Microsoft Windows Server 2022 Standard\nCurrentTimeZone=60\nLastBootUpTime=20240129130000.500000+060\n`;
    const server = read(wmi);
    expect(server.values('os-version')).toMatchObject([
      { product: 'Windows Server 2022', build: 20348, server: true, edition: 'Standard' },
    ]);
    expect(server.values('time-zone')).toEqual([{ offsetMinutes: 60 }]);
    expect(server.facts.find((fact) => fact.kind === 'restart')?.reading.when?.fromMs).toBe(Date.UTC(2024, 0, 29, 12));
  });

  it('tells the level of a recovery image, and of no other', () => {
    const image = (name: string) => `ImageIndex : 1\nImageName : ${name}\nVersion : 10.0.19041.3920\nSPBuild : 3920\n`;
    expect(read(image('Microsoft Windows Recovery Environment (x64)')).values('winre-version')).toEqual([
      { version: '10.0.19041.3920', shownBy: 'image-metadata' },
    ]);
    expect(
      read(`PS C:\\> Get-WindowsImage -ImagePath T:\\Winre.wim -Index 1\n\n${image('x')}`).values('winre-version'),
    ).toHaveLength(1);
    expect(read(image('Windows 10 Pro')).values('winre-version')).toEqual([]);
  });

  it('tells BitLocker by volume', () => {
    const table = `VolumeType      Mount CapacityGB VolumeStatus           Encryption KeyProtector              AutoUnlock Protection
                Point                                   Percentage                           Enabled    Status
----------      ----- ---------- ------------           ---------- ------------              ---------- ----------
OperatingSystem C:        475.84 EncryptionInProgress   57         {}                                   Off
`;
    expect(read(table).values('volume-encryption')).toMatchObject([
      { letter: 'C', state: 'encrypting', protection: 'off', role: 'os' },
    ]);
    const list = `MountPoint           : C:\nVolumeType           : OperatingSystem\nVolumeStatus         : EncryptionInProgress\nProtectionStatus     : Off\n\nMountPoint           : D:\nVolumeType           : Data\nVolumeStatus         : FullyDecrypted\nProtectionStatus     : Off\n`;
    expect(read(list).values('volume-encryption')).toMatchObject([
      { letter: 'C', state: 'encrypting', protection: 'off', role: 'os' },
      { letter: 'D', state: 'decrypted', protection: 'off', role: null },
    ]);
  });

  it('shows its events as objects too', () => {
    const list = `PS C:\\> Get-WinEvent -FilterHashtable @{LogName='System';ProviderName='Microsoft-Windows-WinREAgent'} | fl *

TimeCreated  : 29.01.2024 13:00:00
ProviderName : Microsoft-Windows-WinREAgent
Id           : 4501
LogName      : System
MachineName  : PC-1
Message      : Windows Recovery Environment servicing succeeded. 10.0.19041.3920
`;
    expect(read(list).values('winre-servicing')).toMatchObject([{ what: 'succeeded', version: '10.0.19041.3920' }]);
  });
});

describe('other text', () => {
  it('is left alone', () => {
    for (const text of [
      'Name : value\nOther : thing',
      '{ not json',
      '[2024-01-09] log line',
      'Size : 5\nTitle : my post',
      'a,b,c\n1,2,3',
      '{"a": 1}',
    ]) {
      expect([text, read(text).facts]).toEqual([text, []]);
    }
  });

  it('of any kind never throws', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        GET_PARTITION,
        '{"Size": 1,',
        '}',
        '[',
        ']',
        'Size : 5\n',
        'Title : x\n',
        '\n',
        '---- ----\n',
        'Size Title\n',
        'a,b,c\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => void read(pieces.join(''))),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => void readText(objectOutputIntake, decodeText(json))),
      { numRuns: 200 },
    );
  });
});
