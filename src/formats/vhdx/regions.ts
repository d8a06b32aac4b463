import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { readGuid } from '../../bytes/guid.js';
import { verifyVhdxBlock } from './header.js';

/** Offsets in a region table and its entries, in bytes. */
const TABLE = { entryCount: 0x08, entries: 0x10, size: 0x10000 } as const;
const ENTRY = { id: 0x00, fileOffset: 0x10, length: 0x18, flags: 0x1c, size: 0x20 } as const;
const TABLE_OFFSETS = [0x30000, 0x40000] as const;
const FLAG_REQUIRED = 1;
/** @source MS-VHDX 2.2.3.1: no more fit into the table. */
const ENTRIES_MAX = 2047;
const BAT_REGION = '2dc27766-f623-4200-9d64-115e9bfd4a08';
const METADATA_REGION = '8b7ca206-4790-4b9a-b8fe-575f050f886e';

export interface VhdxRegion {
  /** In bytes from the start of the file. */
  readonly offset: number;
  readonly length: number;
}
export interface VhdxRegions {
  readonly blockTable: VhdxRegion;
  readonly metadata: VhdxRegion;
}

/**
 * Reads the region table, or its copy where the first is damaged.
 *
 * @param note Told of the damaged one.
 * @throws {FormatError} The first table's error if neither is sound; `unsupported` for a region that must be
 *   understood and is not known; `bad-range` if the block table or the metadata is missing.
 * @source MS-VHDX 2.2.3.
 */
export function readVhdxRegions(source: ByteSource, note: Note): VhdxRegions {
  let first: FormatError | undefined;
  for (const offset of TABLE_OFFSETS) {
    try {
      const regions = readOne(source, offset);
      if (first !== undefined) note(first);
      return regions;
    } catch (error) {
      if (!(error instanceof FormatError) || error.fault === 'unsupported') throw error;
      first ??= error;
    }
  }
  throw first as FormatError;
}

function readOne(source: ByteSource, offset: number): VhdxRegions {
  const view = viewOf(source, offset, TABLE.size, 'vhdx.regions');
  verifyVhdxBlock(view, 'regi', 'vhdx.regions');
  const count = view.u32(TABLE.entryCount);
  if (count > ENTRIES_MAX)
    throw view.error('over-limit', 'vhdx.regions.entryCount', TABLE.entryCount, ENTRIES_MAX, count);
  const regions = new Map<string, VhdxRegion>();
  for (let index = 0; index < count; index++) {
    const at = TABLE.entries + index * ENTRY.size;
    const id = readGuid(view, at + ENTRY.id);
    const isKnown = id === BAT_REGION || id === METADATA_REGION;
    if (!isKnown && (view.u32(at + ENTRY.flags) & FLAG_REQUIRED) !== 0) {
      throw view.error('unsupported', 'vhdx.regions.id', at + ENTRY.id, 'a known region', id);
    }
    regions.set(id, {
      offset: view.u64(at + ENTRY.fileOffset, 'vhdx.regions.fileOffset'),
      length: view.u32(at + ENTRY.length),
    });
  }
  const blockTable = regions.get(BAT_REGION);
  const metadata = regions.get(METADATA_REGION);
  if (blockTable === undefined || metadata === undefined) {
    throw view.error('bad-range', 'vhdx.regions', 0, 'a block table and metadata', `${count} other regions`);
  }
  return { blockTable, metadata };
}
