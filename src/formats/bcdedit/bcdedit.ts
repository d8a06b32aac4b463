/** What `bcdedit /enum` prints: objects of the boot store with their elements. */

import { type Line, undress } from '../text/text.js';

export interface PrintedBootObject {
  /** GUID or well-known name in lower case without braces: `current`, `bootmgr`. */
  readonly id: string;
  /** Values by element name in lower case. The identifier is left out. */
  readonly elements: ReadonlyMap<string, string>;
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const RULER = /^\s*-{5,}\s*$/;
const ELEMENT = /^\s*(\S+)\s+(\S.*?)\s*$/;
const IDENTIFIER = /\s(\{[\w-]{3,40}\})\s*$/;
const ELEMENTS_MAX = 100;

/**
 * Reads each object: a title over dashes, then its identifier, whose label alone is translated, then elements by
 * their English names.
 */
export function readBcdedit(dressed: readonly Line[]): PrintedBootObject[] {
  const lines = undress(dressed);
  const objects: PrintedBootObject[] = [];
  for (let index = 1; index + 1 < lines.length; index++) {
    if (!RULER.test(lines[index].text)) continue;
    const object = readObject(lines, index);
    if (object !== null) objects.push(object);
  }
  return objects;
}

function readObject(lines: readonly Line[], ruler: number): PrintedBootObject | null {
  let start = ruler + 1;
  while (start < lines.length && lines[start].text.trim() === '' && start <= ruler + 2) start++;
  const identifier = start < lines.length && lines[start].text.length < 200 ? IDENTIFIER.exec(lines[start].text) : null;
  if (identifier === null) return null;
  const elements = new Map<string, string>();
  let last = start;
  for (let i = start + 1; i < lines.length && elements.size < ELEMENTS_MAX; i++) {
    const { text } = lines[i];
    if (text.trim() === '' && i <= last + 1) continue;
    const match = text.length > 1000 ? null : ELEMENT.exec(text);
    const isElement = match !== null && /^[a-z][a-z0-9]{2,40}$/i.test(match[1]);
    const isMore = /^\s+\{[\w-]+\}\s*$/.test(text); // further items of a list
    if (!isElement && !isMore) break;
    if (lines.slice(i + 1, i + 3).some((line) => RULER.test(line.text))) break; // the next title
    if (match !== null && isElement) elements.set(match[1].toLowerCase(), match[2]);
    last = i;
  }
  return { id: plainId(identifier[1]), elements, firstLine: lines[ruler - 1].number, lastLine: lines[last].number };
}

/** An identifier in lower case without braces. */
export function plainId(text: string): string {
  return text.trim().replace(/[{}]/g, '').toLowerCase();
}
