import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { type FormatError, strict } from '../../bytes/format-error.js';
import { LINE_CHARS_MAX } from '../../bytes/limits.js';
import { hasProgram } from '../../testing/shared.js';
import { OEM_UPPER_HALVES } from './code-pages.js';
import { decodeSingleByte } from './guess-code-page.js';
import { decodeLines, detectEncoding, looksLikeText, type TextEncodingId } from './text.js';

/** A page of output in each supported language, with the pages that its Windows writes. */
const LANGUAGES: Record<string, { pages: [string, TextEncodingId][]; text: string }> = {
  de: {
    pages: [
      ['CP850', 'cp850'],
      ['CP1252', 'windows-1252'],
    ],
    text: 'Der Vorgang wurde erfolgreich ausgeführt. Größe verfügbar, Datenträger gewählt, Gerät geändert, Löschen',
  },
  fr: {
    pages: [
      ['CP850', 'cp850'],
      ['CP1252', 'windows-1252'],
    ],
    text: 'Opération réussie. Décalage, Récupération, Réservé, Système, état sélectionné, déjà désactivé',
  },
  es: {
    pages: [
      ['CP850', 'cp850'],
      ['CP1252', 'windows-1252'],
    ],
    text: 'Operación correcta. Tamaño, Recuperación, partición, ubicación, edición, código, versión',
  },
  'pt-BR': {
    pages: [
      ['CP850', 'cp850'],
      ['CP1252', 'windows-1252'],
    ],
    text: 'Operação bem-sucedida. Partição, Recuperação, Primário, localização, configuração, não está disponível',
  },
  pl: {
    pages: [
      ['CP852', 'cp852'],
      ['CP1250', 'windows-1250'],
    ],
    text: 'Operacja zakończona pomyślnie. Przesunięcie, dostępne, włączone, wyłączone, Partycja główna, środowisko',
  },
  cs: {
    pages: [
      ['CP852', 'cp852'],
      ['CP1250', 'windows-1250'],
    ],
    text: 'Operace byla úspěšně dokončena. Oddíl, Posunutí, Primární, Vyhrazený, zařízení, umístění, příkaz, režim',
  },
  hu: {
    pages: [
      ['CP852', 'cp852'],
      ['CP1250', 'windows-1250'],
    ],
    text: 'A művelet sikeresen befejeződött. Partíció, Méret, Eltolás, Elsődleges, Fenntartott, Helyreállítás, kötet',
  },
  ru: {
    pages: [
      ['CP866', 'ibm866'],
      ['CP1251', 'windows-1251'],
    ],
    text: 'Операция выполнена успешно. Раздел, Размер, Смещение, Основной, Зарезервирован, Восстановление',
  },
  // Page 866 lacks the Ukrainian i: consoles show the Latin one.
  uk: {
    pages: [
      ['CP866', 'ibm866'],
      ['CP1251', 'windows-1251'],
    ],
    text: 'Операцiю виконано. Роздiл, Тип, Розмiр, Зсув, Основний, Зарезервовано, Вiдновлення, середовище вiдновлення',
  },
  tr: {
    pages: [
      ['CP857', 'cp857'],
      ['CP1254', 'windows-1254'],
    ],
    text: 'İşlem başarıyla tamamlandı. Bölüm, Tür, Boyut, Göreli konum, Birincil, Ayrılmış, Kurtarma, değiştirildi',
  },
  el: {
    pages: [
      ['CP737', 'cp737'],
      ['CP1253', 'windows-1253'],
    ],
    text: 'Η λειτουργία ολοκληρώθηκε με επιτυχία. Διαμέρισμα, Τύπος, Μέγεθος, Μετατόπιση, Κύριο, Δεσμευμένο',
  },
  he: {
    pages: [
      ['CP862', 'cp862'],
      ['CP1255', 'windows-1255'],
    ],
    text: 'הפעולה הושלמה בהצלחה. מחיצה, סוג, גודל, היסט, ראשית, שמורה, שחזור, מערכת',
  },
  ar: {
    pages: [['CP1256', 'windows-1256']],
    text: 'تمت العملية بنجاح. القسم النوع الحجم الإزاحة أساسي محجوز استرداد النظام',
  },
  ja: {
    pages: [['CP932', 'shift_jis']],
    text: '操作は成功しました。パーティション、システム、予約、プライマリ、回復、サイズ、オフセット',
  },
  'zh-CN': {
    pages: [['CP936', 'gbk']],
    text: '操作成功。 分区 类型 大小 偏移量 系统 保留 主要 恢复 磁盘 状态 可用 联机 信息',
  },
  'zh-TW': {
    pages: [['CP950', 'big5']],
    text: '作業成功。 磁碟分割 類型 大小 位移 系統 保留 主要 修復 狀態 可用 線上 資訊',
  },
  ko: {
    pages: [['CP949', 'euc-kr']],
    text: '작업을 완료했습니다. 파티션 종류 크기 오프셋 시스템 예약됨 주 복구 상태 온라인',
  },
};

const page = (text: string) =>
  `C:\\>reagentc /info\r\n${text}\r\n    Windows RE: Enabled\r\n    \\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\r\n`;

