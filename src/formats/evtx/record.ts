import { filetimeToIso } from '../../bytes/filetime.js';
import type { FormatError, Note } from '../../bytes/format-error.js';
import type { Chunk } from './chunk.js';
import type { DefectKeeper } from './data-writer.js';
import { JsonSink } from './json-sink.js';
import { RECORD, SIZE_COPY_BYTES } from './layout.js';
import { SYSTEM_PATHS, type SystemField } from './program.js';
import type { RecordReader } from './record-reader.js';
import type { RecordPlace } from './record-walk.js';
import { writeFiletime, writeInteger } from './value-text.js';

/** One value that an event carries. Names need not differ: an array gives one datum for each value. */
export interface EvtxDatum {
  /** Its `Name`; `param1` and so on for classic events; the element path below `UserData`. */
  readonly name: string;
  /** As Windows shows it; empty where it is null. */
  readonly value: string;
}

/** Defects of one record that are kept: more say nothing more. */
const DEFECTS_MAX = 64;

const KEY = {
  record: /* @__PURE__ */ key('{', 'record'),
  time: /* @__PURE__ */ key(',', 'time'),
  provider: /* @__PURE__ */ key(',', 'provider'),
  id: /* @__PURE__ */ key(',', 'id'),
  level: /* @__PURE__ */ key(',', 'level'),
  channel: /* @__PURE__ */ key(',', 'channel'),
  computer: /* @__PURE__ */ key(',', 'computer'),
  data: /* @__PURE__ */ key(',', 'data'),
  defects: /* @__PURE__ */ key(',', 'defects'),
} as const;

function key(before: string, name: string): Uint8Array {
  return new TextEncoder().encode(`${before}"${name}":`);
}

const pairsSink = /* @__PURE__ */ new JsonSink();
const lineSink = /* @__PURE__ */ new JsonSink();

/**
 * One event. Everything but its number and time is decoded when asked for, from the chunk, which stays in memory as
 * long as the record does: keep what you need of it, not the record.
 */
export class EvtxRecord implements DefectKeeper {
  readonly #chunk: Chunk;
  readonly #place: RecordPlace;
  readonly #reader: RecordReader;
  readonly #note: Note;
  #own: FormatError[] | null = null;
  /** Names and values, once they were asked for. */
  #read: readonly (readonly [string, string])[] | null = null;
  /** Whether it stood in space that no longer counts: real, but deleted or written over in part. */
  readonly recovered: boolean;

  constructor(chunk: Chunk, place: RecordPlace, reader: RecordReader, note: Note, recovered: boolean) {
    this.#chunk = chunk;
    this.#place = place;
    this.#reader = reader;
    this.#note = note;
    this.recovered = recovered;
  }

  /** Number in the record's header. In an exported log it differs from `recordId`. */
  get number(): number {
    return this.#place.number;
  }

  /** `EventRecordID`: the event's number in the log that it was first written to. */
  get recordId(): bigint {
    this.#open();
    return this.#reader.unsigned64(this.#reader.system.recordId) ?? BigInt(this.#place.number);
  }

  /** Where the record begins in the source, in bytes. */
  get sourceOffset(): number {
    return this.#chunk.view.sourceOffset + this.#place.offset;
  }

  /** Bytes of the record. */
  get size(): number {
    return this.#place.size;
  }

  /** When the event was created, as FILETIME: in 100 ns since 1601-01-01 UTC. */
  get time(): bigint {
    return this.#chunk.view.bits64(this.#timeOffset());
  }

  /** `time` as `2025-04-08T17:02:11.1234567Z`. */
  get timeIso(): string {
    return filetimeToIso(this.time);
  }

  /** `null` where the event names none, or cannot be read; so too below. */
  get provider(): string | null {
    return this.system('provider');
  }

  get eventId(): number | null {
    return this.#integer('eventId');
  }

  /** 1 critical, 2 error, 3 warning, 4 information, 5 verbose; 0 is always shown as information. */
  get level(): number | null {
    return this.#integer('level');
  }

  get channel(): string | null {
    return this.system('channel');
  }

  get computer(): string | null {
    return this.system('computer');
  }

