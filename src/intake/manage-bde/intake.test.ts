import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { manageBdeIntake } from './intake.js';

const STATUS: Record<string, { text: string; state: string; protection: string }> = {
  en: {
    state: 'decrypted',
    protection: 'off',
    text: `Disk volumes that can be protected with\nBitLocker Drive Encryption:\nVolume C: [Windows]\n[OS Volume]\n\n    Size:                 475.84 GB\n    BitLocker Version:    None\n    Conversion Status:    Fully Decrypted\n    Percentage Encrypted: 0.0%\n    Encryption Method:    None\n    Protection Status:    Protection Off\n    Lock Status:          Unlocked\n    Key Protectors:       None Found\n`,
  },
  'en encrypting': {
    state: 'encrypting',
    protection: 'off',
    text: `Volume C: []\n[OS Volume]\n    Size:                 475.84 GB\n    BitLocker Version:    2.0\n    Conversion Status:    Encryption in Progress\n    Percentage Encrypted: 57.3%\n    Encryption Method:    XTS-AES 128\n    Protection Status:    Protection Off\n`,
  },
  de: {
    state: 'encrypted',
    protection: 'on',
    text: `Volume "C:" [Windows]\n[Betriebssystemvolume]\n\n    Größe:                        475,84 GB\n    BitLocker-Version:            2.0\n    Konvertierungsstatus:         Nur verwendeter Speicherplatz ist verschlüsselt\n    Verschlüsselt (Prozent):      100,0 %\n    Verschlüsselungsmethode:      XTS-AES 128\n    Schutzstatus:                 Der Schutz ist aktiviert.\n`,
  },
  fr: {
    state: 'decrypted',
    protection: 'off',
    text: `Volume C: [Windows]\n[Volume du système d’exploitation]\n    Taille :                   475,84 Go\n    Version de BitLocker :     Aucun\n    État de la conversion :    Intégralement déchiffré\n    Pourcentage chiffré :      0,0 %\n    Méthode de chiffrement :   Aucun\n    État de la protection :    Protection désactivée\n`,
  },
  ja: {
    state: 'encrypted',
    protection: 'on',
    text: `ボリューム C: [Windows]\n[OS ボリューム]\n    サイズ:                     475.84 GB\n    BitLocker のバージョン:       2.0\n    変換状態:                   使用領域のみ暗号化\n    暗号化された割合:             100.0%\n    暗号化の方法:               XTS-AES 128\n    保護状態:                   保護はオンです\n`,
  },
  'zh-CN': {
    state: 'decrypted',
    protection: 'off',
    text: `卷 C: [Windows]\n[OS 卷]\n    大小:                 475.84 GB\n    BitLocker 版本:       无\n    转换状态:             完全解密\n    已加密百分比:         0.0%\n    加密方法:             无\n    保护状态:             保护关闭\n`,
  },
  ru: {
    state: 'encrypted',
    protection: 'on',
    text: `Том C: [Windows]\n[Том операционной системы]\n    Размер:                    475,84 ГБ\n    Версия BitLocker:          2.0\n    Состояние преобразования:  Полностью зашифровано\n    Зашифровано (процентов):   100,0%\n    Метод шифрования:          XTS-AES 128\n    Состояние защиты:          Защита включена\n`,
  },
  'a language that nobody knows': {
    state: 'encrypted',
    protection: 'unknown',
    text: `[Vøļ C:]\nXyz C: [W]\n[Øß]\n    Şïžě: 475.84 GB\n    Vęŕ: 2.0\n    Çøņv: [Fŭļļ]\n    Pęŕç: 100.0%\n    Męţħ: XTS-AES 128\n    Přøţ: [Xyzzy]\n`,
  },
};

describe('manage-bde -status', () => {
  for (const [language, { text, state, protection }] of Object.entries(STATUS)) {
    it(`is read in ${language}, however spoilt`, () => {
      for (const spoil of Object.values(SPOILINGS)) {
        const role = language.startsWith('a ') ? null : 'os';
        expect(readText(manageBdeIntake, spoil(text)).values('volume-encryption')).toEqual([
          { letter: 'C', disk: null, partition: null, state, protection, role },
        ]);
      }
    });
  }

  it('is not seen in other text', () => {
    for (const text of ['Battery: 57%', 'Progress: 100%\nDone: yes', 'C:\n50%'])
      expect(readText(manageBdeIntake, text).facts).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('C:\n', 'a: 5%\n', '[OS Volume]\n', 'x: y\n', '\n')),
        (lines) => void readText(manageBdeIntake, lines.join('')),
      ),
    );
  });
});
