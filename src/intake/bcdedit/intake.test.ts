import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { bcdeditIntake } from './intake.js';

const RE = '66478abd-e478-11ef-936d-b4e8d5b5fa22';
/** Titles and the word for the identifier are all that is translated. */
const store = (manager: string, loader: string, identifier: string) => {
  const line = (name: string, value: string) => `${name.padEnd(23)} ${value}`;
  return [
    manager,
    '--------------------',
    line(identifier, '{bootmgr}'),
    line('device', 'partition=\\Device\\HarddiskVolume1'),
    line('default', '{current}'),
    line('displayorder', '{current}'),
    line('', '{0cb3b571-2f2e-4343-a879-d86a476d7215}'),
    line('timeout', '30'),
    '',
    loader,
    '-------------------',
    line(identifier, '{current}'),
    line('device', 'partition=C:'),
    line('path', '\\WINDOWS\\system32\\winload.efi'),
    line('description', 'Windows 10'),
    line('recoverysequence', `{${RE}}`),
    line('recoveryenabled', 'Yes'),
    line('osdevice', 'partition=C:'),
    '',
    loader,
    '-------------------',
    line(identifier, `{${RE}}`),
    line(
      'device',
      'ramdisk=[\\Device\\HarddiskVolume4]\\Recovery\\WindowsRE\\Winre.wim,{66478abe-e478-11ef-936d-b4e8d5b5fa22}',
    ),
    line('path', '\\windows\\system32\\winload.efi'),
    line('description', 'Windows Recovery Environment'),
    line(
      'osdevice',
      'ramdisk=[\\Device\\HarddiskVolume4]\\Recovery\\WindowsRE\\Winre.wim,{66478abe-e478-11ef-936d-b4e8d5b5fa22}',
    ),
    line('winpe', 'Yes'),
    '',
  ].join('\n');
};

describe('bcdedit /enum', () => {
  for (const [spoiling, spoil] of Object.entries(SPOILINGS)) {
    it(`is read in several languages, ${spoiling}`, () => {
      for (const words of [
        ['Windows Boot Manager', 'Windows Boot Loader', 'identifier'],
        ['Windows-Start-Manager', 'Windows-Startladeprogramm', 'Bezeichner'],
        ['Gestionnaire de démarrage Windows', 'Chargeur de démarrage Windows', 'identificateur'],
        ['Windows 启动管理器', 'Windows 启动加载器', '标识符'],
        ['Диспетчер загрузки Windows', 'Загрузка Windows', 'идентификатор'],
        ['Windows ブート マネージャー', 'Windows ブート ローダー', '識別子'],
        ['[Ŵïņ !!]', '[Ļøąď !!]', '[ïď]'],
      ] as const) {
        const [manager, loader, identifier] = words;
        const sink = readText(bcdeditIntake, spoil(store(manager, loader, identifier)));
        expect(sink.values('boot-entry')).toMatchObject([
          {
            id: 'current',
            role: 'os-loader',
            isDefault: true,
            recoverySequence: RE,
            recoveryEnabled: true,
            device: 'partition=C:',
          },
          { id: RE, role: 'recovery-loader', isDefault: false, path: '\\Recovery\\WindowsRE\\Winre.wim' },
        ]);
      }
    });
  }

  it('leaves the default open where the boot manager is not shown', () => {
    const text = store('a', 'b', 'identifier').split('\n').slice(9).join('\n');
    expect(
      readText(bcdeditIntake, text)
        .values('boot-entry')
        .map((entry) => entry.isDefault),
    ).toEqual([null, null]);
  });

  it('is not seen in other text, and never throws', () => {
    expect(readText(bcdeditIntake, 'Heading\n-------\nsome words {here}\nmore words follow').facts).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('-----\n', 'identifier {a-b-c}\n', 'device x\n', '\n', '   {x-y-z}\n')),
        (lines) => void readText(bcdeditIntake, lines.join('')),
      ),
    );
  });
});
