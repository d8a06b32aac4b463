import type { ByteView } from '../../bytes/byte-view.js';
import { ATTRIBUTE_LIST_BYTES_MAX } from './limits.js';
import { type NtfsReference, readReference } from './record.js';

/** Offsets in an entry of an attribute list, in bytes. */
const ENTRY = {
  type: 0x00, //         u32
  length: 0x04, //       u16
  firstCluster: 0x08, // u64
  reference: 0x10, //    the record that holds the attribute
  sizeMin: 0x18,
} as const;

export interface AttributeListEntry {
  readonly type: number;
  readonly firstCluster: number;
  readonly reference: NtfsReference;
}

/**
 * Reads the list of a file whose attributes do not fit into one record.
 *
 * @throws {FormatError} `over-limit` above 256 KiB; `truncated`; `bad-range`.
 */
export function readAttributeList(view: ByteView): AttributeListEntry[] {
  if (view.size > ATTRIBUTE_LIST_BYTES_MAX) {
    throw view.error('over-limit', 'ntfs.attributeList', 0, ATTRIBUTE_LIST_BYTES_MAX, view.size);
  }
  const entries: AttributeListEntry[] = [];
  for (let at = 0; at < view.size; ) {
    view.need(at, ENTRY.sizeMin, 'ntfs.attributeList.entry');
    const length = view.u16(at + ENTRY.length);
    if (length < ENTRY.sizeMin) {
      throw view.error('bad-range', 'ntfs.attributeList.length', at + ENTRY.length, `>= ${ENTRY.sizeMin}`, length);
    }
    entries.push({
      type: view.u32(at + ENTRY.type),
      firstCluster: view.u64(at + ENTRY.firstCluster, 'ntfs.attributeList.firstCluster'),
      reference: readReference(view, at + ENTRY.reference),
    });
    at += length;
  }
  return entries;
}
