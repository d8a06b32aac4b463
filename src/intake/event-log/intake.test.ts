import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { strict } from '../../bytes/format-error.js';
import { atUtc } from '../../evidence/when.js';
import { openEvtx } from '../../formats/evtx/evtx.js';
import { decodeLines, decodeText } from '../../formats/text/text.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { type EventRecord, eventTextIntake, intakeEvent } from './intake.js';

const UPDATE_CLIENT = 'Microsoft-Windows-WindowsUpdateClient';
const TITLE = '2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)';
const NOON = Date.UTC(2024, 0, 29, 12);

function factsOf(event: Partial<EventRecord> & { provider: string; id: number }): CollectingSink {
  const sink = new CollectingSink();
  const whole = {
    when: atUtc(NOON),
    channel: 'System',
    computer: 'PC',
    data: [],
    message: null,
    at: { record: 7 },
    ...event,
  };
  intakeEvent(whole, sink);
  return sink;
}

const named = (pairs: Record<string, string>) => Object.entries(pairs).map(([name, value]) => ({ name, value }));
const bare = (...values: string[]) => values.map((value) => ({ name: null, value }));

describe('one record', () => {
  it('of Windows Update tells the attempt, by name, by form and by message', () => {
    const guid = '{0A1B2C3D-0001-0002-0003-000000000004}';
    const failed = { what: 'install-failed', kb: 'KB5034441', title: TITLE, code: 0x80070643 };
    const id = guid.slice(1, -1).toLowerCase();
    for (const [data, updateId] of [
      [
        named({ errorCode: '0x80070643', updateTitle: `${TITLE}\0`, updateGuid: guid, updateRevisionNumber: '200' }),
        id,
      ],
      [named({ errorCode: '-2147023293', updateTitle: TITLE, updateGuid: guid }), id],
      [bare('0x80070643', TITLE, guid, '200'), id],
    ] as const) {
      expect(factsOf({ provider: UPDATE_CLIENT, id: 20, data }).values('update-event')).toEqual([
        { ...failed, updateId, count: null },
      ]);
    }
    for (const message of [
      `Installation Failure: Windows failed to install the following update with error 0x80070643: ${TITLE}.`,
      `Installationsfehler: Die Installation des folgenden Updates ist mit Fehler 0x80070643 fehlgeschlagen: ${TITLE}.`,
      `インストールの失敗: エラー 0x80070643 で次の更新プログラムのインストールに失敗しました: ${TITLE}`,
      `Échec de l’installation : l’installation de la mise à jour suivante a échoué avec l’erreur 0x80070643 : ${TITLE}.`,
    ]) {
      expect(factsOf({ provider: 'WindowsUpdateClient', id: 20, message }).values('update-event')).toEqual([
        { ...failed, updateId: null, count: null },
      ]);
    }
  });

  it('tells a restart that is asked for, with each update that wants it', () => {
    const data = named({ updatelist: `- ${TITLE}\n- 2024-01 Cumulative Update (KB5034122)` });
    const sink = factsOf({ provider: UPDATE_CLIENT, id: 21, data });
    expect(sink.values('update-event').map((event) => event.kb)).toEqual(['KB5034441', 'KB5034122']);
    expect(sink.values('pending-restart')).toMatchObject([
      { indicator: 'restart-event', present: true, strength: 'strong' },
    ]);
    expect(
      factsOf({ provider: UPDATE_CLIENT, id: 26, data: named({ updateCount: '0' }) }).values('update-event'),
    ).toMatchObject([{ what: 'scan-succeeded', count: 0 }]);
  });

  it('of WinREAgent is read whatever its fields are called and wherever they stand', () => {
    for (const data of [
      named({ ErrorPhase: '2', Errorcode: '-2147024784' }),
      named({ Errorcode: '0x80070070', ErrorPhase: '2' }),
      bare('2', '-2147024784'),
      bare('0x80070070', '2'),
      named({ Something: '2', Other: '2147942512' }),
    ]) {
      const sink = factsOf({ provider: 'Microsoft-Windows-WinREAgent', id: 4502, data });
      expect(sink.values('winre-servicing')).toEqual([
        { what: 'failed', version: null, phase: 2, code: 0x80070070, kb: null },
      ]);
    }
    for (const data of [
      named({ Version: '10.0.22621.6060' }),
      bare('10.0.22621.6060'),
      named({ NewLevel: '10.0.22621.6060' }),
    ]) {
      const sink = factsOf({ provider: 'WinREAgent', id: 4501, data });
      expect(sink.values('winre-servicing')).toMatchObject([
        { what: 'succeeded', version: '10.0.22621.6060', code: null },
      ]);
      expect(sink.values('winre-version')).toEqual([{ version: '10.0.22621.6060', shownBy: 'event-4501' }]);
      expect(sink.facts[0].reading).toMatchObject({ witness: 'event-log', at: { record: 7 }, when: atUtc(NOON) });
    }
    expect(
      factsOf({ provider: 'WinREAgent', id: 4502, message: 'Windows Recovery Environment servicing failed.' }).values(
        'winre-servicing',
      ),
    ).toEqual([{ what: 'failed', version: null, phase: null, code: null, kb: null }]);
  });

  it('tells a full start from a fast one only where it is recorded', () => {
    const bootType = (value: string) =>
      factsOf({ provider: 'Microsoft-Windows-Kernel-Boot', id: 27, data: named({ BootType: value }) }).values(
        'restart',
      )[0];
    expect(bootType('0')).toEqual({ what: 'start', bootType: 'full' });
    expect(bootType('0x1')).toEqual({ what: 'start', bootType: 'fast-startup' });
    expect(bootType('2')).toEqual({ what: 'resume', bootType: 'hibernate' });
    const power = (id: number, TargetState: string) =>
      factsOf({
        provider: 'Microsoft-Windows-Kernel-Power',
        id,
        data: named({ TargetState, EffectiveState: '5' }),
      }).values('restart');
    expect(power(42, '6')).toEqual([{ what: 'shutdown', bootType: 'fast-startup' }]);
    expect(power(107, '6')).toEqual([{ what: 'start', bootType: 'fast-startup' }]);
    expect(power(107, '5')).toEqual([{ what: 'resume', bootType: 'hibernate' }]);
    expect([power(42, '4'), power(107, '4')]).toEqual([[], [{ what: 'resume', bootType: null }]]);
    const message = 'Der Starttyp war 0x1.';
    expect(factsOf({ provider: 'Kernel-Boot', id: 27, message }).values('restart')).toEqual([
      { what: 'start', bootType: 'fast-startup' },
    ]);
    const start = factsOf({
      provider: 'Microsoft-Windows-Kernel-General',
      id: 12,
      data: named({ BuildVersion: '19045', QfeVersion: '4291' }),
    });
    expect(start.values('restart')).toEqual([{ what: 'start', bootType: 'full' }]);
    expect(start.values('os-version')).toMatchObject([{ build: 19045, revision: 4291 }]);
  });

  it('of a shutdown tells whether it was a restart, in many languages', () => {
    const kind = (type: string) =>
      factsOf({ provider: 'User32', id: 1074, data: named({ param4: '0x80020010', param5: type }) }).values(
        'restart',
      )[0].what;
    for (const type of [
      'restart',
      'Neustart',
      'redémarrer',
      'reiniciar',
      '再起動',
      '重新启动',
      '다시 시작',
      'перезапуск',
    ])
      expect([type, kind(type)]).toEqual([type, 'restart']);
    for (const type of ['power off', 'Ausschalten', 'シャットダウン'])
      expect([type, kind(type)]).toEqual([type, 'shutdown']);
  });

  it('betrays WinRE servicing, a cleared log and a moved clock', () => {
    const hive = '\\??\\C:\\$WinREAgent\\Scratch\\Mount\\Windows\\System32\\config\\SOFTWARE';
    const mount = factsOf({
      provider: 'Microsoft-Windows-Kernel-General',
      id: 16,
      data: named({ HiveName: hive, KeysUpdated: '12' }),
    });
    expect(mount.values('winre-hive-mount')).toEqual([{ hivePath: hive }]);
    const other = named({ HiveName: '\\SystemRoot\\System32\\Config\\SOFTWARE' });
    expect(factsOf({ provider: 'Microsoft-Windows-Kernel-General', id: 16, data: other }).facts).toEqual([]);
    expect(
      factsOf({ provider: 'Microsoft-Windows-Eventlog', id: 104, data: named({ Channel: 'System' }) }).values(
        'evidence-loss',
      ),
    ).toEqual([{ what: 'event-log-cleared', subject: 'System' }]);
    const clock = (to: string) =>
      factsOf({
        provider: 'Microsoft-Windows-Kernel-General',
        id: 1,
        data: named({ NewTime: to, OldTime: '2024-01-29T12:00:00.0Z' }),
      });
    expect(clock('2024-01-29T15:00:00.0Z').values('evidence-loss')).toEqual([
      { what: 'clock-changed', subject: 'clock moved by 180 minutes' },
    ]);
    expect(clock('2024-01-29T12:00:01.0Z').facts).toEqual([]);
    const woken = named({ NewTime: '2024-01-29T15:00:00.0Z', OldTime: '2024-01-29T12:00:00.0Z', Reason: '2' });
    expect(factsOf({ provider: 'Microsoft-Windows-Kernel-General', id: 1, data: woken }).facts).toEqual([]);
    expect(
      factsOf({ provider: 'Microsoft-Windows-Eventlog', id: 104, data: named({ Channel: 'Visual Studio' }) }).facts,
    ).toEqual([]);
  });

  it('of another installer names product and code', () => {
    const end = factsOf({
      provider: 'MsiInstaller',
      id: 1033,
      data: bare('Windows Subsystem for Linux Update', '5.10.16', '1033', '1603', 'Microsoft Corporation', '(NULL)'),
    });
    expect(end.values('installer-failure')).toMatchObject([
      { product: 'wsl', name: 'Windows Subsystem for Linux Update', code: 1603 },
    ]);
    const message =
      'Windows Installer installed the product. Product Name: Contoso Tool. Product Version: 1.2.3. Product Language: 1033. Manufacturer: Contoso. Installation success or error status: 1603.';
    expect(factsOf({ provider: 'MsiInstaller', id: 1033, message }).values('installer-failure')).toMatchObject([
      { product: 'msi', code: 1603 },
    ]);
    expect(
      factsOf({ provider: 'MsiInstaller', id: 1033, data: bare('Contoso Tool', '1.2.3', '1033', '0') }).facts,
    ).toEqual([]);
    expect(
      factsOf({
        provider: 'MsiInstaller',
        id: 11708,
        message: 'Product: Python 3.11.4 Core Interpreter (64-bit) -- Installation failed.',
      }).values('installer-failure'),
    ).toMatchObject([{ product: 'python', name: 'Python 3.11.4 Core Interpreter (64-bit)' }]);
    expect(
      factsOf({
        provider: 'Microsoft-Windows-Windows Defender',
        id: 2001,
        data: named({ 'Error Code': '0x80070643' }),
      }).values('installer-failure'),
    ).toMatchObject([{ product: 'defender', code: 0x80070643 }]);
  });

  it('of the servicing stack tells the package and its state', () => {
    const provider = 'Microsoft-Windows-Servicing';
    const data = named({ PackageIdentifier: 'KB5034441', IntendedPackageState: '5112', ErrorCode: '0x80070643' });
    expect(factsOf({ provider, id: 2, data }).values('installed-package')).toMatchObject([
      { kb: 'KB5034441', state: 'installed' },
    ]);
    expect(factsOf({ provider, id: 3, data }).values('servicing-error')).toMatchObject([
      { component: 'cbs', code: 0x80070643, kb: 'KB5034441' },
    ]);
    expect(factsOf({ provider, id: 4, data }).values('pending-restart')).toMatchObject([
      { indicator: 'restart-event', present: true },
    ]);
  });
});

