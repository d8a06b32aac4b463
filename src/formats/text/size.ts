/** A size as printed. */
export interface PrintedSize {
  readonly bytes: number;
  /** How far the true size may lie above or below: one unit of the last digit, since Windows cuts as well as rounds. */
  readonly errorBytes: number;
}

const UNIT_POWERS: Readonly<Record<string, number>> = {
  k: 1,
  к: 1,
  m: 2,
  м: 2,
  g: 3,
  г: 3,
  t: 4,
  т: 4,
  p: 5,
  п: 5,
};

/**
 * A number with a unit of any language: `508 M`, `1024 KB`, `476 Go`, `953,5 GB`, `16 ГБ`, `990 Mt`. Fullwidth and
 * other digits are read too.
 */
const SIZE =
  /^(\d[\d\u0020.,']*?)\s*(?:([kmgtpкмгтп])(?:i?[bot]|б|bytes?|octets?|байт\p{L}*)?|(b|o|б|bytes?|octets?|bayt|байт\p{L}*|字节|位元組|バイト|바이트))\.?$/iu;

/** Reads one printed size; `null` where the text is something else or has no unit. */
export function readSize(text: string): PrintedSize | null {
  const match = SIZE.exec(asciiDigits(text.trim()));
  if (match === null) return null;
  const number = readNumber(match[1]);
  if (number === null) return null;
  const unit = match[2] === undefined ? 1 : 1024 ** UNIT_POWERS[match[2].toLowerCase()];
  const bytes = Math.round(number.value * unit);
  if (!Number.isSafeInteger(bytes)) return null;
  return { bytes, errorBytes: unit === 1 ? 0 : Math.ceil(unit / 10 ** number.decimals) };
}

/** A size inside a longer text, for rows whose columns were flattened. */
export const SIZE_IN_TEXT = /(\d[\d.,']*)\s*(?:([KMGTКМГТ])(?:i?[BbOot]|Б|б)?|(B|o|Б|bytes?|octets?))(?![\p{L}\d])/gu;

/**
 * Reads a number with grouping and decimal signs of any culture. A single sign is decimal unless three digits follow
 * a lone dot or comma in a number that could be grouped: sizes are printed with at most two decimals.
 */
export function readNumber(text: string): { value: number; decimals: number } | null {
  const plain = asciiDigits(text).replace(/[\s'\u00a0\u202f’]/g, '');
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (last < 0) return { value: Number(plain), decimals: 0 };
  const tail = plain.slice(last + 1);
  const sign = plain[last];
  const isGrouping = tail.length === 3 && plain.indexOf(sign) <= last && !/^0[.,]/.test(plain);
  if (isGrouping || tail === '') return { value: Number(plain.replace(/[.,]/g, '')), decimals: 0 };
  return { value: Number(`${plain.slice(0, last).replace(/[.,]/g, '')}.${tail}`), decimals: tail.length };
}

/** Decimal digits of every script as ASCII ones. */
export function asciiDigits(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    if (code < 0x80) return digit;
    for (const zero of DIGIT_ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
    return digit;
  });
}

/** Where the digits of Arabic, Persian, Devanagari, Bengali, Thai, Myanmar, Khmer and full width begin. */
const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0x17e0, 0xff10];
