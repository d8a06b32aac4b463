import type { ByteSource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';

/** Offsets in the header of a buffer, in bytes. Oddities: format.md, "Buffer". */
const BUFFER = {
  size: 0x00, //        u32, the same in every buffer of a file
  saved: 0x04, //       u32, end of the events when the buffer was handed to the writer
  timestamp: 0x10, //   i64, of the session's clock
  sequence: 0x18, //    u64
  processor: 0x28, //   u16, or a byte and an alignment
  offset: 0x30, //      u32, end of the events in the file
  flags: 0x34, //       u16
  type: 0x36, //        u16
  events: 0x48, //      where events begin
} as const;

/** Bytes of a buffer's header. */
export const BUFFER_HEADER_BYTES = BUFFER.events;
/** What a session may ask for: a kilobyte to 16 MiB, in whole kilobytes. @source EVENT_TRACE_PROPERTIES, BufferSize. */
const BUFFER_BYTES_MIN = 1024;
export const BUFFER_BYTES_MAX = 16 * 1024 * 1024;
/** A file whose first header is lost is tried with powers of two up to this: more is set by nobody who traces updates. */
const LOOKED_FOR_BYTES_MAX = 1024 * 1024;

const FLAG_PROCESSOR_IS_WORD = 0x20;
const FLAG_COMPRESSED = 0x40;
const TYPE_MAX = 7;

export interface BufferHeader {
  /** Of the whole buffer, in bytes. */
  readonly sizeBytes: number;
  /** Where its events end, from its start, or `null` where both places that say it are damaged. */
  readonly eventsEnd: number | null;
  /** Counts buffers of a session; 0 in the one that describes the trace. */
  readonly sequence: bigint;
  readonly processor: number;
  readonly isCompressed: boolean;
}

/** Reads a buffer's header, or `null` where none can stand: the size is no size, or disagrees with the file's. */
export function readBufferHeader(view: ByteView, sizeBytes: number | null): BufferHeader | null {
  if (view.size < BUFFER.events) return null;
  const size = view.u32(BUFFER.size);
  if (!isBufferSize(size) || (sizeBytes !== null && size !== sizeBytes) || view.u16(BUFFER.type) > TYPE_MAX)
    return null;
  const flags = view.u16(BUFFER.flags);
  const ends = [view.u32(BUFFER.offset), view.u32(BUFFER.saved)];
  return {
    sizeBytes: size,
    eventsEnd: ends.find((end) => end >= BUFFER.events && end <= size) ?? null,
    sequence: view.bits64(BUFFER.sequence),
    processor: (flags & FLAG_PROCESSOR_IS_WORD) !== 0 ? view.u16(BUFFER.processor) : view.u8(BUFFER.processor),
    isCompressed: (flags & FLAG_COMPRESSED) !== 0,
  };
}

function isBufferSize(size: number): boolean {
  return size >= BUFFER_BYTES_MIN && size <= BUFFER_BYTES_MAX && size % BUFFER_BYTES_MIN === 0;
}

/** Size of a file's buffers in bytes, from the first header or, where that is lost, from the second; `null` if neither stands. */
export function findBufferSize(source: ByteSource): number | null {
  const first = headerAt(source, 0, null);
  if (first !== null) return first.sizeBytes;
  for (let size = BUFFER_BYTES_MIN; size <= LOOKED_FOR_BYTES_MAX; size *= 2) {
    if (headerAt(source, size, size) !== null) return size;
  }
  return null;
}

function headerAt(source: ByteSource, offset: number, sizeBytes: number | null): BufferHeader | null {
  if (offset + BUFFER.events > source.size) return null;
  return readBufferHeader(new ByteView(source.read(offset, BUFFER.events), offset), sizeBytes);
}
