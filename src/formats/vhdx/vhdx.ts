import { type ByteSource, CachedSource, checkRange, headOf, WindowSource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { type Extent, ExtentSource } from '../../bytes/extent-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { NIL_GUID } from '../../bytes/guid.js';
import { readVhdxHeader } from './header.js';
import { replayVhdxLog } from './log.js';
import { readVhdxMetadata, type VhdxMetadata } from './metadata.js';
import { readVhdxRegions, type VhdxRegion } from './regions.js';

export { VHDX_LOG_BYTES_MAX, VHDX_LOG_ZEROS_MAX } from './log.js';
export type { VhdxMetadata } from './metadata.js';

const SIGNATURE = 'vhdxfile';

/** Block states of a disk without a parent. @source MS-VHDX 2.5.1.1. */
const STATE = { notPresent: 0, undefined: 1, zero: 2, unmapped: 3, fullyPresent: 6 } as const;
const STATE_MASK = 7;
const BAT_ENTRY_SIZE = 8;
/** A sector bitmap block speaks for this many sectors; its entry stands behind those of its payload blocks. */
const SECTORS_IN_BITMAP = 2 ** 23;
const MEBIBYTE = 1 << 20;
/** A block table may have 512 MiB and is read by pages, of which the last few are kept. */
const TABLE_PAGE_SIZE = 64 * 1024;
const TABLE_PAGES_KEPT = 16;

export interface VhdxDisk {
  readonly metadata: VhdxMetadata;
  /** Whether a log that a crash left behind was replayed (in memory) to read the disk. */
  readonly logReplayed: boolean;
  /** The virtual disk. */
  readonly disk: ByteSource;
}

/** Whether a file starts with the letters of a VHDX. */
export function isVhdx(source: ByteSource): boolean {
  const head = new ByteView(headOf(source, SIGNATURE.length));
  return head.size === SIGNATURE.length && head.ascii(0, SIGNATURE.length) === SIGNATURE;
}

/**
 * Opens a VHDX, fixed or dynamic; a log left behind by a crash is replayed in memory.
 *
 * @param note Told of a damaged header or region table beside a sound one.
 * @throws {FormatError} `bad-magic` where this is no VHDX; `unsupported` (`vhdx.differencing`) for a disk that needs its
 *   parent; else what is wrong with headers, log, regions or metadata. A bad block costs the reads that touch it.
 * @source MS-VHDX, revision 8.
 */
export function openVhdx(source: ByteSource, note: Note): VhdxDisk {
  if (!isVhdx(source))
    throw new FormatError('bad-magic', { what: 'vhdx.signature', sourceOffset: 0, expected: SIGNATURE });
  const header = readVhdxHeader(source, note);
  const file = replayVhdxLog(source, header);
  const regions = readVhdxRegions(file, note);
  const metadata = readVhdxMetadata(file, regions.metadata);
  if (metadata.hasParent) {
    throw new FormatError('unsupported', {
      what: 'vhdx.differencing',
      sourceOffset: regions.metadata.offset,
      expected: 'a disk of its own',
      actual: 'one that needs its parent',
    });
  }
  const disk = new ExtentSource(file, metadata.sizeBytes, blockFinder(file, regions.blockTable, metadata));
  return { metadata, logReplayed: header.logGuid !== NIL_GUID, disk };
}

function blockFinder(file: ByteSource, region: VhdxRegion, metadata: VhdxMetadata): (offset: number) => Extent {
  const { blockSize, logicalSectorSize, sizeBytes } = metadata;
  const chunkRatio = (SECTORS_IN_BITMAP * logicalSectorSize) / blockSize;
  const indexOf = (block: number) => block + Math.floor(block / chunkRatio);
  const tableSize = sizeBytes === 0 ? 0 : (indexOf(Math.ceil(sizeBytes / blockSize) - 1) + 1) * BAT_ENTRY_SIZE;
  if (tableSize > region.length) {
    throw new FormatError('bad-range', {
      what: 'vhdx.blockTable',
      sourceOffset: region.offset,
      expected: `>= ${tableSize} bytes`,
      actual: region.length,
    });
  }
  checkRange(file, region.offset, tableSize, 'vhdx.blockTable');
  const pages = new CachedSource(new WindowSource(file, region.offset, tableSize), TABLE_PAGE_SIZE, TABLE_PAGES_KEPT);

  return (offset) => {
    const block = Math.floor(offset / blockSize);
    const within = offset - block * blockSize;
    const at = indexOf(block) * BAT_ENTRY_SIZE;
    const entry = new ByteView(pages.read(at, BAT_ENTRY_SIZE), region.offset + at);
    const low = entry.u32(0);
    const length = blockSize - within;
    switch (low & STATE_MASK) {
      case STATE.notPresent:
      case STATE.undefined:
      case STATE.zero:
      case STATE.unmapped:
        return { at: null, length };
      case STATE.fullyPresent: {
        const start = (entry.u32(4) * 4096 + (low >>> 20)) * MEBIBYTE; // the upper 44 bits count mebibytes
        checkRange(file, start, blockSize, 'vhdx.block');
        return { at: start + within, length };
      }
      default:
        throw entry.error('bad-range', 'vhdx.blockTable.state', 0, '0, 1, 2, 3 or 6', low & STATE_MASK);
    }
  };
}
