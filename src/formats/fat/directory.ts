import type { ByteView } from '../../bytes/byte-view.js';
import type { Note } from '../../bytes/format-error.js';

/** Offsets in a folder's entry, in bytes. */
const ENTRY = {
  name: 0x00, //        11 bytes, blank-padded: 8 and 3
  flags: 0x0b, //       u8
  caseFlags: 0x0c, //   u8, Windows NT: which part is in lower case
  clusterHigh: 0x14, // u16
  time: 0x16, //        u16
  date: 0x18, //        u16
  clusterLow: 0x1a, //  u16
  dataSize: 0x1c, //    u32
  size: 0x20,
} as const;
/** Offsets in an entry that holds a part of a long name, in bytes. */
const LONG = { order: 0x00, checksum: 0x0d } as const;
/** Where the 13 units of such a part stand. */
const LONG_UNITS = [1, 3, 5, 7, 9, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x18, 0x1c, 0x1e] as const;
const FLAG = { volumeLabel: 0x08, directory: 0x10, longName: 0x0f, longNameMask: 0x3f } as const;
const MARK = { end: 0x00, deleted: 0xe5, standsForDeleted: 0x05 } as const;
const ORDER_LAST = 0x40;
const ORDER_MASK = 0x3f;
const LONG_PARTS_MAX = 20;
const CASE = { base: 0x08, extension: 0x10 } as const;

export interface FatDirectoryEntry {
  /** The long name, or the short one where there is none. */
  readonly name: string;
  readonly shortName: string;
  readonly isDirectory: boolean;
  readonly isVolumeLabel: boolean;
  readonly firstCluster: number;
  /** In bytes; 0 for folders. */
  readonly size: number;
  /** Local time of the writer, of unknown zone: `2025-04-08T17:02:10`. */
  readonly modified: string;
}

/**
 * Reads the entries of a folder, with its label, `.` and `..`; deleted ones are left out.
 *
 * @param view All bytes of the folder.
 * @param note Told of a long name that does not belong to the short one behind it; the short one is used.
 */
export function* readFatEntries(view: ByteView, note: Note): Generator<FatDirectoryEntry> {
  let long = new LongName();
  for (let at = 0; at + ENTRY.size <= view.size; at += ENTRY.size) {
    const mark = view.u8(at);
    if (mark === MARK.end) return;
    if (mark === MARK.deleted) {
      long = new LongName();
      continue;
    }
    if ((view.u8(at + ENTRY.flags) & FLAG.longNameMask) === FLAG.longName) {
      long.add(view, at);
      continue;
    }
    const longName = long.finish(view, at);
    if (longName === undefined) note(view.error('bad-checksum', 'fat.longName', at, 'a name of the entry behind it'));
    yield readEntry(view, at, longName ?? null);
    long = new LongName();
  }
}

/** Parts come last first, each with the checksum of the short name that they belong to. */
class LongName {
  readonly #parts: string[] = [];
  #expected = 0;
  #checksum = -1;
  #isBroken = false;

  add(view: ByteView, at: number): void {
    const order = view.u8(at + LONG.order);
    const checksum = view.u8(at + LONG.checksum);
    if ((order & ORDER_LAST) !== 0) {
      this.#parts.length = 0;
      this.#expected = order & ORDER_MASK;
      this.#checksum = checksum;
      this.#isBroken = this.#expected === 0 || this.#expected > LONG_PARTS_MAX;
    } else if ((order & ORDER_MASK) !== this.#expected || checksum !== this.#checksum) this.#isBroken = true;
    this.#expected = (order & ORDER_MASK) - 1;
    this.#parts.unshift(LONG_UNITS.map((unit) => String.fromCharCode(view.u16(at + unit))).join(''));
  }

  /** The name, `null` if there were no parts, `undefined` if they do not belong to the short name at `at`. */
  finish(view: ByteView, at: number): string | null | undefined {
    if (this.#parts.length === 0 && !this.#isBroken) return null;
    let sum = 0;
    for (let i = 0; i < 11; i++) sum = (((sum & 1) << 7) + (sum >> 1) + view.u8(at + i)) & 0xff;
    if (this.#isBroken || this.#expected !== 0 || sum !== this.#checksum) return undefined;
    return this.#parts.join('').replace(/\0.*$/s, '');
  }
}

function readEntry(view: ByteView, at: number, longName: string | null): FatDirectoryEntry {
  const flags = view.u8(at + ENTRY.flags);
  const isVolumeLabel = (flags & FLAG.volumeLabel) !== 0;
  const shortName = readShortName(view, at, isVolumeLabel);
  return {
    name: longName ?? shortName,
    shortName,
    isDirectory: (flags & FLAG.directory) !== 0,
    isVolumeLabel,
    firstCluster: view.u16(at + ENTRY.clusterHigh) * 65536 + view.u16(at + ENTRY.clusterLow),
    size: view.u32(at + ENTRY.dataSize),
    modified: readTime(view.u16(at + ENTRY.date), view.u16(at + ENTRY.time)),
  };
}

/** Bytes beyond ASCII are in the code page of whoever wrote them, which nothing names: they are shown as Latin-1. */
function readShortName(view: ByteView, at: number, isLabel: boolean): string {
  let raw = '';
  for (let i = 0; i < 11; i++) {
    const byte = view.u8(at + i);
    raw += String.fromCharCode(i === 0 && byte === MARK.standsForDeleted ? MARK.deleted : byte);
  }
  if (isLabel) return raw.trimEnd();
  const caseFlags = view.u8(at + ENTRY.caseFlags);
  const base = raw.slice(0, 8).trimEnd();
  const extension = raw.slice(8).trimEnd();
  const shown = (caseFlags & CASE.base) === 0 ? base : base.toLowerCase();
  if (extension === '') return shown;
  return `${shown}.${(caseFlags & CASE.extension) === 0 ? extension : extension.toLowerCase()}`;
}

function readTime(date: number, time: number): string {
  const two = (value: number) => value.toString().padStart(2, '0');
  const day = `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`;
  return `${day}T${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`;
}
