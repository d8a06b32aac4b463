import type { ByteView } from '../../bytes/byte-view.js';
import { type NtfsReference, readReference } from './record.js';

/** Offsets in a `$FILE_NAME`, in bytes. */
export const FILE_NAME = {
  parent: 0x00, //     reference
  created: 0x08, //    FILETIME
  modified: 0x10, //   FILETIME
  dataSize: 0x30, //   u64, may lag behind the file
  flags: 0x38, //      u32, file attributes
  reparseTag: 0x3c, // u32, where the flags say reparse point
  nameUnits: 0x40, //  u8
  namespace: 0x41, //  u8
  name: 0x42,
} as const;
export const NAMESPACE = { posix: 0, win32: 1, dos: 2, win32AndDos: 3 } as const;
const FLAG_DIRECTORY = 0x1000_0000;
const FLAG_REPARSE_POINT = 0x400;

export interface NtfsFileName {
  readonly parent: NtfsReference;
  readonly name: string;
  /** 2 is a short name beside a long one. */
  readonly namespace: number;
  readonly isDirectory: boolean;
  /** 0 where the file is no reparse point. */
  readonly reparseTag: number;
  /** FILETIMEs. */
  readonly created: bigint;
  readonly modified: bigint;
  /** In bytes; Windows brings it up to date when the file is closed, and not for other links of the file. */
  readonly dataSize: number;
}

/** Reads a `$FILE_NAME` value. @throws {FormatError} `truncated`, `over-limit` */
export function readFileName(view: ByteView): NtfsFileName {
  view.need(0, FILE_NAME.name, 'ntfs.fileName');
  const nameUnits = view.u8(FILE_NAME.nameUnits);
  view.need(FILE_NAME.name, nameUnits * 2, 'ntfs.fileName.name');
  const flags = view.u32(FILE_NAME.flags);
  return {
    parent: readReference(view, FILE_NAME.parent),
    name: view.utf16Whole(FILE_NAME.name, nameUnits),
    namespace: view.u8(FILE_NAME.namespace),
    isDirectory: (flags & FLAG_DIRECTORY) !== 0,
    reparseTag: (flags & FLAG_REPARSE_POINT) === 0 ? 0 : view.u32(FILE_NAME.reparseTag),
    created: view.bits64(FILE_NAME.created),
    modified: view.bits64(FILE_NAME.modified),
    dataSize: view.u64(FILE_NAME.dataSize, 'ntfs.fileName.dataSize'),
  };
}
