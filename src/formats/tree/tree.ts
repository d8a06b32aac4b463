/** Whatever holds files, as one kind of tree. See format.md. */

import { type ByteSource, CachedSource, headOf } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { NESTING_MAX } from '../../bytes/limits.js';
import { isCab } from '../cab/cab.js';
import { isWim } from '../wim/wim.js';
import { isZip } from '../zip/zip.js';
import { cabTree, zipTree } from './archives.js';
import { diskTree } from './disk-tree.js';
import { fileNode, type TreeNode } from './node.js';
import { wimTree } from './wim-tree.js';

export { type FlatFile, flatTree } from './flat-tree.js';
export { fileNode, type TreeLink, type TreeNode } from './node.js';
export { type TreePlace, walkTree } from './walk.js';

const HEAD_SIZE = 256;
/** Files inside others are read through a cache: containers ask for many small ranges. */
const CACHE = { blockSize: 64 * 1024, blockCount: 64 } as const;

/**
 * Opens what holds files: a zip, a cabinet, a WIM, a disk (raw, VHD, VHDX), a volume (NTFS, FAT), a `boot.sdi`. Told
 * by content.
 *
 * @param note Told of everything that is damaged and went on past, also later while the tree is walked.
 * @returns The root folder; `null` for bytes that hold no files.
 * @throws {FormatError} What the container's reader throws; `unsupported` for one that is known and not read.
 */
export function openTree(source: ByteSource, note: Note): TreeNode | null {
  const head = headOf(source, HEAD_SIZE);
  if (isZip(head)) return zipTree(source, note);
  if (isCab(head)) return cabTree(source, note);
  if (isWim(head)) return wimTree(source, note);
  return diskTree(source, note);
}

/** A lone file as the root of a tree: paths go into it where it holds files. */
export function sourceNode(name: string, source: ByteSource): TreeNode {
  return fileNode({ name, identity: name, size: source.size, open: () => source });
}

/** The folder that a file is when it holds files; the node itself if it is a folder; `null` for other files. */
export function enterNode(node: TreeNode, note: Note): TreeNode | null {
  if (node.link !== null) return null;
  if (node.kind === 'folder') return node;
  return openTree(new CachedSource(node.open(), CACHE.blockSize, CACHE.blockCount), note);
}

export interface FoundNode {
  readonly node: TreeNode;
  /** The names on the way as they are stored, parted by `/`. */
  readonly path: string;
}

/**
 * Follows a path, through files that hold files: `inner.cab/CBS.log`, or
 * `partition 4/Recovery/WindowsRE/Winre.wim/1/Windows/System32/winpeshl.exe`. Links are not followed.
 *
 * @param path Parted by `/` or `\`; empty for `start` itself.
 * @returns `null` where a name on the way is not there, or lies below a file that holds none.
 * @throws {FormatError} Where damage keeps that from being told; `over-limit` for too many containers in one another.
 */
export function findNode(start: TreeNode, path: string, note: Note): FoundNode | null {
  let node = start;
  let entered = 0;
  const names: string[] = [];
  for (const name of path.split(/[\\/]/).filter((step) => step !== '')) {
    if (node.kind === 'file' && ++entered > NESTING_MAX) {
      const detail = { what: 'tree.nesting', sourceOffset: 0, expected: `<= ${NESTING_MAX}`, actual: entered };
      throw new FormatError('over-limit', detail);
    }
    const next = enterNode(node, note)?.find(name) ?? null;
    if (next === null) return null;
    names.push(next.name);
    node = next;
  }
  return { node, path: names.join('/') };
}
