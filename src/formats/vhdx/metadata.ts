import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { readGuid } from '../../bytes/guid.js';
import type { VhdxRegion } from './regions.js';

/** Offsets in the metadata table and its entries, in bytes. */
const TABLE = { signature: 0x00, entryCount: 0x0a, entries: 0x20, size: 0x10000 } as const;
const ENTRY = { id: 0x00, offset: 0x10, length: 0x14, flags: 0x18, size: 0x20 } as const;
const SIGNATURE = 'metadata';
const FLAG_REQUIRED = 4;
/** @source MS-VHDX 2.6.1.1: no more fit into the table. */
const ENTRIES_MAX = 2047;
/** Known items are 16 bytes at most; a parent locator is longer and read by no one here. */
const ITEM_SIZE_MAX = 0x10000;

const ITEMS = {
  'caa16737-fa36-4d43-b3b6-33f0aa44e76b': 'fileParameters',
  '2fa54224-cd1b-4876-b211-5dbed83bf4b8': 'diskSize',
  'beca12ab-b2e6-4523-93ef-c309e000c746': 'diskId',
  '8141bf1d-a96f-4709-ba47-f233a8faab5f': 'logicalSectorSize',
  'cda348c7-445d-4471-9cc9-e9885251c556': 'physicalSectorSize',
  'a8d35f2d-b30b-454d-abf7-d3d84834ab0c': 'parentLocator',
} as const;
type ItemName = (typeof ITEMS)[keyof typeof ITEMS];
const FLAG_HAS_PARENT = 2;

const BLOCK_BYTES_MIN = 1 << 20;
const BLOCK_BYTES_MAX = 256 << 20;
/** @source MS-VHDX 2.6.2.2: 64 TiB. */
const DISK_BYTES_MAX = 64 * 2 ** 40;

export interface VhdxMetadata {
  /** Of one payload block, in bytes. */
  readonly blockSize: number;
  readonly hasParent: boolean;
  /** Of the virtual disk, in bytes. */
  readonly sizeBytes: number;
  readonly diskId: string;
  readonly logicalSectorSize: number;
  readonly physicalSectorSize: number;
}

/**
 * Reads the metadata region.
 *
 * @throws {FormatError} `truncated`; `bad-magic`; `unsupported` for a required item that is not known; `bad-range` for
 *   a missing item or a size that MS-VHDX does not allow; `over-limit`.
 * @source MS-VHDX 2.6.
 */
export function readVhdxMetadata(source: ByteSource, region: VhdxRegion): VhdxMetadata {
  const view = viewOf(source, region.offset, TABLE.size, 'vhdx.metadata');
  if (view.ascii(TABLE.signature, SIGNATURE.length) !== SIGNATURE) {
    throw view.error('bad-magic', 'vhdx.metadata.signature', TABLE.signature, SIGNATURE);
  }
  const items = readItems(source, region, view);
  const need = (name: ItemName, size: number): ByteView => {
    const item = items.get(name);
    if (item === undefined) throw view.error('bad-range', `vhdx.metadata.${name}`, 0, 'the item', 'none');
    item.need(0, size, `vhdx.metadata.${name}`);
    return item;
  };
  const parameters = need('fileParameters', 8);
  const blockSize = parameters.u32(0);
  if (blockSize < BLOCK_BYTES_MIN || blockSize > BLOCK_BYTES_MAX || (blockSize & (blockSize - 1)) !== 0) {
    throw parameters.error('bad-range', 'vhdx.metadata.blockSize', 0, 'a power of two from 1 to 256 MiB', blockSize);
  }
  const size = need('diskSize', 8);
  const sizeBytes = size.u64(0, 'vhdx.metadata.diskSize');
  if (sizeBytes > DISK_BYTES_MAX)
    throw size.error('over-limit', 'vhdx.metadata.diskSize', 0, DISK_BYTES_MAX, sizeBytes);
  return {
    blockSize,
    hasParent: (parameters.u32(4) & FLAG_HAS_PARENT) !== 0,
    sizeBytes,
    diskId: readGuid(need('diskId', 16), 0),
    logicalSectorSize: readSectorSize(need('logicalSectorSize', 4), 'vhdx.metadata.logicalSectorSize'),
    physicalSectorSize: readSectorSize(need('physicalSectorSize', 4), 'vhdx.metadata.physicalSectorSize'),
  };
}

function readSectorSize(item: ByteView, what: string): number {
  const size = item.u32(0);
  if (size !== 512 && size !== 4096) throw item.error('bad-range', what, 0, '512 or 4096', size);
  return size;
}

function readItems(source: ByteSource, region: VhdxRegion, view: ByteView): Map<ItemName, ByteView> {
  const count = view.u16(TABLE.entryCount);
  if (count > ENTRIES_MAX)
    throw view.error('over-limit', 'vhdx.metadata.entryCount', TABLE.entryCount, ENTRIES_MAX, count);
  const items = new Map<ItemName, ByteView>();
  for (let index = 0; index < count; index++) {
    const at = TABLE.entries + index * ENTRY.size;
    const id = readGuid(view, at + ENTRY.id);
    const name = (ITEMS as Readonly<Record<string, ItemName | undefined>>)[id];
    if (name === undefined) {
      if ((view.u32(at + ENTRY.flags) & FLAG_REQUIRED) === 0) continue;
      throw view.error('unsupported', 'vhdx.metadata.id', at + ENTRY.id, 'a known item', id);
    }
    const length = view.u32(at + ENTRY.length);
    if (length > ITEM_SIZE_MAX) throw view.error('over-limit', `vhdx.metadata.${name}`, at, ITEM_SIZE_MAX, length);
    items.set(name, viewOf(source, region.offset + view.u32(at + ENTRY.offset), length, `vhdx.metadata.${name}`));
  }
  return items;
}
