import { type ByteSource, headOf, viewOf, WindowSource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';

const SIGNATURE = '$SDI0001';
/** Offsets in the table of contents and its entries, in bytes. */
const TABLE = { start: 0x400, entryCount: 8 } as const;
const ENTRY = {
  kind: 0x00, //   8 letters, "PART" for a volume
  offset: 0x10, // u64, in bytes
  length: 0x18, // u64, in bytes; not always what the volume says
  size: 0x40,
} as const;
const KIND_PARTITION = 'PART';

/** Whether a file starts with the letters of a System Deployment Image, such as `boot.sdi`. */
export function isSdi(source: ByteSource): boolean {
  return new ByteView(headOf(source, SIGNATURE.length)).ascii(0, Math.min(source.size, SIGNATURE.length)) === SIGNATURE;
}

/**
 * Opens the volume in a System Deployment Image: the RAM disk that Windows RE starts on.
 *
 * @throws {FormatError} `bad-magic`; `truncated`; `bad-range` if it holds no volume.
 */
export function openSdi(source: ByteSource): { readonly offset: number; readonly disk: ByteSource } {
  if (!isSdi(source))
    throw new FormatError('bad-magic', { what: 'sdi.signature', sourceOffset: 0, expected: SIGNATURE });
  const view = viewOf(source, TABLE.start, TABLE.entryCount * ENTRY.size, 'sdi.table');
  for (let index = 0; index < TABLE.entryCount; index++) {
    const at = index * ENTRY.size;
    if (view.ascii(at + ENTRY.kind, 8) !== KIND_PARTITION) continue;
    const offset = view.u64(at + ENTRY.offset, 'sdi.entry.offset');
    const length = view.u64(at + ENTRY.length, 'sdi.entry.length');
    return { offset, disk: new WindowSource(source, offset, Math.min(length, Math.max(0, source.size - offset))) };
  }
  throw new FormatError('bad-range', {
    what: 'sdi.table',
    sourceOffset: TABLE.start,
    expected: KIND_PARTITION,
    actual: 'none',
  });
}
