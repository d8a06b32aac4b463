import { type ByteSource, headOf } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';

/** Offsets in the boot sector, in bytes. */
const BOOT = {
  jump: 0x00, //              u8, 0xeb or 0xe9
  sectorSize: 0x0b, //        u16, in bytes
  sectorsPerCluster: 0x0d, // u8
  reservedSectors: 0x0e, //   u16, before the first table
  tableCount: 0x10, //        u8
  rootEntries: 0x11, //       u16, 0 on FAT32
  sectorCount16: 0x13, //     u16, 0 where the next but one is used
  media: 0x15, //             u8, 0xf0 or above
  tableSectors16: 0x16, //    u16, 0 on FAT32
  sectorCount32: 0x20, //     u32
  tableSectors32: 0x24, //    u32, FAT32 only, as are the rest
  rootCluster: 0x2c, //       u32
  backupSector: 0x32, //      u16
  serial16: 0x27, //          u32, FAT12 and FAT16
  serial32: 0x43, //          u32
  size: 0x200,
} as const;
const ENTRY_SIZE = 32;
const JUMPS: ReadonlySet<number> = new Set([0xeb, 0xe9]);
const MEDIA_MIN = 0xf0;
const TABLES_MAX = 4;
/** Below these, Windows and all others take a table for the next smaller kind. @source Microsoft FAT specification 1.03. */
const FAT12_CLUSTERS_END = 4085;
const FAT16_CLUSTERS_END = 65525;
const FAT32_CLUSTERS_END = 0x0fff_fff5;
/** Where the copy of a FAT32 boot sector stands, as every formatter writes it, in sectors. */
const BACKUP_SECTOR = 6;

export interface FatBootSector {
  readonly kind: 'fat12' | 'fat16' | 'fat32';
  /** In bytes. */
  readonly sectorSize: number;
  readonly clusterSize: number;
  readonly sectorCount: number;
  readonly clusterCount: number;
  /** Where the first table starts, and its size, in bytes. */
  readonly tableAt: number;
  readonly tableSize: number;
  /** Where the root of FAT12 and FAT16 lies, and its size, in bytes; size 0 on FAT32. */
  readonly rootAt: number;
  readonly rootSize: number;
  /** First cluster of the root on FAT32. */
  readonly rootCluster: number;
  /** Where cluster 2, the first, starts, in bytes. */
  readonly dataAt: number;
  readonly serialNumber: number;
}

/** Whether a volume starts with a plausible FAT boot sector. There is no sure sign. */
export function isFat(source: ByteSource): boolean {
  try {
    readFatBootSector(new ByteView(headOf(source, BOOT.size)));
    return true;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

/**
 * Reads the boot sector, or the copy that FAT32 keeps in sector 6.
 *
 * @param note Told that the copy was read.
 * @throws {FormatError} The first sector's error if there is no copy.
 */
export function readFatBoot(source: ByteSource, note: Note): FatBootSector {
  try {
    return readFatBootSector(new ByteView(headOf(source, BOOT.size)));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    for (const sectorSize of [512, 4096]) {
      const at = BACKUP_SECTOR * sectorSize;
      if (source.size < at + BOOT.size) continue;
      try {
        const copy = readFatBootSector(new ByteView(source.read(at, BOOT.size), at));
        if (copy.kind !== 'fat32' || copy.sectorSize !== sectorSize) continue;
        note(error);
        return copy;
      } catch (second) {
        if (!(second instanceof FormatError)) throw second;
      }
    }
    throw error;
  }
}

/**
 * Reads one boot sector.
 *
 * @throws {FormatError} `truncated`; `bad-magic` without a jump; `bad-range` for a value that no formatter writes.
 * @source Microsoft, "FAT32 File System Specification" 1.03.
 */
export function readFatBootSector(view: ByteView): FatBootSector {
  view.need(0, BOOT.size, 'fat.boot');
  const refuse = (field: keyof typeof BOOT, wanted: string, found: number) =>
    view.error('bad-range', `fat.boot.${field}`, BOOT[field], wanted, found);
  if (!JUMPS.has(view.u8(BOOT.jump)))
    throw view.error('bad-magic', 'fat.boot.jump', BOOT.jump, 0xeb, view.u8(BOOT.jump));
  const sectorSize = view.u16(BOOT.sectorSize);
  if (![512, 1024, 2048, 4096].includes(sectorSize)) throw refuse('sectorSize', '512 to 4096', sectorSize);
  const sectorsPerCluster = view.u8(BOOT.sectorsPerCluster);
  if (!isPowerOfTwo(sectorsPerCluster)) throw refuse('sectorsPerCluster', 'a power of two', sectorsPerCluster);
  const reserved = view.u16(BOOT.reservedSectors);
  if (reserved === 0) throw refuse('reservedSectors', '>= 1', reserved);
  const tableCount = view.u8(BOOT.tableCount);
  if (tableCount === 0 || tableCount > TABLES_MAX) throw refuse('tableCount', `1 to ${TABLES_MAX}`, tableCount);
  if (view.u8(BOOT.media) < MEDIA_MIN) throw refuse('media', `>= ${MEDIA_MIN}`, view.u8(BOOT.media));

  const isFat32 = view.u16(BOOT.tableSectors16) === 0;
  const tableSectors = isFat32 ? view.u32(BOOT.tableSectors32) : view.u16(BOOT.tableSectors16);
  const sectorCount = view.u16(BOOT.sectorCount16) || view.u32(BOOT.sectorCount32);
  const rootSectors = Math.ceil((view.u16(BOOT.rootEntries) * ENTRY_SIZE) / sectorSize);
  const dataSector = reserved + tableCount * tableSectors + rootSectors;
  const clusterCount = Math.floor((sectorCount - dataSector) / sectorsPerCluster);
  if (clusterCount < 1 || clusterCount >= (isFat32 ? FAT32_CLUSTERS_END : FAT16_CLUSTERS_END))
    throw refuse('sectorCount32', 'room for clusters', sectorCount);
  const kind = kindOf(isFat32, clusterCount);
  const bitsWanted = (clusterCount + 2) * { fat12: 12, fat16: 16, fat32: 32 }[kind];
  if (tableSectors * sectorSize * 8 < bitsWanted) {
    throw refuse(isFat32 ? 'tableSectors32' : 'tableSectors16', `>= ${bitsWanted} bits`, tableSectors);
  }
  return {
    kind,
    sectorSize,
    clusterSize: sectorSize * sectorsPerCluster,
    sectorCount,
    clusterCount,
    tableAt: reserved * sectorSize,
    tableSize: tableSectors * sectorSize,
    rootAt: (reserved + tableCount * tableSectors) * sectorSize,
    rootSize: isFat32 ? 0 : view.u16(BOOT.rootEntries) * ENTRY_SIZE,
    rootCluster: isFat32 ? view.u32(BOOT.rootCluster) : 0,
    dataAt: dataSector * sectorSize,
    serialNumber: view.u32(isFat32 ? BOOT.serial32 : BOOT.serial16),
  };
}

/** By the number of clusters; but a table size in the place that only FAT32 has makes it FAT32, however small. */
function kindOf(isFat32: boolean, clusterCount: number): FatBootSector['kind'] {
  if (isFat32) return 'fat32';
  return clusterCount < FAT12_CLUSTERS_END ? 'fat12' : 'fat16';
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}
