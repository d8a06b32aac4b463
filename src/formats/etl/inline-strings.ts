/** Shorter runs are taken for numbers that happen to look like letters. */
const NARROW_MIN = 6;
const WIDE_MIN = 4;

const utf8 = new TextDecoder();

/**
 * Texts that stand in a payload whose layout only its provider's manifest knows: runs of readable characters, bytes or
 * UTF-16, that end with a NUL or with the payload. What is found is likely, not sure; numbers between them are lost.
 */
export function inlineStrings(payload: Uint8Array): string[] {
  const found: string[] = [];
  /** Where the last run of units broke off, for even and for odd starts: none that starts before it can do better. */
  const brokenAt = [0, 0];
  for (let at = 0; at < payload.length; ) {
    const narrowEnd = endOfNarrow(payload, at);
    const isEnded = narrowEnd === payload.length || payload[narrowEnd] === 0;
    if (isEnded && narrowEnd - at >= NARROW_MIN) {
      found.push(utf8.decode(payload.subarray(at, narrowEnd)));
      at = narrowEnd + 1;
      continue;
    }
    const parity = at & 1;
    const wideEnd = at < (brokenAt[parity] as number) ? at : endOfWide(payload, at);
    if (wideEnd - at >= WIDE_MIN * 2 && (wideEnd + 1 >= payload.length || unitAt(payload, wideEnd) === 0)) {
      found.push(wideText(payload, at, wideEnd));
      at = wideEnd + 2;
      continue;
    }
    brokenAt[parity] = Math.max(brokenAt[parity] as number, wideEnd);
    at = Math.max(at + 1, narrowEnd);
  }
  return found;
}

/** Where the run of ASCII that starts at `at` ends. */
function endOfNarrow(payload: Uint8Array, at: number): number {
  let end = at;
  while (end < payload.length && isReadable(payload[end] as number)) end++;
  return end;
}

/** Where the run of UTF-16 units that starts at `at` ends. */
function endOfWide(payload: Uint8Array, at: number): number {
  let end = at;
  while (end + 1 < payload.length && (isReadable(unitAt(payload, end)) || isLetter(unitAt(payload, end)))) end += 2;
  return end;
}

function unitAt(payload: Uint8Array, at: number): number {
  return (payload[at] as number) | ((payload[at + 1] as number) << 8);
}

function wideText(payload: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 2) text += String.fromCharCode(unitAt(payload, at));
  return text;
}

function isReadable(code: number): boolean {
  return (code >= 0x20 && code <= 0x7e) || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** Latin, Greek and Cyrillic letters. Two bytes of ASCII look like one letter of the scripts of East Asia: those are not looked for. */
function isLetter(unit: number): boolean {
  return unit >= 0xa0 && unit < 0x530;
}
