import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { fileOffsetOf, type PeImage } from './image.js';

/** Offsets in a table of the resource tree; the entries follow. */
const TABLE = { namedCount: 12, idCount: 14, size: 16 } as const;
const ENTRY = { id: 0, offset: 4, size: 8 } as const;
const SUBTABLE = 0x80000000;
/** Offsets in a leaf. */
const DATA = { address: 0, size: 4, sizeWhole: 16 } as const;
/** Entries of one table. Large images have some thousand icons and strings. */
const ENTRIES_MAX = 32768;
/** The tree is three levels deep: type, name, language. */
const LEVELS = ['type', 'name', 'language'] as const;

/** Bytes of a resource in the file. */
export interface PeResource {
  readonly offset: number;
  readonly size: number;
}

/**
 * Finds the first resource of a type, whatever its name and language.
 *
 * @returns `null` where the image has none.
 * @throws {FormatError} `truncated`, `bad-range`, `over-limit`.
 */
export function findResource(source: ByteSource, image: PeImage, type: number): PeResource | null {
  if (image.resources === null) return null;
  const base = image.resources.address;
  let at = base;
  for (const level of LEVELS) {
    const offset = entryOffset(source, image, at, level === 'type' ? type : null);
    if (offset === null) return null;
    const isTable = (offset & SUBTABLE) !== 0;
    const next = base + (offset & ~SUBTABLE);
    if (!isTable) {
      // A leaf that comes early is one all the same.
      const leaf = viewAt(source, image, next, DATA.sizeWhole, 'pe.resource.data');
      const size = leaf.u32(DATA.size);
      return { offset: fileOffsetOf(image, leaf.u32(DATA.address), size, 'pe.resource.data'), size };
    }
    at = next;
  }
  return null;
}

/** Offset of the entry with this id, or of the first. */
function entryOffset(source: ByteSource, image: PeImage, at: number, id: number | null): number | null {
  const table = viewAt(source, image, at, TABLE.size, 'pe.resource.table');
  const namedCount = table.u16(TABLE.namedCount);
  const count = namedCount + table.u16(TABLE.idCount);
  if (count > ENTRIES_MAX)
    throw table.error('over-limit', 'pe.resource.table', TABLE.namedCount, `<= ${ENTRIES_MAX}`, count);
  const wanted = id === null ? Math.min(count, 1) : count;
  const entries = viewAt(source, image, at + TABLE.size, wanted * ENTRY.size, 'pe.resource.table');
  for (let index = 0; index < wanted; index++) {
    if (id === null || entries.u32(index * ENTRY.size + ENTRY.id) === id)
      return entries.u32(index * ENTRY.size + ENTRY.offset);
  }
  return null;
}

function viewAt(source: ByteSource, image: PeImage, address: number, length: number, what: string): ByteView {
  return viewOf(source, fileOffsetOf(image, address, length, what), length, what);
}
