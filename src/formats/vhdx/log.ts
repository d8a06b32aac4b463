import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import { NIL_GUID, readGuid } from '../../bytes/guid.js';
import { type VhdxHeader, verifyVhdxBlock } from './header.js';
import { LOG_SECTOR_SIZE, OverlaySource } from './overlay.js';

/** Offsets in a log entry's header, in bytes. */
const ENTRY = {
  signature: 0x00, //         4 letters, "loge"
  entryLength: 0x08, //       u32, a multiple of 4096
  tail: 0x0c, //              u32, where in the log the oldest entry still needed starts
  sequenceNumber: 0x10, //    u64
  descriptorCount: 0x18, //   u32
  logGuid: 0x20, //           16 bytes
  flushedFileOffset: 0x30, // u64, the file was at least this long
  lastFileOffset: 0x38, //    u64, and is to be at least this long
  descriptors: 0x40,
} as const;
/** Offsets in a descriptor; both kinds have the same size. */
const DESCRIPTOR = {
  trailingBytes: 0x04, // data: the last 4 bytes of the sector
  leadingBytes: 0x08, //  data: the first 8 bytes; zero: u64, the length
  fileOffset: 0x10, //    u64
  sequenceNumber: 0x18, //u64
  size: 0x20,
} as const;
/** Offsets in a data sector, which lends its first 8 and last 4 bytes to checks. */
const DATA = { sequenceHigh: 0x04, content: 0x08, sequenceLow: 0xffc } as const;

/** Hyper-V and qemu write logs of 1 MiB. */
export const VHDX_LOG_BYTES_MAX = 32 * 1024 * 1024;
/** Zeroing is rare, and each is laid over all that came before. */
export const VHDX_LOG_ZEROS_MAX = 4096;
/** Entries do not overlap, so that a sound log is checked once; stale remains may ask for a little more. */
const CHECKED_BYTES_MAX_RATIO = 4;

interface LogEntry {
  readonly offset: number;
  readonly view: ByteView;
  readonly tail: number;
  readonly sequenceNumber: bigint;
}

/**
 * Replays what a crash left in the log, in memory: the file is not touched.
 *
 * @returns The file as it stands after replay; the file itself where the log is empty.
 * @throws {FormatError} `bad-range` (`vhdx.log`) if the log must be replayed and holds no whole sequence; `truncated` if
 *   the file is shorter than the log knows it was; `over-limit`; `unsupported` for another log version.
 * @source MS-VHDX 2.3.
 */
export function replayVhdxLog(source: ByteSource, header: VhdxHeader): ByteSource {
  if (header.logGuid === NIL_GUID) return source;
  const { logOffset, logLength } = header;
  const refuse = (fault: 'bad-range' | 'unsupported' | 'over-limit', wanted: string | number, found: string | number) =>
    new FormatError(fault, { what: 'vhdx.log', sourceOffset: logOffset, expected: wanted, actual: found });
  if (header.logVersion !== 0) throw refuse('unsupported', 'version 0', header.logVersion);
  if (logLength > VHDX_LOG_BYTES_MAX) throw refuse('over-limit', `<= ${VHDX_LOG_BYTES_MAX} bytes`, logLength);
  if (logLength % LOG_SECTOR_SIZE !== 0) throw refuse('bad-range', 'whole sectors', logLength);

  const log = viewOf(source, logOffset, logLength, 'vhdx.log');
  const sequence = activeSequence(readEntries(log, header.logGuid), logLength);
  const newest = sequence.at(-1);
  if (newest === undefined) throw refuse('bad-range', 'a whole sequence of entries', 'none');

  const flushed = newest.view.u64(ENTRY.flushedFileOffset, 'vhdx.log.flushedFileOffset');
  if (source.size < flushed) {
    throw newest.view.error('truncated', 'vhdx.log.flushedFileOffset', ENTRY.flushedFileOffset, flushed, source.size);
  }
  const overlay = new OverlaySource(source, newest.view.u64(ENTRY.lastFileOffset, 'vhdx.log.lastFileOffset'));
  let zeroCount = 0;
  for (const entry of sequence) {
    zeroCount += replay(entry, overlay);
    if (zeroCount > VHDX_LOG_ZEROS_MAX) throw refuse('over-limit', `<= ${VHDX_LOG_ZEROS_MAX} zeroings`, zeroCount);
  }
  return overlay;
}

/** Every sound entry, by where it starts in the log. */
function readEntries(log: ByteView, logGuid: string): Map<number, LogEntry> {
  const entries = new Map<number, LogEntry>();
  let checkedBytes = 0;
  for (let offset = 0; offset < log.size; offset += LOG_SECTOR_SIZE) {
    if (log.ascii(offset + ENTRY.signature, 4) !== 'loge' || readGuid(log, offset + ENTRY.logGuid) !== logGuid)
      continue;
    const length = log.u32(offset + ENTRY.entryLength);
    if (length === 0 || length % LOG_SECTOR_SIZE !== 0 || length > log.size) continue;
    checkedBytes += length;
    if (checkedBytes > log.size * CHECKED_BYTES_MAX_RATIO) {
      throw log.error('over-limit', 'vhdx.log', offset, 'entries side by side', 'entries over one another');
    }
    const entry = readEntry(log, offset, length);
    if (entry !== null) entries.set(offset, entry);
  }
  return entries;
}

