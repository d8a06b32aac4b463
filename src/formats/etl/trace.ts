import type { ByteSource } from '../../bytes/byte-source.js';
import { viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { BUFFER_HEADER_BYTES, type BufferHeader, findBufferSize, readBufferHeader } from './buffer.js';
import { type Clock, clockOf, NO_CLOCK } from './clock.js';
import { type EventHeader, peekEvent, readEventHeader } from './event-header.js';
import { EtlRecord } from './record.js';
import { readTraceHeader, type TraceHeader } from './trace-header.js';

/** Events begin at multiples of this, in bytes. */
const ALIGNMENT = 8;
/** What the writer fills the end of a buffer with, and what a buffer that was never used holds. */
const FILLERS = [0xffff_ffff, 0];
/** The kernel's own event that describes the trace. */
const TRACE_GROUP = 0;
const TRACE_HEADER_TYPE = 0;
const HERTZ_PER_MEGAHERTZ = 1_000_000n;

interface PlacedBuffer {
  readonly offset: number;
  readonly header: BufferHeader;
}

/** An open trace. Its events are read when they are asked for, a buffer at a time. */
export class EtlTrace {
  /** What the trace says of itself; `null` where that is damaged: its events then bear no time. */
  readonly header: TraceHeader | null;
  /** Of a buffer, in bytes. */
  readonly bufferBytes: number;
  readonly #source: ByteSource;
  readonly #note: Note;

  /** @throws {FormatError} `bad-magic` if no buffer begins where one must. */
  constructor(source: ByteSource, note: Note) {
    const bufferBytes = findBufferSize(source);
    if (bufferBytes === null) throw new FormatError('bad-magic', { what: 'etl.buffer', sourceOffset: 0 });
    this.#source = source;
    this.#note = note;
    this.bufferBytes = bufferBytes;
    this.header = this.#describe();
  }

  /** How many buffers the file has room for; the last may be cut off. */
  get bufferCount(): number {
    return Math.ceil(this.#source.size / this.bufferBytes);
  }

  /**
   * Reads the events, buffer by buffer in the order in which they were written. A machine writes a buffer for each
   * processor at once, so the times of events step back now and then: who needs their order sorts them.
   */
  *records(): Generator<EtlRecord, void, undefined> {
    let number = 0;
    let clock: Clock = NO_CLOCK;
    for (const { offset, header } of this.#buffersInOrder()) {
      for (const { event, header: eventHeader } of eventsOf(this.#bufferAt(offset), header, this.#note)) {
        number++;
        // A trace that was appended to describes itself anew: its clock counts from another start.
        if (isTraceHeader(eventHeader)) clock = clockOfTrace(describe(event, eventHeader, this.#note), eventHeader);
        const { rawTime } = eventHeader;
        yield new EtlRecord(number, eventHeader, rawTime === null ? null : clock.fileTime(rawTime), event);
      }
    }
  }

  /** In a ring the oldest buffer comes first: it stands behind the newest. */
  #buffersInOrder(): Iterable<PlacedBuffer> {
    if (this.header?.isCircular !== true) return this.#buffers();
    return [...this.#buffers()].sort((a, b) => compare(a.header.sequence, b.header.sequence) || a.offset - b.offset);
  }

  *#buffers(): Generator<PlacedBuffer, void, undefined> {
    for (let offset = 0; offset < this.#source.size; offset += this.bufferBytes) {
      const header = this.#headerAt(offset);
      if (header !== null) yield { offset, header };
    }
  }

  #headerAt(offset: number): BufferHeader | null {
    const length = Math.min(BUFFER_HEADER_BYTES, this.#source.size - offset);
    const view = viewOf(this.#source, offset, length, 'etl.buffer');
    const header = readBufferHeader(view, this.bufferBytes);
    if (header === null && !view.bytes.every((byte) => byte === 0)) {
      this.#note(view.error(length < BUFFER_HEADER_BYTES ? 'truncated' : 'bad-magic', 'etl.buffer', 0));
      return null;
    }
    if (header?.isCompressed === true) {
      this.#note(view.error('unsupported', 'etl.buffer.compressed', 0, 'a plain buffer', 'a compressed one'));
      return null;
    }
    return header;
  }

  #bufferAt(offset: number): ByteView {
    const length = Math.min(this.bufferBytes, this.#source.size - offset);
    return viewOf(this.#source, offset, length, 'etl.buffer');
  }

  /** Looks for the description in the first buffer. Its defects are told when the records are read. */
  #describe(): TraceHeader | null {
    const view = this.#bufferAt(0);
    const header = readBufferHeader(view, this.bufferBytes);
    if (header === null || header.isCompressed) return null;
    for (const { event, header: eventHeader } of eventsOf(view, header, ignore)) {
      if (isTraceHeader(eventHeader)) return describe(event, eventHeader, ignore);
    }
    return null;
  }
}

function ignore(): void {}

interface FoundEvent {
  readonly event: ByteView;
  readonly header: EventHeader;
}

/** The events of one buffer. A damaged one costs what lies before the next place where two sound events follow each other. */
function* eventsOf(view: ByteView, header: BufferHeader, note: Note): Generator<FoundEvent, void, undefined> {
  if (header.eventsEnd === null) note(view.error('bad-range', 'etl.buffer.offset', 0));
  else if (header.eventsEnd > view.size) note(view.error('truncated', 'etl.buffer', view.size, header.eventsEnd));
  const end = Math.min(header.eventsEnd ?? view.size, view.size);
  let at: number = BUFFER_HEADER_BYTES;
  while (at < end) {
    const found = peekEvent(view, at, end);
    if (found === null) {
      if (isUnused(view, at, end)) return;
      note(view.error('bad-magic', 'etl.event', at));
      at = nextSound(view, at + ALIGNMENT, end);
      continue;
    }
    const event = view.slice(at, found.sizeBytes, 'etl.event');
    at += aligned(found.sizeBytes);
    const eventHeader = readHeader(event, found, note);
    if (eventHeader !== null) yield { event, header: eventHeader };
  }
}

function describe(event: ByteView, { headerBytes }: EventHeader, note: Note): TraceHeader | null {
  try {
    return readTraceHeader(event.slice(headerBytes, event.size - headerBytes, 'etl.traceHeader'));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return null;
  }
}

function clockOfTrace(header: TraceHeader | null, { rawTime }: EventHeader): Clock {
  if (header === null || rawTime === null) return NO_CLOCK;
  const { clock, megahertz, frequency, startTime } = header;
  const perSecond = clock === 'cycle-counter' ? BigInt(megahertz) * HERTZ_PER_MEGAHERTZ : frequency;
  return clockOf(clock, perSecond, startTime, rawTime);
}

type Found = NonNullable<ReturnType<typeof peekEvent>>;

/** `null`, told to `note`, for a kind of header that is not read. */
function readHeader(event: ByteView, { kind, pointerBytes }: Found, note: Note): EventHeader | null {
  try {
    if (kind === null) throw event.error('unsupported', 'etl.event.header', 2, 'a kind that is read', event.u8(2));
    return readEventHeader(event, kind, pointerBytes);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return null;
  }
}

function isTraceHeader({ kind, group, opcode }: EventHeader): boolean {
  return kind === 'system' && group === TRACE_GROUP && opcode === TRACE_HEADER_TYPE;
}

/** Whether nothing but filling stands from here on: what counts is how it begins. */
function isUnused(view: ByteView, at: number, end: number): boolean {
  return at + 4 > end || FILLERS.includes(view.u32(at));
}

/** The next place at which an event stands that another one, or the end, follows. */
function nextSound(view: ByteView, start: number, end: number): number {
  for (let at = start; at < end; at += ALIGNMENT) {
    const found = peekEvent(view, at, end);
    if (found === null || found.kind === null) continue;
    const behind = at + aligned(found.sizeBytes);
    if (behind >= end || isUnused(view, behind, end) || peekEvent(view, behind, end) !== null) return at;
  }
  return end;
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
