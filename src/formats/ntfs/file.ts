import type { ByteSource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { DirectoryIndex, type NtfsDirectoryEntry, noting } from './directory.js';
import { NAMESPACE, type NtfsFileName, readFileName } from './file-name.js';
import { REPARSE_BYTES_MAX } from './limits.js';
import { attributesOf, type Mft, readSmall } from './mft.js';
import { ATTRIBUTE_FLAG, ATTRIBUTE_TYPE, type NtfsAttribute, type NtfsRecord, residentValue } from './record.js';
import { type ReparsePoint, readReparsePoint } from './reparse.js';
import { firstClusterOf, openStream, streamSize } from './stream.js';
import type { UpCase } from './up-case.js';
import { WOF_STREAM, WofSource } from './wof.js';

/** Offsets in `$STANDARD_INFORMATION`, in bytes: FILETIMEs and the attribute flags of the file. */
const STANDARD = { created: 0x00, modified: 0x08, accessed: 0x18, flags: 0x20, size: 0x24 } as const;
const FOLDER_INDEX = '$I30';

export interface NtfsStream {
  /** Empty for the file's content, else the name of an alternate stream. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly isResident: boolean;
  readonly isCompressed: boolean;
  readonly isSparse: boolean;
  readonly isEncrypted: boolean;
}

/** FILETIMEs and Windows file attributes. */
export interface NtfsTimes {
  readonly created: bigint;
  readonly modified: bigint;
  readonly accessed: bigint;
  readonly flags: number;
}

/** One file or folder of a volume. Nothing but its records is read until a stream is opened. */
export class NtfsFile {
  readonly record: NtfsRecord;
  readonly #mft: Mft;
  readonly #note: Note;
  #gathered: NtfsAttribute[] | undefined;

  constructor(mft: Mft, record: NtfsRecord, note: Note) {
    this.#mft = mft;
    this.record = record;
    this.#note = note;
  }

  get number(): number {
    return this.record.number;
  }

  get isDirectory(): boolean {
    return this.record.isDirectory;
  }

  get #attributes(): NtfsAttribute[] {
    this.#gathered ??= attributesOf(this.#mft, this.record, this.#note);
    return this.#gathered;
  }

  /** Its names in all folders, short ones too. A name that cannot be read is noted and missing. */
  names(): NtfsFileName[] {
    return this.#attributes
      .filter(({ type }) => type === ATTRIBUTE_TYPE.fileName)
      .flatMap((attribute) => noting(this.#note, () => readFileName(residentValue(attribute))) ?? []);
  }

  /** Its times and flags. @throws {FormatError} `truncated`; `bad-range` if it has none. */
  times(): NtfsTimes {
    const view = residentValue(this.#need(ATTRIBUTE_TYPE.standardInformation, 'ntfs.standardInformation'));
    view.need(0, STANDARD.size, 'ntfs.standardInformation');
    return {
      created: view.bits64(STANDARD.created),
      modified: view.bits64(STANDARD.modified),
      accessed: view.bits64(STANDARD.accessed),
      flags: view.u32(STANDARD.flags),
    };
  }

  /** Its content and alternate streams. @throws {FormatError} `over-limit` for a size above 2^53 - 1. */
  streams(): NtfsStream[] {
    return this.#attributes
      .filter((attribute) => attribute.type === ATTRIBUTE_TYPE.data && firstClusterOf(attribute) === 0)
      .map((attribute) => ({
        name: attribute.name,
        size: streamSize(attribute),
        isResident: attribute.isResident,
        isCompressed: (attribute.flags & ATTRIBUTE_FLAG.compressed) !== 0,
        isSparse: (attribute.flags & ATTRIBUTE_FLAG.sparse) !== 0,
        isEncrypted: (attribute.flags & ATTRIBUTE_FLAG.encrypted) !== 0,
      }));
  }

  /** What kind of link or placeholder it is, or `null`. @throws {FormatError} `truncated`, `unsupported`, `over-limit` */
  reparsePoint(): ReparsePoint | null {
    const pieces = this.#pieces(ATTRIBUTE_TYPE.reparsePoint, '');
    if (pieces.length === 0) return null;
    return readReparsePoint(readSmall(this.#mft.ground, pieces, REPARSE_BYTES_MAX));
  }

  /**
   * Opens a stream; bytes are read only when they are asked for. A file that WOF compressed opens as its content.
   *
   * @param name Of an alternate stream; empty for the content.
   * @throws {FormatError} `bad-range` if the file has no such stream or its pieces do not join; `unsupported` for an
   *   encrypted one, or content that lies in a WIM.
   */
  open(name = ''): ByteSource {
    const stream = openStream(this.#mft.ground, this.#needed(ATTRIBUTE_TYPE.data, name, 'ntfs.data'));
    const wof = name === '' ? this.reparsePoint()?.wof : undefined;
    if (wof === undefined) return stream;
    if (wof === null)
      throw this.#error('unsupported', 'ntfs.reparse.wof', 'content on this volume', 'content in a WIM');
    const packed = openStream(this.#mft.ground, this.#needed(ATTRIBUTE_TYPE.data, WOF_STREAM, 'ntfs.wof'));
    return new WofSource(packed, stream.size, wof);
  }

  /** Names in this folder, in the order of its index, without the short ones beside long ones. */
  *entries(note: Note = this.#note): Generator<NtfsDirectoryEntry> {
    for (const entry of this.#index().entries(note)) {
      const isItself = entry.reference.record === this.number; // the root names itself `.`
      if (entry.namespace !== NAMESPACE.dos && !isItself) yield entry;
    }
  }

  /** Finds a name in this folder, long or short, whatever its case. @throws {FormatError} If the index is damaged there. */
  find(name: string, upCase: UpCase): NtfsDirectoryEntry | null {
    return this.#index().find(name, upCase);
  }

  #index(): DirectoryIndex {
    const root = this.#needed(ATTRIBUTE_TYPE.indexRoot, FOLDER_INDEX, 'ntfs.indexRoot')[0] as NtfsAttribute;
    const blocks = this.#pieces(ATTRIBUTE_TYPE.indexAllocation, FOLDER_INDEX);
    const source = blocks.length === 0 ? null : openStream(this.#mft.ground, blocks);
    return new DirectoryIndex(residentValue(root), source, this.#mft.ground.boot.clusterSize);
  }

  /** The value of a small attribute, such as the volume's name; `null` if there is none. */
  value(type: number): ReturnType<typeof residentValue> | null {
    const attribute = this.#attributes.find((candidate) => candidate.type === type);
    return attribute === undefined ? null : residentValue(attribute);
  }

  #pieces(type: number, name: string): NtfsAttribute[] {
    return this.#attributes.filter((attribute) => attribute.type === type && attribute.name === name);
  }

  #need(type: number, what: string): NtfsAttribute {
    return this.#needed(type, '', what)[0] as NtfsAttribute;
  }

  #needed(type: number, name: string, what: string): NtfsAttribute[] {
    const pieces = this.#pieces(type, name);
    if (pieces.length === 0) throw this.#error('bad-range', what, name === '' ? 'the attribute' : name, 'none');
    return pieces;
  }

  #error(fault: 'bad-range' | 'unsupported', what: string, expected: string, actual: string): FormatError {
    const sourceOffset = this.record.number * this.#mft.ground.boot.recordSize;
    return new FormatError(fault, { what, sourceOffset, expected, actual });
  }
}
