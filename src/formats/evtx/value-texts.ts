import type { ByteView } from '../../bytes/byte-view.js';
import type { Instance } from './instance.js';
import { JsonSink } from './json-sink.js';
import type { Leaf } from './program.js';
import { TextTable } from './text-table.js';
import { ARRAY, VALUE, VALUE_BYTES } from './tokens.js';
import { ansiText, isText, sizeWanted, unitsOf, writeValue } from './value-text.js';

/** Values as text, one string each. */
export class ValueTexts {
  readonly #scratch = new JsonSink();
  readonly #table = new TextTable();

  /** The text of content that values take part in; a value that is null or cannot be read adds none. */
  ofParts(view: ByteView, instance: Instance, parts: Leaf['parts']): string {
    let text = '';
    for (const part of parts) {
      if (part.kind === 'text') text += part.text;
      else if (part.kind === 'value') text += this.ofValue(view, instance, part.index) ?? '';
    }
    return text;
  }

  /** One value as text; values of an array with a comma between. `null` if it is null or cannot be read. */
  ofValue(view: ByteView, instance: Instance, index: number): string | null {
    if (index >= instance.count || instance.sizes[index] === 0) return null;
    const type = instance.types[index];
    const offset = instance.offsets[index];
    const end = offset + instance.sizes[index];
    if ((type & ARRAY) === 0) return this.#ofScalar(view, type, offset, end - offset);
    const texts: string[] = [];
    for (let at = offset; at < end; ) {
      const next = elementEnd(view, type & ~ARRAY, at, end);
      if (next === null) return null;
      texts.push(this.#ofScalar(view, type & ~ARRAY, at, next - at) ?? '');
      at = next;
    }
    return texts.join(',');
  }

  #ofScalar(view: ByteView, type: number, offset: number, size: number): string | null {
    if (sizeWanted(type, size) !== null) return null;
    if (type === VALUE.ansiString) return ansiText(view, offset, size);
    if (isText(type)) return this.#table.read(view, offset, unitsOf(view, offset, size));
    this.#scratch.size = 0;
    return writeValue(this.#scratch, view, type, offset, size) ? this.#scratch.textSince(0) : null;
  }
}

/** Where an array's element that begins at `at` ends; `null` if it does not. */
export function elementEnd(view: ByteView, type: number, at: number, end: number): number | null {
  const bytes = VALUE_BYTES[type];
  if (bytes > 0) return at + bytes <= end ? at + bytes : null;
  switch (type) {
    case VALUE.string:
    case VALUE.xml: {
      let to = at;
      while (to + 2 <= end && view.u16(to) !== 0) to += 2;
      return to + 2 <= end ? to + 2 : (end - at) % 2 === 0 ? end : null; // the last one may lack its NUL
    }
    case VALUE.ansiString: {
      let to = at;
      while (to < end && view.u8(to) !== 0) to++;
      return Math.min(to + 1, end);
    }
    case VALUE.sid: {
      const to = at + 8 + (at + 1 < end ? view.u8(at + 1) * 4 : 0);
      return to <= end ? to : null;
    }
    case VALUE.size:
    case VALUE.handle:
      return (end - at) % 8 === 0 ? at + 8 : (end - at) % 4 === 0 ? at + 4 : null;
    default:
      return null;
  }
}
