import type { ByteView } from '../../bytes/byte-view.js';

/** Types of fields. @source TraceLoggingProvider.h of the Windows SDK, TlgIn_t. */
export const IN = {
  ...{ nothing: 0, unicodeString: 1, ansiString: 2, int8: 3, uint8: 4, int16: 5, uint16: 6, int32: 7, uint32: 8 },
  ...{ int64: 9, uint64: 10, float: 11, double: 12, bool32: 13, binary: 14, guid: 15, pointer: 16, filetime: 17 },
  ...{ systemtime: 18, sid: 19, hexInt32: 20, hexInt64: 21, countedString: 22, countedAnsiString: 23, structure: 24 },
  countedBinary: 25,
} as const;
const IN_TYPE_BITS = 0x1f;
const COUNT_BITS = 0x60;
const COUNT_CONSTANT = 0x20;
const COUNT_IN_PAYLOAD = 0x40;
const MORE_FOLLOWS = 0x80;

/** A schema is at most 64 KiB, and a field takes three bytes of it; real events have some dozens. */
const FIELDS_MAX = 512;

/** Offsets in a schema, in bytes: it is a size, tags of any length, the event's name, then the fields. */
const SCHEMA = { size: 0x00, tags: 0x02 } as const;

export interface FieldPlan {
  readonly name: string;
  readonly inType: number;
  /** How the value wants to be shown; 0 as its type is. Of a structure: how many fields belong to it. */
  readonly outType: number;
  /** How many values stand in the payload. */
  readonly count: 'one' | 'in-payload' | number;
}

export interface EventSchema {
  readonly eventName: string;
  readonly fields: readonly FieldPlan[];
}

/**
 * Reads the names and types of a TraceLogging event's fields.
 *
 * @throws {FormatError} `truncated`; `bad-range` where the size is not the item's; `over-limit` for too many fields;
 *   `unsupported` for a field that brings its own encoding.
 * @source TraceLoggingProvider.h of the Windows SDK.
 */
export function readEventSchema(view: ByteView): EventSchema {
  view.need(0, SCHEMA.tags, 'etl.schema');
  const size = view.u16(SCHEMA.size);
  if (size < SCHEMA.tags || size > view.size) {
    throw view.error('bad-range', 'etl.schema.size', SCHEMA.size, `<= ${view.size}`, size);
  }
  const reader = new SchemaReader(view.slice(0, size, 'etl.schema'), SCHEMA.tags);
  reader.tags();
  const eventName = reader.name();
  const fields: FieldPlan[] = [];
  while (!reader.isDone) {
    if (fields.length === FIELDS_MAX) throw reader.error('over-limit', 'etl.schema.fields', `<= ${FIELDS_MAX}`);
    fields.push(reader.field());
  }
  return { eventName, fields };
}

const decoder = new TextDecoder();

class SchemaReader {
  readonly #view: ByteView;
  #at: number;

  constructor(view: ByteView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  get isDone(): boolean {
    return this.#at >= this.#view.size;
  }

  error(fault: 'over-limit' | 'unsupported', what: string, expected: string) {
    return this.#view.error(fault, what, this.#at, expected);
  }

  /** Bytes of seven bits, of which each but the last says that more follow. */
  tags(): void {
    while ((this.#byte() & MORE_FOLLOWS) !== 0);
  }

  name(): string {
    const end = this.#view.bytes.indexOf(0, this.#at);
    if (end < 0) throw this.#view.error('truncated', 'etl.schema.name', this.#at, 'a NUL');
    const name = decoder.decode(this.#view.bytes.subarray(this.#at, end));
    this.#at = end + 1;
    return name;
  }

  field(): FieldPlan {
    const name = this.name();
    const inByte = this.#byte();
    let outType = 0;
    if ((inByte & MORE_FOLLOWS) !== 0) {
      const outByte = this.#byte();
      outType = outByte & ~MORE_FOLLOWS;
      if ((outByte & MORE_FOLLOWS) !== 0) this.tags();
    }
    return { name, inType: inByte & IN_TYPE_BITS, outType, count: this.#count(inByte & COUNT_BITS) };
  }

  #count(bits: number): FieldPlan['count'] {
    if (bits === 0) return 'one';
    if (bits === COUNT_IN_PAYLOAD) return 'in-payload';
    if (bits !== COUNT_CONSTANT) throw this.error('unsupported', 'etl.schema.custom', 'a documented encoding');
    return this.#byte() | (this.#byte() << 8);
  }

  #byte(): number {
    this.#view.need(this.#at, 1, 'etl.schema');
    return this.#view.u8(this.#at++);
  }
}
