import { type ByteSource, headOf, viewOf, WindowSource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { ExtentSource } from '../../bytes/extent-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { hasVhdCookie, readVhdFooter, VHD_FOOTER_SIZE, type VhdFooter, verifyVhdChecksum } from './footer.js';

export { readVhdFooter, type VhdFooter } from './footer.js';

/** Offsets in the header of a dynamic disk, in bytes. Numbers are big-endian. */
const HEADER = {
  cookie: 0x00, //      8 bytes, "cxsparse"
  tableOffset: 0x10, // u64
  entryCount: 0x1c, //  u32
  blockSize: 0x20, //   u32
  checksum: 0x24, //    u32
  size: 0x400,
} as const;
const HEADER_COOKIE = 'cxsparse';
/** Sectors of a VHD have 512 bytes, whatever the disk says. */
const SECTOR_SIZE = 512;
const BITS_IN_BYTE = 8;
const ENTRY_SIZE = 4;
const ENTRY_ABSENT = 0xffff_ffff;

/** Windows uses 2 MiB and 512 KiB. */
export const VHD_BLOCK_BYTES_MAX = 256 * 1024 * 1024;
/** A 2040 GiB disk, the largest VHD there is, has 1,044,480 blocks of 2 MiB. */
export const VHD_BLOCKS_MAX = 8 * 1024 * 1024;

export interface VhdDisk {
  readonly footer: VhdFooter;
  /** Of one block, in bytes; `null` in a fixed disk. */
  readonly blockSize: number | null;
  /** The virtual disk. */
  readonly disk: ByteSource;
}

/** Whether a file is a VHD: a footer stands at its end, or the copy of one at its start. */
export function isVhd(source: ByteSource): boolean {
  if (source.size < VHD_FOOTER_SIZE) return false;
  if (hasVhdCookie(new ByteView(headOf(source, VHD_FOOTER_SIZE)))) return true;
  return hasVhdCookie(viewOf(source, source.size - VHD_FOOTER_SIZE, VHD_FOOTER_SIZE, 'vhd.footer'));
}

/**
 * Opens a VHD, fixed or dynamic.
 *
 * @param note Told where the footer is damaged or missing and its copy at the start was read instead.
 * @throws {FormatError} `bad-magic` where this is no VHD; `unsupported` (`vhd.differencing`) for a disk that needs its
 *   parent; else what is wrong with the footer or header. A block outside the file costs the reads that touch it.
 * @source Microsoft, "Virtual Hard Disk Image Format Specification" 1.0.
 */
export function openVhd(source: ByteSource, note: Note): VhdDisk {
  const footer = findFooter(source, note);
  if (footer.kind === 'differencing') {
    throw new FormatError('unsupported', {
      what: 'vhd.differencing',
      sourceOffset: 0,
      expected: 'a disk of its own',
      actual: 'one that needs its parent',
    });
  }
  if (footer.headerOffset === null) {
    return { footer, blockSize: null, disk: new WindowSource(source, 0, footer.sizeBytes) };
  }
  return { footer, ...openDynamic(source, footer, footer.headerOffset) };
}

function findFooter(source: ByteSource, note: Note): VhdFooter {
  const at = Math.max(0, source.size - VHD_FOOTER_SIZE);
  try {
    return readVhdFooter(viewOf(source, at, VHD_FOOTER_SIZE, 'vhd.footer'));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const head = new ByteView(headOf(source, VHD_FOOTER_SIZE));
    if (!hasVhdCookie(head)) throw error;
    const copy = readVhdFooter(head);
    note(error);
    return copy;
  }
}

function openDynamic(source: ByteSource, footer: VhdFooter, offset: number): { blockSize: number; disk: ByteSource } {
  const view = viewOf(source, offset, HEADER.size, 'vhd.header');
  if (view.ascii(HEADER.cookie, HEADER_COOKIE.length) !== HEADER_COOKIE) {
    throw view.error('bad-magic', 'vhd.header.cookie', HEADER.cookie, HEADER_COOKIE);
  }
  verifyVhdChecksum(view, HEADER.size, HEADER.checksum, 'vhd.header.checksum');
  const blockSize = view.u32be(HEADER.blockSize);
  if (blockSize < SECTOR_SIZE || blockSize > VHD_BLOCK_BYTES_MAX || (blockSize & (blockSize - 1)) !== 0) {
    throw view.error('bad-range', 'vhd.header.blockSize', HEADER.blockSize, 'a power of two from 512', blockSize);
  }
  const entryCount = view.u32be(HEADER.entryCount);
  const blockCount = Math.ceil(footer.sizeBytes / blockSize);
  if (blockCount > VHD_BLOCKS_MAX) {
    throw view.error('over-limit', 'vhd.header.entryCount', HEADER.entryCount, `<= ${VHD_BLOCKS_MAX}`, blockCount);
  }
  if (entryCount < blockCount) {
    throw view.error('bad-range', 'vhd.header.entryCount', HEADER.entryCount, `>= ${blockCount}`, entryCount);
  }
  const table = viewOf(
    source,
    view.u64be(HEADER.tableOffset, 'vhd.header.tableOffset'),
    blockCount * ENTRY_SIZE,
    'vhd.table',
  );
  const bitmapSize = Math.ceil(blockSize / SECTOR_SIZE / BITS_IN_BYTE / SECTOR_SIZE) * SECTOR_SIZE;
  const disk = new ExtentSource(source, footer.sizeBytes, (at) => {
    const block = Math.floor(at / blockSize);
    const within = at - block * blockSize;
    const sector = table.u32be(block * ENTRY_SIZE);
    const start = sector === ENTRY_ABSENT ? null : sector * SECTOR_SIZE + bitmapSize + within;
    return { at: start, length: blockSize - within };
  });
  return { blockSize, disk };
}
