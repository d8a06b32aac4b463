import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';

/** Offsets in the DOS header. */
const DOS = { magic: 0, peOffset: 0x3c, size: 0x40 } as const;
const DOS_MAGIC = 0x5a4d;
/** Offsets from the PE signature: the signature, then the COFF header. */
const COFF = { signature: 0, machine: 4, sectionCount: 6, timestamp: 8, optionalSize: 20, size: 24 } as const;
const PE_SIGNATURE = 0x4550;
/** Offsets in the optional header. PE32+ has wider addresses, so its directories lie further on. */
const OPTIONAL = { magic: 0, directoryCount32: 92, directoryCount64: 108 } as const;
const OPTIONAL_MAGIC = { pe32: 0x10b, pe64: 0x20b } as const;
const DIRECTORY = { resourceIndex: 2, entrySize: 8 } as const;
/** Offsets in a section header. */
const SECTION = { virtualSize: 8, address: 12, rawSize: 16, rawOffset: 20, size: 40 } as const;

/** The loader of Windows takes 96 sections at most. */
const SECTIONS_MAX = 96;
/** The headers of an image lie in its first page, or little behind. */
const HEAD_SIZE = 4096;

const MACHINES: Readonly<Record<number, string>> = {
  332: 'x86',
  452: 'arm',
  512: 'ia64',
  34404: 'amd64',
  43620: 'arm64',
};

export interface PeSection {
  /** Address in memory, relative to the image. */
  readonly address: number;
  readonly virtualSize: number;
  readonly rawOffset: number;
  readonly rawSize: number;
}

export interface PeImage {
  /** `amd64`, `x86`, `arm64` …, or the number in hex. */
  readonly machine: string;
  /** Seconds since 1970, or a hash of the content in reproducible builds. */
  readonly timestamp: number;
  readonly sections: readonly PeSection[];
  /** Where the resources begin in memory; `null` for an image without them. */
  readonly resources: { readonly address: number; readonly size: number } | null;
}

/** First bytes of a PE image or another DOS program. */
export function looksLikePe(head: Uint8Array): boolean {
  return head.length >= 2 && (head[0] | (head[1] << 8)) === DOS_MAGIC;
}

/**
 * Reads the headers of a PE image, in one read where they lie in the first page.
 *
 * @throws {FormatError} `truncated`; `bad-magic` for other files, among them 16-bit programs; `over-limit`.
 * @source PE Format, Microsoft Learn.
 */
export function readPeImage(source: ByteSource): PeImage {
  const head = viewOf(source, 0, Math.min(HEAD_SIZE, source.size), 'pe.dos');
  head.need(0, DOS.size, 'pe.dos');
  if (!looksLikePe(head.bytes)) throw head.error('bad-magic', 'pe.dos.magic', DOS.magic, 'MZ', head.u16(DOS.magic));
  const peOffset = head.u32(DOS.peOffset);
  const fixed = viewOf(source, peOffset, COFF.size, 'pe.header');
  if (fixed.u32(COFF.signature) !== PE_SIGNATURE) {
    throw fixed.error('bad-magic', 'pe.signature', COFF.signature, 'PE', fixed.u32(COFF.signature));
  }
  const sectionCount = fixed.u16(COFF.sectionCount);
  if (sectionCount > SECTIONS_MAX) {
    throw fixed.error('over-limit', 'pe.sectionCount', COFF.sectionCount, `<= ${SECTIONS_MAX}`, sectionCount);
  }
  const optionalSize = fixed.u16(COFF.optionalSize);
  const start = peOffset + COFF.size;
  const view = viewOf(source, start, optionalSize + sectionCount * SECTION.size, 'pe.optional');
  const sections = Array.from({ length: sectionCount }, (_, index) => {
    const at = optionalSize + index * SECTION.size;
    return {
      address: view.u32(at + SECTION.address),
      virtualSize: view.u32(at + SECTION.virtualSize),
      rawOffset: view.u32(at + SECTION.rawOffset),
      rawSize: view.u32(at + SECTION.rawSize),
    };
  });
  const machine = fixed.u16(COFF.machine);
  return {
    machine: MACHINES[machine] ?? `0x${machine.toString(16)}`,
    timestamp: fixed.u32(COFF.timestamp),
    sections,
    resources: readResourceDirectory(),
  };

  function readResourceDirectory(): PeImage['resources'] {
    view.need(0, 2, 'pe.optional.magic');
    const magic = view.u16(OPTIONAL.magic);
    if (magic !== OPTIONAL_MAGIC.pe32 && magic !== OPTIONAL_MAGIC.pe64) {
      throw view.error('unsupported', 'pe.optional.magic', OPTIONAL.magic, 'PE32 or PE32+', magic);
    }
    const countAt = magic === OPTIONAL_MAGIC.pe32 ? OPTIONAL.directoryCount32 : OPTIONAL.directoryCount64;
    if (optionalSize < countAt + 4) throw view.error('truncated', 'pe.optional', 0, countAt + 4, optionalSize);
    const at = countAt + 4 + DIRECTORY.resourceIndex * DIRECTORY.entrySize;
    if (view.u32(countAt) <= DIRECTORY.resourceIndex || at + DIRECTORY.entrySize > optionalSize) return null;
    const address = view.u32(at);
    return address === 0 ? null : { address, size: view.u32(at + 4) };
  }
}

/**
 * Where bytes of the loaded image lie in the file.
 *
 * @throws {FormatError} `bad-range` where no section holds them.
 */
export function fileOffsetOf(image: PeImage, address: number, length: number, what: string): number {
  for (const section of image.sections) {
    const inside = address - section.address;
    if (inside >= 0 && inside + length <= section.rawSize) return section.rawOffset + inside;
  }
  throw new FormatError('bad-range', { what, sourceOffset: 0, expected: 'an address in a section', actual: address });
}
