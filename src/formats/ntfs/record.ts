import type { ByteView } from '../../bytes/byte-view.js';
import { undoFixups } from './fixups.js';

/** Offsets in a file record, in bytes. */
export const RECORD = {
  sequence: 0x10, //        u16, counts how often the record was used anew
  linkCount: 0x12, //       u16
  attributesAt: 0x14, //    u16
  flags: 0x16, //           u16
  usedSize: 0x18, //        u32
  baseReference: 0x20, //   reference, 0 in a base record
  headerSize: 0x2a,
} as const;
export const RECORD_FLAG = { inUse: 1, directory: 2 } as const;
export const RECORD_MAGIC = 'FILE';

/** Offsets in an attribute, in bytes. */
export const ATTRIBUTE = {
  type: 0x00, //            u32
  length: 0x04, //          u32, of the whole attribute
  isNonResident: 0x08, //   u8
  nameUnits: 0x09, //       u8
  nameAt: 0x0a, //          u16
  flags: 0x0c, //           u16
  valueLength: 0x10, //     u32, resident
  valueAt: 0x14, //         u16, resident
  residentSize: 0x18,
  firstCluster: 0x10, //    u64, non-resident: of the stream, in clusters
  lastCluster: 0x18, //     u64, inclusive
  runsAt: 0x20, //          u16
  compressionUnit: 0x22, // u8, as a power of two, in clusters
  dataSize: 0x30, //        u64, in the first piece of a stream only
  initializedSize: 0x38, // u64
  nonResidentSize: 0x40,
} as const;
export const ATTRIBUTE_FLAG = { compressed: 0x00ff, encrypted: 0x4000, sparse: 0x8000 } as const;

/** @source Microsoft, "NTFS Technical Reference"; `$AttrDef` of any volume. */
export const ATTRIBUTE_TYPE = {
  standardInformation: 0x10,
  attributeList: 0x20,
  fileName: 0x30,
  volumeName: 0x60,
  volumeInformation: 0x70,
  data: 0x80,
  indexRoot: 0x90,
  indexAllocation: 0xa0,
  bitmap: 0xb0,
  reparsePoint: 0xc0,
  end: 0xffff_ffff,
} as const;

/** A record's number and how often it had been used when the reference was made. */
export interface NtfsReference {
  readonly record: number;
  readonly sequence: number;
}

/** One attribute as it lies in a record. */
export interface NtfsAttribute {
  readonly type: number;
  readonly name: string;
  readonly flags: number;
  readonly isResident: boolean;
  /** The whole attribute. */
  readonly view: ByteView;
}

export interface NtfsRecord {
  readonly number: number;
  readonly sequence: number;
  readonly linkCount: number;
  readonly isInUse: boolean;
  readonly isDirectory: boolean;
  /** The record that this one goes on for, or `null` in a base record. */
  readonly base: NtfsReference | null;
  readonly attributes: readonly NtfsAttribute[];
}

/** Reads a reference: 48 bits of record number, 16 of sequence. */
export function readReference(view: ByteView, offset: number): NtfsReference {
  return {
    record: view.u32(offset) + view.u16(offset + 4) * 2 ** 32,
    sequence: view.u16(offset + 6),
  };
}

/**
 * Reads a file record and finds its attributes.
 *
 * @param view The record as it lies on the disk.
 * @throws {FormatError} What `undoFixups` throws; `truncated` or `bad-range` for an attribute that does not fit.
 * @source Microsoft, "NTFS Technical Reference"; verified against ntfs-3g and The Sleuth Kit.
 */
export function readRecord(view: ByteView, number: number): NtfsRecord {
  const mended = undoFixups(view, RECORD_MAGIC, 'ntfs.record');
  const flags = mended.u16(RECORD.flags);
  const base = readReference(mended, RECORD.baseReference);
  return {
    number,
    sequence: mended.u16(RECORD.sequence),
    linkCount: mended.u16(RECORD.linkCount),
    isInUse: (flags & RECORD_FLAG.inUse) !== 0,
    isDirectory: (flags & RECORD_FLAG.directory) !== 0,
    base: base.record === 0 && base.sequence === 0 ? null : base,
    attributes: readAttributes(mended),
  };
}

function readAttributes(view: ByteView): NtfsAttribute[] {
  const attributes: NtfsAttribute[] = [];
  let at = view.u16(RECORD.attributesAt);
  if (at < RECORD.headerSize) {
    throw view.error('bad-range', 'ntfs.record.attributesAt', RECORD.attributesAt, `>= ${RECORD.headerSize}`, at);
  }
  for (;;) {
    view.need(at, 4, 'ntfs.attribute.type');
    if (view.u32(at) === ATTRIBUTE_TYPE.end) return attributes;
    view.need(at, ATTRIBUTE.residentSize, 'ntfs.attribute');
    const length = view.u32(at + ATTRIBUTE.length);
    if (length < ATTRIBUTE.residentSize || length % 8 !== 0) {
      throw view.error('bad-range', 'ntfs.attribute.length', at + ATTRIBUTE.length, 'a multiple of 8 from 24', length);
    }
    attributes.push(readAttribute(view.slice(at, length, 'ntfs.attribute')));
    at += length;
  }
}

function readAttribute(view: ByteView): NtfsAttribute {
  const isResident = view.u8(ATTRIBUTE.isNonResident) === 0;
  if (!isResident) view.need(0, ATTRIBUTE.nonResidentSize, 'ntfs.attribute');
  const nameUnits = view.u8(ATTRIBUTE.nameUnits);
  const nameAt = view.u16(ATTRIBUTE.nameAt);
  if (nameUnits > 0) view.need(nameAt, nameUnits * 2, 'ntfs.attribute.name');
  return {
    type: view.u32(ATTRIBUTE.type),
    name: nameUnits === 0 ? '' : view.utf16Whole(nameAt, nameUnits),
    flags: view.u16(ATTRIBUTE.flags),
    isResident,
    view,
  };
}

/** The bytes of a resident attribute. @throws {FormatError} `truncated`; `bad-range` if it is not resident. */
export function residentValue(attribute: NtfsAttribute): ByteView {
  const { view } = attribute;
  if (!attribute.isResident) throw view.error('bad-range', 'ntfs.attribute', ATTRIBUTE.isNonResident, 'resident', 1);
  return view.slice(view.u16(ATTRIBUTE.valueAt), view.u32(ATTRIBUTE.valueLength), 'ntfs.attribute.value');
}