function readEntry(log: ByteView, offset: number, length: number): LogEntry | null {
  const view = ring(log, offset, length);
  try {
    verifyVhdxBlock(view, 'loge', 'vhdx.log.entry');
  } catch (error) {
    if (error instanceof FormatError) return null; // remains of an older round, or the entry that the crash cut off
    throw error;
  }
  return { offset, view, tail: view.u32(ENTRY.tail), sequenceNumber: view.bits64(ENTRY.sequenceNumber) };
}

/** Bytes of the log, which goes on at its start where it ends. */
function ring(log: ByteView, offset: number, length: number): ByteView {
  if (offset + length <= log.size) return log.slice(offset, length, 'vhdx.log.entry');
  const joined = new Uint8Array(length);
  joined.set(log.bytes.subarray(offset));
  joined.set(log.bytes.subarray(0, length - (log.size - offset)), log.size - offset);
  return new ByteView(joined, log.sourceOffset + offset);
}

/** The newest entry from whose tail on every entry stands, oldest first; empty if there is none. */
function activeSequence(entries: ReadonlyMap<number, LogEntry>, logSize: number): LogEntry[] {
  const heads = [...entries.values()].sort((a, b) => (a.sequenceNumber < b.sequenceNumber ? 1 : -1));
  for (const head of heads) {
    const sequence: LogEntry[] = [];
    let entry = entries.get(head.tail);
    while (entry !== undefined) {
      sequence.push(entry);
      if (entry === head) return sequence;
      const next: LogEntry | undefined = entries.get((entry.offset + entry.view.size) % logSize);
      entry = next?.sequenceNumber === entry.sequenceNumber + 1n ? next : undefined;
    }
  }
  return [];
}

/** Lays one entry over the file. @returns How many zeroings it asked for. */
function replay(entry: LogEntry, overlay: OverlaySource): number {
  const { view } = entry;
  const count = view.u32(ENTRY.descriptorCount);
  const descriptorsEnd = ENTRY.descriptors + count * DESCRIPTOR.size;
  view.need(0, descriptorsEnd, 'vhdx.log.descriptorCount');
  let dataAt = Math.ceil(descriptorsEnd / LOG_SECTOR_SIZE) * LOG_SECTOR_SIZE;
  let zeroCount = 0;
  for (let index = 0; index < count; index++) {
    const at = ENTRY.descriptors + index * DESCRIPTOR.size;
    const fileOffset = view.u64(at + DESCRIPTOR.fileOffset, 'vhdx.log.fileOffset');
    if (fileOffset % LOG_SECTOR_SIZE !== 0) {
      throw view.error('bad-range', 'vhdx.log.fileOffset', at + DESCRIPTOR.fileOffset, 'whole sectors', fileOffset);
    }
    if (view.bits64(at + DESCRIPTOR.sequenceNumber) !== entry.sequenceNumber) {
      throw view.error('bad-range', 'vhdx.log.descriptor', at, 'the sequence number of its entry');
    }
    const kind = view.ascii(at, 4);
    if (kind === 'zero') {
      zeroCount++;
      overlay.zero(fileOffset, view.u64(at + DESCRIPTOR.leadingBytes, 'vhdx.log.zeroLength'));
    } else if (kind === 'desc') {
      overlay.write(fileOffset, dataSector(entry, at, dataAt));
      dataAt += LOG_SECTOR_SIZE;
    } else {
      throw view.error('bad-magic', 'vhdx.log.descriptor', at, 'zero or desc', kind);
    }
  }
  return zeroCount;
}

function dataSector(entry: LogEntry, descriptorAt: number, dataAt: number): Uint8Array {
  const { view } = entry;
  view.need(dataAt, LOG_SECTOR_SIZE, 'vhdx.log.data');
  const high = BigInt(view.u32(dataAt + DATA.sequenceHigh));
  const sequenceNumber = (high << 32n) | BigInt(view.u32(dataAt + DATA.sequenceLow));
  if (view.ascii(dataAt, 4) !== 'data' || sequenceNumber !== entry.sequenceNumber) {
    throw view.error('bad-magic', 'vhdx.log.data', dataAt, 'a data sector of this entry');
  }
  const sector = view.bytes.slice(dataAt, dataAt + LOG_SECTOR_SIZE);
  const leading = descriptorAt + DESCRIPTOR.leadingBytes;
  const trailing = descriptorAt + DESCRIPTOR.trailingBytes;
  sector.set(view.bytes.subarray(leading, leading + DATA.content), 0);
  sector.set(view.bytes.subarray(trailing, trailing + LOG_SECTOR_SIZE - DATA.sequenceLow), DATA.sequenceLow);
  return sector;
}
