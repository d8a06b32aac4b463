/** Windows images: WIM and ESD files. See format.md. */

import { type ByteSource, MemorySource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import type { MakeHasher } from '../../bytes/hasher.js';
import { MEMBER_BYTES_MAX } from '../../bytes/limits.js';
import { WimDirectory, type WimEntry, type WimStream } from './directory.js';
import { headerDefects, readWimHeader, type WimHeader } from './header.js';
import { decodeWimXml, readImageInfos, type WimImageInfo } from './image-info.js';
import { ResourceReader } from './resource-reader.js';
import { ResourceTable, type WimBlob } from './resource-table.js';

export type { WimDirectory, WimEntry, WimStream } from './directory.js';
export type { WimCompression, WimHeader } from './header.js';
export { isWim } from './header.js';
export type { WimImageInfo, WimImageVersion } from './image-info.js';
export type { WimBlob } from './resource-table.js';
export { verifyWim, type WimShare, type WimVerdict } from './verify.js';

/** XML is parsed whole, in bytes. That of Windows media stays under 100 KiB. */
const XML_SIZE_MAX = 32 * 1024 * 1024;
/** Metadata of one image is held unpacked, in bytes. A Windows image has about 40 MB. */
const METADATA_SIZE_MAX = 512 * 1024 * 1024;

/** An open WIM. Nothing but the header is read until it is asked for. */
export class Wim {
  readonly header: WimHeader;
  readonly #source: ByteSource;
  readonly #note: Note;
  readonly #makeHasher: MakeHasher | undefined;
  readonly #resources: ResourceReader;
  readonly #directories = new Map<number, WimDirectory>();
  #xml: string | undefined;
  #images: readonly WimImageInfo[] | undefined;
  #table: ResourceTable | undefined;
  #metadata: readonly WimBlob[] | undefined;

  /** @throws {FormatError} See `readWimHeader`. */
  constructor(source: ByteSource, note: Note, makeHasher?: MakeHasher) {
    this.header = readWimHeader(source);
    this.#source = source;
    this.#note = note;
    this.#makeHasher = makeHasher;
    this.#resources = new ResourceReader(source, this.header);
    for (const defect of headerDefects(source, this.header)) note(defect);
  }

  /** The XML as it stands; empty where the WIM has none. @throws {FormatError} */
  get xml(): string {
    if (this.#xml === undefined) {
      const { offset, unpackedSize } = this.header.xml;
      limit('wim.xml', offset, unpackedSize, XML_SIZE_MAX);
      const bytes = this.#resources.open(this.header.xml);
      this.#xml = decodeWimXml(bytes.read(0, bytes.size));
    }
    return this.#xml;
  }

  /** What the XML says of the images. @throws {FormatError} */
  get images(): readonly WimImageInfo[] {
    this.#images ??= readImageInfos(this.xml, this.header.xml.offset, this.#note);
    return this.#images;
  }

  /** Every blob. @throws {FormatError} */
  get table(): ResourceTable {
    const { resourceTable } = this.header;
    this.#table ??= new ResourceTable(this.#resources.open(resourceTable), resourceTable.offset);
    return this.#table;
  }

  /**
   * The folders and files of an image.
   *
   * @param imageIndex From 1.
   * @throws {FormatError} `bad-range` for an image that is not there, or where its metadata cannot be read.
   */
  directory(imageIndex: number): WimDirectory {
    const open = this.#directories.get(imageIndex);
    if (open !== undefined) return open;
    this.#metadata ??= [...this.table.blobs()].filter((blob) => blob.isMetadata);
    const blob = this.#metadata[imageIndex - 1];
    if (blob === undefined) {
      const sourceOffset = this.header.resourceTable.offset;
      const expected = `1 to ${this.#metadata.length}`;
      throw new FormatError('bad-range', { what: 'wim.image', sourceOffset, expected, actual: imageIndex });
    }
    const bytes = this.openBlob(blob);
    limit('wim.metadata', blob.resource.offset, bytes.size, METADATA_SIZE_MAX);
    const metadata = bytes.read(0, bytes.size);
    const defect = this.#makeHasher === undefined ? null : defectOf(blob, metadata, this.#makeHasher);
    if (defect !== null) this.#note(defect);
    const directory = new WimDirectory(metadata, this.table, this.#note);
    this.#directories.set(imageIndex, directory);
    return directory;
  }

  /** Finds a file or folder, see `WimDirectory.find`. `null` where it is not in the image. @throws {FormatError} */
  find(imageIndex: number, path: string): WimEntry | null {
    return this.directory(imageIndex).find(path);
  }

  /**
   * Opens the bytes of a file, or of one of its streams. Only the chunks that are read are unpacked.
   *
   * @throws {FormatError} `bad-range` where the resource table lacks the blob.
   */
  open(file: WimEntry | WimStream): ByteSource {
    const stream = 'blobIndex' in file ? file : file.data;
    if (stream === null || stream.sha1 === null) return new MemorySource(new Uint8Array(0));
    if (stream.blobIndex < 0) {
      const sourceOffset = this.header.resourceTable.offset;
      throw new FormatError('bad-range', { what: 'wim.blob', sourceOffset, expected: stream.sha1, actual: 'none' });
    }
    return this.openBlob(this.table.blob(stream.blobIndex));
  }

  /**
   * Reads a whole file and compares it with its SHA-1: for what a verdict rests on.
   *
   * @throws {FormatError} `bad-checksum` (`wim.blob`), `over-limit`, and as `open`.
   */
  readVerified(file: WimEntry | WimStream, makeHasher: MakeHasher): Uint8Array {
    const bytes = this.open(file);
    const stream = 'blobIndex' in file ? file : file.data;
    if (stream === null || stream.sha1 === null) return bytes.read(0, 0);
    const blob = this.table.blob(stream.blobIndex);
    limit('wim.blob', blob.resource.offset, bytes.size, MEMBER_BYTES_MAX);
    const content = bytes.read(0, bytes.size);
    const defect = defectOf(blob, content, makeHasher);
    if (defect !== null) throw defect;
    return content;
  }

  /** Opens a blob of the resource table. @throws {FormatError} */
  openBlob(blob: WimBlob): ByteSource {
    return this.#resources.openBlob(blob);
  }

  /**
   * The bytes of a blob in order, uncopied: each part is good until the next is asked for, and nothing else may be
   * read of this WIM meanwhile.
   *
   * @throws {FormatError}
   */
  partsOf(blob: WimBlob): Generator<Uint8Array> {
    return this.#resources.partsOf(blob);
  }

  /** The file itself. */
  get source(): ByteSource {
    return this.#source;
  }
}

/**
 * Opens a WIM or ESD.
 *
 * @param note Told of damage that reading went on past.
 * @param makeHasher Where given, the metadata of an image is compared with its SHA-1 when it is first read.
 * @throws {FormatError} `bad-magic`, `truncated`; `unsupported` for pipable and split WIMs.
 */
export function openWim(source: ByteSource, note: Note, makeHasher?: MakeHasher): Wim {
  return new Wim(source, note, makeHasher);
}

function defectOf(blob: WimBlob, bytes: Uint8Array, makeHasher: MakeHasher): FormatError | null {
  const hasher = makeHasher('sha1');
  hasher.update(bytes);
  const actual = hasher.digest();
  if (actual === blob.sha1) return null;
  const what = blob.isMetadata ? 'wim.metadata' : 'wim.blob';
  return new FormatError('bad-checksum', { what, sourceOffset: blob.resource.offset, expected: blob.sha1, actual });
}

function limit(what: string, sourceOffset: number, size: number, max: number): void {
  if (size > max) throw new FormatError('over-limit', { what, sourceOffset, expected: `<= ${max}`, actual: size });
}
