import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../formats/text/text.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { reagentcIntake } from './intake.js';

const ID = '66478abd-e478-11ef-936d-b4e8d5b5fa22';
const DEVICE = '\\\\?\\GLOBALROOT\\device\\harddisk1\\partition4';

/** Labels as Windows of that language prints or might print them: state, location, identifier, two images, version, end. */
const LANGUAGES: Record<string, readonly string[]> = {
  en: [
    'Windows RE status',
    'Windows RE location',
    'Boot Configuration Data (BCD) identifier',
    'Recovery image location',
    'Recovery image index',
    'Custom image location',
    'Custom image index',
    'Windows RE Version',
    'Operation Successful.',
  ],
  de: [
    'Windows RE-Status',
    'Windows RE-Speicherort',
    'BCD-ID (Startkonfigurationsdaten)',
    'Speicherort des Wiederherstellungsimages',
    'Index des Wiederherstellungsimages',
    'Speicherort des benutzerdefinierten Images',
    'Index des benutzerdefinierten Images',
    'Windows RE-Version',
    'Vorgang erfolgreich.',
  ],
  fr: [
    'État de Windows RE ',
    'Emplacement de Windows RE ',
    'Identificateur des données de configuration de démarrage (BCD) ',
    'Emplacement de l’image de récupération ',
    'Index de l’image de récupération ',
    'Emplacement de l’image personnalisée ',
    'Index de l’image personnalisée ',
    'Version de Windows RE ',
    'Opération réussie.',
  ],
  es: [
    'Estado de Windows RE',
    'Ubicación de Windows RE',
    'Identificador de los datos de la configuración de arranque (BCD)',
    'Ubicación de imagen de recuperación',
    'Índice de imagen de recuperación',
    'Ubicación de imagen personalizada',
    'Índice de imagen personalizada',
    'Versión de Windows RE',
    'La operación se completó correctamente.',
  ],
  ja: [
    'Windows RE の状態',
    'Windows RE の場所',
    'ブート構成データ (BCD) 識別子',
    '回復イメージの場所',
    '回復イメージ インデックス',
    'カスタム イメージの場所',
    'カスタム イメージ インデックス',
    'Windows RE のバージョン',
    '操作は成功しました。',
  ],
  'zh-CN': [
    'Windows RE 状态',
    'Windows RE 位置',
    '引导配置数据(BCD)标识符',
    '恢复映像位置',
    '恢复映像索引',
    '自定义映像位置',
    '自定义映像索引',
    'Windows RE 版本',
    '操作成功。',
  ],
  ko: [
    'Windows RE 상태',
    'Windows RE 위치',
    'BCD(부팅 구성 데이터) 식별자',
    '복구 이미지 위치',
    '복구 이미지 인덱스',
    '사용자 지정 이미지 위치',
    '사용자 지정 이미지 인덱스',
    'Windows RE 버전',
    '작업을 완료했습니다.',
  ],
  ru: [
    'Состояние Windows RE',
    'Расположение Windows RE',
    'Идентификатор данных конфигурации загрузки (BCD)',
    'Расположение образа восстановления',
    'Индекс образа восстановления',
    'Расположение пользовательского образа',
    'Индекс пользовательского образа',
    'Версия Windows RE',
    'Операция выполнена успешно.',
  ],
  pl: [
    'Stan środowiska Windows RE',
    'Lokalizacja środowiska Windows RE',
    'Identyfikator danych konfiguracji rozruchu (BCD)',
    'Lokalizacja obrazu odzyskiwania',
    'Indeks obrazu odzyskiwania',
    'Lokalizacja obrazu niestandardowego',
    'Indeks obrazu niestandardowego',
    'Wersja środowiska Windows RE',
    'Operacja zakończona pomyślnie.',
  ],
  tr: [
    'Windows RE durumu',
    'Windows RE konumu',
    'Önyükleme Yapılandırma Verileri (BCD) tanımlayıcısı',
    'Kurtarma görüntüsü konumu',
    'Kurtarma görüntüsü dizini',
    'Özel görüntü konumu',
    'Özel görüntü dizini',
    'Windows RE Sürümü',
    'İşlem Başarılı.',
  ],
  // A language that nobody thought of.
  'qps-ploc': [
    '[Ŵïņďøŵş ŘĚ şţåţūş !!]',
    '[Ŵïņďøŵş ŘĚ ľøčåţïøņ !!]',
    '[ßøøţ Čøņƒïğ !!]',
    '[Ŗęčøv !!]',
    '[Ŗęčøv ïņ !!]',
    '[Čūşţ !!]',
    '[Čūşţ ïņ !!]',
    '[Vęŗ !!]',
    '[Øp şūččęş !!]',
  ],
};

