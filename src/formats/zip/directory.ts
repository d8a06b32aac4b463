import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { MEMBERS_MAX } from '../../bytes/limits.js';

/** Offsets in the end of the central directory. */
const END = { magic: 0, disk: 4, entryCount: 10, size: 12, offset: 16, commentSize: 20, length: 22 } as const;
const END_MAGIC = 0x06054b50;
const COMMENT_SIZE_MAX = 0xffff;
/** Offsets in the pointer to the wide end, which stands right before the end, and in that. */
const LOCATOR = { magic: 0, offset: 8, length: 20 } as const;
const LOCATOR_MAGIC = 0x07064b50;
const WIDE_END = { magic: 0, entryCount: 32, size: 40, offset: 48, length: 56 } as const;
const WIDE_END_MAGIC = 0x06064b50;
/** Offsets in an entry of the central directory; name, extra fields and comment follow. */
const ENTRY = {
  ...{ magic: 0, flags: 8, method: 10, time: 12, date: 14, crc32: 16, packedSize: 20, size: 24 },
  ...{ nameSize: 28, extraSize: 30, commentSize: 32, localOffset: 42, length: 46 },
} as const;
const ENTRY_MAGIC = 0x02014b50;
const FLAG = { encrypted: 1, utf8: 0x800 } as const;
const EXTRA_WIDE = 1;
const ESCAPED = 0xffff_ffff;
/** Names of as many members as are looked at, at 300 bytes each. */
const DIRECTORY_BYTES_MAX = MEMBERS_MAX * 300;

export interface ZipEntry {
  /** As stored. Names without the UTF-8 mark are read as Latin-1: their code page is not stored. */
  readonly path: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly localOffset: number;
  /** Local time of the machine that made the archive, `2025-04-08T17:02:10`; `null` where it is no date. */
  readonly modified: string | null;
}

/**
 * Reads the central directory.
 *
 * @param note Told where it breaks off: the entries before that are given.
 * @throws {FormatError} `truncated` where there is none; `over-limit` for one too large.
 * @source APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16.
 */
export function readZipDirectory(source: ByteSource, note: Note): ZipEntry[] {
  const { offset, size, entryCount } = readEnd(source);
  if (entryCount > MEMBERS_MAX) throw failure('over-limit', 'zip.members', offset, `<= ${MEMBERS_MAX}`, entryCount);
  if (size > DIRECTORY_BYTES_MAX)
    throw failure('over-limit', 'zip.centralDirectory', offset, `<= ${DIRECTORY_BYTES_MAX}`, size);
  const view = viewOf(source, offset, size, 'zip.centralDirectory');
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < entryCount; ) {
    try {
      const { entry, length } = readEntry(view, at);
      entries.push(entry);
      at += length;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      note(error);
      break;
    }
  }
  return entries;
}

function readEnd(source: ByteSource): { offset: number; size: number; entryCount: number } {
  const tailSize = Math.min(source.size, END.length + COMMENT_SIZE_MAX);
  const tail = viewOf(source, source.size - tailSize, tailSize, 'zip.end');
  const at = findEnd(tail);
  if (at < 0) throw failure('truncated', 'zip.centralDirectory', source.size, 'its end', 'none');
  const wide = at >= LOCATOR.length && tail.u32(at - LOCATOR.length) === LOCATOR_MAGIC;
  if (wide) {
    const wideAt = tail.u64(at - LOCATOR.length + LOCATOR.offset, 'zip.locator.offset');
    const view = viewOf(source, wideAt, WIDE_END.length, 'zip.wideEnd');
    if (view.u32(WIDE_END.magic) !== WIDE_END_MAGIC) throw view.error('bad-magic', 'zip.wideEnd', 0);
    return {
      offset: view.u64(WIDE_END.offset, 'zip.wideEnd.offset'),
      size: view.u64(WIDE_END.size, 'zip.wideEnd.size'),
      entryCount: view.u64(WIDE_END.entryCount, 'zip.wideEnd.entryCount'),
    };
  }
  if (tail.u16(at + END.disk) !== 0) throw tail.error('unsupported', 'zip.end.disk', at, 0, tail.u16(at + END.disk));
  return {
    offset: tail.u32(at + END.offset),
    size: tail.u32(at + END.size),
    entryCount: tail.u16(at + END.entryCount),
  };
}

/** The last end whose comment reaches to the end of the file; else the last, with something behind it; -1 for none. */
function findEnd(tail: ByteView): number {
  let last = -1;
  for (let at = tail.size - END.length; at >= 0; at--) {
    if (tail.u32(at) !== END_MAGIC) continue;
    if (at + END.length + tail.u16(at + END.commentSize) === tail.size) return at;
    if (last < 0) last = at;
  }
  return last;
}

function readEntry(view: ByteView, at: number): { entry: ZipEntry; length: number } {
  view.need(at, ENTRY.length, 'zip.entry');
  if (view.u32(at + ENTRY.magic) !== ENTRY_MAGIC) throw view.error('bad-magic', 'zip.entry', at);
  const nameSize = view.u16(at + ENTRY.nameSize);
  const extraSize = view.u16(at + ENTRY.extraSize);
  const length = ENTRY.length + nameSize + extraSize + view.u16(at + ENTRY.commentSize);
  view.need(at, length, 'zip.entry');
  const flags = view.u16(at + ENTRY.flags);
  const name = view.bytes.subarray(at + ENTRY.length, at + ENTRY.length + nameSize);
  const wide = wideNumbers(view, at + ENTRY.length + nameSize, extraSize);
  const number = (field: number, what: string) => {
    const value = view.u32(at + field);
    return value === ESCAPED ? wide(what, value) : value;
  };
  const entry = {
    path: (flags & FLAG.utf8) !== 0 ? new TextDecoder().decode(name) : String.fromCharCode(...name),
    method: view.u16(at + ENTRY.method),
    isEncrypted: (flags & FLAG.encrypted) !== 0,
    crc32: view.u32(at + ENTRY.crc32),
    size: number(ENTRY.size, 'zip.entry.size'), // in the order in which the wide field holds them
    packedSize: number(ENTRY.packedSize, 'zip.entry.packedSize'),
    localOffset: number(ENTRY.localOffset, 'zip.entry.localOffset'),
    modified: readTime(view.u16(at + ENTRY.date), view.u16(at + ENTRY.time)),
  };
  return { entry, length };
}

/** Gives the numbers of the wide field one after another; `plain` where there is no such field. */
function wideNumbers(view: ByteView, start: number, size: number): (what: string, plain: number) => number {
  for (let at = start; at + 4 <= start + size; at += 4 + view.u16(at + 2)) {
    if (view.u16(at) !== EXTRA_WIDE) continue;
    const end = Math.min(at + 4 + view.u16(at + 2), start + size);
    let next = at + 4;
    return (what, plain) => {
      if (next + 8 > end) return plain;
      next += 8;
      return view.u64(next - 8, what);
    };
  }
  return (_, plain) => plain;
}

function readTime(date: number, time: number): string | null {
  const [month, day, hour, minute, second] = [
    ...[(date >> 5) & 15, date & 31, time >> 11],
    ...[(time >> 5) & 63, (time & 31) * 2],
  ] as [number, number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${1980 + (date >> 9)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

function failure(
  fault: 'truncated' | 'over-limit',
  what: string,
  sourceOffset: number,
  expected: string,
  actual: string | number,
): FormatError {
  return new FormatError(fault, { what, sourceOffset, expected, actual });
}
