import type { ByteSource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { countZeroBits } from './bitmap.js';
import { type NtfsBootSector, readNtfsBoot } from './boot-sector.js';
import { type NtfsDirectoryEntry, noting } from './directory.js';
import { NtfsFile } from './file.js';
import { PATH_DEPTH_MAX } from './limits.js';
import { followReference, type Mft, openMft, readTableRecord } from './mft.js';
import { ATTRIBUTE_TYPE, type NtfsReference } from './record.js';
import { type NtfsTree, readTree } from './tree.js';
import { UpCase } from './up-case.js';

/** Numbers of the records that every volume has. */
const FILE = { volume: 3, root: 5, bitmap: 6, upCase: 10 } as const;
/** Offsets in `$VOLUME_INFORMATION`, in bytes. */
const VOLUME = { major: 0x08, minor: 0x09, flags: 0x0a, size: 0x0c } as const;
const VOLUME_FLAG_DIRTY = 1;

/** An NTFS volume, read only where it is asked. */
export class NtfsVolume {
  readonly boot: NtfsBootSector;
  /** Empty where the volume has none, `null` where it cannot be read. */
  readonly label: string | null;
  /** NTFS version, such as `3.1`; `null` where it cannot be read. */
  readonly version: string | null;
  /** Whether Windows would check the volume at its next start; `null` where that cannot be read. */
  readonly isDirty: boolean | null;
  readonly #mft: Mft;
  readonly #note: Note;
  readonly #upCase: UpCase;
  #freeBytes: number | undefined;

  /** Use `openNtfs`. */
  constructor(mft: Mft, note: Note) {
    this.boot = mft.ground.boot;
    this.#mft = mft;
    this.#note = note;
    this.#upCase = new UpCase(() => this.file(FILE.upCase).open());
    const volume = noting(note, () => this.file(FILE.volume));
    const name = noting(note, () => volume?.value(ATTRIBUTE_TYPE.volumeName) ?? null);
    const information = noting(note, () => {
      const view = volume?.value(ATTRIBUTE_TYPE.volumeInformation) ?? null;
      view?.need(0, VOLUME.size, 'ntfs.volumeInformation');
      return view;
    });
    this.label = volume === null ? null : (name?.utf16Whole(0, Math.floor(name.size / 2)) ?? '');
    this.version = information && `${information.u8(VOLUME.major)}.${information.u8(VOLUME.minor)}`;
    this.isDirty = information && (information.u16(VOLUME.flags) & VOLUME_FLAG_DIRTY) !== 0;
  }

  /** Of the file system, in bytes: what the bitmap speaks of. */
  get sizeBytes(): number {
    return this.boot.clusterCount * this.boot.clusterSize;
  }

  /** Records in the file table, used or not. */
  get recordCount(): number {
    return this.#mft.recordCount;
  }

  /** Free clusters in bytes, counted in `$Bitmap` when first asked. @throws {FormatError} If the bitmap cannot be read. */
  freeBytes(): number {
    this.#freeBytes ??= countZeroBits(this.file(FILE.bitmap).open(), this.boot.clusterCount) * this.boot.clusterSize;
    return this.#freeBytes;
  }

  /** The folder that all others lie in. @throws {FormatError} If its record cannot be read. */
  root(): NtfsFile {
    return this.file(FILE.root);
  }

  /**
   * A file by the number of its record, or by a reference, which is checked to mean the same file still.
   *
   * @throws {FormatError} `bad-range` for a number beyond the table, a record not in use or used anew.
   */
  file(which: number | NtfsReference): NtfsFile {
    const record = typeof which === 'number' ? readTableRecord(this.#mft, which) : followReference(this.#mft, which);
    if (!record.isInUse) {
      const sourceOffset = record.number * this.boot.recordSize;
      throw new FormatError('bad-range', {
        what: 'ntfs.record.flags',
        sourceOffset,
        expected: 'in use',
        actual: 'free',
      });
    }
    return new NtfsFile(this.#mft, record, this.#note);
  }

  /**
   * Finds a file by its path, whatever its case, through the folders' indexes. Links and mount points are not followed.
   *
   * @param path Parted by `\` or `/`, from the root; long or short names.
   * @returns `null` if a folder on the way does not hold the name, or is a file.
   * @throws {FormatError} Where a record or index on the way is damaged: then nothing is known of the path.
   */
  lookup(path: string): NtfsFile | null {
    const names = path.split(/[\\/]/).filter((name) => name !== '');
    if (names.length > PATH_DEPTH_MAX) return null;
    let file = this.root();
    for (const name of names) {
      if (!file.isDirectory) return null;
      const entry = file.find(name, this.#upCase);
      if (entry === null) return null;
      file = this.file(entry.reference);
    }
    return file;
  }

  /** Finds a name in a folder, long or short, whatever its case. @throws {FormatError} If the folder's index is damaged there. */
  find(folder: NtfsFile, name: string): NtfsDirectoryEntry | null {
    return folder.find(name, this.#upCase);
  }

  /** Every name on the volume, read from the file table in one pass. Damaged records are noted and missing. */
  tree(note: Note = this.#note): NtfsTree {
    return readTree(this.#mft, note);
  }
}

/**
 * Opens an NTFS volume.
 *
 * @param source The volume, as large as its partition.
 * @param note Told of what is damaged and was read in another way, and of what is missing for it.
 * @throws {FormatError} If neither boot sector, or neither copy of the table's first record, can be read.
 */
export function openNtfs(source: ByteSource, note: Note): NtfsVolume {
  const boot = readNtfsBoot(source, note);
  return new NtfsVolume(openMft({ source, boot }, note), note);
}
