import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { objectOutputIntake } from '../object-output/intake.js';
import { registryTextIntake } from './intake.js';

const read = (text: string) => readText(registryTextIntake, text);
const CBS = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';

const QUERY = `C:\\>reg query "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"

HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion
    ProductName    REG_SZ    Windows 10 Pro
    CurrentBuild    REG_SZ    19045
    UBR    REG_DWORD    0x10c3
    DisplayVersion    REG_SZ    22H2
    EditionID    REG_SZ    Professional
    InstallationType    REG_SZ    Client
    WinREVersion    REG_SZ    10.0.19041.3920
`;

describe('reg query', () => {
  for (const [spoiling, spoil] of Object.entries(SPOILINGS)) {
    it(`is read, ${spoiling}`, () => {
      const sink = read(spoil(QUERY));
      expect(sink.values('winre-version')).toEqual([{ version: '10.0.19041.3920', shownBy: 'registry-value' }]);
      expect(sink.values('os-version')).toEqual([
        {
          product: 'Windows 10',
          release: '22H2',
          build: 19045,
          revision: 4291,
          edition: 'Professional',
          server: false,
          architecture: null,
        },
      ]);
      expect(sink.facts[0].reading).toMatchObject({ witness: 'registry', quote: 'WinREVersion = 10.0.19041.3920' });
    });
  }

  it('tells a key that is not there, in many languages, and nothing where it was refused', () => {
    for (const said of [
      'ERROR: The system was unable to find the specified registry key or value.',
      'FEHLER: Der angegebene Registrierungsschlüssel bzw. Wert wurde nicht gefunden: Das System konnte ihn nicht finden.',
      'ERREUR : le système n’a pas trouvé la clé ou la valeur de Registre spécifiée.',
      'ERROR: el sistema no pudo encontrar la clave o el valor del Registro especificados.',
      'ОШИБКА: Не удается найти указанный раздел или параметр в реестре.',
      'エラー: 指定されたレジストリ キーまたは値が見つかりませんでした。'.replace(
        '見つかりませんでした',
        '見つかりません',
      ),
      '错误: 系统找不到指定的注册表项或值。',
      '오류: 지정된 레지스트리 키 또는 값을 찾을 수 없습니다.',
    ]) {
      const sink = read(`C:\\>reg query "HKLM\\${CBS}\\RebootPending"\n\n${said}\n\nC:\\>`);
      expect([said, sink.values('pending-restart')]).toMatchObject([
        said,
        [{ indicator: 'cbs-reboot-pending', present: false, strength: 'strong' }],
      ]);
    }
    expect(read(`C:\\>reg query "HKLM\\${CBS}\\RebootPending"\nERROR: Access is denied.`).facts).toEqual([]);
    // A value that is missing says nothing of its key.
    expect(
      read(
        `C:\\>reg query "HKLM\\${CBS}\\RebootPending" /v x\nERROR: The system was unable to find the specified registry key or value.`,
      ).facts,
    ).toEqual([]);
  });

  it('tells a key that is there', () => {
    const text = `C:\\>reg query "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired"\n\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired\n    0a1b2c3d-0001-0002-0003-000000000004    REG_DWORD    0x1\n`;
    expect(read(text).values('pending-restart')).toMatchObject([
      { indicator: 'wu-reboot-required', present: true, detail: '0a1b2c3d-0001-0002-0003-000000000004' },
    ]);
    for (const [answer, present] of [
      ['True', true],
      ['False', false],
    ] as const) {
      expect(
        read(`PS C:\\> Test-Path 'HKLM:\\${CBS}\\RebootPending'\n${answer}\n`).values('pending-restart'),
      ).toMatchObject([{ present }]);
    }
  });

  it('tells renames that wait, strong where WinRE servicing waits among them', () => {
    const session = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
    const value = (paths: string) => `${session}\n    PendingFileRenameOperations    REG_MULTI_SZ    ${paths}\n`;
    expect(read(value('\\??\\C:\\Windows\\Temp\\a.tmp\\0\\0')).values('pending-restart')).toMatchObject([
      { indicator: 'pending-file-renames', strength: 'weak' },
    ]);
    expect(read(value('\\??\\C:\\$WinREAgent\\Scratch\\update.wim\\0\\0')).values('pending-restart')).toMatchObject([
      { indicator: 'pending-file-renames', strength: 'weak' },
      { indicator: 'winreagent-scratch', strength: 'strong' },
    ]);
  });
});

describe('.reg exports', () => {
  it('are read with every type of value', () => {
    const text = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation]
"Bias"=dword:ffffffc4
"TimeZoneKeyName"="W. Europe Standard Time"

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager]
"PendingFileRenameOperations"=hex(7):5c,00,3f,00,3f,00,5c,00,43,00,3a,00,5c,00,24,00,57,00,69,\\
  00,6e,00,52,00,45,00,41,00,67,00,65,00,6e,00,74,00,5c,00,78,00,00,00,00,00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography]
"MachineGuid"="0A1B2C3D-0001-0002-0003-000000000004"

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Updates]
"UpdateExeVolatile"=hex(4):02,00,00,00

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName]
"ComputerName"="OLD"

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName]
"ComputerName"="NEW"

[-HKEY_LOCAL_MACHINE\\${CBS}\\RebootPending]
`;
    const sink = read(text);
    expect(sink.values('time-zone')).toEqual([{ offsetMinutes: 60 }]);
    expect(sink.values('device-identity').map((one) => one.machineGuid ?? one.computerName)).toEqual([
      '0a1b2c3d-0001-0002-0003-000000000004',
      'OLD',
    ]);
    expect(sink.values('pending-restart').map((sign) => sign.indicator)).toEqual([
      'computer-rename',
      'pending-file-renames',
      'winreagent-scratch',
      'update-exe-volatile',
    ]);
  });

  it('of a policy that turns WinRE off are a stated choice', () => {
    expect(
      read('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\X]\n"DisableWinRE"=dword:00000001\n').values(
        'statement',
      ),
    ).toEqual([{ claim: 'winre-off-by-choice', kb: null }]);
  });
});

describe('properties of PowerShell', () => {
  it('are read as the key they are of', () => {
    const text = `CurrentBuild : 22631\nUBR : 3296\nProductName : Windows 10 Enterprise\nPSPath : Microsoft.PowerShell.Core\\Registry::HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\n`;
    expect(readText(objectOutputIntake, text).values('os-version')).toMatchObject([
      { product: 'Windows 11', build: 22631, revision: 3296 },
    ]);
  });
});

describe('any text', () => {
  it('never throws', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(QUERY, '[HKEY_LOCAL_MACHINE\\A]\n', '"a"=hex(7):5c,\\\n', '@="x"\n', 'REG_SZ', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => void read(pieces.join(''))),
      { numRuns: 200 },
    );
  });
});

describe.skipIf(CORPUS === null)('against the corpus (skipped where it is not present)', () => {
  it('reads an export that Debian tools take for a hive', () => {
    const sink = read(new TextDecoder().decode(corpusBytes('reg-text/libguestfs-windows-software.reg')));
    expect(sink.values('os-version')).toMatchObject([{ product: 'Windows 7', build: null, server: false }]);
  });
});
