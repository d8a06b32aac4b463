import { type ByteSource, checkRange } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import { unpackLznt1 } from '../../codecs/lznt1/lznt1.js';
import type { RunList } from './run-list.js';
import type { Ground } from './stream.js';

/** Windows uses 16 clusters of up to 4 KiB. */
const UNIT_BYTES_MAX = 1024 * 1024;
const UNITS_KEPT = 4;

export interface CompressedShape {
  /** Of the stream, in bytes. */
  readonly size: number;
  /** Bytes from here on read as zeros. */
  readonly initialized: number;
  /** Clusters of a compression unit, as a power of two. */
  readonly unitPower: number;
}

/**
 * A stream compressed by NTFS itself, unit by unit: a unit whose clusters are all stored is plain, one with none is
 * zeros, and one that ends in clusters not stored holds LZNT1 in those before.
 */
export class CompressedSource implements ByteSource {
  readonly size: number;
  readonly #ground: Ground;
  readonly #runs: RunList;
  readonly #initialized: number;
  readonly #unitClusters: number;
  readonly #unitSize: number;
  readonly #units = new Map<number, Uint8Array>();

  /** @throws {FormatError} `over-limit` for a unit above 1 MiB. */
  constructor(ground: Ground, runs: RunList, shape: CompressedShape) {
    this.size = shape.size;
    this.#ground = ground;
    this.#runs = runs;
    this.#initialized = shape.initialized;
    this.#unitClusters = 2 ** shape.unitPower;
    this.#unitSize = this.#unitClusters * ground.boot.clusterSize;
    if (this.#unitSize > UNIT_BYTES_MAX) {
      const detail = { what: 'ntfs.attribute.compressionUnit', sourceOffset: 0, expected: UNIT_BYTES_MAX };
      throw new FormatError('over-limit', { ...detail, actual: this.#unitSize });
    }
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length);
    const joined = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const at = offset + done;
      if (at >= this.#initialized) break;
      const index = Math.floor(at / this.#unitSize);
      const within = at - index * this.#unitSize;
      const count = Math.min(this.#unitSize - within, length - done, this.#initialized - at);
      joined.set(this.#unit(index).subarray(within, within + count), done);
      done += count;
    }
    return joined;
  }

  #unit(index: number): Uint8Array {
    const kept = this.#units.get(index);
    if (kept !== undefined) return kept;
    const unit = this.#unpack(index);
    this.#units.set(index, unit);
    if (this.#units.size > UNITS_KEPT) this.#units.delete(this.#units.keys().next().value as number);
    return unit;
  }

  #unpack(index: number): Uint8Array {
    const { clusterSize } = this.#ground.boot;
    const runs = this.#runs;
    const unit = new Uint8Array(this.#unitSize);
    const first = index * this.#unitClusters;
    const end = Math.min(first + this.#unitClusters, runs.length);
    let stored = 0;
    for (let cluster = first; cluster < end; ) {
      const run = runs.indexOf(cluster);
      const count = Math.min(runs.endOf(run), end) - cluster;
      if (runs.places[run] < 0) break; // what is stored comes first
      const at = (runs.places[run] + cluster - runs.starts[run]) * clusterSize;
      unit.set(this.#ground.source.read(at, count * clusterSize), stored * clusterSize);
      stored += count;
      cluster += count;
    }
    if (stored === 0 || stored === end - first) return unit;
    const unpacked = new Uint8Array(this.#unitSize);
    unpackLznt1(unit.subarray(0, stored * clusterSize), unpacked);
    return unpacked;
  }
}
