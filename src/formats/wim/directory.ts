import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { hexOf, type ResourceTable, SHA1_SIZE } from './resource-table.js';

/** Offsets in one directory entry of an image's metadata, in bytes. Oddities: format.md, "Directory entry". */
const ENTRY = {
  length: 0, //           u64, of the entry with its names; 0 ends a directory
  attributes: 8, //       u32
  securityId: 12, //      i32, -1 for none
  children: 16, //        u64, where the directory's entries stand in the metadata; 0 for none
  creationTime: 40, //    FILETIME
  lastAccessTime: 48, //  FILETIME
  lastWriteTime: 56, //   FILETIME
  sha1: 64, //            20 bytes, of the unnamed stream; zero where it is empty
  reparseTag: 88, //      u32, where the attributes say so
  hardLinkGroup: 88, //   u64, where they do not
  streamCount: 96, //     u16, further streams behind the entry
  shortNameSize: 98, //   u16, in bytes, without the NUL
  nameSize: 100, //       u16, in bytes, without the NUL
  name: 102, //           UTF-16LE, then a NUL if not empty, then the short name likewise
} as const;

/** Offsets in one stream entry. */
const STREAM = {
  length: 0, //   u64, with the name
  sha1: 16, //    20 bytes
  nameSize: 36, // u16, in bytes
  name: 38,
} as const;

/** The security data before the root: its own size, then what we skip. */
const SECURITY_SIZE_AT = 0;
const ALIGNMENT = 8;

const ATTRIBUTE_DIRECTORY = 0x10;
const ATTRIBUTE_REPARSE = 0x400;
/** UTF-16 units of a path, as Windows has it. Bounds the depth of folders as well. */
const PATH_UNITS_MAX = 32767;

const UNSAFE_NAME = /^\.{0,2}$|[\\/\0]/;

const align = (offset: number) => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

export interface WimStream {
  /** Empty for the unnamed stream. */
  readonly name: string;
  readonly isReparseData: boolean;
  /** Entry in the resource table; -1 where the stream is empty or its blob is missing. */
  readonly blobIndex: number;
  /** `null` for an empty stream. */
  readonly sha1: string | null;
  readonly size: number;
}

/** One file or folder of an image. Names, times and hashes are decoded when asked for. */
export class WimEntry {
  /** Path from the root with `\` between, no leading one; empty for the root. */
  readonly path: string;
  readonly name: string;
  readonly #view: ByteView;
  readonly #at: number;
  readonly #table: ResourceTable;
  #streams: readonly WimStream[] | undefined;

  constructor(view: ByteView, at: number, parent: string, table: ResourceTable) {
    this.#view = view;
    this.#at = at;
    this.#table = table;
    this.name = view.utf16Whole(at + ENTRY.name, view.u16(at + ENTRY.nameSize) >> 1);
    this.path = parent === '' ? this.name : `${parent}\\${this.name}`;
  }

  get shortName(): string {
    const nameSize = this.#view.u16(this.#at + ENTRY.nameSize);
    const at = this.#at + ENTRY.name + (nameSize === 0 ? 0 : nameSize + 2);
    return this.#view.utf16Whole(at, this.#view.u16(this.#at + ENTRY.shortNameSize) >> 1);
  }

  get attributes(): number {
    return this.#view.u32(this.#at + ENTRY.attributes);
  }

  get isDirectory(): boolean {
    return (this.attributes & (ATTRIBUTE_DIRECTORY | ATTRIBUTE_REPARSE)) === ATTRIBUTE_DIRECTORY;
  }

  /** The tag of a reparse point; `null` for others. */
  get reparseTag(): number | null {
    return (this.attributes & ATTRIBUTE_REPARSE) === 0 ? null : this.#view.u32(this.#at + ENTRY.reparseTag);
  }

  /** Entries with one such number are names of one file; 0 for a file with one name. */
  get hardLinkGroup(): bigint {
    return this.reparseTag === null ? this.#view.bits64(this.#at + ENTRY.hardLinkGroup) : 0n;
  }

  /** Number of the security descriptor in the metadata; -1 for none. */
  get securityId(): number {
    return this.#view.i32(this.#at + ENTRY.securityId);
  }

  /** FILETIMEs. */
  get creationTime(): bigint {
    return this.#view.bits64(this.#at + ENTRY.creationTime);
  }

