/** Ranges of code points that a terminal shows two columns wide, ends inclusive. @source Unicode 15 EastAsianWidth W and F. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x2614, 0x2615],
  [0x267f, 0x267f],
  [0x26a1, 0x26a1],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
const FIRST_WIDE = 0x1100;
const COMBINING = /^[\p{Mn}\p{Me}]$/u;

/** Columns of one character in a terminal: 0 for marks that sit on the one before, 2 for wide ones. */
function columnsOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x300 && COMBINING.test(character)) return 0;
  if (code < FIRST_WIDE) return 1;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** Columns that `text` takes in a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

/** The longest start of `text` that fits in `columns`, and never less than one character. */
export function headOf(text: string, columns: number): string {
  let used = 0;
  let head = '';
  for (const character of text) {
    used += columnsOfCharacter(character);
    if (used > columns && head !== '') break;
    head += character;
  }
  return head;
}
