import type { ByteView } from '../../bytes/byte-view.js';

const SLOTS = 1024; // a power of two
const UNITS_MAX = 96; // longer texts seldom come twice

/**
 * Reads UTF-16 texts of which few come again and again, such as the names of providers: one that was met before is
 * given again without being decoded. Bounded: a text replaces the one in its slot.
 */
export class TextTable {
  readonly #texts: string[] = new Array<string>(SLOTS).fill('');

  read(view: ByteView, offset: number, units: number): string {
    if (units > UNITS_MAX) return view.utf16Whole(offset, units);
    let hash = units;
    for (let i = 0; i < units; i++) hash = (Math.imul(hash, 31) + view.u16(offset + i * 2)) | 0;
    const slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
    const known = this.#texts[slot];
    if (known.length === units && isSame(known, view, offset)) return known;
    const text = view.utf16Whole(offset, units);
    this.#texts[slot] = text;
    return text;
  }
}

function isSame(text: string, view: ByteView, offset: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== view.u16(offset + i * 2)) return false;
  return true;
}