const WEVTUTIL = (labels: readonly string[]) =>
  [
    `${labels[0]}[0]:`,
    ...[
      'System',
      UPDATE_CLIENT,
      '2024-01-29T13:00:00.0000000Z',
      '20',
      'Windows Update Agent',
      'Error',
      'Installation',
      'Failure',
      'S-1-5-18',
      'NT AUTHORITY\\SYSTEM',
      'PC-1',
    ].map((value, index) => `  ${labels[index + 1]}: ${value}`),
    `  ${labels[12]}: `,
    `Failure: update error 0x80070643: ${TITLE}.`,
  ].join('\n');
const EN = [
  'Event',
  'Log Name',
  'Source',
  'Date',
  'Event ID',
  'Task',
  'Level',
  'Opcode',
  'Keyword',
  'User',
  'User Name',
  'Computer',
  'Description',
];
const DE = [
  'Ereignis',
  'Protokollname',
  'Quelle',
  'Datum',
  'Ereignis-ID',
  'Aufgabe',
  'Ebene',
  'Opcode',
  'Schlüsselwort',
  'Benutzer',
  'Benutzername',
  'Computer',
  'Beschreibung',
];
const XX = EN.map((label) => `[${label.replace(/[aeiou]/g, 'ø')}!`.replace('[', ''));