function answer(labels: readonly string[], state: string, location: string): string {
  const [status, place, id, image, index, custom, customIndex, version, end] = labels;
  return [
    'Windows Recovery Environment (Windows RE) and system reset configuration',
    `    ${`${status}:`.padEnd(27)}${state}`,
    `    ${`${place}:`.padEnd(27)}${location}`,
    `    ${id}: ${ID}`,
    `    ${image}:`,
    `    ${index}:      0`,
    `    ${custom}:`,
    `    ${customIndex}:        0`,
    `    ${version}:        10.0.26100.8235`,
    '',
    `REAGENTC.EXE: ${end}`,
  ].join('\n');
}

describe('the answer of /info', () => {
  for (const [language, labels] of Object.entries(LANGUAGES)) {
    for (const [spoiling, spoil] of Object.entries(SPOILINGS)) {
      it(`is read in ${language}, ${spoiling}`, () => {
        const on = readText(reagentcIntake, spoil(answer(labels, 'Enabled', `${DEVICE}\\Recovery\\WindowsRE`)));
        expect(on.values('winre-config')).toEqual([
          {
            enabled: true,
            location: {
              disk: 1,
              partition: 4,
              offsetBytes: null,
              diskId: null,
              letter: null,
              path: '\\Recovery\\WindowsRE',
            },
            bcdId: ID,
            staged: null,
            onOsVolume: null,
            operationScheduled: null,
          },
        ]);
        expect(on.values('winre-version')).toEqual([{ version: '10.0.26100.8235', shownBy: 'reagentc' }]);
        expect(on.values('reagentc-operation')).toMatchObject([{ verb: 'info', ok: true }]);

        const off = readText(reagentcIntake, spoil(answer(labels, 'Disabled', '')));
        expect(off.values('winre-config')).toMatchObject([{ enabled: false, location: 'none', bcdId: ID }]);
      });
    }
  }

  it('with a translated state is read by known words, and by the location where the word is unknown', () => {
    const { de, pl } = LANGUAGES;
    const enabledOf = (text: string) => readText(reagentcIntake, text).values('winre-config')[0]?.enabled;
    expect(enabledOf(answer(de, 'Aktiviert', `${DEVICE}\\Recovery\\WindowsRE`))).toBe(true);
    expect(enabledOf(answer(de, 'Deaktiviert', ''))).toBe(false);
    expect(enabledOf(answer(pl, 'Xyzzy', `${DEVICE}\\Recovery\\WindowsRE`))).toBe(true);
    expect(enabledOf(answer(pl, 'Xyzzy', ''))).toBe(false);
  });

  it('is read from single lines, from one joined line, and with a masked identifier', () => {
    const one = readText(reagentcIntake, '    Windows RE status:         Disabled');
    expect(one.values('winre-config')).toMatchObject([{ enabled: false, location: null }]);
    const joined = answer(LANGUAGES.en, 'Enabled', `${DEVICE}\\Recovery\\WindowsRE`).replace(/\s+/g, ' ');
    expect(readText(reagentcIntake, joined).values('winre-config')).toMatchObject([
      { enabled: true, location: { disk: 1, partition: 4 }, bcdId: ID },
    ]);
    const masked = answer(LANGUAGES.en, 'Enabled', 'C:\\Recovery\\WindowsRE').replace(
      ID,
      'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
    );
    expect(readText(reagentcIntake, masked).values('winre-config')).toMatchObject([
      { enabled: true, location: { letter: 'C', path: '\\Recovery\\WindowsRE' }, bcdId: null },
    ]);
  });

  it('is joined where the console wrapped the location', () => {
    const text = answer(LANGUAGES.en, 'Enabled', `\n${DEVICE}\\Recovery\\WindowsRE`);
    expect(readText(reagentcIntake, text).values('winre-config')).toMatchObject([
      { enabled: true, location: { partition: 4 } },
    ]);
  });

  it('comes twice where it was given twice', () => {
    const text = `C:\\>reagentc /disable\nREAGENTC.EXE: Operation Successful.\n\nC:\\>reagentc /info\n${answer(LANGUAGES.en, 'Disabled', '')}\nC:\\>reagentc /enable\nREAGENTC.EXE: Operation Successful.\nC:\\>reagentc /info\n${answer(LANGUAGES.en, 'Enabled', DEVICE)}`;
    const sink = readText(reagentcIntake, text);
    expect(sink.values('winre-config').map((config) => config.enabled)).toEqual([false, true]);
    expect(sink.values('reagentc-operation').map((run) => [run.verb, run.ok])).toEqual([
      ['disable', true],
      ['info', true],
      ['enable', true],
      ['info', true],
    ]);
  });
});

