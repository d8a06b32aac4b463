import { type ByteSource, headOf, viewOf } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { GUID_SIZE, readGuid } from '../../bytes/guid.js';
import { type BitLockerMetadata, readBitLockerMetadata } from './metadata.js';

export type { BitLockerMetadata, BitLockerProtector, BitLockerState } from './metadata.js';

/** Offsets in the volume header, in bytes. */
const HEADER = {
  jump: 0x01, //               u8: 0x52 before Windows 7, 0x58 since
  signature: 0x03, //          8 bytes
  sectorSize: 0x0b, //         u16
  sectorsPerCluster: 0x0d, //  u8
  vistaMetadata: 0x38, //      u64, in clusters
  id: 0xa0, //                 GUID, followed by three u64 offsets of the metadata, in bytes
  toGoId: 0x1a8, //            the same on a volume that shows a FAT file system to those who cannot unlock it
  size: 0x200,
} as const;
const COPIES = 3;
const SIGNATURE = '-FVE-FS-';
const TO_GO_SIGNATURE = 'MSWIN4.1';
const VISTA_JUMP = 0x52;
/** BitLocker, and BitLocker that encrypts only on writing. */
const IDS: ReadonlySet<string> = new Set([
  '4967d63b-2e29-4ad8-8399-f6a339e3d001',
  '92a84d3b-dd80-4d0e-9e4e-b1e3284eaed8',
]);

export type BitLockerVariant = 'vista' | 'windows-7' | 'to-go';

export interface BitLockerVolume {
  readonly variant: BitLockerVariant;
  /** What the volume says of its encryption; `null` where no copy could be read. */
  readonly metadata: BitLockerMetadata | null;
}

/** Which BitLocker a volume starts with, or `null`. Tells nothing of its health. */
export function bitLockerVariant(source: ByteSource): BitLockerVariant | null {
  const view = new ByteView(headOf(source, HEADER.size));
  if (view.size < HEADER.size) return null;
  const signature = view.ascii(HEADER.signature, SIGNATURE.length);
  if (signature === SIGNATURE) return view.u8(HEADER.jump) === VISTA_JUMP ? 'vista' : 'windows-7';
  return signature === TO_GO_SIGNATURE && IDS.has(readGuid(view, HEADER.toGoId)) ? 'to-go' : null;
}

/**
 * Reads what a BitLocker volume tells without a key.
 *
 * @param note Told of each copy of the metadata that cannot be read; the volume is BitLocker's all the same.
 * @throws {FormatError} `bad-magic` if it is none.
 * @source libbde, "BitLocker Drive Encryption (BDE) format"; dislocker for the states.
 */
export function readBitLocker(source: ByteSource, note: Note): BitLockerVolume {
  const variant = bitLockerVariant(source);
  if (variant === null) {
    throw new FormatError('bad-magic', {
      what: 'bitlocker.signature',
      sourceOffset: HEADER.signature,
      expected: SIGNATURE,
    });
  }
  const view = viewOf(source, 0, HEADER.size, 'bitlocker.header');
  for (const [index, read] of metadataOffsets(view, variant).entries()) {
    try {
      return { variant, metadata: readBitLockerMetadata(source, read()) };
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      note(error);
      if (index + 1 === COPIES) break;
    }
  }
  return { variant, metadata: null };
}

function metadataOffsets(view: ByteView, variant: BitLockerVariant): (() => number)[] {
  if (variant === 'vista') {
    const clusterSize = view.u16(HEADER.sectorSize) * view.u8(HEADER.sectorsPerCluster);
    return [() => view.u64(HEADER.vistaMetadata, 'bitlocker.header.metadata') * clusterSize];
  }
  const first = (variant === 'to-go' ? HEADER.toGoId : HEADER.id) + GUID_SIZE;
  return Array.from({ length: COPIES }, (_, copy) => () => view.u64(first + copy * 8, 'bitlocker.header.metadata'));
}
