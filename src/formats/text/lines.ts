import type { ByteSource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { LINE_CHARS_MAX } from '../../bytes/limits.js';
import { detectEncoding, type TextEncoding, upperHalfOf } from './encoding.js';
import { decodeSingleByte } from './guess-code-page.js';

/** One line of text. */
export interface Line {
  /** Number from 1, as an editor counts. */
  readonly number: number;
  /** Without its line end. */
  readonly text: string;
}

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 1 << 20;

/**
 * Reads text line by line without holding more than a chunk of it. Lines end with CRLF, a lone LF or, where the
 * text knows no LF, a lone CR; the last one may lack its end. NULs are dropped. A line longer than
 * `LINE_CHARS_MAX` is cut and `note` is told once for it.
 *
 * @throws {FormatError} `unsupported` for UTF-32.
 */
export function* decodeLines(source: ByteSource, note: Note): Iterable<Line> {
  const head = source.read(0, Math.min(HEAD_BYTES, source.size));
  const encoding = detectEncoding(head);
  const decode = chunkDecoder(encoding);
  const lineEnd = endsLinesWithCr(head, encoding) ? '\r' : '\n';

  let number = 1;
  let rest = '';
  let isCut = false; // the line in `rest` has been cut: what follows of it is dropped
  for (let offset = encoding.markBytes; offset < source.size; ) {
    const length = Math.min(CHUNK_BYTES, source.size - offset);
    const text = decode(source.read(offset, length), offset + length >= source.size);
    offset += length;
    let start = 0;
    for (let end = text.indexOf(lineEnd); end >= 0; end = text.indexOf(lineEnd, start)) {
      const whole = isCut ? rest : rest + text.slice(start, end);
      yield { number, text: tidy(whole, isCut, number, note) };
      number++;
      rest = '';
      isCut = false;
      start = end + 1;
    }
    if (isCut) continue;
    rest += text.slice(start);
    if (rest.length > LINE_CHARS_MAX) {
      rest = rest.slice(0, LINE_CHARS_MAX);
      isCut = true;
    }
  }
  if (rest !== '') yield { number, text: tidy(rest, isCut, number, note) };
}

/** Text already in memory as lines. */
export function decodeText(text: string): Line[] {
  return text.split(/\r\n|\n/).map((line, index) => ({ number: index + 1, text: line }));
}

function tidy(raw: string, wasCut: boolean, number: number, note: Note): string {
  let text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  if (text.includes('\0')) text = text.replaceAll('\0', '');
  if (text.length > LINE_CHARS_MAX || wasCut) {
    text = text.slice(0, LINE_CHARS_MAX);
    note(
      new FormatError('over-limit', {
        what: `text.line ${number}`,
        sourceOffset: 0,
        expected: `<= ${LINE_CHARS_MAX} characters`,
        actual: 'more',
      }),
    );
  }
  return text;
}

/** Decodes bytes that hold whole characters, such as one line cut out of a text. */
export function decodeBytes(bytes: Uint8Array, encoding: TextEncoding): string {
  return chunkDecoder(encoding)(bytes, true);
}

/** Decodes chunk after chunk; characters may be split between chunks. */
function chunkDecoder(encoding: TextEncoding): (chunk: Uint8Array, isLast: boolean) => string {
  if (upperHalfOf(encoding.id) !== null) return (chunk) => decodeSingleByte(chunk, encoding.id);
  const decoder = new TextDecoder(encoding.id);
  return (chunk, isLast) => decoder.decode(chunk, { stream: !isLast });
}

function endsLinesWithCr(head: Uint8Array, encoding: TextEncoding): boolean {
  if (encoding.unitBytes === 2) return false;
  return head.includes(0x0d) && !head.includes(0x0a);
}
