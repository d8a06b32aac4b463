import type { ByteView } from '../../bytes/byte-view.js';

/** Offsets in one partition entry, in bytes. The cylinder fields are history and not read. */
const ENTRY = {
  status: 0x00, //      u8, 0x80 where the firmware starts from it, else 0x00
  type: 0x04, //        u8, 0 in an unused slot
  firstLba: 0x08, //    u32
  sectorCount: 0x0c, // u32
  size: 0x10,
} as const;
const STATUS_ACTIVE = 0x80;

export interface MbrEntry {
  /** Whether the firmware starts from it. */
  readonly active: boolean;
  readonly type: number;
  /** In logical sectors from the start of the disk, once the chain is resolved. */
  readonly firstLba: number;
  readonly sectorCount: number;
}

/**
 * Reads one entry of a boot record; the caller has checked that it is there.
 *
 * @returns The entry, or `null` if its status byte is none: this is no partition table.
 */
export function readMbrEntry(view: ByteView, offset: number): MbrEntry | null {
  const status = view.u8(offset + ENTRY.status);
  if (status !== 0 && status !== STATUS_ACTIVE) return null;
  return {
    active: status === STATUS_ACTIVE,
    type: view.u8(offset + ENTRY.type),
    firstLba: view.u32(offset + ENTRY.firstLba),
    sectorCount: view.u32(offset + ENTRY.sectorCount),
  };
}

/** A slot without a type or without a sector names nothing. */
export function isUnusedMbrEntry(entry: MbrEntry): boolean {
  return entry.type === 0 || entry.sectorCount === 0;
}
