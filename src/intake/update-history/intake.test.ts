import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { updateHistoryIntake } from './intake.js';

const read = (text: string) => readText(updateHistoryIntake, text);
const SECURITY = '2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)';
const CUMULATIVE = '2024-01 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5034122)';

/** Status lines of a failure and of a success on 29 January 2024. */
const LANGUAGES: Record<string, readonly [string, string]> = {
  en: [
    'Failed to install on \u200e1/\u200e29/\u200e2024 - 0x80070643',
    'Successfully installed on \u200e1/\u200e29/\u200e2024',
  ],
  'en-GB': ['Failed to install on 29/01/2024 - 0x80070643', 'Successfully installed on 29/01/2024'],
  de: ['Fehler beim Installieren am 29.01.2024 - 0x80070643', 'Erfolgreich installiert am 29.01.2024'],
  fr: ['Échec de l’installation le 29/01/2024 - 0x80070643', 'Installation réussie le 29/01/2024'],
  es: ['No se pudo instalar el 29/01/2024 - 0x80070643', 'Se instaló correctamente el 29/01/2024'],
  it: ['Installazione non riuscita il 29/01/2024 - 0x80070643', 'Installato correttamente il 29/01/2024'],
  'pt-BR': ['Falha ao instalar em 29/01/2024 - 0x80070643', 'Instalado com êxito em 29/01/2024'],
  pl: ['Nie udało się zainstalować w dniu 29.01.2024 - 0x80070643', 'Pomyślnie zainstalowano dnia 29.01.2024'],
  ru: ['Не удалось установить 29.01.2024 - 0x80070643', 'Успешно установлено 29.01.2024'],
  tr: ['29.01.2024 tarihinde yüklenemedi - 0x80070643', '29.01.2024 tarihinde başarıyla yüklendi'],
  ja: ['2024/01/29 にインストールに失敗しました - 0x80070643', '2024/01/29 に正常にインストールされました'],
  'zh-CN': ['安装失败，日期 2024/1/29 - 0x80070643', '已成功安装于 2024/1/29'],
  ko: ['2024-01-29에 설치하지 못함 - 0x80070643', '2024-01-29에 설치됨'],
};

describe('an entry', () => {
  for (const [language, [failed, installed]] of Object.entries(LANGUAGES)) {
    it(`is read in ${language}, however spoilt`, () => {
      for (const spoil of Object.values(SPOILINGS)) {
        const sink = read(
          spoil(`Quality Updates (2)\n${SECURITY}\n${failed}\n${CUMULATIVE}\n${installed}\nDefinition Updates`),
        );
        expect(sink.values('update-event')).toMatchObject([
          { what: 'install-failed', kb: 'KB5034441', code: 0x80070643, title: SECURITY },
          { what: 'install-succeeded', kb: 'KB5034122', code: null },
        ]);
        expect(sink.facts[0].reading).toMatchObject({ witness: 'update-log' });
        expect(sink.facts[0].reading.when?.local?.fromMs).toBe(Date.UTC(2024, 0, 29));
        const claimedLines = sink.claimed.reduce((sum, [first, last]) => sum + last - first + 1, 0);
        expect(claimedLines).toBeGreaterThanOrEqual(4);
      }
    });
  }

  it('of the update page tells an error without a day, and a restart that is awaited', () => {
    const page = `${SECURITY}\nStatus: Download error - 0x80070643\n${CUMULATIVE}\nStatus: Pending restart\n`;
    const sink = read(page);
    expect(sink.values('update-event')).toMatchObject([
      { what: 'install-failed', kb: 'KB5034441', code: 0x80070643 },
      { what: 'restart-required', kb: 'KB5034122' },
    ]);
    expect(sink.values('pending-restart')).toMatchObject([{ indicator: 'shown-to-person', present: true }]);
    expect(sink.facts[0].reading.when).toBeUndefined();
  });

  it('of the old control panel is one row', () => {
    const row = 'Update for Windows 7 for x64-based Systems (KB4534310)\tFailed\tImportant\t1/29/2020\n';
    expect(read(row).values('update-event')).toMatchObject([{ what: 'install-failed', kb: 'KB4534310', code: null }]);
  });

  it('in words that nobody knows is told by its code, and else left alone', () => {
    expect(read(`${SECURITY}\nXyzzy plugh 29.01.2024 - 0x80070643\n`).values('update-event')).toMatchObject([
      { what: 'install-failed' },
    ]);
    expect(read(`${SECURITY}\nXyzzy plugh 29.01.2024\n`).facts).toEqual([]);
  });
});

describe('other text', () => {
  it('is left alone', () => {
    for (const text of [
      'KB5034441 fails with 0x80070643 since 1/29/2024.\nI tried everything on 2/1/2024.',
      'The current Windows 10 update KB5034441 refuses to install\nand ends with an error.',
      `${SECURITY}\nhow do I fix this?`,
    ]) {
      expect([text, read(text).facts]).toEqual([text, []]);
    }
  });

  it('never throws', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(SECURITY, '\n', '0x80070643', '1/29/2024', '\t'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => void read(pieces.join(''))),
      { numRuns: 200 },
    );
  });
});
