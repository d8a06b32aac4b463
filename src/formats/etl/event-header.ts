import type { ByteView } from '../../bytes/byte-view.js';
import { readGuid } from '../../bytes/guid.js';

/** Offsets that every header of an event shares, in bytes. Oddities: format.md, "Event headers". */
const MARKER = {
  size: 0x00, //  u16, of the whole event; in the kernel's own headers a version
  type: 0x02, //  u8, of the header
  flags: 0x03, // u8
  systemSize: 0x04, // u16, where a version stands in the place of the size
  sizeMin: 0x08,
} as const;
const MARKED_EVENT = 0xc0;
const MARKED_MESSAGE = 0x90;

/** Offsets in `EVENT_HEADER`, of manifest providers and TraceLogging. */
const EVENT = {
  flags: 0x04, //       u16
  threadId: 0x08, //    u32
  processId: 0x0c, //   u32
  time: 0x10, //        i64, of the session's clock
  provider: 0x18, //    16 bytes
  id: 0x28, //          u16
  version: 0x2a, //     u8
  channel: 0x2b, //     u8
  level: 0x2c, //       u8
  opcode: 0x2d, //      u8
  task: 0x2e, //        u16
  keywords: 0x30, //    64 bits
  activity: 0x40, //    16 bytes
  headerBytes: 0x50,
} as const;
const EVENT_IS_EXTENDED = 0x0001;

/** Offsets in `EVENT_TRACE_HEADER` (full) and `EVENT_INSTANCE_GUID_HEADER` (instance), of classic providers. */
const CLASSIC = {
  type: 0x04, //      u8, the classic opcode
  level: 0x05, //     u8
  version: 0x06, //   u16
  threadId: 0x08, //  u32
  processId: 0x0c, // u32
  time: 0x10, //      i64
  provider: 0x18, //  16 bytes, the class of the event
  fullBytes: 0x30,
  instanceBytes: 0x48,
} as const;

/** Offsets in the kernel's own headers: `SYSTEM_TRACE_HEADER`, the compact one, and `PERFINFO_TRACE_HEADER`. */
const SYSTEM = {
  version: 0x00, //   u16
  eventType: 0x06, // u8
  group: 0x07, //     u8
  threadId: 0x08, //  u32
  processId: 0x0c, // u32
  time: 0x10, //      i64
  compactBytes: 0x18,
  fullBytes: 0x20,
  performanceTime: 0x08, // i64, in the header without thread and process
  performanceBytes: 0x10,
} as const;

/** Offsets in `MESSAGE_TRACE_HEADER`, of WPP; what follows depends on its options. */
const MESSAGE = { number: 0x04, options: 0x06, parts: 0x08 } as const;
const OPTION = { sequence: 1, guid: 2, component: 4, time: 8, performanceTime: 16, system: 32 } as const;

export type HeaderKind = 'event' | 'classic' | 'instance' | 'system' | 'compact' | 'performance' | 'message';

/** Header types by number. 32 and 64 tell how wide a pointer in the payload is. @source NTWMI.H, TRACE_HEADER_TYPE. */
const KINDS: Readonly<Record<number, readonly [HeaderKind, pointerBytes: 4 | 8]>> = {
  1: ['system', 4],
  2: ['system', 8],
  3: ['compact', 4],
  4: ['compact', 8],
  10: ['classic', 4],
  11: ['instance', 4],
  16: ['performance', 4],
  17: ['performance', 8],
  18: ['event', 4],
  19: ['event', 8],
  20: ['classic', 8],
  21: ['instance', 8],
};
const HEADER_BYTES: Readonly<Record<HeaderKind, number>> = {
  event: EVENT.headerBytes,
  classic: CLASSIC.fullBytes,
  instance: CLASSIC.instanceBytes,
  system: SYSTEM.fullBytes,
  compact: SYSTEM.compactBytes,
  performance: SYSTEM.performanceBytes,
  message: MESSAGE.parts,
};

/** What the header of one event says; `null` and 0 for what its kind of header does not hold. */
export interface EventHeader {
  readonly kind: HeaderKind;
  /** Of the whole event, in bytes, without what fills up to the next multiple of 8. */
  readonly sizeBytes: number;
  /** Where what follows the header begins, from the start of the event. */
  readonly headerBytes: number;
  readonly pointerBytes: 4 | 8;
  /** Of the session's clock; `null` in a message that was logged without. */
  readonly rawTime: bigint | null;
  readonly processId: number | null;
  readonly threadId: number | null;
  /** Lower-case GUID: the provider, or the class of a classic event, or the file that a message is from. */
  readonly provider: string | null;
  /** Number of the event in its provider; of a message in its file; `null` in events that have none. */
  readonly eventId: number | null;
  readonly version: number;
  readonly channel: number;
  readonly level: number;
  readonly opcode: number;
  readonly task: number;
  readonly keywords: bigint;
  readonly activityId: string | null;
  /** Group of the kernel's own events. */
  readonly group: number | null;
  /** Whether items of extended data stand between header and payload. */
  readonly isExtended: boolean;
}

