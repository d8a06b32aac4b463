/**
 * Cuts text into atoms: words, and the things that are written the same in every language (KB numbers, codes, sizes,
 * versions, paths, dates). Each pattern is tried at one place and takes time in proportion to what it takes.
 */

import { parseAmount } from './amounts.js';

export type AtomKind =
  | 'word'
  | 'number'
  | 'mark' //    one sign of punctuation
  | 'kb' //      text: kb5034441
  | 'code' //    value: the code, unsigned
  | 'size' //    value: bytes
  | 'version' // 10.0.19041.3920
  | 'date' //    value: start of the day in milliseconds, as if in UTC
  | 'path'
  | 'drive' //   text: c
  | 'switch' //  text: enable
  | 'release'; // text: 22h2

export interface Atom {
  readonly kind: AtomKind;
  /** Folded: lower case, no accents. */
  readonly text: string;
  /** Without accents, case as written. */
  readonly shown: string;
  readonly value: number;
  readonly line: number;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/** Letters of scripts that do not space their words: each is an atom. */
const UNSPACED = '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u3005\\u3006';
const UNSPACED_ONE = new RegExp(`^[${UNSPACED}]$`);
const LATIN = 'A-Za-z';

/** A pattern and what it makes; `null` where what it took is something else after all. */
interface Cutter {
  readonly kind: AtomKind;
  readonly pattern: RegExp;
  readonly make?: (match: RegExpExecArray) => { readonly text?: string; readonly value?: number } | null;
}

const UNIT =
  '(?:[KMGTkmgt]i?[Bb]|[KMGT]o|mo|[КМГТкмгт][Бб]|bytes?|octets?|Bytes?|[Mm]ega(?:bytes?|octets?)?|[Gg]iga(?:bytes?|octets?)?|[Мм]егабайт\\p{L}{0,3}|[Гг]игабайт\\p{L}{0,3}|байт\\p{L}{0,3}|バイト|メガバイト|ギガバイト|メガ|ギガ|字节|位元組|바이트|메가바이트|기가바이트|메가|기가|bajt\\p{L}{0,3}|M|G)';

const CUTTERS: readonly Cutter[] = [
  { kind: 'kb', pattern: /KB[ \t:#-]?(\d{6,7})(?!\d)/iy, make: (match) => ({ text: `kb${match[1]}` }) },
  { kind: 'path', pattern: /(?:[A-Za-z]:\\|\\\\[?.]\\)[A-Za-z0-9_$~.\\{}-]{0,260}/y },
  { kind: 'drive', pattern: /[C-Zc-z]:(?![\\/])/y, make: (match) => ({ text: match[0].charAt(0).toLowerCase() }) },
  { kind: 'code', pattern: /0[xXхХ×]([0-9a-fA-F]{1,8})(?![0-9a-zA-Z])/y, make: (match) => hex(match[1]) },
  { kind: 'code', pattern: /80[0-9a-fA-F]{6}(?![0-9a-zA-Z])/y, make: (match) => hex(match[0]) },
  {
    kind: 'code',
    pattern: /-(2\d{9}|1\d{9})(?!\d)/y,
    make: (match) => ({ value: 2 ** 32 - Number(match[1]) }),
  },
  { kind: 'code', pattern: /(2147[5-9]\d{5}|214[89]\d{6})(?!\d)/y, make: (match) => ({ value: Number(match[1]) }) },
  {
    kind: 'date',
    pattern: /(20\d\d)[-./](\d{1,2})[-./](\d{1,2})(?![\d.])/y,
    make: (match) => day(match[1], match[2], match[3]),
  },
  {
    kind: 'date',
    pattern: /(\d{1,2})\.(\d{1,2})\.(20\d\d)(?![\d.])/y,
    make: (match) => day(match[3], match[2], match[1]),
  },
  {
    kind: 'date',
    pattern: /(\d{1,2})\/(\d{1,2})\/(20\d\d)(?!\d)/y,
    make: (match) => slashed(match[1], match[2], match[3]),
  },
  {
    kind: 'date',
    pattern: /(20\d\d) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/y,
    make: (match) => day(match[1], match[2], match[3]),
  },
  { kind: 'version', pattern: /\d{1,5}\.\d{1,5}\.\d{1,6}(?:\.\d{1,6})?(?![\d])/y },
  {
    kind: 'size',
    pattern: new RegExp(
      `(\\d{1,3}(?:[.,'] ?\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,3}(?: 0\\d\\d)(?!\\d)|\\d{1,3}(?: \\d{3}){2,3}|\\d{1,12}(?:[.,]\\d{1,6})?)[ -]?(${UNIT})(?![${LATIN}0-9])`,
      'uy',
    ),
    make: (match) => {
      const bytes = parseAmount(match[1] ?? '', match[2] ?? '');
      return bytes === null ? null : { value: bytes };
    },
  },
  { kind: 'release', pattern: /[12]\dH[12](?![0-9A-Za-z])/iy },
  {
    kind: 'switch',
    pattern: /[/-](enable|disable|info|setreimage|boottore|mountre|unmountre)(?![A-Za-z])/iy,
    make: (match) => ({ text: (match[1] ?? '').toLowerCase() }),
  },
  {
    kind: 'number',
    pattern: /\d{1,15}(?:\.\d{1,6})?(?![\p{Script=Latin}])/uy,
    make: (match) => ({ value: Number(match[0]) }),
  },
  { kind: 'word', pattern: /[\p{Script=Latin}\d_]{1,80}/uy },
  { kind: 'word', pattern: /[\p{Script=Cyrillic}]{1,80}/uy },
  { kind: 'word', pattern: /[\p{Script=Hangul}]{1,80}/uy },
  { kind: 'word', pattern: /(?![\p{Script=Latin}])[\p{L}\p{M}]/uy },
  { kind: 'mark', pattern: /[^\s]/uy },
];

const SPACE = /\s{1,1000}/y;
/** Signs inside a word that phrases do not see: they join what is one word for one writer and two for the next. */
const JOINERS = "'-_*`";

/** Written with an e where the keyboard has no umlauts; `wurde` and `würde` must stay two words. */
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/**
 * Folds one line so that the same word is the same letters: full-width and half-width forms, accents of Latin letters,
 * umlauts, the dots of the Turkish i.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/(\d)[\u00a0\u202f\u2009](?=\d{3})/g, '$1')
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/(?<![\p{L}])[èéÈÉ](?![\p{L}])/gu, 'ee') // "is" in Italian and Portuguese, where "e" is "and"
    .replace(/[äöüÄÖÜ]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize('NFD')
    .replace(/([A-Za-z])\p{M}{1,8}/gu, '$1')
    .normalize('NFC')
    .replace(/ё/g, 'е')
    .replace(/Ё/g, 'Е')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/ß/g, 'ss');
}

/**
 * Nothing to fold: ASCII but for the sign that is also used as an apostrophe, and letters of other scripts that have one
 * form only.
 */
const PLAIN =
  /^[\x00-\x5f\x61-\x7f\u0410-\u044f\u0404\u0406\u0407\u0454\u0456\u0457\u0490\u0491\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** Cuts one folded line into atoms. */
export function atomsOf(text: string, line: number): Atom[] {
  const atoms: Atom[] = [];
  let at = 0;
  let spaced = true;
  while (at < text.length) {
    SPACE.lastIndex = at;
    if (SPACE.test(text)) {
      at = SPACE.lastIndex;
      spaced = true;
      continue;
    }
    const atom = cut(text, at, line, spaced);
    if (atom.atom !== null) {
      atoms.push(atom.atom);
      spaced = false;
    }
    at = atom.end;
  }
  return atoms;
}

function cut(text: string, at: number, line: number, spaced: boolean): { atom: Atom | null; end: number } {
  if (UNSPACED_ONE.test(text.charAt(at))) {
    const letter = text.charAt(at);
    return { atom: { kind: 'word', text: letter, shown: letter, value: 0, line, spaced }, end: at + 1 };
  }
  const midWord = at > 0 && /[A-Za-z0-9]/.test(text.charAt(at - 1)) && !spaced;
  for (const cutter of CUTTERS) {
    if (midWord && cutter.kind !== 'word' && cutter.kind !== 'mark' && cutter.kind !== 'number') continue;
    cutter.pattern.lastIndex = at;
    const match = cutter.pattern.exec(text);
    if (match === null) continue;
    const made = cutter.make === undefined ? {} : cutter.make(match);
    if (made === null) continue;
    const end = at + match[0].length;
    if (cutter.kind === 'mark' && !spaced && joins(match[0], text.charAt(end))) return { atom: null, end };
    const shown = cutter.kind === 'path' ? match[0].replace(/\.+$/, '') : match[0];
    return {
      atom: { kind: cutter.kind, text: made.text ?? shown.toLowerCase(), shown, value: made.value ?? 0, line, spaced },
      end: at + shown.length,
    };
  }
  return { atom: null, end: at + 1 };
}

function joins(mark: string, next: string): boolean {
  return JOINERS.includes(mark) || (mark === '.' && /[\p{L}\d]/u.test(next));
}

function hex(digits: string | undefined): { value: number } {
  return { value: Number.parseInt(digits ?? '0', 16) };
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): { value: number } | null {
  const monthNumber = Number(month);
  const dayNumber = Number(date);
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) return null;
  return { value: Date.UTC(Number(year), monthNumber - 1, dayNumber) };
}

/** Day first or month first: told only where one of them cannot be a month. */
function slashed(one: string | undefined, two: string | undefined, year: string | undefined): { value: number } | null {
  if (Number(one) > 12) return day(year, two, one);
  if (Number(two) > 12) return day(year, one, two);
  return null;
}

/** Whether the atom is a letter of a script without spaces. */
export function isUnspaced(atom: Atom): boolean {
  return atom.kind === 'word' && UNSPACED_ONE.test(atom.text);
}
