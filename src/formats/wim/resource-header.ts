import type { ByteView } from '../../bytes/byte-view.js';

/** Offsets in a resource header, in bytes. */
export const RESOURCE = {
  packedSize: 0, //   56 bits
  flags: 7, //        u8
  offset: 8, //       u64
  unpackedSize: 16, // u64
} as const;
export const RESOURCE_HEADER_SIZE = 24;

export const RESOURCE_FLAG = { free: 0x01, metadata: 0x02, compressed: 0x04, spanned: 0x08, solid: 0x10 } as const;

/** Where a resource lies in the file. */
export interface ResourceHeader {
  readonly packedSize: number;
  readonly flags: number;
  /** From the start of the file; of a blob in a solid run, from the start of the run's unpacked bytes. */
  readonly offset: number;
  readonly unpackedSize: number;
}

/** Reads a resource header. @throws {FormatError} `over-limit` for a number past 2^53 - 1. */
export function readResourceHeader(view: ByteView, offset: number, what: string): ResourceHeader {
  const flags = view.u8(offset + RESOURCE.flags);
  const high = view.u32(offset + RESOURCE.packedSize + 4) & 0xffffff;
  const packedSize = high * 0x1_0000_0000 + view.u32(offset + RESOURCE.packedSize);
  if (packedSize > Number.MAX_SAFE_INTEGER) throw view.error('over-limit', `${what}.packedSize`, offset);
  return {
    packedSize,
    flags,
    offset: view.u64(offset + RESOURCE.offset, `${what}.offset`),
    unpackedSize: view.u64(offset + RESOURCE.unpackedSize, `${what}.unpackedSize`),
  };
}
