import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { crc32c } from '../../bytes/crc32.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { readGuid } from '../../bytes/guid.js';

/** Offsets in one of the two headers, in bytes. */
const HEADER = {
  signature: 0x00, //      4 letters, "head"
  checksum: 0x04, //       u32, CRC-32C of 4096 bytes with itself as zero
  sequenceNumber: 0x08, // u64
  logGuid: 0x30, //        16 bytes, nil where no log is to be replayed
  logVersion: 0x40, //     u16, 0
  version: 0x42, //        u16, 1
  logLength: 0x44, //      u32, in bytes
  logOffset: 0x48, //      u64
  size: 0x1000,
} as const;
const HEADER_OFFSETS = [0x10000, 0x20000] as const;
const SIGNATURE = 'head';
const VERSION = 1;

export interface VhdxHeader {
  readonly sequenceNumber: bigint;
  readonly logGuid: string;
  readonly logVersion: number;
  readonly logOffset: number;
  readonly logLength: number;
}

/**
 * Reads both headers and gives the one in force: the sound one with the higher sequence number.
 *
 * @param note Told of a header that is damaged beside a sound one.
 * @throws {FormatError} The first header's error if neither is sound; `unsupported` for another version.
 * @source MS-VHDX 2.2.2.
 */
export function readVhdxHeader(source: ByteSource, note: Note): VhdxHeader {
  const errors: FormatError[] = [];
  let best: VhdxHeader | undefined;
  for (const offset of HEADER_OFFSETS) {
    try {
      const header = readOne(viewOf(source, offset, HEADER.size, 'vhdx.header'));
      if (best === undefined || header.sequenceNumber > best.sequenceNumber) best = header;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      errors.push(error);
    }
  }
  if (best === undefined) throw errors[0] as FormatError;
  for (const error of errors) note(error);
  return best;
}

function readOne(view: ByteView): VhdxHeader {
  verifyVhdxBlock(view, SIGNATURE, 'vhdx.header');
  const version = view.u16(HEADER.version);
  if (version !== VERSION) throw view.error('unsupported', 'vhdx.header.version', HEADER.version, VERSION, version);
  return {
    sequenceNumber: view.bits64(HEADER.sequenceNumber),
    logGuid: readGuid(view, HEADER.logGuid),
    logVersion: view.u16(HEADER.logVersion),
    logOffset: view.u64(HEADER.logOffset, 'vhdx.header.logOffset'),
    logLength: view.u32(HEADER.logLength),
  };
}

/**
 * Checks the four letters at the start of a structure and the CRC-32C behind them, which covers all of `view`.
 *
 * @throws {FormatError} `bad-magic`, `bad-checksum`
 */
export function verifyVhdxBlock(view: ByteView, signature: string, what: string): void {
  const found = view.ascii(HEADER.signature, signature.length);
  if (found !== signature) throw view.error('bad-magic', `${what}.signature`, HEADER.signature, signature, found);
  const stated = view.u32(HEADER.checksum);
  const before = crc32c(view.bytes, 0, HEADER.checksum);
  const actual = crc32c(view.bytes, HEADER.checksum + 4, view.size, crc32c(new Uint8Array(4), 0, 4, before));
  if (actual !== stated) throw view.error('bad-checksum', `${what}.checksum`, HEADER.checksum, stated, actual);
}
