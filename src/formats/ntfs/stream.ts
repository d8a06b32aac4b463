import { type ByteSource, MemorySource, WindowSource } from '../../bytes/byte-source.js';
import { ExtentSource } from '../../bytes/extent-source.js';
import { FormatError } from '../../bytes/format-error.js';
import type { NtfsBootSector } from './boot-sector.js';
import { CompressedSource } from './compressed.js';
import { ATTRIBUTE, ATTRIBUTE_FLAG, type NtfsAttribute, residentValue } from './record.js';
import { RunList, readRuns } from './run-list.js';

/** A volume's bytes and its geometry: what it takes to follow runs. */
export interface Ground {
  readonly source: ByteSource;
  readonly boot: NtfsBootSector;
}

/** Size of a stream, told by its first piece, in bytes. @throws {FormatError} `over-limit` */
export function streamSize(attribute: NtfsAttribute): number {
  const { view, isResident } = attribute;
  return isResident ? view.u32(ATTRIBUTE.valueLength) : view.u64(ATTRIBUTE.dataSize, 'ntfs.attribute.dataSize');
}

/** Where in its stream an attribute starts, in clusters; a resident one is whole. */
export function firstClusterOf(attribute: NtfsAttribute): number {
  return attribute.isResident ? 0 : attribute.view.u64(ATTRIBUTE.firstCluster, 'ntfs.attribute.firstCluster');
}

/**
 * Opens a stream that consists of one or more attributes of the same type and name.
 *
 * @param pieces All of them, in any order.
 * @throws {FormatError} `bad-range` where a piece is missing or two overlap, and for runs outside the volume;
 *   `unsupported` for an encrypted stream.
 */
export function openStream(ground: Ground, pieces: readonly NtfsAttribute[]): ByteSource {
  const sorted = pieces.length === 1 ? pieces : [...pieces].sort((a, b) => firstClusterOf(a) - firstClusterOf(b));
  const head = sorted[0] as NtfsAttribute;
  if ((head.flags & ATTRIBUTE_FLAG.encrypted) !== 0) {
    throw head.view.error(
      'unsupported',
      'ntfs.attribute.flags',
      ATTRIBUTE.flags,
      'a stream in clear',
      'an encrypted one',
    );
  }
  if (head.isResident) return new MemorySource(residentValue(head).bytes);

  const size = streamSize(head);
  const runs = readAllRuns(ground, sorted);
  const initialized = head.view.u64(ATTRIBUTE.initializedSize, 'ntfs.attribute.initializedSize');
  const stored = openRuns(ground, runs, size, Math.min(size, initialized));
  const unit = head.view.u8(ATTRIBUTE.compressionUnit);
  if ((head.flags & ATTRIBUTE_FLAG.compressed) === 0 || unit === 0) return stored;
  return new CompressedSource(ground, runs, { size, initialized: Math.min(size, initialized), unitPower: unit });
}

function readAllRuns(ground: Ground, pieces: readonly NtfsAttribute[]): RunList {
  const runs = new RunList();
  for (const { view } of pieces) {
    const first = view.u64(ATTRIBUTE.firstCluster, 'ntfs.attribute.firstCluster');
    if (first !== runs.length) {
      throw view.error('bad-range', 'ntfs.attribute.firstCluster', ATTRIBUTE.firstCluster, runs.length, first);
    }
    // an empty stream says that its last cluster is -1, which is all ones
    const lastAt = ATTRIBUTE.lastCluster;
    const isEmpty = view.u32(lastAt) === 0xffff_ffff && view.u32(lastAt + 4) === 0xffff_ffff;
    const last = isEmpty ? first - 1 : view.u64(lastAt, 'ntfs.attribute.lastCluster');
    if (last < first - 1) throw view.error('bad-range', 'ntfs.attribute.lastCluster', lastAt, `>= ${first}`, last);
    readRuns(view, view.u16(ATTRIBUTE.runsAt), last - first + 1, ground.boot.clusterCount, runs);
  }
  return runs;
}

/** Runs as bytes. Beyond `initialized` a file reads as zeros, whatever lies in its clusters. */
function openRuns(ground: Ground, runs: RunList, size: number, initialized: number): ByteSource {
  const { clusterSize } = ground.boot;
  if (runs.starts.length === 1 && runs.places[0] >= 0 && initialized === size && size <= runs.length * clusterSize) {
    const start = runs.places[0] * clusterSize;
    if (start + size <= ground.source.size) return new WindowSource(ground.source, start, size);
  }
  return new ExtentSource(ground.source, size, (offset) => {
    if (offset >= initialized) return { at: null, length: size - offset };
    const cluster = Math.floor(offset / clusterSize);
    if (cluster >= runs.length) {
      const expected = `${Math.ceil(size / clusterSize)} clusters`;
      throw new FormatError('truncated', { what: 'ntfs.runs', sourceOffset: offset, expected, actual: runs.length });
    }
    const index = runs.indexOf(cluster);
    const length = Math.min(runs.endOf(index) * clusterSize, initialized) - offset;
    const place = runs.places[index];
    return { at: place < 0 ? null : place * clusterSize + offset - runs.starts[index] * clusterSize, length };
  });
}
