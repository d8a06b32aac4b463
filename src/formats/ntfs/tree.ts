import { readInto } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { FILE_NAME, NAMESPACE } from './file-name.js';
import { FIXUP_STRIDE, undoFixups } from './fixups.js';
import { PATH_DEPTH_MAX, PATH_UNITS_MAX, TREE_RECORDS_MAX } from './limits.js';
import type { Mft } from './mft.js';
import { NameStore } from './name-store.js';
import { ATTRIBUTE, ATTRIBUTE_TYPE, RECORD, RECORD_FLAG, RECORD_MAGIC } from './record.js';

const ROOT_RECORD = 5;
const MAGIC_FILE = 0x454c_4946; // "FILE", read as a number
const CHUNK_BYTES = 1 << 20;
const NAME_BYTES_EXPECTED = 24;
const STANDARD_MODIFIED = 0x08;
/** What the fast way reads: the first sector up to the bytes lent to the check. Few records need more. */
const PLAIN_SIZE = FIXUP_STRIDE - 2;

/** Every name on a volume. A *link* is one name of a file in one folder; most files have one. */
export class NtfsTree {
  /** @internal */ constructor(
    readonly linkCount: number,
    readonly recordCount: number,
    private readonly table: TreeTable,
  ) {}

  /** Number of the file's record. */
  recordOf(link: number): number {
    return this.table.linkRecords[link] as number;
  }

  nameOf(link: number): string {
    return this.table.names.get(this.table.linkNames[link] as number, this.table.linkUnits[link] as number);
  }

  isDirectory(link: number): boolean {
    return ((this.table.flags[this.recordOf(link)] as number) & RECORD_FLAG.directory) !== 0;
  }

  /** Size of the file's content in bytes; 0 for a folder. */
  sizeOf(link: number): number {
    return this.table.sizes[this.recordOf(link)] as number;
  }

  /** When the file was last written, as a FILETIME. */
  modifiedOf(link: number): bigint {
    const record = this.recordOf(link);
    return (BigInt(this.table.modifiedHigh[record]) << 32n) | BigInt(this.table.modifiedLow[record]);
  }

  /**
   * The path from the root, parted by `/`, without one at its start.
   *
   * @returns `null` where the chain of folders is broken, turns in a circle or is longer than Windows allows: the file
   *   has no place in the tree.
   */
  pathOf(link: number): string | null {
    const { table } = this;
    const parent = table.linkParents[link] as number;
    if (!this.#isFolder(parent, table.linkSequences[link] as number)) return null;
    const folder = this.#folders.get(parent) ?? this.#folderPath(parent);
    return folder === null ? null : folder + this.nameOf(link);
  }

  /** Paths of folders with a `/` at their end, as they are first asked for; `null` for those without a place. */
  readonly #folders = new Map<number, string | null>([[ROOT_RECORD, '']]);
  #folderLinks: Map<number, number> | undefined;

  /** Whether a record is a folder in use, and still the one that a name meant. */
  #isFolder(record: number, sequence: number): boolean {
    const { flags, sequences } = this.table;
    const wanted = RECORD_FLAG.inUse | RECORD_FLAG.directory;
    return record < flags.length && (flags[record] & wanted) === wanted && sequences[record] === sequence;
  }

  #folderPath(record: number): string | null {
    this.#folderLinks ??= this.#mapFolders();
    const climbed: number[] = [];
    let path: string | null | undefined;
    for (let folder = record; path === undefined; ) {
      path = this.#folders.get(folder);
      if (path !== undefined) break;
      const link = this.#folderLinks.get(folder);
      climbed.push(folder);
      this.#folders.set(folder, null); // whoever comes by again has gone in a circle
      if (link === undefined || climbed.length > PATH_DEPTH_MAX) path = null;
      else {
        const parent = this.table.linkParents[link] as number;
        if (!this.#isFolder(parent, this.table.linkSequences[link] as number)) path = null;
        folder = parent;
      }
    }
    for (let folder = climbed.pop(); folder !== undefined; folder = climbed.pop()) {
      if (path !== null) path = `${path}${this.nameOf(this.#folderLinks.get(folder) as number)}/`;
      if (path !== null && path.length > PATH_UNITS_MAX) path = null;
      this.#folders.set(folder, path);
    }
    return path;
  }

  #mapFolders(): Map<number, number> {
    const links = new Map<number, number>();
    for (let link = 0; link < this.linkCount; link++) {
      const record = this.recordOf(link);
      if ((this.table.flags[record] & RECORD_FLAG.directory) !== 0 && !links.has(record)) links.set(record, link);
    }
    return links;
  }
}