const VIEWER = {
  en: `Log Name:      System
Source:        ${UPDATE_CLIENT}
Date:          1/29/2024 1:00:00 PM
Event ID:      20
Task Category: Windows Update Agent
Level:         Error
Keywords:      Failure,Installation
User:          SYSTEM
Computer:      PC-1
Description:
Installation Failure: Windows failed to install the following update with error 0x80070643: ${TITLE}.`,
  de: `Protokollname: System
Quelle:        ${UPDATE_CLIENT}
Datum:         29.01.2024 13:00:00
Ereignis-ID:   20
Aufgabenkategorie:Windows Update Agent
Ebene:         Fehler
Schlüsselwörter:Fehler,Installation
Benutzer:      SYSTEM
Computer:      PC-1
Beschreibung:
Installationsfehler: Die Installation des folgenden Updates ist mit Fehler 0x80070643 fehlgeschlagen: ${TITLE}.`,
  ja: `ログの名前:         System
ソース:           ${UPDATE_CLIENT}
日付:            2024/01/29 13:00:00
イベント ID:       20
タスクのカテゴリ:      Windows Update エージェント
レベル:           エラー
キーワード:         エラー,インストール
ユーザー:          SYSTEM
コンピューター:       PC-1
説明:
インストールの失敗: エラー 0x80070643 で次の更新プログラムのインストールに失敗しました: ${TITLE}`,
};