const NOTHING = {
  ...{ processId: null, threadId: null, provider: null, eventId: null, activityId: null, group: null },
  ...{ version: 0, channel: 0, level: 0, opcode: 0, task: 0, keywords: 0n, isExtended: false },
} as const;

/** Kind of the event at `offset` and its whole size, as far as they are sound; `null` where no event can stand. */
export function peekEvent(
  view: ByteView,
  offset: number,
  end: number,
): { readonly kind: HeaderKind | null; readonly sizeBytes: number; readonly pointerBytes: 4 | 8 } | null {
  if (offset + MARKER.sizeMin > end) return null;
  const flags = view.u8(offset + MARKER.flags);
  if (flags !== MARKED_EVENT && flags !== MARKED_MESSAGE) return null;
  const [kind, pointerBytes] =
    flags === MARKED_MESSAGE
      ? (['message', 8] as const)
      : (KINDS[view.u8(offset + MARKER.type)] ?? ([null, 8] as const));
  const isKernels = kind === 'system' || kind === 'compact' || kind === 'performance';
  const sizeBytes = view.u16(offset + (isKernels ? MARKER.systemSize : MARKER.size));
  const sizeMin = kind === null ? MARKER.sizeMin : HEADER_BYTES[kind];
  return sizeBytes < sizeMin || offset + sizeBytes > end ? null : { kind, sizeBytes, pointerBytes };
}

/**
 * Reads the header of the event that `view` is: exactly one event, from its first byte to its last.
 *
 * @throws {FormatError} `truncated` if a message ends inside its header.
 * @source EVNTCONS.H and EVNTRACE.H of the Windows SDK; NTWMI.H for the kernel's own.
 */
export function readEventHeader(view: ByteView, kind: HeaderKind, pointerBytes: 4 | 8): EventHeader {
  const common = { ...NOTHING, kind, sizeBytes: view.size, headerBytes: HEADER_BYTES[kind], pointerBytes };
  switch (kind) {
    case 'event':
      return {
        ...common,
        ...idsAt(view, EVENT.threadId, EVENT.processId),
        rawTime: view.i64(EVENT.time),
        provider: readGuid(view, EVENT.provider),
        eventId: view.u16(EVENT.id),
        version: view.u8(EVENT.version),
        channel: view.u8(EVENT.channel),
        level: view.u8(EVENT.level),
        opcode: view.u8(EVENT.opcode),
        task: view.u16(EVENT.task),
        keywords: view.bits64(EVENT.keywords),
        activityId: hasActivity(view) ? readGuid(view, EVENT.activity) : null,
        isExtended: (view.u16(EVENT.flags) & EVENT_IS_EXTENDED) !== 0,
      };
    case 'classic':
    case 'instance':
      return {
        ...common,
        ...idsAt(view, CLASSIC.threadId, CLASSIC.processId),
        rawTime: view.i64(CLASSIC.time),
        provider: readGuid(view, CLASSIC.provider),
        version: view.u16(CLASSIC.version),
        level: view.u8(CLASSIC.level),
        opcode: view.u8(CLASSIC.type),
      };
    case 'system':
    case 'compact':
      return {
        ...common,
        ...idsAt(view, SYSTEM.threadId, SYSTEM.processId),
        ...systemKind(view),
        rawTime: view.i64(SYSTEM.time),
      };
    case 'performance':
      return { ...common, ...systemKind(view), rawTime: view.i64(SYSTEM.performanceTime) };
    case 'message':
      return { ...common, ...readMessageHeader(view) };
  }
}

/** Most events belong to no activity. */
function hasActivity(view: ByteView): boolean {
  for (let at: number = EVENT.activity; at < EVENT.headerBytes; at += 4) if (view.u32(at) !== 0) return true;
  return false;
}

function idsAt(view: ByteView, threadAt: number, processAt: number) {
  return { threadId: view.u32(threadAt), processId: view.u32(processAt) };
}

function systemKind(view: ByteView) {
  return { version: view.u16(SYSTEM.version), opcode: view.u8(SYSTEM.eventType), group: view.u8(SYSTEM.group) };
}

/** The parts of a message's header stand one behind the other, those that its options name. */
function readMessageHeader(view: ByteView) {
  const options = view.u16(MESSAGE.options);
  let at: number = MESSAGE.parts;
  const take = (wanted: number, bytes: number): number | null => {
    if ((options & wanted) === 0) return null;
    view.need(at, bytes, 'etl.message.header');
    at += bytes;
    return at - bytes;
  };
  take(OPTION.sequence, 4);
  const guidAt = take(OPTION.guid, 16);
  if (guidAt === null) take(OPTION.component, 4);
  const timeAt = take(OPTION.time | OPTION.performanceTime, 8);
  const systemAt = take(OPTION.system, 8);
  return {
    headerBytes: at,
    eventId: view.u16(MESSAGE.number),
    provider: guidAt === null ? null : readGuid(view, guidAt),
    rawTime: timeAt === null ? null : view.i64(timeAt),
    ...(systemAt === null ? {} : idsAt(view, systemAt, systemAt + 4)),
  };
}
