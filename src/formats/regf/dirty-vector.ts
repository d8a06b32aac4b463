import type { ByteView } from '../../bytes/byte-view.js';
import { BASE_BLOCK_BYTES, BASE_HEAD_BYTES } from './base-block.js';
import type { Patch } from './hive-image.js';

const MAGIC = 0x5452_4944; // 'DIRT'
const MAGIC_BYTES = 4;
const PAGE_BYTES = 512;

/** Whether a log of the old form has the map of dirty pages that it must have. */
export function hasDirtyVector(view: ByteView): boolean {
  return view.size >= BASE_HEAD_BYTES + MAGIC_BYTES && view.u32(BASE_HEAD_BYTES) === MAGIC;
}

/**
 * The pages of a log of the old form: a map with a bit for each 512 bytes of the hive, and behind it, at the next
 * sector, those that are set.
 *
 * @param binsSize Of the hive, as the log's own base block gives it.
 * @throws {FormatError} `truncated` where a page is missing: half of the changes are worse than none.
 * @source Maxim Suhanov, "Windows registry file format specification", Old format.
 */
export function readDirtyPages(view: ByteView, binsSize: number): Patch[] {
  const pageCount = Math.floor(binsSize / PAGE_BYTES);
  const map = BASE_HEAD_BYTES + MAGIC_BYTES;
  view.need(map, Math.ceil(pageCount / 8), 'regf.log.dirtyVector');
  let from = Math.ceil((map + pageCount / 8) / PAGE_BYTES) * PAGE_BYTES;
  const patches: Patch[] = [];
  for (let page = 0; page < pageCount; page++) {
    if ((view.u8(map + (page >> 3)) & (1 << (page & 7))) === 0) continue;
    view.need(from, PAGE_BYTES, 'regf.log.page');
    patches.push({
      offset: BASE_BLOCK_BYTES + page * PAGE_BYTES,
      bytes: view.bytes.subarray(from, from + PAGE_BYTES),
    });
    from += PAGE_BYTES;
  }
  return patches;
}