/** Columns instead of objects: a file costs some tens of bytes, and nothing to collect. */
class TreeTable {
  readonly flags: Uint8Array;
  readonly sequences: Uint16Array;
  readonly sizes: Float64Array;
  readonly modifiedLow: Uint32Array; // halves: a bigint for each record is garbage
  readonly modifiedHigh: Uint32Array;
  readonly names: NameStore;
  linkRecords: Uint32Array;
  linkParents: Uint32Array;
  linkSequences: Uint16Array;
  linkNames: Int32Array;
  linkUnits: Uint8Array;
  linkCount = 0;

  constructor(recordCount: number) {
    this.flags = new Uint8Array(recordCount);
    this.sequences = new Uint16Array(recordCount);
    this.sizes = new Float64Array(recordCount);
    this.modifiedLow = new Uint32Array(recordCount);
    this.modifiedHigh = new Uint32Array(recordCount);
    this.names = new NameStore(recordCount * NAME_BYTES_EXPECTED);
    this.linkRecords = new Uint32Array(recordCount);
    this.linkParents = new Uint32Array(recordCount);
    this.linkSequences = new Uint16Array(recordCount);
    this.linkNames = new Int32Array(recordCount);
    this.linkUnits = new Uint8Array(recordCount);
  }

  addLink(record: number, view: ByteView, value: number): void {
    const link = this.linkCount;
    if (link === this.linkRecords.length) this.#grow();
    const units = view.u8(value + FILE_NAME.nameUnits);
    this.linkNames[link] = this.names.add(view, value + FILE_NAME.name, units);
    this.linkUnits[link] = units;
    this.linkRecords[link] = record;
    this.linkParents[link] = view.u32(value + FILE_NAME.parent);
    this.linkSequences[link] = view.u16(value + FILE_NAME.parent + 6);
    this.linkCount++;
  }

  #grow(): void {
    const size = this.linkRecords.length * 2 + 16;
    const grown = <T extends Uint32Array | Uint16Array | Int32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.linkRecords = grown(this.linkRecords, new Uint32Array(size));
    this.linkParents = grown(this.linkParents, new Uint32Array(size));
    this.linkSequences = grown(this.linkSequences, new Uint16Array(size));
    this.linkNames = grown(this.linkNames, new Int32Array(size));
    this.linkUnits = grown(this.linkUnits, new Uint8Array(size));
  }
}

/**
 * Reads every record of the file table in order, and keeps names, sizes and times.
 *
 * @param note Told of each record that cannot be read; its names are missing.
 * @throws {FormatError} `over-limit` for a table or names too large to hold; `truncated` if the table is cut off.
 */
export function readTree(mft: Mft, note: Note): NtfsTree {
  const { recordSize } = mft.ground.boot;
  // a table that is larger than its volume is one piece of it many times over
  const recordsMax = Math.min(TREE_RECORDS_MAX, Math.floor(mft.ground.source.size / recordSize));
  if (mft.recordCount > recordsMax) {
    const detail = {
      what: 'ntfs.tree.records',
      sourceOffset: 0,
      expected: `<= ${recordsMax}`,
      actual: mft.recordCount,
    };
    throw new FormatError('over-limit', detail);
  }
  const table = new TreeTable(mft.recordCount);
  const perChunk = Math.floor(CHUNK_BYTES / recordSize);
  const kept = new Uint8Array(perChunk * recordSize);
  for (let first = 0; first < mft.recordCount; first += perChunk) {
    const count = Math.min(perChunk, mft.recordCount - first);
    const bytes = kept.subarray(0, count * recordSize);
    readInto(mft.stream, first * recordSize, bytes);
    const chunk = new ByteView(bytes, first * recordSize);
    for (let index = 0; index < count; index++)
      readOne(table, chunk, index * recordSize, recordSize, first + index, note);
  }
  return new NtfsTree(table.linkCount, mft.recordCount, table);
}

function readOne(table: TreeTable, chunk: ByteView, start: number, size: number, number: number, note: Note): void {
  const magic = chunk.u32(start);
  if (magic === 0) return; // never used
  try {
    if (magic === MAGIC_FILE && (chunk.u16(start + RECORD.flags) & RECORD_FLAG.inUse) === 0) return;
    if (magic === MAGIC_FILE && isWhole(chunk, start, size)) {
      const before = table.linkCount;
      if (readNames(table, chunk, start, start + PLAIN_SIZE, start + size, number)) return;
      table.linkCount = before;
    }
    const mended = undoFixups(chunk.slice(start, size, 'ntfs.record'), RECORD_MAGIC, 'ntfs.record');
    readNames(table, mended, 0, size, size, number);
  } catch (error) {
    if (!(error instanceof FormatError) || error.fault === 'over-limit') throw error;
    note(error);
  }
}

