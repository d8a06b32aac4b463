import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import { parseFragment } from './fragment-parser.js';
import { CHUNK, COMPILED_BYTES_MAX, DEFINITION, NAME, NAME_NUL_BYTES, NAME_UNITS_MAX } from './layout.js';
import { hashOfName } from './name-hash.js';
import type { Program } from './program.js';
import type { ProgramCache } from './program-cache.js';

/**
 * One chunk in memory: its bytes, the names that its markup points to, and its templates, compiled. All offsets in
 * binary XML count from the start of the chunk.
 */
export class Chunk {
  readonly view: ByteView;
  /** Defects of the chunk that every record in it shares. */
  readonly defects: readonly FormatError[];
  readonly #cache: ProgramCache;
  readonly #names = new Map<number, string>();
  readonly #programs = new Map<number, Program | FormatError>();
  #compiledBytes = 0;

  constructor(view: ByteView, cache: ProgramCache, defects: readonly FormatError[] = []) {
    this.view = view;
    this.defects = defects;
    this.#cache = cache;
  }

  /** Reads the element or attribute name at an offset. @throws {FormatError} */
  readonly nameAt = (offset: number): string => {
    const known = this.#names.get(offset);
    if (known !== undefined) return known;
    const view = this.view;
    view.need(offset, NAME.text, 'evtx.name');
    const units = view.u16(offset + NAME.units);
    if (units > NAME_UNITS_MAX) {
      throw view.error('over-limit', 'evtx.name.units', offset + NAME.units, `<= ${NAME_UNITS_MAX}`, units);
    }
    if (units === 0) throw view.error('bad-range', 'evtx.name.units', offset + NAME.units, '>= 1', 0);
    view.need(offset + NAME.text, units * 2 + NAME_NUL_BYTES, 'evtx.name.text');
    const name = view.utf16Whole(offset + NAME.text, units);
    const hash = view.u16(offset + NAME.hash);
    if (hash !== hashOfName(name)) {
      throw view.error('bad-checksum', 'evtx.name.hash', offset + NAME.hash, hashOfName(name), hash);
    }
    this.#names.set(offset, name);
    return name;
  };

  /**
   * The template defined at `definition`, compiled for where it is used.
   *
   * @param base Path of the element that its markup goes into; empty at the root.
   * @throws {FormatError} The same one each time, for a template that cannot be read.
   */
  templateAt(definition: number, base: string): Program {
    this.view.need(definition, DEFINITION.body, 'evtx.definition');
    const baseId = base === '' ? 0 : this.#cache.baseId(base);
    const key = baseId * CHUNK.size + definition;
    const known = this.#programs.get(key);
    if (known !== undefined) {
      if (known instanceof FormatError) throw known;
      return known;
    }
    try {
      const program = this.#compile(definition, base, baseId);
      this.#programs.set(key, program);
      return program;
    } catch (error) {
      if (error instanceof FormatError) this.#programs.set(key, error);
      throw error;
    }
  }

  /** A template of that id that another place in the log still has, for a record whose own was written over. */
  templateById(templateId: number, base: string): Program | null {
    return this.#cache.findById(this.#cache.baseId(base), templateId);
  }

  /** Compiles markup that stands in no template. @throws {FormatError} */
  fragmentAt(start: number, end: number, base: string): Program {
    this.#spend(end - start, start);
    return parseFragment({ view: this.view, start, end, base, inTemplate: false, nameAt: this.nameAt });
  }

  #compile(definition: number, base: string, baseId: number): Program {
    const view = this.view;
    const size = view.u32(definition + DEFINITION.size);
    const start = definition + DEFINITION.body;
    view.need(start, size, 'evtx.definition.body');
    this.#spend(size, definition);
    const templateId = view.u32(definition + DEFINITION.guid);
    const found = this.#cache.find(baseId, templateId, view, start, size);
    if (found !== null) return found;
    const end = start + size;
    const program = parseFragment({ view, start, end, base, inTemplate: true, nameAt: this.nameAt });
    if (program.shareable) this.#cache.keep(baseId, templateId, view.bytes.slice(start, end), program);
    return program;
  }

  #spend(bytes: number, offset: number): void {
    this.#compiledBytes += bytes;
    if (this.#compiledBytes > COMPILED_BYTES_MAX) {
      const wanted = `<= ${COMPILED_BYTES_MAX} bytes of templates`;
      throw this.view.error('over-limit', 'evtx.definition', offset, wanted, this.#compiledBytes);
    }
  }
}
