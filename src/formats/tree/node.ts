import type { ByteSource } from '../../bytes/byte-source.js';

/** Where a link leads. Links are named and never followed: they mean a place on the machine that wrote them. */
export interface TreeLink {
  /** `symlink`, `mount-point` …, or `unknown`. */
  readonly kind: string;
  /** As stored; `null` where it is not stored as text. */
  readonly target: string | null;
}

/**
 * One file or folder inside something: an archive, an image, a volume, a disk. Nothing is read until it is asked for,
 * so each member may throw a `FormatError` where the container is damaged there.
 */
export interface TreeNode {
  /** As stored: it may hold whatever its writer put there, except `/`, `\` and NUL. */
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** Of the content in bytes, 0 for a folder. */
  readonly size: number;
  /** ISO 8601 with as many digits as the format has; without a `Z` where the zone is not stored. `null`: not stored. */
  readonly created: string | null;
  readonly modified: string | null;
  /** What the container says that the content hashes to; `null` where it says nothing. */
  readonly sha1: string | null;
  readonly link: TreeLink | null;
  /** The same for the same folder, whichever way it was come by; no two folders of one tree share it. */
  readonly identity: string;
  /** The content of a file. */
  open(): ByteSource;
  /** What lies in a folder, in the order stored; nothing for a file or a link. */
  children(): Iterable<TreeNode>;
  /** What bears this name in a folder: exactly, else without regard to case. */
  find(name: string): TreeNode | null;
}

/** Goes through what lies in a folder to find a name. */
export function findByName(nodes: Iterable<TreeNode>, name: string): TreeNode | null {
  const folded = name.toUpperCase();
  let found: TreeNode | null = null;
  for (const node of nodes) {
    if (node.name === name) return node;
    if (found === null && node.name.toUpperCase() === folded) found = node;
  }
  return found;
}

/** What a node is made of; what is left out is that of a folder without times. */
export type NodeParts = Pick<TreeNode, 'name' | 'identity'> & Partial<TreeNode>;

/** Makes a folder of parts that are at hand. */
export function folderNode(parts: NodeParts & Pick<TreeNode, 'children'>): TreeNode {
  return {
    ...{ kind: 'folder', size: 0, created: null, modified: null, sha1: null, link: null },
    find: (name) => findByName(parts.children(), name),
    open: notAFile,
    ...parts,
  };
}

/** Makes a file of parts that are at hand. */
export function fileNode(parts: NodeParts & Pick<TreeNode, 'size' | 'open'>): TreeNode {
  return {
    ...{ kind: 'file', created: null, modified: null, sha1: null, link: null },
    children: () => [],
    find: () => null,
    ...parts,
  };
}

function notAFile(): never {
  throw new Error('tree: a folder has no content');
}
