/** Writes small event traces as Windows lays them out, for tests: no free program writes ETL. */

export interface TraceToMake {
  /** Bytes of each event, buffer by buffer. */
  readonly buffers: readonly (readonly Uint8Array[])[];
  readonly bufferBytes?: number;
  /** 1 performance counter, 2 system time, 3 cycle counter. */
  readonly clock?: number;
  readonly frequency?: bigint;
  readonly megahertz?: number;
  /** FILETIME, and what the clock showed then. */
  readonly startTime?: bigint;
  readonly startRaw?: bigint;
  readonly isCircular?: boolean;
  readonly pointerBytes?: 4 | 8;
}

export interface EventToMake {
  readonly time?: bigint;
  readonly provider?: string;
  readonly id?: number;
  readonly processId?: number;
  readonly threadId?: number;
  readonly level?: number;
  readonly payload?: Uint8Array;
  /** Items of extended data: type and bytes. */
  readonly extended?: readonly (readonly [type: number, data: Uint8Array])[];
}

/** Names and bytes of one field: type, and how it is shown. */
export interface FieldToMake {
  readonly name: string;
  readonly type: readonly number[];
  readonly value: Uint8Array;
}

export const MADE_START = 133_900_000_000_000_000n;
const BUFFER_HEADER_BYTES = 72;
const encoder = new TextEncoder();

export function bytesOf(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** UTF-16 with a NUL. */
export function wide(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 2 + 2);
  for (let i = 0; i < text.length; i++) new DataView(out.buffer).setUint16(i * 2, text.charCodeAt(i), true);
  return out;
}

export function narrow(text: string): Uint8Array {
  return bytesOf(encoder.encode(text), [0]);
}

export function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >> 8);
}

function guidBytes(text: string): Uint8Array {
  const hex = text.replaceAll('-', '');
  const bytes = Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
  return Uint8Array.from([3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15].map((from) => bytes[from] as number));
}

/** An event with `EVENT_HEADER`. */
export function makeEvent({ extended = [], payload = new Uint8Array(0), ...event }: EventToMake): Uint8Array {
  const header = new Uint8Array(80);
  const items = extended.map(([type, data], index) => {
    const size = Math.ceil((8 + data.length) / 8) * 8;
    const item = new Uint8Array(size);
    item.set(bytesOf(u16(size), u16(type), u16(index + 1 < extended.length ? 1 : 0), u16(data.length), data));
    return item;
  });
  const whole = bytesOf(header, ...items, payload);
  const view = new DataView(whole.buffer);
  view.setUint16(0, whole.length, true);
  whole.set([19, 0xc0, extended.length > 0 ? 1 : 0], 2);
  view.setUint32(8, event.threadId ?? 22, true);
  view.setUint32(12, event.processId ?? 11, true);
  view.setBigInt64(16, event.time ?? 0n, true);
  whole.set(guidBytes(event.provider ?? '0b7a6f19-47c4-454e-8c5c-e868d637e4d8'), 24);
  view.setUint16(40, event.id ?? 0, true);
  whole[44] = event.level ?? 4;
  return whole;
}

/** A TraceLogging event: the names of its fields stand in it. */
export function makeTraceLoggingEvent(
  name: string,
  fields: readonly FieldToMake[],
  event: EventToMake = {},
): Uint8Array {
  const plan = bytesOf([0], narrow(name), ...fields.map((field) => bytesOf(narrow(field.name), field.type)));
  const traits = bytesOf(u16(17), narrow('WUTraceLogging'));
  const schema = bytesOf(u16(plan.length + 2), plan);
  const payload = bytesOf(...fields.map(({ value }) => value));
  return makeEvent({ ...event, payload, extended: [...(event.extended ?? []), [12, traits], [11, schema]] });
}

/** What Windows Update logs: a component and a text. */
export function makeUpdateEvent(component: string, text: string, event: EventToMake = {}): Uint8Array {
  return makeTraceLoggingEvent(component, [{ name: 'Info', type: [1], value: wide(text) }], event);
}

function traceHeaderEvent(trace: TraceToMake, bufferCount: number): Uint8Array {
  const pointerBytes = trace.pointerBytes ?? 8;
  const tail = Math.ceil((56 + 2 * pointerBytes + 172) / 8) * 8;
  const names = bytesOf(wide('Made'), wide('C:\\made.etl'));
  const whole = bytesOf(new Uint8Array(32 + tail + 32), names);
  const view = new DataView(whole.buffer);
  whole.set([2, 0, 2, 0xc0], 0);
  view.setUint16(4, whole.length, true);
  view.setBigInt64(16, trace.startRaw ?? 0n, true);
  view.setUint32(32, trace.bufferBytes ?? 4096, true);
  whole.set([10, 0, 1, 5], 36);
  view.setUint32(40, 26100, true);
  view.setUint32(44, 4, true);
  view.setUint32(32 + 0x20, trace.isCircular === true ? 2 : 1, true);
  view.setUint32(32 + 0x24, bufferCount, true);
  view.setUint32(32 + 0x2c, pointerBytes, true);
  view.setUint32(32 + 0x34, trace.megahertz ?? 2000, true);
  view.setInt32(32 + 0x38 + 2 * pointerBytes, -60, true);
  view.setBigInt64(32 + tail, MADE_START - 10n, true);
  view.setBigInt64(32 + tail + 8, trace.frequency ?? 10_000_000n, true);
  view.setBigInt64(32 + tail + 16, trace.startTime ?? MADE_START, true);
  view.setUint32(32 + tail + 24, trace.clock ?? 1, true);
  return whole;
}

function makeBuffer(events: readonly Uint8Array[], bufferBytes: number, sequence: number): Uint8Array {
  const buffer = new Uint8Array(bufferBytes).fill(0xff);
  buffer.fill(0, 0, BUFFER_HEADER_BYTES);
  const view = new DataView(buffer.buffer);
  let at = BUFFER_HEADER_BYTES;
  for (const event of events) {
    if (at + event.length > bufferBytes) throw new Error('the events are larger than their buffer');
    buffer.set(event, at);
    at = Math.ceil((at + event.length) / 8) * 8;
  }
  view.setUint32(0, bufferBytes, true);
  view.setUint32(4, at, true);
  view.setUint32(48, at, true);
  view.setBigUint64(24, BigInt(sequence), true);
  view.setUint16(54, sequence === 0 ? 4 : 0, true);
  return buffer;
}

/** A trace: a buffer that describes it, and the buffers given. In a ring they are numbered as if the first half came last. */
export function makeEtl(trace: TraceToMake): Uint8Array {
  const { buffers, bufferBytes = 4096 } = trace;
  const half = trace.isCircular === true ? Math.floor(buffers.length / 2) : 0;
  const sequenceOf = (index: number) => (index < half ? buffers.length + 1 + index : index + 1);
  return bytesOf(
    makeBuffer([traceHeaderEvent(trace, buffers.length + 1)], bufferBytes, 0),
    ...buffers.map((events, index) => makeBuffer(events, bufferBytes, sequenceOf(index))),
  );
}
