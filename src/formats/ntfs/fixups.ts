import type { ByteView } from '../../bytes/byte-view.js';
import { ByteView as View } from '../../bytes/byte-view.js';

/** Offsets common to records and index blocks, in bytes. */
const MULTI_SECTOR = { magic: 0x00, fixupOffset: 0x04, fixupCount: 0x06, headerSize: 0x08 } as const;
/** The last two bytes of each such stretch are lent to the check, whatever the sector size of the disk. */
export const FIXUP_STRIDE = 512;

/**
 * Gives back the bytes that a structure of several sectors lent to detect torn writes.
 *
 * @param view The whole structure as it lies on the disk. It is not changed.
 * @param magic Its first four letters.
 * @returns A copy with the bytes in their places.
 * @throws {FormatError} `bad-magic`; `bad-range` for a fixup array that does not fit; `bad-checksum` where a sector's
 *   mark differs: it was not written together with the others.
 */
export function undoFixups(view: ByteView, magic: string, what: string): ByteView {
  view.need(0, MULTI_SECTOR.headerSize, what);
  const found = view.ascii(MULTI_SECTOR.magic, magic.length);
  if (found !== magic) throw view.error('bad-magic', `${what}.magic`, MULTI_SECTOR.magic, magic, found);
  const offset = view.u16(MULTI_SECTOR.fixupOffset);
  const count = view.u16(MULTI_SECTOR.fixupCount);
  const wanted = Math.floor(view.size / FIXUP_STRIDE) + 1; // the mark itself, and two bytes a stretch
  if (count !== wanted) {
    throw view.error('bad-range', `${what}.fixupCount`, MULTI_SECTOR.fixupCount, wanted, count);
  }
  if (offset < MULTI_SECTOR.headerSize || offset % 2 !== 0 || offset + count * 2 > FIXUP_STRIDE - 2) {
    throw view.error('bad-range', `${what}.fixupOffset`, MULTI_SECTOR.fixupOffset, 'inside the first sector', offset);
  }
  const bytes = view.bytes.slice();
  const mark = view.u16(offset);
  for (let index = 1; index < count; index++) {
    const end = index * FIXUP_STRIDE - 2;
    if (view.u16(end) !== mark) throw view.error('bad-checksum', `${what}.fixup`, end, mark, view.u16(end));
    bytes[end] = view.u8(offset + index * 2);
    bytes[end + 1] = view.u8(offset + index * 2 + 1);
  }
  return new View(bytes, view.sourceOffset);
}
