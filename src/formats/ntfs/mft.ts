import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { readAttributeList } from './attribute-list.js';
import { noting } from './directory.js';
import { ATTRIBUTE_LIST_BYTES_MAX, MFT_PIECES_MAX, RECORDS_MAX } from './limits.js';
import { ATTRIBUTE_TYPE, type NtfsAttribute, type NtfsRecord, type NtfsReference, readRecord } from './record.js';
import { type Ground, openStream, streamSize } from './stream.js';

const MFT_RECORD = 0;

/** The master file table: all records of a volume by number. */
export interface Mft {
  readonly ground: Ground;
  /** The table's own bytes: records as they lie on the disk. */
  readonly stream: ByteSource;
  readonly recordCount: number;
}

/**
 * Opens the table by its own first record, or by that record's mirror.
 *
 * @param note Told that the mirror was read, and of pieces of the table that cannot be found.
 * @throws {FormatError} The first record's error if the mirror does not hold either.
 */
export function openMft(ground: Ground, note: Note): Mft {
  const first = readFirstRecord(ground, note);
  const pieces = first.attributes.filter(isTableData);
  if (pieces.length === 0) {
    throw new FormatError('bad-range', {
      what: 'ntfs.mft',
      sourceOffset: 0,
      expected: 'a data stream',
      actual: 'none',
    });
  }
  let mft = tableOf(ground, pieces);
  // the rest of a table in many pieces is named by records that lie in the pieces before
  const visited = new Set([MFT_RECORD]);
  for (const { type, reference } of listOf(ground, first, note)) {
    if (type !== ATTRIBUTE_TYPE.data || visited.has(reference.record)) continue;
    visited.add(reference.record);
    if (visited.size > MFT_PIECES_MAX) {
      const detail = { what: 'ntfs.mft.pieces', sourceOffset: 0, expected: MFT_PIECES_MAX, actual: visited.size };
      throw new FormatError('over-limit', detail);
    }
    const found = noting(note, () => readTableRecord(mft, reference.record));
    if (found === null) continue;
    pieces.push(...found.attributes.filter(isTableData));
    mft = noting(note, () => tableOf(ground, pieces)) ?? mft;
  }
  return mft;
}

function isTableData(attribute: NtfsAttribute): boolean {
  return attribute.type === ATTRIBUTE_TYPE.data && attribute.name === '' && !attribute.isResident;
}

function tableOf(ground: Ground, pieces: readonly NtfsAttribute[]): Mft {
  const stream = openStream(ground, pieces);
  const recordCount = Math.floor(stream.size / ground.boot.recordSize);
  if (recordCount > RECORDS_MAX) {
    const detail = { what: 'ntfs.mft', sourceOffset: 0, expected: `<= ${RECORDS_MAX} records`, actual: recordCount };
    throw new FormatError('over-limit', detail);
  }
  return { ground, stream, recordCount };
}

function readFirstRecord(ground: Ground, note: Note): NtfsRecord {
  const { source, boot } = ground;
  const at = (cluster: number) =>
    readRecord(viewOf(source, cluster * boot.clusterSize, boot.recordSize, 'ntfs.mft'), MFT_RECORD);
  try {
    return at(boot.mftCluster);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    let mirror: NtfsRecord;
    try {
      mirror = at(boot.mirrorCluster);
    } catch {
      throw error;
    }
    note(error);
    return mirror;
  }
}

/** Reads a record by number. @throws {FormatError} `bad-range` for a number beyond the table; what `readRecord` throws. */
export function readTableRecord(mft: Mft, number: number): NtfsRecord {
  const { recordSize } = mft.ground.boot;
  if (number >= mft.recordCount) {
    const detail = { what: 'ntfs.reference.record', sourceOffset: number * recordSize };
    throw new FormatError('bad-range', { ...detail, expected: `below ${mft.recordCount}`, actual: number });
  }
  return readRecord(viewOf(mft.stream, number * recordSize, recordSize, 'ntfs.record'), number);
}

/** Reads the record that a reference names. @throws {FormatError} `bad-range` if it has been used anew since. */
export function followReference(mft: Mft, reference: NtfsReference): NtfsRecord {
  const record = readTableRecord(mft, reference.record);
  if (reference.sequence !== 0 && record.sequence !== reference.sequence) {
    throw new FormatError('bad-range', {
      what: 'ntfs.reference.sequence',
      sourceOffset: reference.record * mft.ground.boot.recordSize,
      expected: reference.sequence,
      actual: record.sequence,
    });
  }
  return record;
}

/**
 * All attributes of a file, those in further records too.
 *
 * @param note Told of a further record that cannot be read or belongs to another file: its attributes are missing.
 */
export function attributesOf(mft: Mft, record: NtfsRecord, note: Note): NtfsAttribute[] {
  const attributes = [...record.attributes];
  const visited = new Set([record.number]);
  for (const { reference } of listOf(mft.ground, record, note)) {
    if (visited.has(reference.record)) continue;
    visited.add(reference.record);
    noting(note, () => {
      const further = followReference(mft, reference);
      if (further.base?.record !== record.number || !further.isInUse) {
        const sourceOffset = reference.record * mft.ground.boot.recordSize;
        const detail = { what: 'ntfs.record.baseReference', sourceOffset, expected: record.number };
        throw new FormatError('bad-range', { ...detail, actual: further.base?.record ?? 'none' });
      }
      attributes.push(...further.attributes);
    });
  }
  return attributes;
}

function listOf(ground: Ground, record: NtfsRecord, note: Note): ReturnType<typeof readAttributeList> {
  const list = record.attributes.find((attribute) => attribute.type === ATTRIBUTE_TYPE.attributeList);
  if (list === undefined) return [];
  return noting(note, () => readAttributeList(readSmall(ground, [list], ATTRIBUTE_LIST_BYTES_MAX))) ?? [];
}

/** Reads a whole stream that is small by nature. @throws {FormatError} `over-limit` above `bytesMax` */
export function readSmall(ground: Ground, pieces: readonly NtfsAttribute[], bytesMax: number): ByteView {
  const head = pieces[0] as NtfsAttribute;
  const size = streamSize(head);
  if (size > bytesMax) throw head.view.error('over-limit', 'ntfs.attribute.dataSize', 0, `<= ${bytesMax}`, size);
  const stream = openStream(ground, pieces);
  return new ByteView(stream.read(0, stream.size), 0);
}
