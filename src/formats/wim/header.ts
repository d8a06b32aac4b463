import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import { readGuid } from '../../bytes/guid.js';
import { RESOURCE_HEADER_SIZE, type ResourceHeader, readResourceHeader } from './resource-header.js';

/** Offsets in the header, in bytes. */
const HEADER = {
  magic: 0, //             8 bytes
  size: 8, //              u32
  version: 12, //          u32
  flags: 16, //            u32
  chunkSize: 20, //        u32, unpacked bytes of a chunk
  guid: 24, //             16 bytes
  partNumber: 40, //       u16, from 1
  partCount: 42, //        u16
  imageCount: 44, //       u32
  resourceTable: 48, //    resource header
  xml: 72, //              resource header
  bootMetadata: 96, //     resource header
  bootIndex: 120, //       u32, from 1; 0 for none
  integrity: 124, //       resource header
  sizeWhole: 208,
} as const;

const MAGIC = 'MSWIM';
const PIPABLE_MAGIC = 'WLPWM';
const VERSION = { ordinary: 0x10d00, solid: 0xe00 } as const;

const FLAG = {
  compressed: 0x2,
  spanned: 0x8,
  writeInProgress: 0x40,
  xpress: 0x20000,
  lzx: 0x40000,
  lzms: 0x80000,
  xpressToo: 0x200000,
} as const;

/** Images in one WIM. Windows media hold about a dozen. */
const IMAGES_MAX = 4096;

export type WimCompression = 'none' | 'xpress' | 'lzx' | 'lzms';

export interface WimHeader {
  readonly version: number;
  /** Whether resources may be packed together, as in an ESD. */
  readonly solid: boolean;
  readonly flags: number;
  readonly compression: WimCompression;
  /** Unpacked bytes of a chunk; 0 in an uncompressed WIM. */
  readonly chunkSize: number;
  readonly guid: string;
  readonly imageCount: number;
  /** The image that boots, from 1; 0 for none. */
  readonly bootIndex: number;
  /** The file was being written when it was last closed. */
  readonly writeInProgress: boolean;
  readonly resourceTable: ResourceHeader;
  readonly xml: ResourceHeader;
  readonly integrity: ResourceHeader;
}

/** First bytes of a WIM, enough to tell one. */
export function isWim(head: Uint8Array): boolean {
  return magicOf(head) !== undefined;
}

/** Bytes from which the integrity table counts. */
export const WIM_HEADER_SIZE = HEADER.sizeWhole;

/**
 * Reads the header of a WIM.
 *
 * @throws {FormatError} `truncated`; `bad-magic`; `unsupported` for a pipable WIM (`wim.header.pipable`), one part of a
 *   split WIM (`wim.header.partCount`), or another version; `bad-range` for flags that contradict one another.
 * @source Windows Imaging File Format (WIM), Microsoft, 2007.
 */
export function readWimHeader(source: ByteSource): WimHeader {
  const view = viewOf(source, 0, HEADER.sizeWhole, 'wim.header');
  const magic = magicOf(view.bytes);
  if (magic === undefined) throw view.error('bad-magic', 'wim.header.magic', HEADER.magic, MAGIC, 'other bytes');
  if (magic === PIPABLE_MAGIC) throw view.error('unsupported', 'wim.header.pipable', HEADER.magic);
  const size = view.u32(HEADER.size);
  if (size !== HEADER.sizeWhole) throw view.error('bad-range', 'wim.header.size', HEADER.size, HEADER.sizeWhole, size);
  const version = view.u32(HEADER.version);
  if (version !== VERSION.ordinary && version !== VERSION.solid) {
    throw view.error('unsupported', 'wim.header.version', HEADER.version, VERSION.ordinary, version);
  }
  const partCount = view.u16(HEADER.partCount);
  const flags = view.u32(HEADER.flags);
  if (partCount !== 1 || (flags & FLAG.spanned) !== 0) {
    const part = `part ${view.u16(HEADER.partNumber)} of ${partCount}`;
    throw view.error('unsupported', 'wim.header.partCount', HEADER.partCount, 'a WIM in one part', part);
  }
  const imageCount = view.u32(HEADER.imageCount);
  if (imageCount > IMAGES_MAX) {
    throw view.error('over-limit', 'wim.header.imageCount', HEADER.imageCount, `<= ${IMAGES_MAX}`, imageCount);
  }
  const compression = compressionOf(view, flags);
  const read = (offset: number, what: string) =>
    readResourceHeader(view.slice(offset, RESOURCE_HEADER_SIZE, what), 0, what);
  return {
    version,
    solid: version === VERSION.solid,
    flags,
    compression,
    chunkSize: compression === 'none' ? 0 : view.u32(HEADER.chunkSize),
    guid: readGuid(view, HEADER.guid),
    imageCount,
    bootIndex: view.u32(HEADER.bootIndex),
    writeInProgress: (flags & FLAG.writeInProgress) !== 0,
    resourceTable: read(HEADER.resourceTable, 'wim.header.resourceTable'),
    xml: read(HEADER.xml, 'wim.header.xml'),
    integrity: read(HEADER.integrity, 'wim.header.integrity'),
  };
}

function magicOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, 8));
  return [MAGIC, PIPABLE_MAGIC].find((magic) => text === magic.padEnd(8, '\0'));
}

function compressionOf(view: ByteView, flags: number): WimCompression {
  if ((flags & FLAG.compressed) === 0) return 'none';
  const kinds: WimCompression[] = [];
  if ((flags & (FLAG.xpress | FLAG.xpressToo)) !== 0) kinds.push('xpress');
  if ((flags & FLAG.lzx) !== 0) kinds.push('lzx');
  if ((flags & FLAG.lzms) !== 0) kinds.push('lzms');
  if (kinds.length === 1) return kinds[0];
  throw view.error('bad-range', 'wim.header.flags', HEADER.flags, 'one compression', kinds.join(' ') || 'none');
}

/** Names the damage of a whole WIM that a header can show. */
export function headerDefects(source: ByteSource, header: WimHeader): FormatError[] {
  const defects: FormatError[] = [];
  if (header.writeInProgress) {
    defects.push(new FormatError('bad-range', { what: 'wim.header.writeInProgress', sourceOffset: HEADER.flags }));
  }
  if (header.bootIndex > header.imageCount) {
    defects.push(
      new FormatError('bad-range', {
        what: 'wim.header.bootIndex',
        sourceOffset: HEADER.bootIndex,
        expected: `<= ${header.imageCount}`,
        actual: header.bootIndex,
      }),
    );
  }
  const parts = [header.resourceTable, header.xml, header.integrity];
  const end = Math.max(...parts.map((part) => part.offset + part.packedSize));
  if (end > source.size) {
    defects.push(
      new FormatError('truncated', { what: 'wim', sourceOffset: source.size, expected: end, actual: source.size }),
    );
  }
  return defects;
}
