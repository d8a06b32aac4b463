import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { strict } from '../../bytes/format-error.js';
import { decodeLines } from '../../formats/text/text.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { systemTextIntake } from './intake.js';

const read = (text: string) => readText(systemTextIntake, text);

/** Labels of host, product, version, installed, started, kind, zone, hotfixes; the version's words; two moments. */
const INFO = (labels: readonly string[], version: string, installed: string, started: string) =>
  [
    `${labels[0]}:                 PC-1`,
    `${labels[1]}:                   Microsoft Windows 10 Pro`,
    `${labels[2]}:                ${version}`,
    'OS Manufacturer:           Microsoft Corporation',
    `${labels[3]}:     ${installed}`,
    `${labels[4]}:          ${started}`,
    `${labels[5]}:               x64-based PC`,
    'Windows Directory:         C:\\Windows',
    `${labels[6]}:                 (UTC+01:00) Amsterdam, Berlin, Bern`,
    `${labels[7]}:                 2 Hotfix(s) Installed.`,
    '                           [01]: KB5034441',
    '                           [02]: KB5034122',
  ].join('\n');

const LANGUAGES: Record<string, string> = {
  en: INFO(
    [
      'Host Name',
      'OS Name',
      'OS Version',
      'Original Install Date',
      'System Boot Time',
      'System Type',
      'Time Zone',
      'Hotfix(s)',
    ],
    '10.0.19045 N/A Build 19045',
    '1/1/2021, 10:00:00 AM',
    '1/29/2024, 8:00:00 AM',
  ),
  de: INFO(
    [
      'Hostname',
      'Betriebssystemname',
      'Betriebssystemversion',
      'Ursprüngliches Installationsdatum',
      'Systemstartzeit',
      'Systemtyp',
      'Zeitzone',
      'Hotfix(es)',
    ],
    '10.0.19045 Nicht zutreffend Build 19045',
    '01.01.2021, 10:00:00',
    '29.01.2024, 08:00:00',
  ),
  fr: INFO(
    [
      'Nom de l’hôte',
      'Nom du système d’exploitation',
      'Version du système',
      'Date d’installation originale',
      'Heure de démarrage du système',
      'Type du système',
      'Fuseau horaire',
      'Correctif(s)',
    ],
    '10.0.19045 N/A build 19045',
    '01/01/2021, 10:00:00',
    '29/01/2024, 08:00:00',
  ),
  ja: INFO(
    [
      'ホスト名',
      'OS 名',
      'OS バージョン',
      '最初のインストール日付',
      'システム起動時間',
      'システムの種類',
      'タイム ゾーン',
      'ホットフィックス',
    ],
    '10.0.19045 N/A ビルド 19045',
    '2021/01/01、10:00:00',
    '2024/01/29、8:00:00',
  ),
  'zh-CN': INFO(
    ['主机名', 'OS 名称', 'OS 版本', '初始安装日期', '系统启动时间', '系统类型', '时区', '修补程序'],
    '10.0.19045 暂缺 Build 19045',
    '2021/1/1, 10:00:00',
    '2024/1/29, 8:00:00',
  ),
  ru: INFO(
    [
      'Имя узла',
      'Название ОС',
      'Версия ОС',
      'Дата установки',
      'Время загрузки системы',
      'Тип системы',
      'Часовой пояс',
      'Исправления',
    ],
    '10.0.19045 Н/Д построение 19045',
    '01.01.2021, 10:00:00',
    '29.01.2024, 8:00:00',
  ),
  ko: INFO(
    ['호스트 이름', 'OS 이름', 'OS 버전', '원래 설치 날짜', '시스템 부트 시간', '시스템 종류', '표준 시간대', '핫픽스'],
    '10.0.19045 N/A 빌드 19045',
    '2021-01-01, 오전 10:00:00',
    '2024-01-29, 오전 8:00:00',
  ),
  pl: INFO(
    [
      'Nazwa hosta',
      'Nazwa systemu operacyjnego',
      'Wersja systemu operacyjnego',
      'Data oryginalnej instalacji',
      'Czas rozruchu systemu',
      'Typ systemu',
      'Strefa czasowa',
      'Poprawki',
    ],
    '10.0.19045 Brak Kompilacja 19045',
    '01.01.2021, 10:00:00',
    '29.01.2024, 08:00:00',
  ),
};

