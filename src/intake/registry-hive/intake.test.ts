import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import type { KindId, KindMap } from '../../evidence/model.js';
import { makeHasher } from '../../hosts/node/hasher.js';
import { makeHive } from '../../testing/hive-peers.js';
import { mutate } from '../../testing/mutate.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { readCase } from '../read-case.js';
import { allReaders } from '../readers.js';

const read = (bytes: Uint8Array, name = 'C/Windows/System32/config/HIVE', logs: Record<string, Uint8Array> = {}) => {
  const beside = new Map(Object.entries(logs).map(([file, log]) => [file, new MemorySource(log)]));
  return readCase([{ name, bytes: new MemorySource(bytes), depth: 0, beside }], allReaders({ makeHasher }));
};
const factsOf = <K extends KindId>(file: ReturnType<typeof read>, kind: K) =>
  file.facts.filter((fact) => fact.kind === kind).map((fact) => fact.value as KindMap[K]);

const dwords = (value: number) => value.toString(16).padStart(8, '0');
const texts = (type: number, text: string) =>
  `hex(${type}):${[...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
const CURRENT = '[\\Microsoft\\Windows NT\\CurrentVersion]';
const CBS = '\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const KB = 'Package_for_KB5034441~31bf3856ad364e35~amd64~~19041.3920.1.3';

const SOFTWARE = `[\\Microsoft]
[\\Microsoft\\Windows NT]
${CURRENT}
"ProductName"="Windows 10 Pro"
"DisplayVersion"="22H2"
"CurrentBuild"="19045"
"UBR"=dword:${dwords(5737)}
"EditionID"="Professional"
"InstallationType"="Client"
"WinREVersion"="10.0.19041.5728"
[\\Microsoft\\Cryptography]
"MachineGuid"="0A1B2C3D-0001-0002-0003-000000000004"
[\\Microsoft\\Updates]
"UpdateExeVolatile"=dword:00000000
[\\Microsoft\\Windows]
[\\Microsoft\\Windows\\CurrentVersion]
[${CBS}]
[${CBS}\\RebootPending]
"Exclusive"=dword:00000001
[${CBS}\\Packages]
[${CBS}\\Packages\\${KB}]
"CurrentState"=dword:00000070
"InstallTimeHigh"=dword:01dae000
"InstallTimeLow"=dword:00000000
[${CBS}\\Packages\\Package_1_for_KB5034441~31bf3856ad364e35~amd64~~19041.3920.1.3]
"CurrentState"=dword:00000070
[\\Policies]
[\\Policies\\Microsoft]
[\\Policies\\Microsoft\\Windows]
[\\Policies\\Microsoft\\Windows\\Recovery]
"DisableWinRE"=dword:00000001
`;

const SYSTEM = (next: string) => `[\\Select]
"Current"=dword:00000002
[\\ControlSet001]
[\\ControlSet001\\Control]
[\\ControlSet001\\Control\\TimeZoneInformation]
"Bias"=dword:00000000
[\\ControlSet002]
[\\ControlSet002\\Control]
[\\ControlSet002\\Control\\TimeZoneInformation]
"Bias"=dword:ffffffc4
[\\ControlSet002\\Control\\ComputerName]
[\\ControlSet002\\Control\\ComputerName\\ActiveComputerName]
"ComputerName"="OLD"
[\\ControlSet002\\Control\\ComputerName\\ComputerName]
"ComputerName"="${next}"
[\\ControlSet002\\Control\\Session Manager]
"PendingFileRenameOperations"=${texts(7, '\\??\\C:\\$WinREAgent\\Scratch\\update.wim\0\0\\??\\C:\\a\0\\??\\C:\\b\0\0')}
`;

describe.skipIf(!hasProgram('hivexregedit'))('made hives (skipped without hivexregedit)', () => {
  it('of SOFTWARE tell of Windows, of restarts awaited and of updates', () => {
    const file = read(makeHive(SOFTWARE));
    expect(file.sources).toMatchObject([{ kind: 'registry-hive', read: 'whole', defects: 0 }]);
    expect(factsOf(file, 'os-version')).toEqual([
      {
        product: 'Windows 10',
        release: '22H2',
        build: 19045,
        revision: 5737,
        edition: 'Professional',
        server: false,
        architecture: null,
      },
    ]);
    expect(factsOf(file, 'winre-version')).toEqual([{ version: '10.0.19041.5728', shownBy: 'registry-value' }]);
    expect(factsOf(file, 'device-identity')).toMatchObject([{ machineGuid: '0a1b2c3d-0001-0002-0003-000000000004' }]);
    expect(factsOf(file, 'statement')).toEqual([{ claim: 'winre-off-by-choice', kb: null }]);
    const signs = factsOf(file, 'pending-restart').map(({ indicator, present }) => [indicator, present]);
    expect(signs.sort()).toEqual([
      ['cbs-packages-pending', false],
      ['cbs-reboot-in-progress', false],
      ['cbs-reboot-pending', true],
      ['update-exe-volatile', false],
    ]);
    expect(factsOf(file, 'installed-package')).toEqual([
      { kb: 'KB5034441', name: KB, version: '19041.3920.1.3', state: 'installed' },
    ]);
    // hivexregedit copies the times of the keys above: they are no times of these.
    expect(file.facts.filter(({ kind, when }) => kind === 'pending-restart' && when !== undefined)).toEqual([]);
    const version = file.facts.find(({ kind }) => kind === 'winre-version');
    expect(version?.cite.at).toEqual({
      key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
      value: 'WinREVersion',
    });
    const installed = file.facts.find(({ kind }) => kind === 'installed-package');
    expect(new Date(installed?.when?.fromMs ?? 0).getUTCFullYear()).toBe(2024);
  });

  it('of SYSTEM tell what the control set says that Windows runs by', () => {
    const file = read(makeHive(SYSTEM('NEW')));
    expect(factsOf(file, 'time-zone')).toEqual([{ offsetMinutes: 60 }]);
    expect(factsOf(file, 'device-identity')).toMatchObject([{ computerName: 'OLD' }]);
    expect(factsOf(file, 'pending-restart').map(({ indicator, strength }) => [indicator, strength])).toEqual([
      ['computer-rename', 'weak'],
      ['pending-file-renames', 'weak'],
      ['winreagent-scratch', 'strong'],
    ]);
    const same = factsOf(read(makeHive(SYSTEM('old'))), 'pending-restart');
    expect(same.map(({ indicator }) => indicator)).not.toContain('computer-rename');
  });

  it('changed in any way are read as far as they go', () => {
    const [software, system] = [makeHive(SOFTWARE), makeHive(SYSTEM('NEW'))];
    for (let seed = 0; seed < 150; seed++) read(mutate(seed % 2 === 0 ? software : system, seed));
  });

  it('left in the middle of a write say nothing of what is not in them', () => {
    const bytes = makeHive(SOFTWARE);
    const data = new DataView(bytes.buffer);
    data.setUint32(4, data.getUint32(4, true) + 1, true);
    let sum = 0;
    for (let at = 0; at < 508; at += 4) sum ^= data.getUint32(at, true);
    data.setUint32(508, sum >>> 0, true);
    const signs = factsOf(read(bytes), 'pending-restart').filter(({ indicator }) => indicator.startsWith('cbs'));
    expect(signs).toMatchObject([{ indicator: 'cbs-reboot-pending', present: true }]);
  });
});

describe.skipIf(CORPUS === null)('real hives (skipped: the corpus is not here)', () => {
  it('of SOFTWARE and SYSTEM', () => {
    const software = read(corpusBytes('registry/SOFTWARE-plaso-win7.zst'));
    expect(factsOf(software, 'os-version')).toMatchObject([{ product: 'Windows 7', build: 7601 }]);
    expect(factsOf(software, 'installed-package').length).toBeGreaterThan(100);
    const renames = read(corpusBytes('registry/regipy-SYSTEM_B.zst')).facts.filter(
      ({ kind }) => kind === 'pending-restart',
    );
    expect(renames.map(({ value }) => (value as KindMap['pending-restart']).strength)).not.toContain('strong');
    const system = read(corpusBytes('registry/regipy-SYSTEM_WIN_10_1709.zst'));
    expect(factsOf(system, 'device-identity')).toHaveLength(1);
    expect(factsOf(system, 'time-zone')).toHaveLength(1);
  });

  it('are read with the logs beside them, also in an archive, and logs are no hives', () => {
    const name = 'yarp-newdirtyhive1.newdirtyhive';
    const logs = {
      [`folder/${name}.log1`]: corpusBytes('registry/yarp-NewDirtyHive1.NewDirtyHive.LOG1'),
      [`folder/${name}.log2`]: corpusBytes('registry/yarp-NewDirtyHive1.NewDirtyHive.LOG2'),
    };
    const hive = corpusBytes('registry/yarp-NewDirtyHive1.NewDirtyHive');
    expect(read(hive, `a.zip/folder/${name}`, logs).sources).toMatchObject([{ kind: 'registry-hive', read: 'whole' }]);
    expect(read(Object.values(logs)[0]).sources).toMatchObject([{ kind: 'registry-hive-log', defects: 0 }]);
  });

  it('of boot stores tell the recovery loader of the default loader', () => {
    const file = read(corpusBytes('bcd/x512ja-boot.bcd'));
    expect(factsOf(file, 'boot-entry')).toMatchObject([
      {
        id: '18364ff3-b6ff-11f0-9de2-ebeaf6fd1f26',
        role: 'os-loader',
        isDefault: true,
        recoverySequence: '18364ff4-b6ff-11f0-9de2-ebeaf6fd1f26',
        recoveryEnabled: true,
        partitionId: 'd2a17501-85cd-4222-9901-a796b67cdd5f',
      },
      {
        id: '18364ff4-b6ff-11f0-9de2-ebeaf6fd1f26',
        role: 'recovery-loader',
        isDefault: false,
        diskId: '58ef6851-2176-4d86-a9d6-e54bb70b7d81',
        path: '\\Recovery\\WindowsRE\\Winre.wim',
      },
    ]);
  });
});