const XML = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${UPDATE_CLIENT}' Guid='{945a8954-c147-4acd-923f-40c45405a658}'/><EventID>20</EventID><TimeCreated SystemTime='2024-01-29T12:00:00.1234567Z'/><EventRecordID>812</EventRecordID><Channel>System</Channel><Computer>PC-1</Computer></System><EventData><Data Name='errorCode'>0x80070643</Data><Data Name='updateTitle'>${TITLE}</Data><Data Name='updateGuid'>{0a1b2c3d-0001-0002-0003-000000000004}</Data></EventData></Event>`;

describe('records in text', () => {
  const one = { what: 'install-failed', kb: 'KB5034441', title: TITLE, code: 0x80070643 };
  const LOCAL = Date.UTC(2024, 0, 29, 13);

  for (const [spoiling, spoil] of Object.entries(SPOILINGS)) {
    it(`of wevtutil are read, ${spoiling}`, () => {
      for (const labels of [EN, DE, XX]) {
        const sink = readText(
          eventTextIntake,
          spoil(`${WEVTUTIL(labels)}\n\n${WEVTUTIL(labels).replace('[0]', '[1]')}\n`),
        );
        expect(sink.values('update-event')).toMatchObject([one, one]);
        expect(sink.facts[0].reading.when?.local?.fromMs).toBe(LOCAL); // its Z is not to be believed
        expect(sink.values('device-identity')).toMatchObject([{ computerName: 'PC-1' }]);
      }
    });

    it(`copied from the event viewer are read, ${spoiling}`, () => {
      for (const [language, text] of Object.entries(VIEWER)) {
        const sink = readText(eventTextIntake, spoil(`see below\n\n${text}\n\nthanks`));
        expect([language, sink.values('update-event')]).toMatchObject([language, [one]]);
        expect(sink.facts[0].reading.when?.local?.fromMs).toBe(LOCAL);
        expect(sink.values('device-identity')).toMatchObject([{ computerName: 'PC-1' }]);
      }
    });
  }

  it('of XML are read in UTC, with or without a root, and once where the text stands above', () => {
    const sink = readText(eventTextIntake, `<Events>${XML}${XML.replace('812', '813')}</Events>`);
    expect(sink.values('update-event')).toMatchObject([
      { ...one, updateId: '0a1b2c3d-0001-0002-0003-000000000004' },
      one,
    ]);
    expect(sink.facts[0].reading.when).toEqual(atUtc(NOON + 123));
    const both = readText(eventTextIntake, `${VIEWER.en}\nEvent Xml:\n${XML.replaceAll('><', '>\n  <')}\n`);
    expect(both.values('update-event')).toMatchObject([{ ...one, updateId: '0a1b2c3d-0001-0002-0003-000000000004' }]);
    expect(both.facts[0].reading.when).toEqual(atUtc(NOON + 123));
  });

  it('of damaged XML cost the one record', () => {
    const sink = readText(eventTextIntake, `${XML.replace('</System>', '</Sys>')}\n${XML}\n${XML.slice(0, 300)}`);
    expect(sink.values('update-event').length).toBeGreaterThanOrEqual(1);
    expect(sink.defects.map((defect) => [defect.fault, defect.detail.what])).toEqual([
      ['bad-range', 'event-text.xml line 1'],
      ['truncated', 'event-text.xml line 3'],
    ]);
  });

  it('of CSV, tab separated files and tables of Get-WinEvent are read', () => {
    const csv = `Level,Date and Time,Source,Event ID,Task Category\nError,1/29/2024 1:00:00 PM,${UPDATE_CLIENT},20,Windows Update Agent,"Installation Failure: Windows failed to install the following update with error 0x80070643: ${TITLE}."\n`;
    const tabs = `Ebene\tDatum und Uhrzeit\tQuelle\tEreignis-ID\tAufgabenkategorie\nFehler\t29.01.2024 13:00:00\t${UPDATE_CLIENT}\t20\tWindows Update Agent\tFehler: Fehler 0x80070643: ${TITLE}.\n`;
    const table = `   ProviderName: ${UPDATE_CLIENT}\n\nTimeCreated                     Id LevelDisplayName Message\n-----------                     -- ---------------- -------\n29.01.2024 13:00:00             20 Fehler           Installationsfehler: Fehler 0x80070643: ${TITLE}.\n`;
    for (const text of [csv, tabs, table]) {
      const sink = readText(eventTextIntake, text);
      expect(sink.values('update-event')).toMatchObject([one]);
      expect(sink.facts[0].reading.when?.local?.fromMs).toBe(LOCAL);
    }
  });

  it('that are no records are left alone', () => {
    for (const text of [
      'Log Name: System\nSource: me\nDate: yesterday\nEvent ID: 20',
      'a,b,c,d,e,f',
      'x: 1\ny: 2\nz: 3\nw: 4',
      '<Event>',
    ]) {
      expect([text, readText(eventTextIntake, text).facts]).toEqual([text, []]);
    }
  });

  it('of any kind never throw', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        XML,
        VIEWER.en,
        '\n',
        '<Event>',
        '</Event>',
        '<System>',
        'Event[0]:\n',
        ', ',
        '1/2/2024 3:04',
        ',20,',
        '"',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        (pieces) => void readText(eventTextIntake, decodeText(pieces.join(''))),
      ),
      { numRuns: 200 },
    );
  });
});

