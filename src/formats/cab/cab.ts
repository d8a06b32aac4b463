/** Cabinets. See format.md. */

import { type ByteSource, CachedSource, MemorySource, WindowSource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { DecoderPool, FolderSource } from './folder-source.js';
import { type CabFile, type CabFolder, type CabHeader, readCabHeader } from './header.js';

export type { CabCompression, CabFile, CabFolder, CabHeader } from './header.js';
export { isCab } from './header.js';

/** Folders that keep their place and their unpacked blocks at the same time. */
const OPEN_FOLDERS_MAX = 4;

/** An open cabinet. Nothing is unpacked until it is asked for. */
export class Cab {
  readonly header: CabHeader;
  readonly #source: ByteSource;
  readonly #folders = new Map<number, FolderSource>();
  readonly #pool = new DecoderPool();

  /** @throws {FormatError} See `readCabHeader`. */
  constructor(source: ByteSource, note: Note) {
    this.#source = new CachedSource(source, 256 * 1024, 4);
    this.header = readCabHeader(this.#source, note);
  }

  /** Bytes there are, which may be fewer than the header says, or more: a signature stands behind. */
  get size(): number {
    return this.#source.size;
  }

  /** Files in the order of the cabinet. */
  get files(): readonly CabFile[] {
    return this.header.files;
  }

  get folders(): readonly CabFolder[] {
    return this.header.folders;
  }

  /** The first file of this name, `\` or `/` between folders, without regard to the case of Latin letters. */
  find(name: string): CabFile | null {
    const plain = (text: string) => text.replaceAll('/', '\\').toLowerCase();
    const wanted = plain(name);
    return this.files.find((file) => plain(file.name) === wanted) ?? null;
  }

  /**
   * Opens the bytes of a file. Reading several files costs least in the order of `start`.
   *
   * @throws {FormatError} `unsupported` for Quantum (`cab.folder.quantum`) and for a file that spans cabinets
   *   (`cab.file.spanned`); `truncated` for one that its folder cannot hold. Reading throws where a block is damaged.
   */
  open(file: CabFile): ByteSource {
    if (file.folder === null) {
      throw new FormatError('unsupported', {
        what: 'cab.file.spanned',
        sourceOffset: 0,
        expected: 'a file in one cabinet',
        actual: file.name,
      });
    }
    if (file.size === 0) return new MemorySource(new Uint8Array(0));
    return new WindowSource(this.openFolder(file.folder), file.start, file.size);
  }

  /** The unpacked bytes of a folder. @throws {FormatError} `unsupported` for Quantum. */
  openFolder(index: number): FolderSource {
    const open = this.#folders.get(index);
    if (open !== undefined) return open;
    const folder = new FolderSource(this.#source, this.header.folders[index], this.header.blockReserve, this.#pool);
    this.#folders.set(index, folder);
    if (this.#folders.size > OPEN_FOLDERS_MAX) {
      const [[oldest, source]] = this.#folders;
      this.#folders.delete(oldest);
      source.release();
    }
    return folder;
  }
}

/**
 * Opens a cabinet.
 *
 * @param note Told of damage that reading went on past.
 * @throws {FormatError} `bad-magic`, `truncated`, `unsupported`.
 */
export function openCab(source: ByteSource, note: Note): Cab {
  return new Cab(source, note);
}

export interface CabVerdict {
  readonly fileCount: number;
  /** Files every byte of which could be unpacked. */
  readonly soundCount: number;
  readonly unpackedBytes: number;
}

/**
 * Unpacks everything in a cabinet and compares the checksums of its blocks.
 *
 * @param note Told of each file that cannot be had, and why.
 */
export function verifyCab(cab: Cab, note: Note): CabVerdict {
  let soundCount = 0;
  let unpackedBytes = 0;
  let packedLeft = cab.size;
  const reach = cab.folders.map((folder) => {
    const result = unpackFolder(cab, folder, packedLeft);
    packedLeft -= result.packedBytes;
    unpackedBytes += result.bytes;
    return result;
  });
  for (const file of cab.files) {
    const end = file.start + file.size;
    if (file.folder !== null && (file.size === 0 || end <= reach[file.folder].bytes)) soundCount++;
    else note(whyNot(cab, file, file.folder === null ? undefined : reach[file.folder].failure));
  }
  return { fileCount: cab.files.length, soundCount, unpackedBytes };
}

interface Reach {
  readonly bytes: number;
  readonly packedBytes: number;
  readonly failure: FormatError | undefined;
}

/** Unpacks a folder as far as it goes. Folders that share their blocks take more bytes than the cabinet has: refused. */
function unpackFolder(cab: Cab, folder: CabFolder, packedLeft: number): Reach {
  let bytes = 0;
  let packedBytes = 0;
  try {
    const source = cab.openFolder(folder.index);
    for (const block of source.blocks()) {
      bytes += block.length;
      packedBytes = source.packedBytes;
      if (packedBytes > packedLeft) {
        const detail = {
          what: 'cab.folder.data',
          sourceOffset: folder.dataOffset,
          expected: 'blocks of its own',
          actual: 'shared',
        };
        throw new FormatError('over-limit', detail);
      }
    }
    return { bytes, packedBytes, failure: undefined };
  } catch (failure) {
    if (failure instanceof FormatError) return { bytes, packedBytes, failure };
    throw failure;
  }
}

function whyNot(cab: Cab, file: CabFile, failure: FormatError | undefined): FormatError {
  if (failure !== undefined) return failure;
  try {
    const source = cab.open(file);
    source.read(source.size - 1, 1);
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error('cab: a file that can be read was called lost');
}
