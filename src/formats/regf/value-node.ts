import type { HiveImage } from './hive-image.js';
import { readName } from './names.js';

/** Offsets in a value, in bytes. Oddities: format.md, "Values". */
export const VALUE = {
  magic: 0x00, //      'vk'
  nameBytes: 0x02, //  u16
  dataBytes: 0x04, //  u32; the highest bit: the data stands in the next field
  data: 0x08, //       u32, offset of a cell, or up to 4 bytes of data
  type: 0x0c, //       u32
  flags: 0x10, //      u16
  name: 0x14,
} as const;
const VALUE_MAGIC = 0x6b76;
/** The name has one byte a character. */
const NAME_COMPRESSED = 1;

/** Where a value stands. @throws {FormatError} `bad-range`, `truncated`, `bad-magic`. */
export function locateValue(image: HiveImage, offset: number): number {
  const { view } = image;
  const at = image.cell(offset, VALUE.name, 'regf.value');
  if (view.u16(at) !== VALUE_MAGIC) throw view.error('bad-magic', 'regf.value.magic', at, 'vk', view.ascii(at, 2));
  const nameBytes = view.u16(at + VALUE.nameBytes);
  const room = image.cellSize(at) - VALUE.name;
  if (nameBytes > room) throw view.error('truncated', 'regf.value.name', at + VALUE.nameBytes, `<= ${room}`, nameBytes);
  return at;
}

/** Whether its name has one byte a character. `at`: where `locateValue` found it, as below. */
export function isValueNameCompressed(image: HiveImage, at: number): boolean {
  return (image.view.u16(at + VALUE.flags) & NAME_COMPRESSED) !== 0;
}

export function valueName(image: HiveImage, at: number): string {
  return readName(image, at + VALUE.name, image.view.u16(at + VALUE.nameBytes), isValueNameCompressed(image, at));
}