describe.skipIf(CORPUS === null)('against the corpus (skipped where it is not present)', () => {
  it('reads a real export: each attempt, each start, whose machine and which span', () => {
    const lines = [...decodeLines(new MemorySource(corpusBytes('events-text/system-events-winerros.txt')), strict)];
    const sink = readText(eventTextIntake, lines);
    const count = (what: string) => sink.values('update-event').filter((event) => event.what === what).length;
    // Counted in the file with grep: 23 records of id 19, 2 of 20, 25 of 43, 26 of 44, 8 starts each with Kernel-Boot 27.
    expect([
      count('install-succeeded'),
      count('install-failed'),
      count('install-started'),
      count('download-started'),
    ]).toEqual([23, 2, 25, 26]);
    expect(sink.values('restart').filter((restart) => restart.bootType === 'full')).toHaveLength(8 + 8); // and Kernel-General 12
    expect(
      sink
        .values('update-event')
        .filter((event) => event.code !== null)
        .map((event) => event.code),
    ).toEqual([0x80240009, 0x8024200b]);
    expect(sink.values('device-identity')).toMatchObject([{ computerName: 'DESKTOP-XXXXXX0' }]);
    expect(sink.coverage.map((span) => span.subject)).toEqual(['update-events', 'winre-events', 'restarts']);
    // Local 08:05:28.871 in the file; the start record beside it tells 14:05 in UTC.
    expect(sink.facts[0].reading.when).toMatchObject({
      fromMs: Date.UTC(2023, 4, 22, 14, 5, 28, 871),
      toMs: Date.UTC(2023, 4, 22, 14, 5, 28, 871),
    });
  });

  it('finds a start record of the kernel for each full start and for no fast one', () => {
    const starts = (file: string) => {
      const count = { kernel: 0, full: 0, fast: 0 };
      for (const record of openEvtx(new MemorySource(corpusBytes(file)), () => {}).records()) {
        if (record.provider === 'Microsoft-Windows-Kernel-General' && record.eventId === 12) count.kernel++;
        if (record.provider !== 'Microsoft-Windows-Kernel-Boot' || record.eventId !== 27) continue;
        const type = record.data().find(({ name }) => name === 'BootType')?.value;
        if (type === '0') count.full++;
        else if (type === '1') count.fast++;
      }
      return count;
    };
    expect(starts('evtx/system-win10-zh-2020-oddsize.evtx')).toEqual({ kernel: 1, full: 1, fast: 31 });
    expect(starts('evtx/system-2016-dirty.evtx')).toEqual({ kernel: 4, full: 4, fast: 0 });
  });
});
