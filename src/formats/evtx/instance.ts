import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import type { Chunk } from './chunk.js';
import { DEFINITION, DESCRIPTOR, INSTANCE } from './layout.js';
import { NO_SYSTEM, type Program } from './program.js';
import { TOKEN, TOKEN_BYTES } from './tokens.js';

const NO_PROGRAM: Program = { system: NO_SYSTEM, data: [], distinct: true, references: [], shareable: false };

/**
 * A program and the values that fill it, for one fragment. Kept and filled again for the next record, so that
 * reading a record makes no objects.
 */
export class Instance {
  program: Program = NO_PROGRAM;
  /** Values, by substitution index. */
  count = 0;
  offsets = new Int32Array(64);
  sizes = new Int32Array(64);
  types = new Uint8Array(64);
  /** Tells apart the uses of this object while one record is written. */
  serial = 0;

  /** Forgets what was read. */
  clear(): void {
    this.program = NO_PROGRAM;
    this.count = 0;
  }

  /**
   * Reads the fragment that stands in `[start, end)` of the chunk: a template instance, or markup without a template.
   *
   * @param base Path of the element that it goes into; empty at the root.
   * @throws {FormatError} If the template cannot be read or the values do not fit.
   */
  read(chunk: Chunk, start: number, end: number, base: string): void {
    const view = chunk.view;
    let at = start;
    while (at + TOKEN_BYTES.header <= end && view.u8(at) === TOKEN.fragmentHeader) at += TOKEN_BYTES.header;
    this.count = 0;
    if (at >= end) this.program = NO_PROGRAM;
    else if (view.u8(at) === TOKEN.templateInstance) this.#readInstance(chunk, at, end, base);
    else this.program = chunk.fragmentAt(at, end, base);
  }

  #readInstance(chunk: Chunk, start: number, end: number, base: string): void {
    const view = chunk.view;
    if (start + INSTANCE.body + 4 > end) {
      throw view.error('truncated', 'evtx.instance', start, `${INSTANCE.body + 4} bytes`, end - start);
    }
    const definition = view.u32(start + INSTANCE.definition);
    const id = view.u32(start + INSTANCE.templateId);
    this.program = templateOf(chunk, definition, id, base, start);
    let at = start + INSTANCE.body;
    if (definition === at) {
      at += DEFINITION.body + (at + DEFINITION.body <= end ? view.u32(definition + DEFINITION.size) : 0);
      if (at + 4 > end) throw view.error('truncated', 'evtx.instance.valueCount', at, '4 bytes', end - at);
    }
    this.#readValues(view, at, end);
  }

  #readValues(view: ByteView, start: number, end: number): void {
    const count = view.u32(start);
    const descriptors = start + 4;
    let at = descriptors + count * DESCRIPTOR.bytes;
    if (at > end) {
      throw view.error('truncated', 'evtx.instance.descriptors', start, `room for ${count} values`, end - start);
    }
    if (count > this.offsets.length) {
      this.offsets = new Int32Array(count);
      this.sizes = new Int32Array(count);
      this.types = new Uint8Array(count);
    }
    for (let i = 0, descriptor = descriptors; i < count; i++, descriptor += DESCRIPTOR.bytes) {
      const size = view.u16(descriptor + DESCRIPTOR.size);
      this.offsets[i] = at;
      this.sizes[i] = size;
      this.types[i] = view.u8(descriptor + DESCRIPTOR.type);
      at += size;
    }
    if (at > end)
      throw view.error(
        'truncated',
        'evtx.instance.values',
        descriptors,
        `${at - descriptors} bytes`,
        end - descriptors,
      );
    this.count = count;
  }
}

/**
 * The template that an instance names. A leftover record's may have been written over by another, whose names would
 * then come to its values: so the ids must agree, or the log must have the right one elsewhere.
 */
function templateOf(chunk: Chunk, definition: number, id: number, base: string, start: number): Program {
  const { view } = chunk;
  try {
    const program = chunk.templateAt(definition, base);
    const definedId = view.u32(definition + DEFINITION.guid);
    if (id === definedId) return program;
    throw view.error('bad-range', 'evtx.instance.templateId', start + INSTANCE.templateId, definedId, id);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const program = chunk.templateById(id, base);
    if (program === null) throw error;
    return program;
  }
}