/** Whether each sector of a record bears its mark, so that it may be read without putting the lent bytes back. */
function isWhole(chunk: ByteView, start: number, size: number): boolean {
  const fixupAt = chunk.u16(start + 4);
  if (fixupAt < RECORD.headerSize || fixupAt > PLAIN_SIZE - 2 || (fixupAt & 1) !== 0) return false;
  if (chunk.u16(start + 6) !== size / FIXUP_STRIDE + 1) return false;
  const mark = chunk.u16(start + fixupAt);
  for (let end = start + PLAIN_SIZE; end < start + size; end += FIXUP_STRIDE) if (chunk.u16(end) !== mark) return false;
  return true;
}

/**
 * Reads the attributes up to the content, which come in the order of their types.
 *
 * @param readable End of the bytes that may be read as they stand.
 * @returns Whether that was enough; if not, nothing may be kept of it.
 */
function readNames(
  table: TreeTable,
  view: ByteView,
  start: number,
  readable: number,
  end: number,
  number: number,
): boolean {
  const base = view.u32(start + RECORD.baseReference);
  const isBase = base === 0 && view.u16(start + RECORD.baseReference + 6) === 0;
  const owner = isBase ? number : base;
  if (owner >= table.flags.length) throw view.error('bad-range', 'ntfs.record.baseReference', start, 'a record', owner);
  if (isBase) {
    table.flags[number] = view.u16(start + RECORD.flags) & (RECORD_FLAG.inUse | RECORD_FLAG.directory);
    table.sequences[number] = view.u16(start + RECORD.sequence);
  }
  let at = start + view.u16(start + RECORD.attributesAt);
  for (;;) {
    if (at + ATTRIBUTE.residentSize > readable) {
      if (readable < end) return false;
      view.need(at, 4, 'ntfs.attribute.type');
      if (view.u32(at) === ATTRIBUTE_TYPE.end) return true;
      throw view.error('truncated', 'ntfs.attribute', at, 'an end', 'none');
    }
    const type = view.u32(at);
    if (type > ATTRIBUTE_TYPE.data) return true;
    const length = view.u32(at + ATTRIBUTE.length);
    if (length < ATTRIBUTE.residentSize || (length & 7) !== 0 || at + length > end) {
      throw view.error('bad-range', 'ntfs.attribute.length', at + ATTRIBUTE.length, 'a multiple of 8 from 24', length);
    }
    if (!readAttribute(table, view, at, Math.min(at + length, readable), at + length > readable, type, owner))
      return false;
    at += length;
  }
}

function readAttribute(
  table: TreeTable,
  view: ByteView,
  at: number,
  readable: number,
  isCut: boolean,
  type: number,
  owner: number,
): boolean {
  const isResident = view.u8(at + ATTRIBUTE.isNonResident) === 0;
  const value = at + view.u16(at + ATTRIBUTE.valueAt);
  let needed = 0;
  if (type === ATTRIBUTE_TYPE.fileName && isResident) needed = value + FILE_NAME.name;
  else if (type === ATTRIBUTE_TYPE.standardInformation && isResident) needed = value + STANDARD_MODIFIED + 8;
  else if (type === ATTRIBUTE_TYPE.data && !isResident) needed = at + ATTRIBUTE.nonResidentSize;
  if (needed > readable) {
    if (isCut) return false;
    throw view.error('truncated', 'ntfs.attribute.value', at, needed - at, readable - at);
  }
  if (type === ATTRIBUTE_TYPE.fileName && isResident) {
    const end = needed + view.u8(value + FILE_NAME.nameUnits) * 2;
    if (end > readable) {
      if (isCut) return false;
      throw view.error('truncated', 'ntfs.fileName.name', value, end - value, readable - value);
    }
    if (view.u8(value + FILE_NAME.namespace) !== NAMESPACE.dos && owner !== ROOT_RECORD)
      table.addLink(owner, view, value);
  } else if (type === ATTRIBUTE_TYPE.standardInformation && isResident) {
    table.modifiedLow[owner] = view.u32(value + STANDARD_MODIFIED);
    table.modifiedHigh[owner] = view.u32(value + STANDARD_MODIFIED + 4);
  } else if (type === ATTRIBUTE_TYPE.data && view.u8(at + ATTRIBUTE.nameUnits) === 0) {
    if (isResident) table.sizes[owner] = view.u32(at + ATTRIBUTE.valueLength);
    else if (view.u32(at + ATTRIBUTE.firstCluster) === 0 && view.u32(at + ATTRIBUTE.firstCluster + 4) === 0) {
      table.sizes[owner] = view.u64(at + ATTRIBUTE.dataSize, 'ntfs.attribute.dataSize');
    }
  }
  return true;
}
