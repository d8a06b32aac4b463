import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { type NtfsFileName, readFileName } from './file-name.js';
import { type IndexEntry, readIndexBlock, readIndexRoot } from './index-node.js';
import type { NtfsReference } from './record.js';
import type { UpCase } from './up-case.js';

/** Blocks are numbered by clusters, or by these where a cluster is larger than a block. */
const NUMBER_UNIT = 512;

/** One name in a folder. */
export interface NtfsDirectoryEntry extends NtfsFileName {
  readonly reference: NtfsReference;
}

/** The index of a folder: a B-tree of names whose root lies in the folder's record. */
export class DirectoryIndex {
  readonly #root: readonly IndexEntry[];
  readonly #blocks: ByteSource | null;
  readonly #blockSize: number;
  readonly #numberUnit: number;

  /**
   * @param root The value of the folder's `$INDEX_ROOT`.
   * @param blocks Its `$INDEX_ALLOCATION`, or `null` in a small folder.
   * @throws {FormatError} `truncated` or `bad-range` for a damaged root.
   */
  constructor(root: Parameters<typeof readIndexRoot>[0], blocks: ByteSource | null, clusterSize: number) {
    const { blockSize, entries } = readIndexRoot(root);
    if (blockSize < NUMBER_UNIT || blockSize > 65536 || (blockSize & (blockSize - 1)) !== 0) {
      throw root.error('bad-range', 'ntfs.indexRoot.blockSize', 8, 'a power of two from 512 to 65536', blockSize);
    }
    this.#root = entries;
    this.#blocks = blocks;
    this.#blockSize = blockSize;
    this.#numberUnit = clusterSize <= blockSize ? clusterSize : NUMBER_UNIT;
  }

  /**
   * Every name in the order of the index, short names too.
   *
   * @param note Told of a block that cannot be read (its names are missing) and of a name that cannot.
   */
  *entries(note: Note): Generator<NtfsDirectoryEntry> {
    const visited = new Set<number>();
    const stack: { readonly entries: readonly IndexEntry[]; next: number; childDone: boolean }[] = [
      { entries: this.#root, next: 0, childDone: false },
    ];
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const entry = node.entries[node.next];
      if (entry === undefined) {
        stack.pop();
        continue;
      }
      if (entry.child !== null && !node.childDone) {
        node.childDone = true;
        const entries = noting(note, () => this.#readBlock(entry.child as number, visited));
        if (entries !== null) stack.push({ entries, next: 0, childDone: false });
        continue;
      }
      node.next++;
      node.childDone = false;
      if (entry.isLast) continue;
      const name = noting(note, () => readFileName(entry.key));
      if (name !== null) yield { ...name, reference: entry.reference };
    }
  }

  /**
   * Finds a name, long or short, whatever its case, along one path of the tree.
   *
   * @returns `null` if the folder does not hold it.
   * @throws {FormatError} Where a block on that path cannot be read: then nothing is known of the name.
   */
  find(name: string, upCase: UpCase): NtfsDirectoryEntry | null {
    const visited = new Set<number>();
    let entries = this.#root;
    for (;;) {
      let child: number | null = null;
      for (const entry of entries) {
        if (!entry.isLast) {
          const key = readFileName(entry.key);
          const order = upCase.compare(name, key.name);
          if (order === 0) return { ...key, reference: entry.reference };
          if (order > 0) continue;
        }
        child = entry.child;
        break;
      }
      if (child === null) return null;
      entries = this.#readBlock(child, visited);
    }
  }

  #readBlock(number: number, visited: Set<number>): IndexEntry[] {
    const offset = number * this.#numberUnit;
    const fail = (fault: 'cycle' | 'bad-range') =>
      new FormatError(fault, { what: 'ntfs.index.child', sourceOffset: offset });
    if (visited.has(number)) throw fail('cycle');
    visited.add(number);
    if (this.#blocks === null) throw fail('bad-range');
    return readIndexBlock(viewOf(this.#blocks, offset, this.#blockSize, 'ntfs.indexBlock'), number);
  }
}

/** Runs `read`; a `FormatError` is noted, and the answer is `null`. */
export function noting<T>(note: Note, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return null;
  }
}
