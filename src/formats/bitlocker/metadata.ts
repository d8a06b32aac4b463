import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { readGuid } from '../../bytes/guid.js';

/** Offsets in a metadata block, in bytes. */
const BLOCK = {
  signature: 0x00, //      8 bytes, "-FVE-FS-"
  version: 0x0a, //        u16, 1 Vista, 2 since Windows 7
  state: 0x0c, //          u16
  nextState: 0x0e, //      u16, where a conversion is on its way
  encryptedSize: 0x10, //  u64, bytes from the start that are encrypted, or the whole volume
  metadataSize: 0x40, //   u32, of what follows from here
  headerSize: 0x48, //     u32
  volumeId: 0x50, //       GUID
  method: 0x64, //         u16
  created: 0x68, //        FILETIME
  entries: 0x70,
} as const;
/** Offsets in an entry, in bytes. */
const ENTRY = { size: 0x00, type: 0x02, valueType: 0x04, data: 0x08 } as const;
const ENTRY_TYPE = { masterKey: 2, description: 7 } as const;
const VALUE_TEXT = 2;
/** Offsets in the data of a master key's entry, in bytes. */
const KEY = { id: 0x00, protection: 0x1a, size: 0x1c } as const;

const SIGNATURE = '-FVE-FS-';
/** Windows keeps 64 KiB for a block. */
const METADATA_BYTES_MAX = 64 * 1024;

export type BitLockerState = 'decrypted' | 'converting' | 'encrypted-on-write' | 'encrypted' | 'paused' | 'unknown';
const STATES: Readonly<Record<number, BitLockerState>> = {
  1: 'decrypted',
  2: 'converting',
  3: 'encrypted-on-write',
  4: 'encrypted',
  5: 'paused',
};
const METHODS: Readonly<Record<number, string>> = {
  0: 'none',
  32768: 'aes-cbc-128-diffuser',
  32769: 'aes-cbc-256-diffuser',
  32770: 'aes-cbc-128',
  32771: 'aes-cbc-256',
  32772: 'aes-xts-128',
  32773: 'aes-xts-256',
};
const PROTECTIONS: Readonly<Record<number, string>> = {
  0: 'clear-key',
  256: 'tpm',
  512: 'startup-key',
  1280: 'tpm-and-pin',
  2048: 'recovery-password',
  8192: 'password',
};

export interface BitLockerProtector {
  readonly id: string;
  /** `clear-key`: protection is suspended, and anyone can unlock the volume. `unknown-0x…` for others. */
  readonly kind: string;
}

export interface BitLockerMetadata {
  readonly version: number;
  readonly state: BitLockerState;
  readonly nextState: BitLockerState;
  /** In bytes. */
  readonly encryptedBytes: number;
  readonly volumeId: string;
  /** Such as `aes-xts-128`, or `unknown-0x…`. */
  readonly method: string;
  /** FILETIME. */
  readonly created: bigint;
  /** What Windows wrote down when it began: computer, drive and date. */
  readonly description: string | null;
  readonly protectors: readonly BitLockerProtector[];
  /** Whether a clear key lies beside the others: encrypted, but open to anyone. */
  readonly isSuspended: boolean;
}

/**
 * Reads one copy of a volume's metadata.
 *
 * @throws {FormatError} `truncated`; `bad-magic`; `bad-range`; `over-limit`; `unsupported` for a version other than 1 and 2.
 */
export function readBitLockerMetadata(source: ByteSource, offset: number): BitLockerMetadata {
  const head = viewOf(source, offset, BLOCK.entries, 'bitlocker.metadata');
  const signature = head.ascii(BLOCK.signature, SIGNATURE.length);
  if (signature !== SIGNATURE) {
    throw head.error('bad-magic', 'bitlocker.metadata.signature', BLOCK.signature, SIGNATURE, signature);
  }
  const version = head.u16(BLOCK.version);
  if (version !== 1 && version !== 2) {
    throw head.error('unsupported', 'bitlocker.metadata.version', BLOCK.version, '1 or 2', version);
  }
  const size = head.u32(BLOCK.metadataSize);
  if (size > METADATA_BYTES_MAX) {
    throw head.error('over-limit', 'bitlocker.metadata.size', BLOCK.metadataSize, METADATA_BYTES_MAX, size);
  }
  const end = BLOCK.metadataSize + size;
  if (end < BLOCK.entries) throw head.error('bad-range', 'bitlocker.metadata.size', BLOCK.metadataSize, '>= 48', size);
  const view = viewOf(source, offset, end, 'bitlocker.metadata');
  const { protectors, description } = readEntries(view, BLOCK.metadataSize + view.u32(BLOCK.headerSize));
  const method = view.u16(BLOCK.method);
  return {
    version,
    state: STATES[view.u16(BLOCK.state)] ?? 'unknown',
    nextState: STATES[view.u16(BLOCK.nextState)] ?? 'unknown',
    encryptedBytes: view.u64(BLOCK.encryptedSize, 'bitlocker.metadata.encryptedSize'),
    volumeId: readGuid(view, BLOCK.volumeId),
    method: METHODS[method] ?? `unknown-0x${method.toString(16)}`,
    created: view.bits64(BLOCK.created),
    description,
    protectors,
    isSuspended: protectors.some(({ kind }) => kind === 'clear-key'),
  };
}

function readEntries(view: ByteView, start: number): { protectors: BitLockerProtector[]; description: string | null } {
  const protectors: BitLockerProtector[] = [];
  let description: string | null = null;
  for (let at = start; at + ENTRY.data <= view.size; ) {
    const size = view.u16(at + ENTRY.size);
    if (size === 0) break;
    if (size < ENTRY.data) throw view.error('bad-range', 'bitlocker.entry.size', at, `>= ${ENTRY.data}`, size);
    const data = view.slice(at + ENTRY.data, size - ENTRY.data, 'bitlocker.entry');
    const type = view.u16(at + ENTRY.type);
    if (type === ENTRY_TYPE.masterKey) {
      data.need(0, KEY.size, 'bitlocker.key');
      const kind = data.u16(KEY.protection);
      protectors.push({ id: readGuid(data, KEY.id), kind: PROTECTIONS[kind] ?? `unknown-0x${kind.toString(16)}` });
    } else if (type === ENTRY_TYPE.description && view.u16(at + ENTRY.valueType) === VALUE_TEXT) {
      description = data.utf16(0, Math.floor(data.size / 2));
    }
    at += size;
  }
  return { protectors, description };
}