  get lastAccessTime(): bigint {
    return this.#view.bits64(this.#at + ENTRY.lastAccessTime);
  }

  get lastWriteTime(): bigint {
    return this.#view.bits64(this.#at + ENTRY.lastWriteTime);
  }

  /** All streams: the unnamed one, named ones, and the data of a reparse point. */
  get streams(): readonly WimStream[] {
    this.#streams ??= this.#readStreams();
    return this.#streams;
  }

  /** The file's bytes; `null` for a folder, a link or an empty file. */
  get data(): WimStream | null {
    const stream = this.streams.find((each) => each.name === '' && !each.isReparseData);
    return stream === undefined || stream.sha1 === null ? null : stream;
  }

  /** Size of the file's bytes. */
  get size(): number {
    return this.data === null ? 0 : this.data.size;
  }

  get sha1(): string | null {
    return this.data === null ? null : this.data.sha1;
  }

  /** Where its folder's entries stand in the metadata; 0 for none. */
  get childrenOffset(): number {
    return this.isDirectory ? this.#view.u64(this.#at + ENTRY.children, 'wim.directory.children') : 0;
  }

  #readStreams(): readonly WimStream[] {
    const view = this.#view;
    const found: WimStream[] = [];
    const isReparse = this.reparseTag !== null;
    const add = (name: string, sha1At: number) => {
      // The first unnamed stream of a reparse point is its target; a second would be data.
      const isReparseData = isReparse && name === '' && !found.some((each) => each.isReparseData);
      found.push(this.#stream(name, sha1At, isReparseData));
    };
    const count = view.u16(this.#at + ENTRY.streamCount);
    const hasOwn = view.bytes
      .subarray(this.#at + ENTRY.sha1, this.#at + ENTRY.sha1 + SHA1_SIZE)
      .some((byte) => byte !== 0);
    if (count === 0 || hasOwn) add('', this.#at + ENTRY.sha1);
    let at = this.#at + align(view.u64(this.#at + ENTRY.length, 'wim.directory.length'));
    for (let i = 0; i < count; i++) {
      view.need(at, STREAM.name, 'wim.directory.stream');
      const nameSize = view.u16(at + STREAM.nameSize);
      view.need(at, STREAM.name + nameSize, 'wim.directory.stream.name');
      add(view.utf16Whole(at + STREAM.name, nameSize >> 1), at + STREAM.sha1);
      const length = view.u64(at + STREAM.length, 'wim.directory.stream.length');
      if (length < STREAM.name + nameSize) {
        throw view.error('bad-range', 'wim.directory.stream.length', at, `>= ${STREAM.name + nameSize}`, length);
      }
      at += align(length);
    }
    return found;
  }

  #stream(name: string, sha1At: number, isReparseData: boolean): WimStream {
    const bytes = this.#view.bytes;
    let isEmpty = true;
    for (let i = 0; i < SHA1_SIZE; i++) if (bytes[sha1At + i] !== 0) isEmpty = false;
    if (isEmpty) return { name, isReparseData, blobIndex: -1, sha1: null, size: 0 };
    const blobIndex = this.#table.indexOf(bytes, sha1At);
    const size = blobIndex < 0 ? 0 : this.#table.unpackedSize(blobIndex);
    return { name, isReparseData, blobIndex, sha1: hexOf(bytes, sha1At), size };
  }
}

/** The folders and files of one image, over its unpacked metadata. */
export class WimDirectory {
  readonly root: WimEntry;
  readonly #view: ByteView;
  readonly #table: ResourceTable;
  readonly #note: Note;

  /** @throws {FormatError} `truncated` or `bad-range` where not even the root can be read. */
  constructor(metadata: Uint8Array, table: ResourceTable, note: Note) {
    this.#view = new ByteView(metadata);
    this.#table = table;
    this.#note = note;
    this.#view.need(SECURITY_SIZE_AT, 8, 'wim.security');
    const root = this.#read(align(Math.max(8, this.#view.u32(SECURITY_SIZE_AT))), '');
    if (root === null) throw this.#view.error('bad-range', 'wim.directory.root', SECURITY_SIZE_AT, 'an entry', 'none');
    this.root = root.entry;
  }

  /** Entries of one folder, in the order stored. Damage ends the folder and is noted; so are names that cannot be. */
  children(folder: WimEntry): Generator<WimEntry> {
    return this.#list(folder, { left: this.#view.size });
  }

  /**
   * Every entry under the root, a folder before what is in it. A folder met again is noted and not entered, and the
   * walk ends where entries would take more bytes than there are: they overlap.
   */
  *walk(): Generator<WimEntry> {
    const seen = new Set<number>();
    const open: Iterator<WimEntry>[] = [];
    const bytes = { left: this.#view.size };
    const enter = (folder: WimEntry) => {
      const at = folder.childrenOffset;
      if (at === 0) return;
      if (seen.has(at) || folder.path.length > PATH_UNITS_MAX) {
        const fault = seen.has(at) ? 'cycle' : 'over-limit';
        this.#note(this.#view.error(fault, 'wim.directory.children', Math.min(at, this.#view.size)));
        return;
      }
      seen.add(at);
      open.push(this.#list(folder, bytes));
    };
    enter(this.root);
    while (open.length > 0) {
      const next = open[open.length - 1].next();
      if (next.done === true) {
        open.pop();
        continue;
      }
      yield next.value;
      enter(next.value);
    }
  }

  *#list(folder: WimEntry, bytes: { left: number }): Generator<WimEntry> {
    let at = folder.childrenOffset;
    if (at === 0) return;
    const seen = new Set<string>();
    for (;;) {
      let read: { entry: WimEntry; next: number } | null;
      try {
        read = this.#read(at, folder.path);
        if (read === null) return;
        bytes.left -= read.next - at;
        if (bytes.left < 0)
          throw this.#view.error('over-limit', 'wim.directory.entry', at, `${this.#view.size} bytes in all`, 'more');
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        this.#note(error);
        return;
      }
      const { name } = read.entry;
      // Windows could make no such file: what bears such a name was written to deceive whoever unpacks it.
      if (UNSAFE_NAME.test(name) || seen.has(name)) {
        this.#note(this.#view.error('bad-range', 'wim.directory.name', at, 'a file name of its own', name));
      } else {
        seen.add(name);
        yield read.entry;
      }
      at = read.next;
    }
  }

  /** Finds an entry by its path, `\` or `/` between names, without regard to case where no name fits exactly. */
  find(path: string): WimEntry | null {
    let entry = this.root;
    for (const name of path.split(/[\\/]/).filter((part) => part !== '')) {
      const next = this.#child(entry, name);
      if (next === null) return null;
      entry = next;
    }
    return entry;
  }

  #child(folder: WimEntry, name: string): WimEntry | null {
    const folded = foldCase(name);
    let found: WimEntry | null = null;
    for (const entry of this.children(folder)) {
      if (entry.name === name) return entry;
      if (found === null && entry.name.length === name.length && foldCase(entry.name) === folded) found = entry;
    }
    return found;
  }

  #read(at: number, parent: string): { entry: WimEntry; next: number } | null {
    const view = this.#view;
    view.need(at, 8, 'wim.directory.length');
    const length = view.u64(at + ENTRY.length, 'wim.directory.length');
    if (length <= 8) return null;
    view.need(at, ENTRY.name, 'wim.directory.entry');
    const nameSize = view.u16(at + ENTRY.nameSize);
    const shortNameSize = view.u16(at + ENTRY.shortNameSize);
    const needed = ENTRY.name + (nameSize && nameSize + 2) + (shortNameSize && shortNameSize + 2);
    if (length < needed) throw view.error('bad-range', 'wim.directory.length', at, `>= ${needed}`, length);
    view.need(at, length, 'wim.directory.entry');
    const entry = new WimEntry(view, at, parent, this.#table);
    return { entry, next: this.#behindStreams(at + align(length), view.u16(at + ENTRY.streamCount)) };
  }

  #behindStreams(start: number, count: number): number {
    let at = start;
    for (let i = 0; i < count; i++) {
      this.#view.need(at, STREAM.name, 'wim.directory.stream');
      const length = this.#view.u64(at + STREAM.length, 'wim.directory.stream.length');
      if (length < STREAM.name)
        throw this.#view.error('bad-range', 'wim.directory.stream.length', at, `>= ${STREAM.name}`, length);
      at += align(length);
    }
    return at;
  }
}

/** Upper case as NTFS compares: each unit by itself, and only where one unit comes of it. */
function foldCase(name: string): string {
  let folded = '';
  for (let i = 0; i < name.length; i++) {
    const upper = name.charAt(i).toUpperCase();
    folded += upper.length === 1 ? upper : name.charAt(i);
  }
  return folded;
}
