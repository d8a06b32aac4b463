import type { ByteView } from '../../bytes/byte-view.js';
import { NIL_GUID } from '../../bytes/guid.js';

/** Offsets in the footer, in bytes. Numbers are big-endian. */
const FOOTER = {
  cookie: 0x00, //         8 bytes, "conectix"
  version: 0x0c, //        u32, 1.0 is 0x00010000
  headerOffset: 0x10, //   u64, of the dynamic header; all ones in a fixed disk
  creator: 0x1c, //        4 letters
  creatorVersion: 0x20, // u32
  currentSize: 0x30, //    u64, of the virtual disk, in bytes
  diskType: 0x3c, //       u32
  checksum: 0x40, //       u32
  uniqueId: 0x44, //       16 bytes
  size: 0x200,
} as const;
const COOKIE = 'conectix';
const VERSION_MAJOR = 1;
const TYPES: Readonly<Record<number, 'fixed' | 'dynamic' | 'differencing'>> = {
  2: 'fixed',
  3: 'dynamic',
  4: 'differencing',
};

export const VHD_FOOTER_SIZE = FOOTER.size;

export interface VhdFooter {
  readonly kind: 'fixed' | 'dynamic' | 'differencing';
  /** Of the virtual disk, in bytes. */
  readonly sizeBytes: number;
  /** Where the dynamic header lies in the file, in bytes; `null` in a fixed disk. */
  readonly headerOffset: number | null;
  /** Four letters of the program that made it, such as `win ` or `qemu`. */
  readonly creator: string;
  readonly uniqueId: string;
}

/** Whether the eight letters of a footer stand at the start of `view`. */
export function hasVhdCookie(view: ByteView): boolean {
  return view.size >= FOOTER.size && view.ascii(FOOTER.cookie, COOKIE.length) === COOKIE;
}

/**
 * Reads and verifies a footer.
 *
 * @throws {FormatError} `truncated`; `bad-magic`; `bad-checksum`; `unsupported` for another major version or type;
 *   `over-limit`.
 * @source Microsoft, "Virtual Hard Disk Image Format Specification" 1.0, "Hard Disk Footer Format".
 */
export function readVhdFooter(view: ByteView): VhdFooter {
  view.need(0, FOOTER.size, 'vhd.footer');
  if (!hasVhdCookie(view)) {
    throw view.error('bad-magic', 'vhd.footer.cookie', FOOTER.cookie, COOKIE, view.ascii(0, COOKIE.length));
  }
  verifyVhdChecksum(view, FOOTER.size, FOOTER.checksum, 'vhd.footer.checksum');
  const version = view.u32be(FOOTER.version);
  if (version >>> 16 !== VERSION_MAJOR) {
    throw view.error('unsupported', 'vhd.footer.version', FOOTER.version, '1.x', `0x${version.toString(16)}`);
  }
  const diskType = view.u32be(FOOTER.diskType);
  const kind = TYPES[diskType];
  if (kind === undefined) {
    throw view.error('unsupported', 'vhd.footer.diskType', FOOTER.diskType, '2, 3 or 4', diskType);
  }
  return {
    kind,
    sizeBytes: view.u64be(FOOTER.currentSize, 'vhd.footer.currentSize'),
    headerOffset: kind === 'fixed' ? null : view.u64be(FOOTER.headerOffset, 'vhd.footer.headerOffset'),
    creator: view.ascii(FOOTER.creator, 4),
    uniqueId: readUuid(view, FOOTER.uniqueId),
  };
}

/** The one's complement of the sum of all bytes but the checksum's own. @throws {FormatError} `bad-checksum` */
export function verifyVhdChecksum(view: ByteView, size: number, at: number, what: string): void {
  let sum = 0;
  for (let i = 0; i < size; i++) if (i < at || i >= at + 4) sum += view.u8(i);
  const actual = ~sum >>> 0;
  const stated = view.u32be(at);
  if (actual !== stated) throw view.error('bad-checksum', what, at, stated, actual);
}

/** VHD stores ids in plain order, unlike GUIDs elsewhere in Windows. */
function readUuid(view: ByteView, offset: number): string {
  let hex = '';
  for (let i = 0; i < 16; i++)
    hex += view
      .u8(offset + i)
      .toString(16)
      .padStart(2, '0');
  return NIL_GUID.split('-')
    .map((group, index, groups) => {
      const start = groups.slice(0, index).join('').length;
      return hex.slice(start, start + group.length);
    })
    .join('-');
}
