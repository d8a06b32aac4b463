import type { ByteView } from '../../bytes/byte-view.js';
import { type ClockKind, clockKindOf } from './clock.js';

/** Offsets in `TRACE_LOGFILE_HEADER` as 64-bit Windows writes it, in bytes. Oddities: format.md, "Trace header". */
const HEADER = {
  bufferSize: 0x00, //    u32
  version: 0x04, //       4 bytes: major and minor version of Windows, and of the header
  build: 0x08, //         u32, of Windows
  processorCount: 0x0c, // u32
  endTime: 0x10, //       FILETIME; 0 while the session runs
  mode: 0x20, //          u32
  bufferCount: 0x24, //   u32
  pointerSize: 0x2c, //   u32
  eventsLost: 0x30, //    u32
  megahertz: 0x34, //     u32
  pointers: 0x38, //      two pointers, of no use in a file; then all that follows moves with their width
  sizeMin: 0x110, //      of the narrower header, to the end of what is read
} as const;
/** From the end of the two pointers. */
const TAIL = {
  bias: 0x00, //          i32, minutes; the zone is 172 bytes, then filled up to a multiple of 8
  zoneBytes: 0xac,
  bootTime: 0x00, //      FILETIME, from the end of the zone, as are the next
  frequency: 0x08, //     i64
  startTime: 0x10, //     FILETIME
  clock: 0x18, //         u32
  buffersLost: 0x1c, //   u32
  names: 0x20, //         session and file, UTF-16, each with a NUL
} as const;
const POINTER_SIZES = [4, 8];
const MODE_CIRCULAR = 0x2;

/** What a trace says of itself in its first event. */
export interface TraceHeader {
  readonly sessionName: string;
  /** Path of the file as the session knew it. */
  readonly fileName: string;
  /** Build of the Windows that traced. */
  readonly build: number;
  readonly processorCount: number;
  readonly pointerBytes: 4 | 8;
  readonly clock: ClockKind;
  /** Ticks of the performance counter in a second. */
  readonly frequency: bigint;
  readonly megahertz: number;
  /** FILETIMEs. */
  readonly bootTime: bigint;
  readonly startTime: bigint;
  /** `null` in a file that was copied while the session ran. */
  readonly endTime: bigint | null;
  /** Local time minus UTC in minutes, standard time. */
  readonly zoneMinutes: number;
  readonly isCircular: boolean;
  /** Of the whole file, itself included; 1 in a file that was copied while the session ran. */
  readonly bufferCount: number;
  readonly buffersLost: number;
  readonly eventsLost: number;
}

/**
 * Reads the description of a trace: the payload of its first event.
 *
 * @throws {FormatError} `truncated`; `unsupported` for pointers of another width than 4 or 8.
 * @source TRACE_LOGFILE_HEADER in EVNTRACE.H of the Windows SDK.
 */
export function readTraceHeader(view: ByteView): TraceHeader {
  view.need(0, HEADER.sizeMin, 'etl.traceHeader');
  const pointerBytes = view.u32(HEADER.pointerSize);
  if (!isPointerSize(pointerBytes)) {
    throw view.error(
      'unsupported',
      'etl.traceHeader.pointerSize',
      HEADER.pointerSize,
      POINTER_SIZES.join(' or '),
      pointerBytes,
    );
  }
  const zone = HEADER.pointers + 2 * pointerBytes;
  const tail = Math.ceil((zone + TAIL.zoneBytes) / 8) * 8;
  view.need(tail, TAIL.names, 'etl.traceHeader');
  const namesUnits = (view.size - tail - TAIL.names) >> 1;
  const sessionName = view.utf16(tail + TAIL.names, namesUnits);
  const fileAt = tail + TAIL.names + Math.min(namesUnits, sessionName.length + 1) * 2;
  const endTime = view.i64(HEADER.endTime);
  return {
    sessionName,
    fileName: view.utf16(fileAt, (view.size - fileAt) >> 1),
    build: view.u32(HEADER.build),
    processorCount: view.u32(HEADER.processorCount),
    pointerBytes,
    clock: clockKindOf(view.u32(tail + TAIL.clock)),
    frequency: view.i64(tail + TAIL.frequency),
    megahertz: view.u32(HEADER.megahertz),
    bootTime: view.i64(tail + TAIL.bootTime),
    startTime: view.i64(tail + TAIL.startTime),
    endTime: endTime === 0n ? null : endTime,
    zoneMinutes: 0 - view.i32(zone + TAIL.bias),
    isCircular: (view.u32(HEADER.mode) & MODE_CIRCULAR) !== 0,
    bufferCount: view.u32(HEADER.bufferCount),
    buffersLost: view.u32(tail + TAIL.buffersLost),
    eventsLost: view.u32(HEADER.eventsLost),
  };
}

function isPointerSize(bytes: number): bytes is 4 | 8 {
  return POINTER_SIZES.includes(bytes);
}
