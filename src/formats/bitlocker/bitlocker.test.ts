import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { bitLockerVariant, readBitLocker } from './bitlocker.js';

const METADATA_AT = 4096;

/** A volume header of Windows 7 on, and one copy of the metadata with the protectors given. */
function madeVolume(protections: readonly number[], jump = 0x58): Uint8Array {
  const bytes = new Uint8Array(16384);
  const data = new DataView(bytes.buffer);
  const put = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  bytes.set([0xeb, jump, 0x90]);
  put(3, '-FVE-FS-');
  data.setUint16(0x0b, 512, true);
  data.setUint8(0x0d, 8);
  data.setBigUint64(0x38, 1n, true); // Vista: in clusters of 4096
  for (let copy = 0; copy < 3; copy++) data.setBigUint64(0xb0 + copy * 8, BigInt(METADATA_AT), true);
  put(METADATA_AT, '-FVE-FS-');
  data.setUint16(METADATA_AT + 0x0a, 2, true);
  data.setUint16(METADATA_AT + 0x0c, 4, true);
  data.setUint16(METADATA_AT + 0x0e, 4, true);
  data.setUint32(METADATA_AT + 0x40, 48 + protections.length * 64, true);
  data.setUint32(METADATA_AT + 0x48, 48, true);
  data.setUint16(METADATA_AT + 0x64, 0x8004, true);
  protections.forEach((protection, index) => {
    const at = METADATA_AT + 0x70 + index * 64;
    data.setUint16(at, 64, true);
    data.setUint16(at + 2, 2, true);
    data.setUint16(at + 4, 8, true);
    data.setUint16(at + 8 + 0x1a, protection, true);
  });
  return bytes;
}

describe('readBitLocker', () => {
  it('reads state, method and protectors, and tells a suspended protection', () => {
    const { variant, metadata } = readBitLocker(new MemorySource(madeVolume([0x0100, 0x0800])), strict);
    expect([variant, metadata?.state, metadata?.method, metadata?.isSuspended]).toEqual([
      'windows-7',
      'encrypted',
      'aes-xts-128',
      false,
    ]);
    expect(metadata?.protectors.map(({ kind }) => kind)).toEqual(['tpm', 'recovery-password']);
    const open = readBitLocker(new MemorySource(madeVolume([0x0100, 0, 0x4242])), strict).metadata;
    expect([open?.isSuspended, open?.protectors[2]?.kind]).toEqual([true, 'unknown-0x4242']);
    expect(readBitLocker(new MemorySource(madeVolume([0x0100], 0x52)), strict).variant).toBe('vista');
  });

  it('is BitLocker all the same where its metadata is gone', () => {
    const bytes = madeVolume([]);
    bytes[METADATA_AT] = 0;
    const defects: FormatError[] = [];
    expect(readBitLocker(new MemorySource(bytes), (defect) => defects.push(defect))).toEqual({
      variant: 'windows-7',
      metadata: null,
    });
    expect(defects.map(({ fault, detail }) => [fault, detail.what])).toEqual(
      Array(3).fill(['bad-magic', 'bitlocker.metadata.signature']),
    );
  });

  it('is none elsewhere', () => {
    expect(bitLockerVariant(new MemorySource(new Uint8Array(100)))).toBeNull();
    expect(() => readBitLocker(new MemorySource(new Uint8Array(600)), strict)).toThrow(FormatError);
  });

  it('gives an answer or a FormatError for any mutation', () => {
    const base = madeVolume([0x0100, 0x0800]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 0xa0, METADATA_AT, METADATA_AT + 0x60), fc.nat(120), fc.nat(255))),
        (changes) => {
          const bytes = base.slice();
          for (const [place, at, value] of changes) bytes[place + at] = value;
          try {
            readBitLocker(new MemorySource(bytes), () => {});
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        },
      ),
    );
  });
});

describe.skipIf(CORPUS === null)('readBitLocker on a real volume (skipped without the corpus)', () => {
  it('reads what its description says, from the one copy that was kept', () => {
    const source = new MemorySource(corpusBytes('disk/utillinux-bitlocker-win7.img.zst'));
    const { metadata } = readBitLocker(source, strict);
    expect(metadata).toMatchObject({ state: 'encrypted', method: 'aes-xts-128', isSuspended: false });
    expect(metadata?.description).toMatch(/Win 10 25\/07\/2024$/);
    expect(metadata?.protectors.map(({ kind }) => kind)).toEqual(['password', 'recovery-password']);
  });
});