  /** Any field of `System` as text; `null` where it is absent or null. */
  system(field: SystemField): string | null {
    this.#open();
    const leaf = this.#reader.system[field];
    const text = this.#reader.text(leaf);
    if (text === null && this.#reader.holdsValue(leaf)) this.#reportField(field);
    return text;
  }

  /** All fields of `System` that the event has. */
  systemFields(): Readonly<Partial<Record<SystemField, string>>> {
    const fields: Partial<Record<SystemField, string>> = {};
    for (const field of Object.keys(SYSTEM_PATHS) as SystemField[]) {
      const text = this.system(field);
      if (text !== null) fields[field] = text;
    }
    return fields;
  }

  /** What the event carries, in its order: `EventData`, `UserData` and whatever else stands outside `System`. */
  data(): readonly EvtxDatum[] {
    return this.#pairs().map(([name, value]) => ({ name, value }));
  }

  /** The first value of that name, compared without case; `null` if there is none. */
  value(name: string): string | null {
    const wanted = name.toLowerCase();
    return this.#pairs().find((pair) => pair[0].toLowerCase() === wanted)?.[1] ?? null;
  }

  /** What is wrong with the record or its chunk: what could not be read of it is missing above. */
  get defects(): readonly FormatError[] {
    this.systemFields();
    this.#pairs();
    return this.#allDefects();
  }

  /** The record as one line of JSON, without the line end: see `recordToJson`. */
  writeJson(sink: JsonSink): void {
    const reader = this.#reader;
    this.#open();
    const system = reader.system;
    const view = this.#chunk.view;
    sink.raw(KEY.record);
    if (!reader.writeUnsigned(sink, system.recordId)) writeInteger(sink, this.#place.number);
    sink.raw(KEY.time);
    sink.quote();
    const time = this.#timeOffset();
    writeFiletime(sink, view.u32(time + 4), view.u32(time));
    sink.quote();
    sink.raw(KEY.provider);
    if (!reader.writeText(sink, system.provider)) this.#writeNull(sink, 'provider');
    sink.raw(KEY.id);
    writeIntegerOrNull(sink, this.#integer('eventId'));
    sink.raw(KEY.level);
    writeIntegerOrNull(sink, this.#integer('level'));
    sink.raw(KEY.channel);
    if (!reader.writeText(sink, system.channel)) this.#writeNull(sink, 'channel');
    sink.raw(KEY.computer);
    if (!reader.writeText(sink, system.computer)) this.#writeNull(sink, 'computer');
    sink.raw(KEY.data);
    this.#writeData(sink);
    sink.raw(KEY.defects);
    this.#writeDefects(sink);
    sink.plain('}');
  }

  /** Writes `null` for a field, and reports it if it is there and cannot be read. */
  #writeNull(sink: JsonSink, field: SystemField): void {
    this.system(field);
    sink.plain('null');
  }

  #writeData(sink: JsonSink): void {
    sink.plain('{');
    const start = sink.size;
    if (!this.#reader.writeData(sink, 'members', this)) {
      sink.size = start;
      sink.json(membersOf(this.#pairs()));
    }
    sink.plain('}');
  }

  #writeDefects(sink: JsonSink): void {
    sink.plain('[');
    const defects = this.#allDefects();
    for (let i = 0; i < defects.length; i++) {
      if (i > 0) sink.plain(',');
      sink.text(`${defects[i].fault} ${defects[i].detail.what}`);
    }
    sink.plain(']');
  }

  #pairs(): readonly (readonly [string, string])[] {
    if (this.#read !== null) return this.#read;
    this.#open();
    const sink = pairsSink;
    sink.size = 0;
    sink.plain('[');
    this.#reader.writeData(sink, 'pairs', this);
    sink.plain(']');
    this.#read = JSON.parse(sink.textSince(0)) as [string, string][];
    return this.#read;
  }

  #allDefects(): readonly FormatError[] {
    const { defects } = this.#chunk;
    if (this.#own === null) return defects;
    return [...defects, ...this.#own];
  }

  #open(): void {
    const place = this.#place;
    const failure = this.#reader.open(this.#chunk, place);
    if (place.torn) {
      const { view } = this.#chunk;
      const at = place.offset + place.size - SIZE_COPY_BYTES;
      this.report(view.error('truncated', 'evtx.record.sizeCopy', at, place.size, view.u32(at)));
    }
    if (failure !== null) this.report(failure);
  }

  /** Keeps a defect, and tells of it once. */
  report(defect: FormatError): void {
    this.#own ??= [];
    const { what, sourceOffset } = defect.detail;
    if (this.#own.some((one) => one.detail.what === what && one.detail.sourceOffset === sourceOffset)) return;
    if (this.#own.length >= DEFECTS_MAX) return;
    this.#own.push(defect);
    this.#note(defect);
  }

  #integer(field: SystemField): number | null {
    this.#open();
    const leaf = this.#reader.system[field];
    const value = this.#reader.integer(leaf);
    if (value === null && this.#reader.holdsValue(leaf)) this.#reportField(field);
    return value;
  }

  #reportField(field: SystemField): void {
    const what = `evtx.system.${field}`;
    this.report(this.#chunk.view.error('bad-range', what, this.#place.offset, 'a value of its type', 'another'));
  }

  /** Where the event's time stands in the chunk: in its markup, or else in the record's header. */
  #timeOffset(): number {
    this.#open();
    return this.#reader.filetimeOffset(this.#reader.system.time) ?? this.#place.offset + RECORD.time;
  }
}

function writeIntegerOrNull(sink: JsonSink, value: number | null): void {
  if (value === null) sink.plain('null');
  else writeInteger(sink, value);
}

/** The inside of a JSON object; a name that comes again gathers its values in a list. */
function membersOf(pairs: readonly (readonly [string, string])[]): string {
  const members = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const values = members.get(name);
    if (values === undefined) members.set(name, [value]);
    else values.push(value);
  }
  return [...members]
    .map(([name, values]) => `${JSON.stringify(name)}:${JSON.stringify(values.length === 1 ? values[0] : values)}`)
    .join(',');
}

/**
 * A record as one line of JSON: `record`, `time` (100 ns), `provider`, `id`, `level`, `channel`, `computer`, `data` by
 * name (a list where a name comes more than once) and `defects` (fault and place); what is not known is `null`.
 */
export function recordToJson(record: EvtxRecord): string {
  lineSink.size = 0;
  record.writeJson(lineSink);
  return lineSink.textSince(0);
}