describe('systeminfo', () => {
  for (const [language, text] of Object.entries(LANGUAGES)) {
    it(`is read in ${language}, however spoilt`, () => {
      for (const spoil of Object.values(SPOILINGS)) {
        const sink = read(spoil(text));
        expect(sink.values('os-version')).toMatchObject([
          { product: 'Windows 10', build: 19045, revision: null, edition: 'Pro', architecture: 'x64', server: false },
        ]);
        expect(sink.values('device-identity')).toMatchObject([{ computerName: 'PC-1' }]);
        expect(sink.values('time-zone')).toEqual([{ offsetMinutes: 60 }]);
        expect(sink.values('installed-package').map((one) => one.kb)).toEqual(['KB5034441', 'KB5034122']);
        const start = sink.facts.find((fact) => fact.kind === 'restart');
        expect([start?.value, start?.reading.when?.local?.fromMs]).toEqual([
          { what: 'start', bootType: null },
          Date.UTC(2024, 0, 29, 8),
        ]);
      }
    });
  }
});

describe('the build in passing', () => {
  it('is read from ver, consoles, winver and Settings', () => {
    const build = (text: string) =>
      read(text)
        .values('os-version')
        .map((one) => [one.release, one.build, one.revision]);
    expect(build('Microsoft Windows [Version 10.0.19045.4291]')).toEqual([[null, 19045, 4291]]);
    expect(build('Microsoft Windows [Versión 10.0.22631.3296]')).toEqual([[null, 22631, 3296]]);
    expect(build('Microsoft Windows [版本 10.0.22000.653]')).toEqual([[null, 22000, 653]]);
    expect(build('Version 22H2 (OS Build 19045.4291)')).toEqual([['22H2', 19045, 4291]]);
    expect(build('Version 22H2 (Betriebssystembuild 19045.4291)')).toEqual([['22H2', 19045, 4291]]);
    expect(build('バージョン 22H2 (OS ビルド 19045.4291)')).toEqual([['22H2', 19045, 4291]]);
    expect(build('OS build             19045.4291')).toEqual([[null, 19045, 4291]]);
    expect(build('see KB5034441 (build 12 of 30), 192.168.100.12345')).toEqual([]);
  });
});

describe('fsutil volume diskfree', () => {
  it('is read in old and new forms, in any language', () => {
    for (const answer of [
      'Total free bytes        :  129,385,730,048 (120.5 GB)\nTotal bytes             :  510,918,590,464 (475.8 GB)\n',
      'Total # of free bytes        : 129385730048\nTotal # of bytes             : 510918590464\n',
      'Freie Bytes gesamt      :  129.385.730.048 (120,5 GB)\nBytes gesamt            :  510.918.590.464 (475,8 GB)\n',
      'Всего свободно байт     :  129 385 730 048\nВсего байт              :  510 918 590 464\n',
    ]) {
      expect(read(`C:\\>fsutil volume diskfree c:\n${answer}`).values('volume')).toMatchObject([
        { letter: 'C', freeBytes: 129385730048, sizeBytes: 510918590464, errorBytes: 0 },
      ]);
    }
  });
});

describe('any text', () => {
  it('never throws', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(LANGUAGES.en, 'C:\\>fsutil volume diskfree c:\n', 'a: 5\n', '\n', '[01]: KB5034441\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => void read(pieces.join(''))),
      { numRuns: 100 },
    );
  });
});

describe.skipIf(CORPUS === null)('against the corpus (skipped where it is not present)', () => {
  it('reads a real msinfo32 report', () => {
    const lines = [...decodeLines(new MemorySource(corpusBytes('msinfo/msinfo32-win10-18362.txt')), strict)];
    expect(lines.length).toBe(3119); // as counted with grep
    const sink = readText(systemTextIntake, lines);
    expect(sink.values('os-version')).toMatchObject([{ product: 'Windows 10', build: 18362, edition: 'Home' }]);
    expect(sink.values('device-identity')).toMatchObject([{ computerName: 'HOSTNAM' }]);
  });
});
