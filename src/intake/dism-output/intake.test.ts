import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { dismOutputIntake } from './intake.js';

const BANNER = '\nDeployment Image Servicing and Management tool\nVersion: 10.0.19041.3636\n\n';
const image = (head: string, labels: readonly string[], name: string) =>
  `${head}\n\n${labels[0]} : 1\n${labels[1]} : ${name}\n${labels[2]} : ${name}\n${labels[3]} : 2,347,284,374 bytes\n${labels[4]} : No\n${labels[5]} : x64\n${labels[6]} : <undefined>\n${labels[7]} : 10.0.19041\n${labels[8]} : 3920\n${labels[9]} : 0\n${labels[10]} : WindowsPE\n`;
const EN = [
  'Index',
  'Name',
  'Description',
  'Size',
  'WIM Bootable',
  'Architecture',
  'Hal',
  'Version',
  'ServicePack Build',
  'ServicePack Level',
  'Edition',
];
const DE = [
  'Index',
  'Name',
  'Beschreibung',
  'Größe',
  'WIM-startbar',
  'Architektur',
  'HAL',
  'Version',
  'ServicePack-Build',
  'ServicePack-Level',
  'Edition',
];
const JA = [
  'インデックス',
  '名前',
  '説明',
  'サイズ',
  'WIM ブート可能',
  'アーキテクチャ',
  'HAL',
  'バージョン',
  'ServicePack ビルド',
  'ServicePack レベル',
  'エディション',
];
const RE = 'Microsoft Windows Recovery Environment (x64)';

describe('an image', () => {
  for (const [spoiling, spoil] of Object.entries(SPOILINGS)) {
    it(`is read in several languages, ${spoiling}`, () => {
      for (const labels of [EN, DE, JA]) {
        const text = spoil(BANNER + image('Details for image : C:\\mnt\\winre.wim', labels, RE));
        const sink = readText(dismOutputIntake, text);
        expect(sink.values('winre-version')).toEqual([{ version: '10.0.19041.3920', shownBy: 'image-metadata' }]);
        expect(sink.facts[0].reading).toMatchObject({ witness: 'image-metadata' });
      }
    });
  }

  it('is the recovery environment by its path, its name or the command, and else tells nothing', () => {
    const level = (text: string) => readText(dismOutputIntake, text).values('winre-version').length;
    expect(level(image('', EN, RE))).toBe(1);
    expect(
      level(image(`C:\\>dism /Get-ImageInfo /ImageFile:T:\\Recovery\\WindowsRE\\winre.wim /Index:1`, EN, 'x')),
    ).toBe(1);
    expect(level(image('Details for image : D:\\sources\\install.wim', EN, 'Windows 10 Pro'))).toBe(0);
    expect(level(image('Details for image : D:\\sources\\boot.wim', EN, 'Microsoft Windows PE (x64)'))).toBe(0);
  });
});

describe('packages', () => {
  const ROLLUP = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.3930.1.3';
  const NAMED = 'Package_for_KB5034441~31bf3856ad364e35~amd64~~19041.3920.1.0';

  it('are read as list and as table, with states of several languages', () => {
    const list = `Package Identity : ${ROLLUP}\nState : Installed\nRelease Type : Security Update\nInstall Time : 1/29/2024 5:11 AM\n\nPaketidentität : ${NAMED}\nStatus : Installation ausstehend\nVersionstyp : Sicherheitsupdate\nInstallationszeit :\n`;
    const sink = readText(dismOutputIntake, list);
    expect(sink.values('installed-package')).toEqual([
      { kb: null, name: ROLLUP, version: '19041.3930.1.3', state: 'installed' },
      { kb: 'KB5034441', name: NAMED, version: '19041.3920.1.0', state: 'install-pending' },
    ]);
    expect(sink.facts[0].reading.when?.local?.fromMs).toBe(Date.UTC(2024, 0, 29, 5, 11));
    const table = `Package Identity | State | Release Type | Install Time\n---------------- | ----- | ------------ | ------------\n${NAMED} | Installed | Update | 1/29/2024 5:11 AM\n${ROLLUP} | Superseded | Security Update | 1/9/2024 5:11 AM\n`;
    expect(
      readText(dismOutputIntake, table)
        .values('installed-package')
        .map((one) => one.state),
    ).toEqual(['installed', 'superseded']);
  });
});

describe('errors', () => {
  it('are those of DISM', () => {
    const ofDism = (text: string) => readText(dismOutputIntake, text).values('servicing-error');
    expect(
      ofDism(
        `C:\\>dism /online /cleanup-image /restorehealth\n${BANNER}Error: 0x800f081f\n\nThe source files could not be found.\n`,
      ),
    ).toMatchObject([{ component: 'dism', code: 0x800f081f, aboutWinRe: false }]);
    expect(ofDism(`${BANNER}Fehler: 87\n`)).toMatchObject([{ code: 87 }]);
    expect(
      ofDism('PS C:\\> dism /Mount-Image /ImageFile:C:\\x\\winre.wim /Index:1 /MountDir:C:\\mnt\nエラー: 0xc1420127\n'),
    ).toMatchObject([{ code: 0xc1420127, aboutWinRe: true }]);
    expect(ofDism('Error: 0x80070643')).toEqual([]);
  });

  it('of any text never throw', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(BANNER, 'Version : 10.0.19041\n', 'x : 1\n', '\n', 'a.wim\n', 'Error: 5\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => void readText(dismOutputIntake, pieces.join(''))),
      { numRuns: 200 },
    );
  });
});
