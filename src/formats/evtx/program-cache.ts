import type { ByteView } from '../../bytes/byte-view.js';
import { CACHE_BYTES_MAX, NAME } from './layout.js';
import type { NameReference, Program } from './program.js';

interface Kept {
  readonly body: Uint8Array;
  readonly program: Program;
}

/**
 * Compiled templates of one log, for all its chunks. Every chunk holds its own copy of the definitions it uses, and
 * compiling each again would cost more than reading the records.
 *
 * A copy counts as the same only if its bytes are, apart from the offsets of names, and those lead to the same names:
 * the GUID alone could lie.
 */
export class ProgramCache {
  readonly #kept = new Map<string, Kept[]>();
  readonly #baseIds = new Map<string, number>([['', 0]]);
  #bytes = 0;

  /** A small number for the path that a fragment is read at. */
  baseId(base: string): number {
    const known = this.#baseIds.get(base);
    if (known !== undefined) return known;
    const id = this.#baseIds.size;
    this.#baseIds.set(base, id);
    return id;
  }

  find(key: string, view: ByteView, start: number, end: number, nameAt: (offset: number) => string): Program | null {
    for (const { body, program } of this.#kept.get(key) ?? []) {
      if (sameBody(body, program.references, view, start, end, nameAt)) return program;
    }
    return null;
  }

  keep(key: string, body: Uint8Array, program: Program): void {
    if (this.#bytes + body.length > CACHE_BYTES_MAX) {
      this.#kept.clear(); // so many templates are no real log's: start over rather than keep books on their use
      this.#bytes = 0;
    }
    const variants = this.#kept.get(key);
    if (variants === undefined) this.#kept.set(key, [{ body, program }]);
    else variants.push({ body, program });
    this.#bytes += body.length;
  }
}

function sameBody(
  body: Uint8Array,
  references: readonly NameReference[],
  view: ByteView,
  start: number,
  end: number,
  nameAt: (offset: number) => string,
): boolean {
  if (end - start !== body.length) return false;
  const bytes = view.bytes;
  let at = 0;
  for (const { at: field, name, inline } of references) {
    for (; at < field; at++) if (body[at] !== bytes[start + at]) return false;
    const offset = view.u32(start + field);
    at = field + 4;
    if (inline) {
      if (offset !== start + at) return false;
      at += NAME.hash; // the link to the next name of its hash differs; the name itself is compared as bytes
    } else if (offset === start + at || nameAt(offset) !== name) return false;
  }
  for (; at < body.length; at++) if (body[at] !== bytes[start + at]) return false;
  return true;
}