describe('outcomes', () => {
  const outcomeOf = (text: string) => readText(reagentcIntake, text).values('reagentc-operation');

  it('are known by their code, in any language', () => {
    for (const sentence of [
      'Operation failed',
      'Fehler bei Vorgang',
      'Сбой операции',
      '操作失败',
      '[Øpęŗåţïøņ ƒåïļęď !!]',
    ]) {
      expect(
        outcomeOf(`PS C:\\> reagentc /enable\nREAGENTC.EXE: ${sentence}: 3bc3\n\nREAGENTC.EXE: An error has occurred.`),
      ).toEqual([{ verb: 'enable', ok: false, code: 0x3bc3, reason: null }]);
    }
    expect(outcomeOf('REAGENTC.EXE: Operation failed: 5')).toMatchObject([{ code: 5, reason: 'not-elevated' }]);
    expect(outcomeOf('REAGENTC.EXE: Operation failed: c142011c')).toMatchObject([
      { code: 0xc142011c, reason: 'not-supported' },
    ]);
    expect(outcomeOf('REAGENTC.EXE: Operation failed: 70')).toMatchObject([{ code: 0x70, reason: 'no-space' }]);
  });

  it('are known by their words', () => {
    const said: readonly (readonly [string, string])[] = [
      ['The Windows RE image was not found.', 'image-not-found'],
      ['Das Windows RE-Abbild wurde nicht gefunden.', 'image-not-found'],
      ['Image Windows RE introuvable.', 'image-not-found'],
      ['No se encontró la imagen de Windows RE.', 'image-not-found'],
      ['Impossibile trovare l’immagine di Windows RE.', 'image-not-found'],
      ['A imagem do Windows RE não foi encontrada.', 'image-not-found'],
      ['Nie znaleziono obrazu systemu Windows RE.', 'image-not-found'],
      ['Образ Windows RE не найден.', 'image-not-found'],
      ['Windows RE イメージが見つかりませんでした。', 'image-not-found'],
      ['未找到 Windows RE 映像。', 'image-not-found'],
      ['Windows RE 이미지를 찾을 수 없습니다.', 'image-not-found'],
      ['Windows RE görüntüsü bulunamadı.', 'image-not-found'],
      ['The target Windows installation was not found.', 'installation-not-found'],
      ['Die Zielinstallation von Windows wurde nicht gefunden: Windows-Installation.', 'installation-not-found'],
      ['Windows RE cannot be enabled on a volume with BitLocker Drive Encryption enabled.', 'bitlocker-volume'],
      [
        'Windows RE kann auf einem Volume mit aktivierter BitLocker-Laufwerkverschlüsselung nicht aktiviert werden.',
        'bitlocker-volume',
      ],
      ['不能在启用了 BitLocker 驱动器加密的卷上启用 Windows RE。', 'bitlocker-volume'],
      ['[BitLocker øņ ţħě vøļūmě !!]', 'bitlocker-volume'],
      ['Windows RE is already enabled.', 'already-enabled'],
      ['Windows RE is already disabled.', 'already-disabled'],
      ['Windows RE ist bereits aktiviert.', 'already-enabled'],
      ['Windows RE は既に無効です。', 'already-disabled'],
      ['Unable to update Boot Configuration Data.', 'bcd-not-updated'],
      ['Die Startkonfigurationsdaten (BCD) können nicht aktualisiert werden.', 'bcd-not-updated'],
    ];
    for (const [sentence, reason] of said) {
      expect([sentence, outcomeOf(`C:\\>reagentc /enable\nREAGENTC.EXE: ${sentence}`)]).toEqual([
        sentence,
        [{ verb: 'enable', ok: false, code: null, reason }],
      ]);
    }
  });

  it('in an unknown language are learnt from the line under an answer, and else left alone', () => {
    const labels = LANGUAGES['qps-ploc'];
    const text = `${answer(labels, 'Enabled', DEVICE)}\nC:\\>reagentc /disable\nREAGENTC.EXE: ${labels[8]}\n`;
    expect(outcomeOf(text)).toMatchObject([
      { verb: 'info', ok: true },
      { verb: 'disable', ok: true },
    ]);
    expect(outcomeOf('REAGENTC.EXE: [ŵħåţęvęŗ !!]')).toEqual([]);
  });

  it('wrapped by PowerShell or quoted in a sentence keep their code', () => {
    expect(
      outcomeOf(
        'reagentc : REAGENTC.EXE: Operation failed: d\n    + CategoryInfo : NotSpecified: (REAGENTC.EXE: Operation failed: d:String) [], RemoteException',
      ),
    ).toMatchObject([{ code: 13 }]);
    expect(outcomeOf('It says REAGENTC.EXE: Operation failed: b7 on my PC, any idea?')).toMatchObject([{ code: 0xb7 }]);
  });
});

