import type { ByteView } from '../../bytes/byte-view.js';
import { RUNS_MAX } from './limits.js';

/** Runs of a stream, by where each starts in the stream; all numbers count clusters. */
export class RunList {
  /** First cluster of each run in the stream, ascending. */
  readonly starts: number[] = [];
  /** Where it lies on the volume, or -1 where nothing is stored. */
  readonly places: number[] = [];
  /** Clusters that the runs cover, from the stream's first. */
  length = 0;

  add(place: number, length: number): void {
    this.starts.push(this.length);
    this.places.push(place);
    this.length += length;
  }

  /** Index of the run that holds a cluster of the stream below `length`. */
  indexOf(cluster: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.starts[middle] <= cluster) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** First cluster behind a run. */
  endOf(index: number): number {
    return index + 1 < this.starts.length ? this.starts[index + 1] : this.length;
  }
}

/**
 * Reads an attribute's run list and adds its runs.
 *
 * @param at Start of the list in `view`, in bytes.
 * @param wanted How many clusters the attribute says that it covers.
 * @param clusterCount Clusters on the volume: no run may lie outside.
 * @throws {FormatError} `truncated`; `bad-range` for an empty run, one outside the volume, or runs that cover more or
 *   fewer clusters than `wanted`; `over-limit`.
 */
export function readRuns(view: ByteView, at: number, wanted: number, clusterCount: number, runs: RunList): void {
  const end = runs.length + wanted;
  let place = 0;
  let offset = at;
  while (runs.length < end) {
    view.need(offset, 1, 'ntfs.runs');
    const header = view.u8(offset);
    const [lengthSize, placeSize] = [header & 15, header >>> 4];
    if (lengthSize === 0 || lengthSize > 7 || placeSize > 7) {
      throw view.error('bad-range', 'ntfs.runs.header', offset, '1 to 7 bytes a number', header);
    }
    view.need(offset, 1 + lengthSize + placeSize, 'ntfs.runs');
    const length = readNumber(view, offset + 1, lengthSize, false);
    if (length === 0 || runs.length + length > end) {
      throw view.error('bad-range', 'ntfs.runs.length', offset + 1, `1 to ${end - runs.length}`, length);
    }
    if (placeSize > 0) {
      place += readNumber(view, offset + 1 + lengthSize, placeSize, true);
      if (place < 0 || place + length > clusterCount) {
        throw view.error('bad-range', 'ntfs.runs.place', offset + 1 + lengthSize, `below ${clusterCount}`, place);
      }
    }
    runs.add(placeSize === 0 ? -1 : place, length);
    if (runs.starts.length > RUNS_MAX) throw view.error('over-limit', 'ntfs.runs', offset, RUNS_MAX, RUNS_MAX + 1);
    offset += 1 + lengthSize + placeSize;
  }
}

/** A little-endian number of 1 to 7 bytes. Beyond 2^53 it is inexact, and refused by the ranges above. */
function readNumber(view: ByteView, at: number, size: number, isSigned: boolean): number {
  let value = 0;
  for (let i = size - 1; i >= 0; i--) value = value * 256 + view.u8(at + i);
  return isSigned && view.u8(at + size - 1) >= 0x80 ? value - 256 ** size : value;
}
