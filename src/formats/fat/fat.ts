import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { ExtentSource } from '../../bytes/extent-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { type FatBootSector, readFatBoot } from './boot-sector.js';
import { type FatDirectoryEntry, readFatEntries } from './directory.js';
import { FatTable } from './table.js';

export { type FatBootSector, isFat, readFatBootSector } from './boot-sector.js';
export type { FatDirectoryEntry } from './directory.js';

/** @source Microsoft FAT specification 1.03: 65,536 entries of 32 bytes. */
const FOLDER_BYTES_MAX = 65536 * 32;
/** Windows holds a path on FAT to 260 characters. */
const PATH_DEPTH_MAX = 260;
const FIRST_CLUSTER = 2;

/** A FAT volume, read only where it is asked. */
export class FatVolume {
  readonly boot: FatBootSector;
  /** From the root folder, as Windows shows it; empty where there is none. */
  readonly label: string;
  /** Whether it was left mounted; `null` where the format does not say. */
  readonly isDirty: boolean | null;
  readonly #source: ByteSource;
  readonly #table: FatTable;
  readonly #note: Note;

  /** Use `openFat`. */
  constructor(source: ByteSource, boot: FatBootSector, note: Note) {
    this.boot = boot;
    this.#source = source;
    this.#note = note;
    this.#table = new FatTable(source, boot);
    this.isDirty = this.#table.isDirty;
    let label = '';
    try {
      for (const entry of readFatEntries(this.#folder(null), () => {})) if (entry.isVolumeLabel) label = entry.name;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      note(error);
    }
    this.label = label;
  }

  /** Of the file system, in bytes. */
  get sizeBytes(): number {
    return this.boot.sectorCount * this.boot.sectorSize;
  }

  /** Free clusters in bytes, counted in the table. @throws {FormatError} `truncated` */
  freeBytes(): number {
    return this.#table.countFree() * this.boot.clusterSize;
  }

  /**
   * Names in a folder in the order of their entries, without label, `.` and `..`.
   *
   * @param folder `null` for the root.
   * @throws {FormatError} Where the folder's chain is damaged.
   */
  *entries(folder: FatDirectoryEntry | null): Generator<FatDirectoryEntry> {
    for (const entry of readFatEntries(this.#folder(folder), this.#note)) {
      if (!entry.isVolumeLabel && entry.shortName !== '.' && entry.shortName !== '..') yield entry;
    }
  }

  /**
   * Finds a file by its path, long or short names, whatever their case.
   *
   * @returns `null` if a folder on the way does not hold the name, or is a file.
   * @throws {FormatError} Where a folder on the way is damaged.
   */
  lookup(path: string): FatDirectoryEntry | null {
    const names = path.split(/[\\/]/).filter((name) => name !== '');
    if (names.length === 0 || names.length > PATH_DEPTH_MAX) return null;
    let found: FatDirectoryEntry | null = null;
    for (const name of names) {
      if (found !== null && !found.isDirectory) return null;
      const wanted = name.toUpperCase();
      let next: FatDirectoryEntry | null = null;
      for (const entry of this.entries(found)) {
        if (entry.name.toUpperCase() === wanted || entry.shortName.toUpperCase() === wanted) {
          next = entry;
          break;
        }
      }
      if (next === null) return null;
      found = next;
    }
    return found;
  }

  /** Opens a file; bytes are read only when they are asked for. @throws {FormatError} Where its chain is damaged or too short. */
  open(file: FatDirectoryEntry): ByteSource {
    const { clusterSize } = this.boot;
    const wanted = Math.ceil(file.size / clusterSize);
    const clusters = wanted === 0 ? [] : this.#table.chain(file.firstCluster, wanted);
    if (clusters.length < wanted) {
      const detail = { what: 'fat.table.chain', sourceOffset: this.boot.tableAt, expected: wanted };
      throw new FormatError('truncated', { ...detail, actual: clusters.length });
    }
    return this.#chained(clusters, file.size);
  }

  #chained(clusters: readonly number[], size: number): ByteSource {
    const { clusterSize, dataAt } = this.boot;
    return new ExtentSource(this.#source, size, (offset) => {
      const index = Math.floor(offset / clusterSize);
      let end = index + 1;
      while (end < clusters.length && clusters[end] === clusters[end - 1] + 1) end++;
      const within = offset - index * clusterSize;
      const at = dataAt + ((clusters[index] as number) - FIRST_CLUSTER) * clusterSize + within;
      return { at, length: (end - index) * clusterSize - within };
    });
  }

  #folder(folder: FatDirectoryEntry | null): ByteView {
    const { rootAt, rootSize, rootCluster, clusterSize } = this.boot;
    const first = folder === null ? rootCluster : folder.firstCluster;
    if (folder === null && rootSize > 0) return viewOf(this.#source, rootAt, rootSize, 'fat.root');
    if (first === 0) return new ByteView(new Uint8Array(0));
    const clusters = this.#table.chain(first, Math.max(1, FOLDER_BYTES_MAX / clusterSize));
    const size = clusters.length * clusterSize;
    return new ByteView(this.#chained(clusters, size).read(0, size));
  }
}

/**
 * Opens a FAT12, FAT16 or FAT32 volume.
 *
 * @param source The volume, as large as its partition.
 * @param note Told of what is damaged and was read in another way.
 * @throws {FormatError} If no boot sector can be read, or the table passes the end of the volume.
 */
export function openFat(source: ByteSource, note: Note): FatVolume {
  return new FatVolume(source, readFatBoot(source, note), note);
}