describe('other text', () => {
  it('is left alone', () => {
    for (const text of [
      'identifier              {66478abd-e478-11ef-936d-b4e8d5b5fa22}',
      'Type    : de94bba4-06d1-4d40-a16a-bfd50179d6ac\nHidden  : Yes\nRequired: Yes',
      'My Windows RE is broken: please help',
      'Recovery partition: 500 MB\nStatus: Healthy',
    ]) {
      expect([text, readText(reagentcIntake, text).facts]).toEqual([text, []]);
    }
  });

  it('of any kind never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        'REAGENTC.EXE: ',
        'Windows RE status: ',
        DEVICE,
        ID,
        ': ',
        '\n',
        'Enabled',
        '10.0.1.1',
        '0',
        'C:\\>reagentc /info\n',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        (pieces) => void readText(reagentcIntake, decodeText(pieces.join(''))),
      ),
      { numRuns: 300 },
    );
  });
});

describe.skipIf(CORPUS === null)('against the corpus (skipped where it is not present)', () => {
  it('reads the real answer', () => {
    const text = new TextDecoder().decode(corpusBytes('reagentc-info/reagentc-info-en-enabled-partition1.txt'));
    const sink = readText(reagentcIntake, text);
    expect(sink.values('winre-config')).toMatchObject([
      { enabled: true, location: { disk: 0, partition: 1 }, bcdId: null },
    ]);
    expect(sink.values('reagentc-operation')).toMatchObject([{ verb: 'info', ok: true }]);
  });
});
