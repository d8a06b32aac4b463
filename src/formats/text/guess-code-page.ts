import { OEM_UPPER_HALVES, type OemPage } from './code-pages.js';
import type { TextEncodingId } from './encoding.js';

/** Letters beyond ASCII of each language; of Cyrillic and Greek the most frequent first. In the right page a text holds those of one language and few others. */
const LETTERS = {
  german: 'äöüßÄÖÜ§',
  french: 'éèàêçôùâîëïûœÉÀÇÊ',
  spanish: 'óáíéúñü¿¡ÁÉÍÓÚÑªº',
  italian: 'àèéìòùÈ',
  portuguese: 'ãçáéóíõêúâôàÃÇÁÉÓÍÕÊÚ',
  dutch: 'ëéïèöü',
  polish: 'ąćęłńóśźżŁŚŻĆ',
  czech: 'áéíóúýčďěňřšťůžČŘŠŽÚ',
  slovak: 'áéíóúýčďľĺňŕšťžäôČŠŽÚ',
  hungarian: 'áéíóöőúüűÁÉÍÓÖŐÚÜŰ',
  russian: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёОСПНВДУКРЗТМАИЕГЛБФЦЧЭЯ',
  ukrainian: 'оеаинтсрвлкмдпуяьгзбчйхжшюцщфіїєґОСПНВДУКРЗТМАИЕГЛБІЄЯ',
  turkish: 'ıişğüöçİŞĞÜÖÇâî',
  greek: 'αοιετνσςηυρπκμλάέήίόύώωδγχθφβξζψΑΔΕΗΚΜΝΟΠΣΤΦΘΧΡΙΛΒΓ',
  hebrew: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת',
  arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآئءؤ',
  baltic: 'āčēģīķļņšūžąęėįųöäõü',
} as const;
type Language = keyof typeof LETTERS;

const WESTERN: readonly Language[] = ['german', 'french', 'spanish', 'italian', 'portuguese', 'dutch'];
const CENTRAL: readonly Language[] = ['polish', 'czech', 'slovak', 'hungarian', 'german'];
const CYRILLIC: readonly Language[] = ['russian', 'ukrainian'];

/** The single-byte pages of the supported languages; the likelier of two equal ones comes first. */
const SINGLE_BYTE: readonly (readonly [TextEncodingId, readonly Language[]])[] = [
  ['windows-1252', WESTERN],
  ['cp850', WESTERN],
  ['windows-1251', CYRILLIC],
  ['ibm866', CYRILLIC],
  ['windows-1250', CENTRAL],
  ['cp852', CENTRAL],
  ['windows-1254', ['turkish']],
  ['cp857', ['turkish']],
  ['windows-1253', ['greek']],
  ['cp737', ['greek']],
  ['cp869', ['greek']],
  ['windows-1255', ['hebrew']],
  ['cp862', ['hebrew']],
  ['windows-1256', ['arabic']],
  ['cp720', ['arabic']],
  ['cp864', ['arabic']],
  ['cp437', WESTERN],
  ['cp858', WESTERN],
  ['cp860', WESTERN],
  ['cp863', WESTERN],
  ['cp865', WESTERN],
  ['cp855', CYRILLIC],
  ['windows-1257', ['baltic']],
  ['cp775', ['baltic']],
];

/** The double-byte pages. Their kana, hangul and everyday ideographs are told apart by block. */
const DOUBLE_BYTE: readonly TextEncodingId[] = ['shift_jis', 'gbk', 'euc-kr', 'big5'];

/** Chooses the code page in which `sample` reads most like a language. `sample` holds bytes beyond ASCII. */
export function guessCodePage(sample: Uint8Array): TextEncodingId {
  let best: TextEncodingId = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  const consider = (id: TextEncodingId, score: number) => {
    if (score > bestScore) {
      best = id;
      bestScore = score;
    }
  };
  for (const id of DOUBLE_BYTE) consider(id, scoreDoubleByte(new TextDecoder(id).decode(sample)));
  const high = sample.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  for (const [id, languages] of SINGLE_BYTE) {
    const text = decodeSingleByte(sample, id);
    for (const language of languages) consider(id, scoreSingleByte(text, LETTERS[language]) / Math.max(1, high));
  }
  return best;
}

