/** The visible part of a volume under BitLocker; what would be encrypted is not there. */
import { guidBytes } from './bcd.js';

const METADATA_AT = 16 * 1024 * 1024;
const COPIES = 3;
const COPY_SPACE = 64 * 1024;

/** @returns Bytes from the start of the volume: header and three copies of the metadata, protected by TPM and recovery password. */
export function encryptedVolume(): Uint8Array {
  const bytes = new Uint8Array(METADATA_AT + COPIES * COPY_SPACE);
  const data = new DataView(bytes.buffer);
  const letters = (at: number, characters: string) => bytes.set(Buffer.from(characters, 'latin1'), at);
  bytes.set([0xeb, 0x58, 0x90]);
  letters(3, '-FVE-FS-');
  data.setUint16(0x0b, 512, true);
  data.setUint8(0x0d, 8);
  bytes.set(guidBytes('4967d63b-2e29-4ad8-8399-f6a339e3d001'), 0xa0);
  data.setUint16(0x1fe, 0xaa55, true);
  for (let copy = 0; copy < COPIES; copy++) {
    const at = METADATA_AT + copy * COPY_SPACE;
    data.setBigUint64(0xb0 + copy * 8, BigInt(at), true);
    writeMetadata(bytes, data, at);
  }
  return bytes;
}

function writeMetadata(bytes: Uint8Array, data: DataView, at: number): void {
  const protections = [0x0100, 0x0800];
  const entrySize = 64;
  bytes.set(Buffer.from('-FVE-FS-', 'latin1'), at);
  data.setUint16(at + 0x0a, 2, true); // version
  data.setUint16(at + 0x0c, 4, true); // encrypted, now and next
  data.setUint16(at + 0x0e, 4, true);
  data.setUint32(at + 0x40, 48 + protections.length * entrySize, true);
  data.setUint32(at + 0x44, 1, true);
  data.setUint32(at + 0x48, 48, true);
  data.setUint16(at + 0x64, 0x8004, true); // AES-XTS 128
  protections.forEach((protection, index) => {
    const entry = at + 0x70 + index * entrySize;
    data.setUint16(entry, entrySize, true);
    data.setUint16(entry + 2, 2, true);
    data.setUint16(entry + 4, 8, true);
    data.setUint16(entry + 6, 1, true);
    bytes.set(guidBytes(`11111111-2222-3333-4444-00000000000${index}`), entry + 8);
    data.setUint16(entry + 8 + 0x1a, protection, true);
  });
}
