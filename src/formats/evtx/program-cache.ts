import { ByteView } from '../../bytes/byte-view.js';
import { CACHE_BYTES_MAX, CHUNK, NAME } from './layout.js';
import type { NameReference, Program } from './program.js';

interface Kept {
  readonly body: ByteView;
  readonly program: Program;
}

/**
 * Compiled templates of one log, for all its chunks. Every chunk holds its own copy of the definitions it uses, and
 * compiling each again would cost more than reading the records.
 *
 * A copy counts as the same only if its bytes are, apart from the offsets of names, and those lead to the same names:
 * the GUID alone could lie, and alone says nothing that the bytes do not.
 */
export class ProgramCache {
  readonly #baseIds = new Map<string, number>();
  /** By base, then by template id and size. */
  readonly #kept: Map<number, Kept[]>[] = [];
  /** By base and template id; `null` where two differ. */
  readonly #byId = new Map<number, Program | null>();
  #bytes = 0;

  constructor() {
    this.baseId('');
  }

  /** A small number for the path that a fragment is read at. */
  baseId(base: string): number {
    const known = this.#baseIds.get(base);
    if (known !== undefined) return known;
    const id = this.#baseIds.size;
    this.#baseIds.set(base, id);
    this.#kept.push(new Map());
    return id;
  }

  /** The program kept for the same markup as stands at `start` of a chunk, or `null`. `templateId` narrows the search. */
  find(baseId: number, templateId: number, view: ByteView, start: number, size: number): Program | null {
    const variants = this.#kept[baseId].get(templateId * CHUNK.size + size);
    if (variants === undefined) return null;
    for (const { body, program } of variants) {
      if (sameBody(body, program.references, view, start)) return program;
    }
    return null;
  }

  /** The one program of that template id, if a chunk had it and no other chunk another; else `null`. */
  findById(baseId: number, templateId: number): Program | null {
    return this.#byId.get(baseId * 0x1_0000_0000 + templateId) ?? null;
  }

  keep(baseId: number, templateId: number, body: Uint8Array, program: Program): void {
    if (this.#bytes + body.length > CACHE_BYTES_MAX) {
      this.#byId.clear();
      for (const kept of this.#kept) kept.clear(); // no real log has so many: start over rather than count their use
      this.#bytes = 0;
    }
    const key = templateId * CHUNK.size + body.length;
    const variants = this.#kept[baseId].get(key);
    const entry = { body: new ByteView(body), program };
    if (variants === undefined) this.#kept[baseId].set(key, [entry]);
    else variants.push(entry);
    this.#bytes += body.length;
    const idKey = baseId * 0x1_0000_0000 + templateId;
    this.#byId.set(idKey, this.#byId.has(idKey) ? null : program);
  }
}

/** The caller has checked that as many bytes as `body` has stand at `start`. */
function sameBody(body: ByteView, references: readonly NameReference[], view: ByteView, start: number): boolean {
  let at = 0;
  for (const { at: field, name, inline } of references) {
    if (!sameBytes(body, view, start, at, field)) return false;
    const offset = view.u32(start + field);
    at = field + 4;
    if (inline) {
      if (offset !== start + at) return false;
      at += NAME.hash; // the link to the next name of its hash differs; the name itself is compared as bytes
    } else if (offset === start + at || !isName(view, offset, name)) return false;
  }
  return sameBytes(body, view, start, at, body.size);
}

function sameBytes(body: ByteView, view: ByteView, start: number, from: number, to: number): boolean {
  let at = from;
  for (; at + 4 <= to; at += 4) if (body.u32(at) !== view.u32(start + at)) return false;
  for (; at < to; at++) if (body.u8(at) !== view.u8(start + at)) return false;
  return true;
}

/** Whether this name stands at an offset, without making a string of what does. */
function isName(view: ByteView, offset: number, name: string): boolean {
  const text = offset + NAME.text;
  if (text + name.length * 2 > view.size || view.u16(offset + NAME.units) !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (view.u16(text + i * 2) !== name.charCodeAt(i)) return false;
  return true;
}
