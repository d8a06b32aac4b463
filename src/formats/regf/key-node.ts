import type { HiveImage } from './hive-image.js';
import { KEY_NAME_BYTES_MAX } from './limits.js';
import { readName } from './names.js';

/** Offsets in a key, in bytes. Oddities: format.md, "Keys". */
export const KEY = {
  magic: 0x00, //       'nk'
  flags: 0x02, //       u16
  lastWritten: 0x04, // FILETIME
  subkeyCount: 0x14, // u32
  subkeyList: 0x1c, //  u32, offset of a cell
  valueCount: 0x24, //  u32
  valueList: 0x28, //   u32, offset of a cell
  className: 0x30, //   u32, offset of a cell
  nameBytes: 0x48, //   u16
  classBytes: 0x4a, //  u16
  name: 0x4c,
} as const;
const KEY_MAGIC = 0x6b6e;
/** The name has one byte a character. */
const NAME_COMPRESSED = 0x20;
/** No list, or no class. */
export const NOWHERE = 0xffff_ffff;

/** Where a key stands. @throws {FormatError} `bad-range`, `truncated`, `bad-magic`, `over-limit` for a name. */
export function locateKey(image: HiveImage, offset: number): number {
  const { view } = image;
  const at = image.cell(offset, KEY.name, 'regf.key');
  if (view.u16(at) !== KEY_MAGIC) throw view.error('bad-magic', 'regf.key.magic', at, 'nk', view.ascii(at, 2));
  const nameBytes = view.u16(at + KEY.nameBytes);
  const room = image.cellSize(at) - KEY.name;
  if (nameBytes > room) throw view.error('truncated', 'regf.key.name', at + KEY.nameBytes, `<= ${room}`, nameBytes);
  if (nameBytes > KEY_NAME_BYTES_MAX) {
    throw view.error('over-limit', 'regf.key.name', at + KEY.nameBytes, KEY_NAME_BYTES_MAX, nameBytes);
  }
  return at;
}

/** @param at Where `locateKey` found it, as in all below. */
export function keyName(image: HiveImage, at: number): string {
  const isCompressed = (image.view.u16(at + KEY.flags) & NAME_COMPRESSED) !== 0;
  return readName(image, at + KEY.name, image.view.u16(at + KEY.nameBytes), isCompressed);
}

/** What a key is an instance of, which few keys say; `null` where it says nothing. @throws {FormatError} */
export function keyClassName(image: HiveImage, at: number): string | null {
  const size = image.view.u16(at + KEY.classBytes);
  const offset = image.view.u32(at + KEY.className);
  if (size === 0 || offset === NOWHERE) return null;
  return image.view.utf16Whole(image.cell(offset, size, 'regf.key.className'), size >> 1);
}

/** Whether there are keys below it. */
export function hasSubkeys(image: HiveImage, at: number): boolean {
  return image.view.u32(at + KEY.subkeyCount) !== 0 && image.view.u32(at + KEY.subkeyList) !== NOWHERE;
}

/** Whether its name has one byte a character. */
export function isKeyNameCompressed(image: HiveImage, at: number): boolean {
  return (image.view.u16(at + KEY.flags) & NAME_COMPRESSED) !== 0;
}
