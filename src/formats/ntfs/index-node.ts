import type { ByteView } from '../../bytes/byte-view.js';
import { undoFixups } from './fixups.js';
import { type NtfsReference, readReference } from './record.js';

/** Offsets in an index root, in bytes. */
const ROOT = { type: 0x00, blockSize: 0x08, node: 0x10 } as const;
/** Offsets in an index block, in bytes. */
const BLOCK = { number: 0x10, node: 0x18 } as const;
/** Offsets in a node's header, in bytes, and what it counts from. */
const NODE = { entriesAt: 0x00, usedSize: 0x04, headerSize: 0x10 } as const;
/** Offsets in an entry, in bytes. */
const ENTRY = { reference: 0x00, length: 0x08, keySize: 0x0a, flags: 0x0c, key: 0x10, sizeMin: 0x10 } as const;
const ENTRY_FLAG = { hasChild: 1, last: 2 } as const;
const CHILD_SIZE = 8;

export interface IndexEntry {
  readonly reference: NtfsReference;
  /** The `$FILE_NAME`; empty in the last entry, which only leads to a child. */
  readonly key: ByteView;
  readonly isLast: boolean;
  /** Number of the block whose entries all stand before this one, or `null`. */
  readonly child: number | null;
}

/** Reads the entries of a folder's root. @throws {FormatError} `truncated`, `bad-range` */
export function readIndexRoot(view: ByteView): { blockSize: number; entries: IndexEntry[] } {
  view.need(0, ROOT.node + NODE.headerSize, 'ntfs.indexRoot');
  return { blockSize: view.u32(ROOT.blockSize), entries: readEntries(view, ROOT.node, 'ntfs.indexRoot') };
}

/**
 * Reads the entries of an index block.
 *
 * @param number Where the block says that it stands, in its own unit.
 * @throws {FormatError} What `undoFixups` throws; `bad-range` for a block that says it is another; `truncated`.
 */
export function readIndexBlock(view: ByteView, number: number): IndexEntry[] {
  const mended = undoFixups(view, 'INDX', 'ntfs.indexBlock');
  mended.need(0, BLOCK.node + NODE.headerSize, 'ntfs.indexBlock');
  const stated = mended.u64(BLOCK.number, 'ntfs.indexBlock.number');
  if (stated !== number) throw mended.error('bad-range', 'ntfs.indexBlock.number', BLOCK.number, number, stated);
  return readEntries(mended, BLOCK.node, 'ntfs.indexBlock');
}

function readEntries(view: ByteView, nodeAt: number, what: string): IndexEntry[] {
  const end = nodeAt + view.u32(nodeAt + NODE.usedSize);
  view.need(nodeAt, end - nodeAt, `${what}.usedSize`);
  const entries: IndexEntry[] = [];
  let at = nodeAt + view.u32(nodeAt + NODE.entriesAt);
  for (;;) {
    if (at + ENTRY.sizeMin > end) throw view.error('truncated', `${what}.entry`, at, 'a last entry', 'none');
    const length = view.u16(at + ENTRY.length);
    const keySize = view.u16(at + ENTRY.keySize);
    const flags = view.u16(at + ENTRY.flags);
    const isLast = (flags & ENTRY_FLAG.last) !== 0;
    const childSize = (flags & ENTRY_FLAG.hasChild) === 0 ? 0 : CHILD_SIZE;
    const needed = ENTRY.sizeMin + (isLast ? 0 : keySize) + childSize;
    if (length < needed || length % 8 !== 0 || at + length > end) {
      throw view.error('bad-range', `${what}.entry.length`, at + ENTRY.length, `>= ${needed}`, length);
    }
    entries.push({
      reference: readReference(view, at + ENTRY.reference),
      key: view.slice(at + ENTRY.key, isLast ? 0 : keySize, `${what}.entry.key`),
      isLast,
      child: childSize === 0 ? null : view.u64(at + length - CHILD_SIZE, `${what}.entry.child`),
    });
    if (isLast) return entries;
    at += length;
  }
}
