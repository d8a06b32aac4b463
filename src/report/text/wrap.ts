import { columnsOf, headOf } from './width.js';

/**
 * Breaks `text` into lines of at most `width` columns: at spaces, and inside a word only where it fills a line alone.
 *
 * @param first What stands before the first line, such as a bullet. It counts.
 * @param rest What stands before each later line.
 */
export function wrap(text: string, width: number, first = '', rest: string = ' '.repeat(columnsOf(first))): string[] {
  const lines: string[] = [];
  let line = first;
  let room = width - columnsOf(first);
  let empty = true;
  const next = () => {
    lines.push(line.trimEnd());
    line = rest;
    room = width - columnsOf(rest);
    empty = true;
  };

  for (let word of text.split(' ')) {
    if (word === '') continue;
    if (!empty && columnsOf(word) + 1 > room) next();
    while (columnsOf(word) > room) {
      const head = headOf(word, Math.max(1, room));
      line += head;
      word = word.slice(head.length);
      if (word === '') break;
      next();
    }
    if (word === '') continue;
    line += empty ? word : ` ${word}`;
    room -= columnsOf(word) + (empty ? 0 : 1);
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines;
}
