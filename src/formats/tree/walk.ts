import { FormatError, type Note } from '../../bytes/format-error.js';
import type { TreeNode } from './node.js';

/** Folders within one another: Windows holds a path to 32,767 characters. */
const DEPTH_MAX = 16 * 1024;

export interface TreePlace {
  /** Names from the folder that was walked, parted by `/`. */
  readonly path: string;
  readonly node: TreeNode;
}

/**
 * Everything in a folder and in the folders in it, a folder before what is in it. Files that hold files are not
 * entered, nor are links.
 *
 * @param note Told of a folder that cannot be read to its end, is met again, or lies too deep.
 */
export function* walkTree(folder: TreeNode, note: Note): Generator<TreePlace> {
  const seen = new Set<string>([folder.identity]);
  const open: { readonly path: string; readonly nodes: Iterator<TreeNode> }[] = [];
  const enter = (node: TreeNode, path: string) => {
    if (open.length >= DEPTH_MAX) return note(failure('over-limit', path));
    open.push({ path, nodes: node.children()[Symbol.iterator]() });
  };
  enter(folder, '');
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = nextOf(level.nodes, note);
    if (node === null) {
      open.pop();
      continue;
    }
    const path = `${level.path}${node.name}`;
    yield { path, node };
    if (node.kind !== 'folder') continue;
    const identity = node.identity;
    if (seen.has(identity)) note(failure('cycle', path));
    else {
      seen.add(identity);
      enter(node, `${path}/`);
    }
  }
}

/** `null` at the end, and where the folder is damaged from here on. */
function nextOf(nodes: Iterator<TreeNode>, note: Note): TreeNode | null {
  try {
    const next = nodes.next();
    return next.done === true ? null : next.value;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return null;
  }
}

function failure(fault: 'cycle' | 'over-limit', path: string): FormatError {
  return new FormatError(fault, { what: `tree.folder ${path.slice(0, 200)}`, sourceOffset: 0 });
}
