import { FormatError } from '../../bytes/format-error.js';
import { OEM_UPPER_HALVES, type OemPage } from './code-pages.js';
import { guessCodePage } from './guess-code-page.js';

/** An encoding by the name that `TextDecoder` knows it under, or an OEM page of `code-pages.ts`. */
export type TextEncodingId =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'shift_jis'
  | 'gbk'
  | 'big5'
  | 'euc-kr'
  | 'ibm866'
  | `windows-125${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | OemPage;

export interface TextEncoding {
  readonly id: TextEncodingId;
  /** Size of the byte order mark, 0 without one. */
  readonly markBytes: number;
  /** Bytes of one code unit. */
  readonly unitBytes: 1 | 2;
}

/** How much of the head is looked at: enough for a page of output in any language. */
const SAMPLE_BYTES = 16 * 1024;

/**
 * Tells the encoding of a text from its first bytes. A guess among code pages may miss: the ASCII part, in which
 * all values stand, reads the same in each of them.
 *
 * @param head The first bytes, up to 64 KiB; more tells no more.
 * @throws {FormatError} `unsupported` for UTF-32, which Windows does not write.
 */
export function detectEncoding(head: Uint8Array): TextEncoding {
  const marked = byMark(head);
  if (marked !== null) return marked;

  const sample = head.subarray(0, SAMPLE_BYTES);
  const wide = byZeros(sample);
  if (wide !== null) return { id: wide, markBytes: 0, unitBytes: 2 };

  const { sequences, broken } = countUtf8(head);
  if (broken === 0 || sequences > 4 * broken) return { id: 'utf-8', markBytes: 0, unitBytes: 1 };
  return { id: guessCodePage(sampleAroundHighBytes(head)), markBytes: 0, unitBytes: 1 };
}

/** Whether the bytes are text in some encoding that we read, and not a binary format. */
export function looksLikeText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  let encoding: TextEncoding;
  try {
    encoding = detectEncoding(head);
  } catch {
    return false;
  }
  const sample = head.subarray(encoding.markBytes, encoding.markBytes + SAMPLE_BYTES);
  return encoding.unitBytes === 2 ? isWideText(sample, encoding.id === 'utf-16le') : isNarrowText(sample);
}

/** Characters of an OEM page's upper half, or `null` where `TextDecoder` decodes it. */
export function upperHalfOf(id: TextEncodingId): string | null {
  return Object.hasOwn(OEM_UPPER_HALVES, id) ? OEM_UPPER_HALVES[id as OemPage] : null;
}

function byMark(head: Uint8Array): TextEncoding | null {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { id: 'utf-8', markBytes: 3, unitBytes: 1 };
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new FormatError('unsupported', {
      what: 'text.encoding',
      sourceOffset: 0,
      expected: 'UTF-8 or UTF-16',
      actual: 'UTF-32',
    });
  }
  if (a === 0xff && b === 0xfe) return { id: 'utf-16le', markBytes: 2, unitBytes: 2 };
  if (a === 0xfe && b === 0xff) return { id: 'utf-16be', markBytes: 2, unitBytes: 2 };
  return null;
}

/** UTF-16 without a mark betrays itself by the zero halves of its spaces, digits, line ends and Latin letters. */
function byZeros(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let low = 0; //  zeros that stand first in their pair
  let high = 0; // zeros that stand second
  let pairsOfZeros = 0;
  const pairs = sample.length >> 1;
  for (let i = 0; i < pairs * 2; i += 2) {
    const first = sample[i] === 0;
    const second = sample[i + 1] === 0;
    if (first && second) pairsOfZeros++;
    else if (first) low++;
    else if (second) high++;
  }
  if (pairsOfZeros * 4 > pairs) return null; // UTF-32 or no text at all
  const enough = Math.max(1, pairs * 0.05);
  if (high >= enough && high > 8 * low) return 'utf-16le';
  if (low >= enough && low > 8 * high) return 'utf-16be';
  return null;
}

/** Well-formed multi-byte sequences and bytes that belong to none; a sequence cut off by the end is neither. */
function countUtf8(bytes: Uint8Array): { sequences: number; broken: number } {
  let sequences = 0;
  let broken = 0;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i];
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    let good = 1;
    while (good < length && i + good < bytes.length && (bytes[i + good] & 0xc0) === 0x80) good++;
    if (length > 0 && good === length) {
      sequences++;
      i += length;
    } else if (length > 0 && i + good === bytes.length) {
      break; // the head ends inside a character
    } else {
      broken++;
      i++;
    }
  }
  return { sequences, broken };
}

/** A sample that is not all ASCII: from a little before the first byte that is not. */
function sampleAroundHighBytes(head: Uint8Array): Uint8Array {
  const first = head.findIndex((byte) => byte >= 0x80);
  let start = Math.max(0, first);
  while (start > 0 && head[start - 1] !== 0x0a && first - start < 256) start--;
  return head.subarray(start, start + SAMPLE_BYTES);
}

/** Control characters that text holds: tab, line feed, form feed, carriage return, end of file, escape, bell, backspace. */
const TEXT_CONTROLS = new Set([0x07, 0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b]);

function isNarrowText(sample: Uint8Array): boolean {
  let odd = 0;
  for (const byte of sample) if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) odd++;
  return odd * 100 <= sample.length; // a few NULs or stray bytes stand in honest logs
}

function isWideText(sample: Uint8Array, littleEndian: boolean): boolean {
  let odd = 0;
  const units = sample.length >> 1;
  for (let i = 0; i < units * 2; i += 2) {
    const unit = littleEndian ? sample[i] | (sample[i + 1] << 8) : (sample[i] << 8) | sample[i + 1];
    if ((unit < 0x20 && !TEXT_CONTROLS.has(unit)) || unit === 0xffff || (unit >= 0xe000 && unit <= 0xf8ff)) odd++;
  }
  return units > 0 && odd * 50 <= units;
}
