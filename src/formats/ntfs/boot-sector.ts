import { type ByteSource, headOf } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { CLUSTER_BYTES_MAX, INDEX_BLOCK_BYTES_MAX, RECORD_BYTES_MAX } from './limits.js';

/** Offsets in the boot sector, in bytes. */
const BOOT = {
  systemName: 0x03, //         8 bytes, "NTFS    "
  sectorSize: 0x0b, //         u16, in bytes
  sectorsPerCluster: 0x0d, //  u8, above 0x80 a negative power of two
  sectorCount: 0x28, //        u64, one less than the partition has: the last sector keeps a copy of this one
  mftCluster: 0x30, //         u64
  mirrorCluster: 0x38, //      u64
  clustersPerRecord: 0x40, //  i8, below zero a negative power of two, in bytes
  clustersPerIndex: 0x44, //   i8, the same
  serialNumber: 0x48, //       u64
  size: 0x200,
} as const;
const SYSTEM_NAME = 'NTFS    ';
const POWER_FROM = 0x80;
const SECTOR_SIZES: ReadonlySet<number> = new Set([256, 512, 1024, 2048, 4096]);

export interface NtfsBootSector {
  /** In bytes, as are the sizes below. */
  readonly sectorSize: number;
  readonly clusterSize: number;
  readonly recordSize: number;
  readonly indexBlockSize: number;
  readonly sectorCount: number;
  /** Whole clusters: what the bitmap speaks of. */
  readonly clusterCount: number;
  readonly mftCluster: number;
  readonly mirrorCluster: number;
  readonly serialNumber: bigint;
}

/** Whether a volume starts as NTFS does. Tells nothing of its health. */
export function isNtfs(source: ByteSource): boolean {
  return hasName(new ByteView(headOf(source, BOOT.size)));
}

/**
 * Reads the boot sector, or the copy in the last sector where the first is damaged.
 *
 * @param source The volume, as large as its partition.
 * @param note Told that the copy was read.
 * @throws {FormatError} The first sector's error if the copy is none either.
 */
export function readNtfsBoot(source: ByteSource, note: Note): NtfsBootSector {
  try {
    return readNtfsBootSector(new ByteView(headOf(source, BOOT.size)));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    for (const sectorSize of SECTOR_SIZES) {
      const at = source.size - sectorSize;
      if (at < BOOT.size) continue;
      const view = new ByteView(source.read(at, Math.min(sectorSize, BOOT.size)), at);
      if (!hasName(view)) continue;
      const copy = readNtfsBootSector(view);
      note(error);
      return copy;
    }
    throw error;
  }
}

/**
 * Reads one boot sector.
 *
 * @throws {FormatError} `truncated`; `bad-magic`; `bad-range` for a size that no Windows writes; `over-limit`.
 * @source Microsoft, "NTFS Technical Reference" (Windows Server 2003), boot sector.
 */
export function readNtfsBootSector(view: ByteView): NtfsBootSector {
  view.need(0, BOOT.size, 'ntfs.boot');
  if (!hasName(view)) {
    const found = view.ascii(BOOT.systemName, SYSTEM_NAME.length);
    throw view.error('bad-magic', 'ntfs.boot.systemName', BOOT.systemName, SYSTEM_NAME, found);
  }
  const refuse = (field: keyof typeof BOOT, wanted: string, found: number) =>
    view.error('bad-range', `ntfs.boot.${field}`, BOOT[field], wanted, found);

  const sectorSize = view.u16(BOOT.sectorSize);
  if (!SECTOR_SIZES.has(sectorSize)) throw refuse('sectorSize', '256 to 4096', sectorSize);
  const perCluster = view.u8(BOOT.sectorsPerCluster);
  const sectorsPerCluster = perCluster > POWER_FROM ? 2 ** (256 - perCluster) : perCluster;
  const clusterSize = sectorSize * sectorsPerCluster;
  if (!isPowerOfTwo(clusterSize) || clusterSize > CLUSTER_BYTES_MAX) {
    throw refuse('sectorsPerCluster', `a cluster of up to ${CLUSTER_BYTES_MAX} bytes`, clusterSize);
  }
  const sizeOf = (field: 'clustersPerRecord' | 'clustersPerIndex', largest: number) => {
    const stated = (view.u8(BOOT[field]) << 24) >> 24;
    const size = stated < 0 ? 2 ** -stated : stated * clusterSize;
    if (!isPowerOfTwo(size) || size < 512 || size > largest) throw refuse(field, `512 to ${largest} bytes`, size);
    return size;
  };
  const sectorCount = view.u64(BOOT.sectorCount, 'ntfs.boot.sectorCount');
  if (!Number.isSafeInteger(sectorCount * sectorSize)) {
    throw view.error('over-limit', 'ntfs.boot.sectorCount', BOOT.sectorCount, '2^53 bytes', sectorCount);
  }
  return {
    sectorSize,
    clusterSize,
    recordSize: sizeOf('clustersPerRecord', RECORD_BYTES_MAX),
    indexBlockSize: sizeOf('clustersPerIndex', INDEX_BLOCK_BYTES_MAX),
    sectorCount,
    clusterCount: Math.floor(sectorCount / sectorsPerCluster),
    mftCluster: view.u64(BOOT.mftCluster, 'ntfs.boot.mftCluster'),
    mirrorCluster: view.u64(BOOT.mirrorCluster, 'ntfs.boot.mirrorCluster'),
    serialNumber: view.bits64(BOOT.serialNumber),
  };
}

function hasName(view: ByteView): boolean {
  return view.size >= BOOT.size && view.ascii(BOOT.systemName, SYSTEM_NAME.length) === SYSTEM_NAME;
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && Number.isInteger(Math.log2(value));
}
