import { type ByteSource, CachedSource, WindowSource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import type { FatBootSector } from './boot-sector.js';

const PAGE_SIZE = 64 * 1024;
const PAGES_KEPT = 16;
/** From these on, an entry ends a chain. */
const CHAIN_END = { fat12: 0x0ff8, fat16: 0xfff8, fat32: 0x0fff_fff8 } as const;
const FAT32_MASK = 0x0fff_ffff;
/** Set while the volume is sound; cleared while it is mounted. FAT12 has no such bit. */
const CLEAN_BIT = { fat16: 0x8000, fat32: 0x0800_0000 } as const;
const FIRST_CLUSTER = 2;

/** The file allocation table: for each cluster the next one of its chain. */
export class FatTable {
  readonly #boot: FatBootSector;
  readonly #bytes: ByteSource;
  /** A bit for each cluster, kept clear between chains: a set of numbers would cost a hundred times as much. */
  #visited: Uint8Array | undefined;

  /** @throws {FormatError} `truncated` if the table passes the end of the volume. */
  constructor(source: ByteSource, boot: FatBootSector) {
    this.#boot = boot;
    this.#bytes = new CachedSource(new WindowSource(source, boot.tableAt, boot.tableSize), PAGE_SIZE, PAGES_KEPT);
  }

  /** Whether the volume was left mounted; `null` on FAT12, which does not say. */
  get isDirty(): boolean | null {
    const { kind } = this.#boot;
    return kind === 'fat12' ? null : (this.entry(1, true) & CLEAN_BIT[kind]) === 0;
  }

  /** The raw entry of a cluster. */
  entry(cluster: number, isWhole = false): number {
    const { kind } = this.#boot;
    if (kind === 'fat12') {
      const at = cluster + (cluster >> 1);
      const pair = this.#bytes.read(at, 2);
      const value = pair[0] | (pair[1] << 8);
      return (cluster & 1) === 0 ? value & 0xfff : value >> 4;
    }
    const size = kind === 'fat16' ? 2 : 4;
    const bytes = this.#bytes.read(cluster * size, size);
    if (size === 2) return bytes[0] | (bytes[1] << 8);
    const value = (bytes[0] | (bytes[1] << 8) | (bytes[2] << 16) | (bytes[3] << 24)) >>> 0;
    return isWhole ? value : value & FAT32_MASK;
  }

  /**
   * The clusters of a chain.
   *
   * @param countMax How many are wanted at most; the chain may go on.
   * @throws {FormatError} `cycle` where it comes back to itself; `bad-range` for a link to no cluster.
   */
  chain(first: number, countMax: number): number[] {
    const { kind, clusterCount, tableAt } = this.#boot;
    const clusters: number[] = [];
    const visited = this.#visited ?? new Uint8Array(Math.ceil((clusterCount + FIRST_CLUSTER) / 8));
    this.#visited = undefined; // one that a broken chain left its marks in is not used again
    for (let cluster = first; clusters.length < countMax && cluster < CHAIN_END[kind]; cluster = this.entry(cluster)) {
      if (cluster < FIRST_CLUSTER || cluster >= clusterCount + FIRST_CLUSTER) {
        const detail = { what: 'fat.table.next', sourceOffset: tableAt, expected: `2 to ${clusterCount + 1}` };
        throw new FormatError('bad-range', { ...detail, actual: cluster });
      }
      const [byte, bit] = [cluster >> 3, 1 << (cluster & 7)];
      if ((visited[byte] & bit) !== 0) {
        throw new FormatError('cycle', { what: 'fat.table.next', sourceOffset: tableAt, actual: cluster });
      }
      visited[byte] |= bit;
      clusters.push(cluster);
    }
    for (const cluster of clusters) visited[cluster >> 3] = 0;
    this.#visited = visited;
    return clusters;
  }

  /** Clusters that belong to no chain. */
  countFree(): number {
    const { kind, clusterCount } = this.#boot;
    const end = clusterCount + FIRST_CLUSTER;
    let free = 0;
    if (kind === 'fat12') {
      for (let cluster = FIRST_CLUSTER; cluster < end; cluster++) if (this.entry(cluster) === 0) free++;
      return free;
    }
    const size = kind === 'fat16' ? 2 : 4;
    for (let cluster = FIRST_CLUSTER; cluster < end; ) {
      const count = Math.min(PAGE_SIZE / size - (cluster % (PAGE_SIZE / size)), end - cluster);
      const page = new ByteView(this.#bytes.read(cluster * size, count * size));
      for (let at = 0; at < page.size; at += size) {
        if ((size === 2 ? page.u16(at) : page.u32(at) & FAT32_MASK) === 0) free++;
      }
      cluster += count;
    }
    return free;
  }
}
