import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';

/** Offsets in the header. What stands behind it depends on the flags. */
const HEADER = {
  magic: 0, //        4 bytes
  size: 8, //         u32, of the cabinet
  files: 16, //       u32, where the file entries begin
  minor: 24, //       u8
  major: 25, //       u8
  folderCount: 26, // u16
  fileCount: 28, //   u16
  flags: 30, //       u16
  setId: 32, //       u16
  setIndex: 34, //    u16, from 0
  end: 36,
} as const;
const MAGIC = 0x4643534d;
const MAJOR = 1;
const FLAG = { previous: 1, next: 2, reserve: 4 } as const;
/** Offsets in the sizes of reserved fields. */
const RESERVE = { header: 0, folder: 2, data: 3, size: 4 } as const;

/** Offsets in a folder entry. */
const FOLDER = { data: 0, blockCount: 4, compression: 6, size: 8 } as const;
const COMPRESSIONS: readonly CabCompression[] = ['none', 'mszip', 'quantum', 'lzx'];
const LZX_WINDOW = { min: 15, max: 21 } as const;

/** Offsets in a file entry; its name follows, NUL-ended. */
const FILE = { size: 0, start: 4, folder: 8, date: 10, time: 12, attributes: 14, name: 16 } as const;
const NAME_IS_UTF8 = 0x80;
/** Folder numbers that point into another cabinet of the set. */
const FOLDER_SPANS_FROM = 0xfffd;
/** Names are 256 bytes at most, with their NUL. */
const NAME_SIZE_MAX = 256;

export type CabCompression = 'none' | 'mszip' | 'quantum' | 'lzx';

export interface CabFolder {
  readonly index: number;
  readonly compression: CabCompression;
  /** Window of LZX, else 0. */
  readonly windowBits: number;
  /** Where its first block stands in the cabinet. */
  readonly dataOffset: number;
  readonly blockCount: number;
}

export interface CabFile {
  /** As stored, `\` between folders. Names without the UTF-8 mark are read as Latin-1: their code page is not stored. */
  readonly name: string;
  readonly size: number;
  /** Where its bytes begin in the unpacked folder. */
  readonly start: number;
  /** Number of the folder; `null` for a file that begins or ends in another cabinet of the set. */
  readonly folder: number | null;
  /** Local time of the machine that made the cabinet, `2025-04-08T17:02:10`; `null` where it is no date. */
  readonly modified: string | null;
  /** 0x01 read-only, 0x02 hidden, 0x04 system, 0x20 archive. */
  readonly attributes: number;
}

export interface CabHeader {
  readonly size: number;
  readonly setId: number;
  readonly setIndex: number;
  /** Names of the neighbours in a set; `null` where there is none. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Reserved bytes before the data of each block. */
  readonly blockReserve: number;
  readonly folders: readonly CabFolder[];
  readonly files: readonly CabFile[];
}

/** First bytes of a cabinet. */
export function isCab(head: Uint8Array): boolean {
  return head.length >= 4 && (head[0] | (head[1] << 8) | (head[2] << 16) | (head[3] << 24)) === MAGIC;
}

/**
 * Reads the header, the folders and the files of a cabinet.
 *
 * @param note Told of files that are left out: their entry cannot be true.
 * @throws {FormatError} `bad-magic`, `truncated`, `unsupported` for another version.
 * @source MS-CAB.
 */
