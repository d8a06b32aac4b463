import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import type { Note } from '../../bytes/format-error.js';

/** Offsets in the base block, in bytes. Oddities: format.md, "Base block". */
const BASE = {
  magic: 0x00, //          'regf'
  primary: 0x04, //        u32, counts writes begun
  secondary: 0x08, //      u32, counts writes ended
  lastWritten: 0x0c, //    FILETIME
  major: 0x14, //          u32
  minor: 0x18, //          u32
  fileType: 0x1c, //       u32
  fileFormat: 0x20, //     u32, 1
  rootCell: 0x24, //       u32, counted from the end of the base block
  binsSize: 0x28, //       u32
  fileName: 0x30, //       32 UTF-16LE units: the end of the path it was last loaded from
  checksum: 0x1fc, //      u32, XOR of the words before it
} as const;

export const BASE_BLOCK_BYTES = 4096;
/** All of the base block that means anything on disk: what a log keeps a copy of. */
export const BASE_HEAD_BYTES = 512;
/** What `isRegf` must be given, in bytes. */
export const REGF_HEAD_BYTES = 32;

const MAGIC = [0x72, 0x65, 0x67, 0x66];
const FILE_NAME_UNITS = 32;
const MAJOR = 1;
const MINOR_MIN = 3;
const MINOR_MAX = 6;

/** What a file with a base block is. Logs hold changes of a hive not yet written to it, in the old form or in the new one. */
export type RegfKind = 'hive' | 'log-of-pages' | 'log-of-entries';
const KINDS: Readonly<Record<number, RegfKind>> = {
  0: 'hive',
  1: 'log-of-pages',
  2: 'log-of-pages',
  6: 'log-of-entries',
};

export interface BaseBlock {
  readonly kind: RegfKind;
  readonly primarySequence: number;
  readonly secondarySequence: number;
  /** FILETIME. */
  readonly lastWritten: bigint;
  /** 3 of version 1.3. */
  readonly minorVersion: number;
  /** Counted from the end of the base block. */
  readonly rootCell: number;
  /** Size of all hive bins, in bytes. */
  readonly binsSize: number;
  /** The end of the path that it was last loaded from. */
  readonly fileName: string;
  readonly isChecksumRight: boolean;
}

/** Whether bytes start as a hive or as the log of one. */
export function isRegf(head: Uint8Array): boolean {
  return head.length >= REGF_HEAD_BYTES && MAGIC.every((byte, index) => head[index] === byte);
}

/** Whether bytes start as the log of a hive, which bears a hive's signature. */
export function isHiveLog(head: Uint8Array): boolean {
  const kind = isRegf(head) ? KINDS[head[BASE.fileType]] : undefined;
  return kind !== undefined && kind !== 'hive';
}

/**
 * Reads the base block of a hive or of a log of one.
 *
 * @param note Told where the checksum is wrong: what stands there may then be wrong too.
 * @throws {FormatError} `truncated`, `bad-magic`; `unsupported` for a version or a type of file that is not known.
 * @source Maxim Suhanov, "Windows registry file format specification", Base block.
 */
export function readBaseBlock(source: ByteSource, note: Note): BaseBlock {
  const view = viewOf(source, 0, BASE_HEAD_BYTES, 'regf.base');
  if (!isRegf(view.bytes)) throw view.error('bad-magic', 'regf.base.magic', BASE.magic, 'regf', view.ascii(0, 4));
  const stored = view.u32(BASE.checksum);
  const actual = checksumOf(view);
  if (stored !== actual) note(view.error('bad-checksum', 'regf.base.checksum', BASE.checksum, actual, stored));

  const kind = KINDS[view.u32(BASE.fileType)];
  if (kind === undefined) {
    throw view.error('unsupported', 'regf.base.fileType', BASE.fileType, 'hive or log', view.u32(BASE.fileType));
  }
  const [major, minor] = [view.u32(BASE.major), view.u32(BASE.minor)];
  if (major !== MAJOR || minor < MINOR_MIN || minor > MINOR_MAX) {
    throw view.error('unsupported', 'regf.base.version', BASE.major, '1.3 to 1.6', `${major}.${minor}`);
  }
  if (view.u32(BASE.fileFormat) !== 1) {
    throw view.error('unsupported', 'regf.base.fileFormat', BASE.fileFormat, 1, view.u32(BASE.fileFormat));
  }
  return {
    kind,
    primarySequence: view.u32(BASE.primary),
    secondarySequence: view.u32(BASE.secondary),
    lastWritten: view.bits64(BASE.lastWritten),
    minorVersion: minor,
    rootCell: view.u32(BASE.rootCell),
    binsSize: view.u32(BASE.binsSize),
    fileName: view.utf16(BASE.fileName, FILE_NAME_UNITS),
    isChecksumRight: stored === actual,
  };
}

/** XOR of the words before the checksum; 0 and all ones are avoided. */
function checksumOf(view: ByteView): number {
  let sum = 0;
  for (let at = 0; at < BASE.checksum; at += 4) sum ^= view.u32(at);
  if (sum === 0) return 1;
  return sum === -1 ? 0xffff_fffe : sum >>> 0;
}
