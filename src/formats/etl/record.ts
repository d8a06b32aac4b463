import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import type { EventHeader } from './event-header.js';
import { type ExtendedData, providerNameOf, readExtendedData } from './extended-data.js';
import { type EtlField, readFields } from './fields.js';
import { inlineStrings } from './inline-strings.js';
import { type EventSchema, readEventSchema } from './schema.js';

/** One event of a trace. What it carries is decoded when it is asked for. */
export class EtlRecord {
  /** Counts the events of a file from 1, in the order in which they stand, the kernel's own included. */
  readonly number: number;
  readonly header: EventHeader;
  /** FILETIME, or `null` where the event bears no time or the clock is unknown. */
  readonly time: bigint | null;
  /** Where the event lies in the file, in bytes. */
  readonly sourceOffset: number;
  readonly #event: ByteView;
  #extended: ExtendedData | null | undefined;
  #schema: EventSchema | null | undefined;

  /** @param event Exactly the bytes of the event. */
  constructor(number: number, header: EventHeader, time: bigint | null, event: ByteView) {
    this.number = number;
    this.header = header;
    this.time = time;
    this.sourceOffset = event.sourceOffset;
    this.#event = event;
  }

  /**
   * Name of the provider, where the event carries it.
   *
   * @throws {FormatError} Where what stands between header and payload is damaged; so for the next three.
   */
  get providerName(): string | null {
    const traits = this.#extendedData()?.traits ?? null;
    return traits === null ? null : providerNameOf(traits);
  }

  /** Name of a TraceLogging event; `null` for any other. */
  get eventName(): string | null {
    return this.#eventSchema()?.eventName ?? null;
  }

  /** What the event carries, behind its header and its extended data. */
  get payload(): Uint8Array {
    return this.#event.bytes.subarray(this.#payloadAt());
  }

  /** Names and values of a TraceLogging event; none of any other, for they stand in its provider's manifest. */
  fields(note: Note): EtlField[] {
    const schema = this.#eventSchema();
    return schema === null ? [] : readFields(this.#event, this.#payloadAt(), schema, this.header.pointerBytes, note);
  }

  /** Texts in the payload of an event without a schema, but for the kernel's own: likely ones, see `inlineStrings`. */
  strings(): string[] {
    return this.header.kind === 'system' ? [] : inlineStrings(this.payload);
  }

  #payloadAt(): number {
    return this.#extendedData()?.end ?? this.header.headerBytes;
  }

  #extendedData(): ExtendedData | null {
    this.#extended ??= this.header.isExtended ? readExtendedData(this.#event, this.header.headerBytes) : null;
    return this.#extended;
  }

  #eventSchema(): EventSchema | null {
    if (this.#schema === undefined) {
      const view = this.#extendedData()?.schema ?? null;
      this.#schema = view === null ? null : readEventSchema(view);
    }
    return this.#schema;
  }
}

/** What an event says, as far as it can be decoded; damage is told to `note` and costs what is behind it in the event. */
export interface DecodedEvent {
  readonly providerName: string | null;
  readonly eventName: string | null;
  readonly fields: readonly EtlField[];
  /** Texts of an event without a schema. */
  readonly strings: readonly string[];
}

const NOTHING: DecodedEvent = { providerName: null, eventName: null, fields: [], strings: [] };

export function decodeEvent(record: EtlRecord, note: Note): DecodedEvent {
  try {
    const { providerName, eventName } = record;
    if (eventName === null) return { ...NOTHING, providerName, strings: record.strings() };
    return { ...NOTHING, providerName, eventName, fields: record.fields(note) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return NOTHING;
  }
}
