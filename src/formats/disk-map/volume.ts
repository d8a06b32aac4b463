import { type ByteSource, headOf } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { type BitLockerVolume, bitLockerVariant, readBitLocker } from '../bitlocker/bitlocker.js';
import { type FatVolume, isFat, openFat } from '../fat/fat.js';
import { isNtfs, type NtfsVolume, openNtfs } from '../ntfs/ntfs.js';

export type VolumeKind = 'ntfs' | 'fat12' | 'fat16' | 'fat32' | 'bitlocker' | 'exfat' | 'refs' | 'empty' | 'unknown';

/** What a partition holds. Fields are `null` where the volume does not say, or cannot be read. */
export interface DiskVolume {
  /** `empty`: the first bytes are zeros. `unknown`: none that is known here. */
  readonly kind: VolumeKind;
  readonly label: string | null;
  /** Of the file system, in bytes. */
  readonly sizeBytes: number | null;
  /** Counted when first asked: it reads the whole allocation bitmap or table. */
  readonly freeBytes: number | null;
  readonly dirty: boolean | null;
  /** The opened volume of its kind; `null` for other kinds, or where it is too damaged to open. */
  readonly ntfs: NtfsVolume | null;
  readonly fat: FatVolume | null;
  readonly bitLocker: BitLockerVolume | null;
}

const NAME_AT = 3;
const OTHER_NAMES: Readonly<Record<string, VolumeKind>> = { 'EXFAT   ': 'exfat', 'ReFS\0\0\0\0': 'refs' };
const HEAD_SIZE = 4096;
const SECTOR_SIZES = [512, 4096] as const;

/** Whether a source starts as a volume does, and not as a partitioned disk. */
export function startsAsVolume(source: ByteSource): boolean {
  return isNtfs(source) || bitLockerVariant(source) !== null || otherKind(source) !== null || isFat(source);
}

/**
 * Recognises a volume and opens it.
 *
 * @param source The partition, as large as the table says.
 * @param note Told what is damaged; a volume too damaged to open keeps its kind.
 */
export function openVolume(source: ByteSource, note: Note): DiskVolume {
  if (bitLockerVariant(source) !== null) {
    return { ...blank('bitlocker'), bitLocker: attempt(note, () => readBitLocker(source, note)) };
  }
  if (isNtfs(source))
    return ntfsVolume(
      attempt(note, () => openNtfs(source, note)),
      note,
    );
  const other = otherKind(source);
  if (other !== null) return blank(other);
  if (isFat(source))
    return fatVolume(
      attempt(note, () => openFat(source, note)),
      note,
    );
  if (source.size === 0) return blank('unknown'); // cut off before it begins
  return lostVolume(source, note) ?? blank(headOf(source, HEAD_SIZE).every((byte) => byte === 0) ? 'empty' : 'unknown');
}

/** A volume whose first sector is gone, known by the copy in its last one. What cannot be opened so is none. */
function lostVolume(source: ByteSource, note: Note): DiskVolume | null {
  const hasCopy = SECTOR_SIZES.some((size) => source.size > size && nameAt(source, source.size - size) === 'NTFS    ');
  if (!hasCopy) return null;
  const defects: FormatError[] = [];
  const volume = attempt(
    () => {},
    () => openNtfs(source, (defect) => defects.push(defect)),
  );
  if (volume === null) return null;
  defects.forEach(note);
  return ntfsVolume(volume, note);
}

function otherKind(source: ByteSource): VolumeKind | null {
  return source.size < HEAD_SIZE ? null : (OTHER_NAMES[nameAt(source, 0)] ?? null);
}

function nameAt(source: ByteSource, sector: number): string {
  return String.fromCharCode(...new ByteView(source.read(sector + NAME_AT, 8)).bytes);
}

function blank(kind: VolumeKind): DiskVolume {
  return { kind, label: null, sizeBytes: null, freeBytes: null, dirty: null, ntfs: null, fat: null, bitLocker: null };
}

function ntfsVolume(ntfs: NtfsVolume | null, note: Note): DiskVolume {
  if (ntfs === null) return blank('ntfs');
  const free = once(() => attempt(note, () => ntfs.freeBytes()));
  return {
    ...{ kind: 'ntfs', label: ntfs.label, sizeBytes: ntfs.sizeBytes, dirty: ntfs.isDirty, fat: null, bitLocker: null },
    ntfs,
    get freeBytes() {
      return free();
    },
  };
}

function fatVolume(fat: FatVolume | null, note: Note): DiskVolume {
  if (fat === null) return blank('unknown');
  const free = once(() => attempt(note, () => fat.freeBytes()));
  return {
    ...{
      kind: fat.boot.kind,
      label: fat.label,
      sizeBytes: fat.sizeBytes,
      dirty: fat.isDirty,
      ntfs: null,
      bitLocker: null,
    },
    fat,
    get freeBytes() {
      return free();
    },
  };
}

/** Runs `read`; a `FormatError` is noted, and the answer is `null`. */
export function attempt<T>(note: Note, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return null;
  }
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}