function iconv(text: string, to: string): Uint8Array {
  const run = spawnSync('iconv', ['-f', 'UTF-8', '-t', to], { input: text });
  if (run.status !== 0) throw new Error(`iconv cannot write ${to}: ${run.stderr}`);
  return new Uint8Array(run.stdout);
}

const linesOf = (bytes: Uint8Array) => [...decodeLines(new MemorySource(bytes), strict)].map((line) => line.text);

describe.skipIf(!hasProgram('iconv'))('encodings, written by iconv (skipped where it is not installed)', () => {
  for (const [language, { pages, text }] of Object.entries(LANGUAGES)) {
    for (const [name, id] of pages) {
      it(`tells ${language} in ${name}`, () => {
        const bytes = iconv(page(text), name);
        expect(detectEncoding(bytes).id).toBe(id);
        expect(looksLikeText(bytes)).toBe(true);
        expect(linesOf(bytes)).toEqual(page(text).trimEnd().split('\r\n'));
      });
    }
    for (const name of ['UTF-16LE', 'UTF-16BE', 'UTF-8']) {
      for (const mark of ['', '\uFEFF']) {
        it(`reads ${language} in ${name} ${mark === '' ? 'without' : 'with'} a mark`, () => {
          const bytes = iconv(mark + page(text), name);
          expect(detectEncoding(bytes).id).toBe(name.toLowerCase());
          expect(looksLikeText(bytes)).toBe(true);
          expect(linesOf(bytes)).toEqual(page(text).trimEnd().split('\r\n'));
        });
      }
    }
  }

  it('decodes every OEM page as iconv does', () => {
    for (const id of Object.keys(OEM_UPPER_HALVES)) {
      for (let byte = 0x80; byte <= 0xff; byte++) {
        const run = spawnSync('iconv', ['-f', id.toUpperCase(), '-t', 'UTF-8'], { input: new Uint8Array([byte]) });
        if (run.status !== 0) continue; // a page or a byte that iconv does not know
        const ours = decodeSingleByte(new Uint8Array([byte]), id as TextEncodingId);
        if (ours !== '\ufffd' && !/[\u0080-\u009f]/.test(ours))
          expect([id, byte, ours]).toEqual([id, byte, `${run.stdout}`]);
      }
    }
  }, 120_000);
});

describe('encodings', () => {
  it('refuses UTF-32 by name', () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]);
    expect(() => detectEncoding(bytes)).toThrow(expect.objectContaining({ fault: 'unsupported' }));
    try {
      detectEncoding(bytes);
    } catch (error) {
      expect((error as FormatError).detail).toMatchObject({ what: 'text.encoding', sourceOffset: 0 });
    }
    expect(looksLikeText(bytes)).toBe(false);
  });

  it('takes a log in UTF-8 with a few stray ANSI bytes for UTF-8', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('größer, später, früher, schön, Übung\n'), 0xe4, 0x0a]);
    expect(detectEncoding(bytes).id).toBe('utf-8');
  });

  it('does not take binary formats for text', () => {
    const hive = new Uint8Array(4096);
    hive.set(new TextEncoder().encode('regf'));
    expect(looksLikeText(hive)).toBe(false);
    expect(looksLikeText(Uint8Array.from({ length: 4096 }, (_, i) => (i * 97) & 0xff))).toBe(false);
    expect(looksLikeText(new Uint8Array(0))).toBe(false);
  });
});

describe('lines', () => {
  const read = (text: string) => linesOf(new TextEncoder().encode(text));

  it('end with CRLF, LF, nothing, or CR where there is no LF', () => {
    expect(read('a\r\nb\nc')).toEqual(['a', 'b', 'c']);
    expect(read('a\rb\rc')).toEqual(['a', 'b', 'c']);
    expect(read('a\n\nb\n')).toEqual(['a', '', 'b']);
    expect(read('')).toEqual([]);
  });

  it('lose their NULs', () => {
    expect(read('abc\0\0def\n')).toEqual(['abcdef']);
  });

  it('are cut where they are too long, and that is told once', () => {
    const defects: FormatError[] = [];
    const bytes = new TextEncoder().encode(`${'x'.repeat(3 << 20)}\nnext\n`);
    const lines = [...decodeLines(new MemorySource(bytes), (defect) => defects.push(defect))];
    expect(lines.map((line) => line.text.length)).toEqual([LINE_CHARS_MAX, 4]);
    expect(defects.map((defect) => [defect.fault, defect.detail.what])).toEqual([['over-limit', 'text.line 1']]);
  });

  it('are the same however the text is cut into chunks', () => {
    const text = `${'größe → 大小\r\n'.repeat(90_000)}end`;
    expect(read(text)).toEqual(text.split('\r\n'));
  });

  it('of any bytes never throw but for UTF-32', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        looksLikeText(bytes);
        try {
          for (const line of decodeLines(new MemorySource(bytes), () => {})) expect(line.number).toBeGreaterThan(0);
        } catch (error) {
          expect((error as FormatError).fault).toBe('unsupported');
        }
      }),
      { numRuns: 300 },
    );
  });
});
