import type { ByteView } from '../../bytes/byte-view.js';

/** Offsets in one item of extended data, in bytes. Oddities: format.md, "Extended data". */
const ITEM = {
  size: 0x00, //     u16, of the item with what fills it up to a multiple of 8
  type: 0x02, //     u16
  linkage: 0x04, //  u16, bit 0: another item follows
  dataSize: 0x06, // u16
  data: 0x08,
} as const;
const MORE_FOLLOWS = 1;

/** @source EVNTCONS.H, EVENT_HEADER_EXT_TYPE. */
const TYPE = { schema: 11, traits: 12 } as const;

const decoder = new TextDecoder();

export interface ExtendedData {
  /** Names and types of a TraceLogging event's fields, or `null`. */
  readonly schema: ByteView | null;
  /** The provider's name and traits, or `null`. */
  readonly traits: ByteView | null;
  /** Where the payload begins, from the start of the event. */
  readonly end: number;
}

/**
 * Reads the items between an event's header and its payload. Other items (user, stack, session) are stepped over.
 *
 * @throws {FormatError} `bad-range` for an item smaller than its own data; `truncated` where one ends behind the event.
 */
export function readExtendedData(event: ByteView, start: number): ExtendedData {
  let schema: ByteView | null = null;
  let traits: ByteView | null = null;
  let at = start;
  for (let isLast = false; !isLast; ) {
    event.need(at, ITEM.data, 'etl.extendedData');
    const size = event.u16(at + ITEM.size);
    const dataSize = event.u16(at + ITEM.dataSize);
    if (size < ITEM.data + dataSize) {
      throw event.error('bad-range', 'etl.extendedData.size', at, `>= ${ITEM.data + dataSize}`, size);
    }
    const data = event.slice(at + ITEM.data, dataSize, 'etl.extendedData.data');
    const type = event.u16(at + ITEM.type);
    if (type === TYPE.schema) schema = data;
    else if (type === TYPE.traits) traits = data;
    isLast = (event.u16(at + ITEM.linkage) & MORE_FOLLOWS) === 0;
    at += size;
  }
  return { schema, traits, end: Math.min(at, event.size) };
}

/** The provider's name out of its traits: u16 size, then UTF-8 up to a NUL. Empty where it cannot stand. */
export function providerNameOf(traits: ByteView): string {
  const NAME_AT = 2;
  if (traits.size <= NAME_AT) return '';
  const end = traits.bytes.indexOf(0, NAME_AT);
  return decoder.decode(traits.bytes.subarray(NAME_AT, end < 0 ? traits.size : end));
}
