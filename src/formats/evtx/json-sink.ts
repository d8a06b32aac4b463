const SIZE_START = 64 * 1024;
const COPY_BY_HAND_MAX = 32; // below this a loop beats a call of `set`
const DECODE_BY_HAND_MAX = 24; // and joining characters a call of `decode`
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const HEX_DIGITS = /* @__PURE__ */ new TextEncoder().encode('0123456789abcdef');

/** What stands behind the backslash for a character that JSON escapes; 1 where only `\u00XX` will do; 0 for none. */
const ESCAPES: Uint8Array = /* @__PURE__ */ (() => {
  const escapes = new Uint8Array(128);
  escapes.fill(1, 0, 0x20);
  const short: Readonly<Record<string, string>> = {
    '\b': 'b',
    '\t': 't',
    '\n': 'n',
    '\f': 'f',
    '\r': 'r',
    '"': '"',
    '\\': '\\',
  };
  for (const [character, letter] of Object.entries(short)) escapes[character.charCodeAt(0)] = letter.charCodeAt(0);
  return escapes;
})();

/** 1 for each ASCII character that stands in JSON as it is. */
const PLAIN: Uint8Array = /* @__PURE__ */ Uint8Array.from({ length: 256 }, (_, code) =>
  code < ESCAPES.length && ESCAPES[code] === 0 ? 1 : 0,
);

const encoder = /* @__PURE__ */ new TextEncoder();
const decoder = /* @__PURE__ */ new TextDecoder();

/** A string as JSON in UTF-8, with what stands before and behind it. */
export function jsonText(text: string, suffix = '', prefix = ''): Uint8Array {
  return encoder.encode(prefix + JSON.stringify(text) + suffix);
}

/**
 * Grows JSON as UTF-8 bytes, without a string in between. The writers below put their bytes at `size` and move it;
 * taking `size` back undoes what was written since.
 */
export class JsonSink {
  bytes = new Uint8Array(SIZE_START);
  size = 0;

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.size + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.size + count));
    larger.set(this.bytes.subarray(0, this.size));
    this.bytes = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.size++] = value;
  }

  /** Bytes that are JSON already, from `start` on. */
  raw(source: Uint8Array, start = 0): void {
    const length = source.length;
    this.reserve(length);
    const bytes = this.bytes;
    let at = this.size;
    if (length > COPY_BY_HAND_MAX) {
      bytes.set(start === 0 ? source : source.subarray(start), at);
      at += length - start;
    } else for (let i = start; i < length; i++) bytes[at++] = source[i];
    this.size = at;
  }

  /** A string, quoted and escaped. */
  text(text: string): void {
    this.raw(jsonText(text));
  }

  /** Text that is JSON already. */
  json(text: string): void {
    this.raw(encoder.encode(text));
  }

  /** ASCII that JSON takes as it is: digits, letters, signs. */
  plain(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.size++] = text.charCodeAt(i);
  }

  /** UTF-16LE code units as the inside of a JSON string. Unpaired surrogates become `\uXXXX`. */
  utf16(source: Uint8Array, offset: number, units: number): void {
    this.reserve(units * 6);
    const bytes = this.bytes;
    const end = offset + units * 2;
    let to = this.size;
    let at = offset;
    while (at < end) {
      // Nearly all text is ASCII that needs no escape.
      while (at < end && source[at + 1] === 0 && PLAIN[source[at]] === 1) {
        bytes[to++] = source[at];
        at += 2;
      }
      if (at >= end) break;
      const unit = source[at] | (source[at + 1] << 8);
      at += 2;
      if (unit < 0x80) {
        const escaped = ESCAPES[unit];
        if (escaped === 0) bytes[to++] = unit;
        else if (escaped === 1) to = putEscape(bytes, to, unit);
        else {
          bytes[to++] = BACKSLASH;
          bytes[to++] = escaped;
        }
      } else if (unit < 0x800) {
        bytes[to++] = 0xc0 | (unit >> 6);
        bytes[to++] = 0x80 | (unit & 0x3f);
      } else if (unit < 0xd800 || unit > 0xdfff) {
        bytes[to++] = 0xe0 | (unit >> 12);
        bytes[to++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[to++] = 0x80 | (unit & 0x3f);
      } else {
        const low = unit <= 0xdbff && at < end ? source[at] | (source[at + 1] << 8) : 0;
        if (low < 0xdc00 || low > 0xdfff) to = putEscape(bytes, to, unit);
        else {
          at += 2;
          const point = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
          bytes[to++] = 0xf0 | (point >> 18);
          bytes[to++] = 0x80 | ((point >> 12) & 0x3f);
          bytes[to++] = 0x80 | ((point >> 6) & 0x3f);
          bytes[to++] = 0x80 | (point & 0x3f);
        }
      }
    }
    this.size = to;
  }

  quote(): void {
    this.byte(QUOTE);
  }

  /** What was written since `from`, as text. */
  textSince(from: number): string {
    if (this.size - from > DECODE_BY_HAND_MAX) return decoder.decode(this.bytes.subarray(from, this.size));
    let text = '';
    for (let i = from; i < this.size; i++) {
      if (this.bytes[i] > 0x7f) return decoder.decode(this.bytes.subarray(from, this.size));
      text += String.fromCharCode(this.bytes[i]);
    }
    return text;
  }
}

function putEscape(bytes: Uint8Array, at: number, unit: number): number {
  bytes[at] = BACKSLASH;
  bytes[at + 1] = 0x75; // u
  for (let digit = 0; digit < 4; digit++) bytes[at + 2 + digit] = HEX_DIGITS[(unit >> (12 - digit * 4)) & 15];
  return at + 6;
}
