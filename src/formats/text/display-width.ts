/** Cells of a console that `text` fills: East Asian characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character.codePointAt(0) as number);
  return width;
}

/** @source Unicode Standard Annex 11, the wide and full-width blocks. */
function characterWidth(code: number): 0 | 1 | 2 {
  if (code < 0x300) return 1;
  if (code <= 0x36f || (code >= 0x200b && code <= 0x200f)) return 0; // combining marks, zero width
  if (code < 0x1100) return 1;
  const wide =
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

/** Part of `text` between two columns of a console, the second exclusive. */
export function sliceColumns(text: string, from: number, to: number): string {
  let column = 0;
  let part = '';
  for (const character of text) {
    if (column >= to) break;
    if (column >= from) part += character;
    column += characterWidth(character.codePointAt(0) as number);
  }
  return part;
}