export function readCabHeader(source: ByteSource, note: Note): CabHeader {
  const view = viewOf(source, 0, HEADER.end, 'cab.header');
  if (!isCab(view.bytes))
    throw view.error('bad-magic', 'cab.header.magic', HEADER.magic, 'MSCF', view.u32(HEADER.magic));
  const major = view.u8(HEADER.major);
  if (major !== MAJOR) throw view.error('unsupported', 'cab.header.version', HEADER.major, MAJOR, major);
  const size = view.u32(HEADER.size);
  if (size > source.size) note(view.error('truncated', 'cab', HEADER.size, `${size} bytes`, source.size));
  const flags = view.u16(HEADER.flags);

  const reader = new EntryReader(source, HEADER.end);
  let reserve = { header: 0, folder: 0, data: 0 };
  if (flags & FLAG.reserve) {
    const sizes = reader.take(RESERVE.size, 'cab.header.reserve');
    reserve = { header: sizes.u16(RESERVE.header), folder: sizes.u8(RESERVE.folder), data: sizes.u8(RESERVE.data) };
    reader.take(reserve.header, 'cab.header.reserve');
  }
  const neighbour = () => {
    const name = reader.name('cab.header.neighbour', false);
    reader.name('cab.header.neighbour', false); // the disk's label
    return name;
  };
  const previous = flags & FLAG.previous ? neighbour() : null;
  const next = flags & FLAG.next ? neighbour() : null;

  const folders = Array.from({ length: view.u16(HEADER.folderCount) }, (_, index) => {
    return readFolder(reader.take(FOLDER.size + reserve.folder, 'cab.folder'), index);
  });
  const fileCount = view.u16(HEADER.fileCount);
  if (fileCount === 0) note(view.error('bad-range', 'cab.header.fileCount', HEADER.fileCount, 'a file', 0));
  const files = readFiles(new EntryReader(source, view.u32(HEADER.files)), fileCount, folders, note);
  return {
    size,
    setId: view.u16(HEADER.setId),
    setIndex: view.u16(HEADER.setIndex),
    previous,
    next,
    blockReserve: reserve.data,
    folders,
    files,
  };
}

function readFolder(view: ByteView, index: number): CabFolder {
  const kind = view.u16(FOLDER.compression);
  const compression = COMPRESSIONS[kind & 15];
  if (compression === undefined) {
    throw view.error('unsupported', 'cab.folder.compression', FOLDER.compression, '0 to 3', kind & 15);
  }
  const windowBits = compression === 'lzx' ? (kind >> 8) & 31 : 0;
  if (compression === 'lzx' && (windowBits < LZX_WINDOW.min || windowBits > LZX_WINDOW.max)) {
    const expected = `${LZX_WINDOW.min} to ${LZX_WINDOW.max}`;
    throw view.error('bad-range', 'cab.folder.windowBits', FOLDER.compression, expected, windowBits);
  }
  return { index, compression, windowBits, dataOffset: view.u32(FOLDER.data), blockCount: view.u16(FOLDER.blockCount) };
}

/** An entry that cannot be read ends the list, since the next begins where it ends. */
function readFiles(reader: EntryReader, count: number, folders: readonly CabFolder[], note: Note): CabFile[] {
  const files: CabFile[] = [];
  try {
    for (let i = 0; i < count; i++) {
      const view = reader.take(FILE.name, 'cab.file');
      const attributes = view.u16(FILE.attributes);
      const name = reader.name('cab.file.name', (attributes & NAME_IS_UTF8) !== 0);
      const folder = view.u16(FILE.folder);
      if (folder < FOLDER_SPANS_FROM && folder >= folders.length) {
        note(view.error('bad-range', 'cab.file.folder', FILE.folder, `< ${folders.length}`, folder));
        continue;
      }
      files.push({
        name,
        size: view.u32(FILE.size),
        start: view.u32(FILE.start),
        folder: folder >= FOLDER_SPANS_FROM ? null : folder,
        modified: dosTime(view.u16(FILE.date), view.u16(FILE.time)),
        attributes: attributes & ~NAME_IS_UTF8,
      });
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
  }
  return files;
}

/** Date and time as DOS packs them; `null` for a day that no calendar has. */
function dosTime(date: number, time: number): string | null {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

const utf8 = new TextDecoder('utf-8');

/** Reads entries one after another. */
class EntryReader {
  readonly #source: ByteSource;
  #at: number;

  constructor(source: ByteSource, start: number) {
    this.#source = source;
    this.#at = start;
  }

  take(length: number, what: string): ByteView {
    const view = viewOf(this.#source, this.#at, length, what);
    this.#at += length;
    return view;
  }

  name(what: string, isUtf8: boolean): string {
    const room = Math.min(NAME_SIZE_MAX, Math.max(0, this.#source.size - this.#at));
    const view = viewOf(this.#source, this.#at, room, what);
    const length = view.bytes.indexOf(0);
    if (length < 0) throw view.error('truncated', what, 0, `a NUL in ${NAME_SIZE_MAX} bytes`, 'none');
    this.#at += length + 1;
    const bytes = view.bytes.subarray(0, length);
    return isUtf8 ? utf8.decode(bytes) : view.ascii(0, length);
  }
}
