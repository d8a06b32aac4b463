import type { ByteSource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { fileNode, folderNode, type TreeNode } from './node.js';

/** A file of an archive that stores whole paths. */
export interface FlatFile {
  /** Parted by `/` or `\`. */
  readonly path: string;
  readonly size: number;
  readonly modified: string | null;
  open(): ByteSource;
}

/** Folders within one another that a stored path may ask for: names are 65,535 bytes at most in any archive we read. */
const DEPTH_MAX = 1024;

interface Folder {
  readonly node: TreeNode;
  readonly files: Map<string, TreeNode>;
  readonly folders: Map<string, Folder>;
}

/**
 * Makes folders of stored paths. Empty names, `.` and what leads upwards are dropped from a path, so that nothing lies
 * outside the root.
 *
 * @param note Told of a path that occurs twice (the first is kept), means nothing, or is deeper than any honest one.
 */
export function flatTree(files: Iterable<FlatFile>, note: Note): TreeNode {
  let count = 0;
  const root = makeFolder('', count);
  for (const file of files) {
    const names = file.path.split(/[\\/]/).filter((name) => name !== '' && name !== '.' && name !== '..');
    const name = names.pop();
    if (name === undefined || names.length > DEPTH_MAX) {
      note(failure(name === undefined ? 'bad-range' : 'over-limit', file.path));
      continue;
    }
    let folder = root;
    for (const step of names) {
      const next = folder.folders.get(step) ?? makeFolder(step, ++count);
      folder.folders.set(step, next);
      folder = next;
    }
    if (folder.files.has(name)) {
      note(failure('bad-range', file.path));
      continue;
    }
    const { size, modified } = file;
    folder.files.set(name, fileNode({ name, identity: '', size, modified, open: () => file.open() }));
  }
  return root.node;
}

function makeFolder(name: string, number: number): Folder {
  const files = new Map<string, TreeNode>();
  const folders = new Map<string, Folder>();
  function* children(): Generator<TreeNode> {
    for (const folder of folders.values()) yield folder.node;
    yield* files.values();
  }
  return { node: folderNode({ name, identity: `${number}`, children }), files, folders };
}

function failure(fault: 'bad-range' | 'over-limit', path: string): FormatError {
  return new FormatError(fault, { what: 'tree.path', sourceOffset: 0, expected: 'a path of its own', actual: path });
}