/** Decodes a single-byte page. */
export function decodeSingleByte(bytes: Uint8Array, id: TextEncodingId): string {
  if (!Object.hasOwn(OEM_UPPER_HALVES, id)) return new TextDecoder(id).decode(bytes);
  const upper = OEM_UPPER_HALVES[id as OemPage];
  const parts: string[] = [];
  const units = new Uint16Array(Math.min(bytes.length, 8192));
  for (let start = 0; start < bytes.length; start += units.length) {
    const end = Math.min(bytes.length, start + units.length);
    for (let i = start; i < end; i++) units[i - start] = bytes[i] < 0x80 ? bytes[i] : upper.charCodeAt(bytes[i] - 0x80);
    parts.push(String.fromCharCode(...units.subarray(0, end - start)));
  }
  return parts.join('');
}

const LETTER = /\p{L}|\p{M}/u;
const LATIN = /\p{Script=Latin}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;

/** Points by character beyond ASCII: 4 for each where page and language are right. */
function scoreSingleByte(text: string, letters: string): number {
  const isRanked = letters.length > 40; // long alphabets: a right page shows the frequent letters more than the others
  const frequent = new Set(letters.slice(0, 16));
  const usual = new Set(letters);
  const isLatin = LATIN.test(letters);
  let score = 0;
  let before = ' ';
  for (const character of text) {
    if (character >= '\u0080') {
      if (usual.has(character)) score += !isRanked ? 4 : frequent.has(character) ? 4.6 : 3;
      else if ('\u00a0«»–—’“”„…®©°'.includes(character)) score += 1;
      else if (LETTER.test(character)) score -= 1;
      else score -= 4;
      if (LOWER.test(before) && UPPER.test(character)) score -= 3; // capitals do not stand inside words
    }
    if (!isLatin && character < '\u0080' !== before < '\u0080' && LETTER.test(character) && LETTER.test(before)) {
      score -= 3; // two scripts do not share a word
    }
    before = character;
  }
  return score;
}

/** Points by character, scaled like the single-byte score: a right page nears 4. */
function scoreDoubleByte(text: string): number {
  let score = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) continue;
    count++;
    if (code === 0xfffd) score -= 12;
    else if (code >= 0x3040 && code <= 0x30ff)
      score += 4.4; // kana
    else if (code >= 0xac00 && code <= 0xd7a3)
      score += 4.3; // hangul
    else if (EVERYDAY.has(character)) score += 4.5;
    else if (code >= 0x4e00 && code <= 0x9fff) score += 1.5;
    else if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff5e)) score += 3;
    else if (code >= 0xff61 && code <= 0xff9f)
      score -= 1; // half-width kana: what other pages look like in Shift JIS
    else score -= 2;
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : score / count;
}

/** Ideographs that Windows prints in the outputs we read, simplified, traditional and Japanese. */
const EVERYDAY = new Set(
  '的是不在有了分区磁盘卷大小可用空间偏移量系统保留主要恢复未知联机状态信息健康启动类型名称标签所选操作成功位置标识符引导配置数据映像索引自定义环境和初始化启用禁用' +
    '區磁碟大小可用空間系統保留主要修復復原未知線上狀態資訊狀況良好開機類型標籤選取作業成功位置識別碼啟動設定資料映像索引自訂環境與重設' +
    '回復回復予約有効無効正常状態情報場所構成構成情報操作成功更新履歴失敗日時年月日時分秒新安装失敗更新错误程序错误代码無法找到指定檔案文件版本名前種類選択',
);
