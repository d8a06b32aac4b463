import { FormatError } from '../../bytes/format-error.js';
import type { TreeLink, TreeNode } from '../../formats/tree/tree.js';

/** Where a node leads; a link whose target cannot be read is a link all the same. */
export function readableLink(node: TreeNode): TreeLink | null {
  try {
    return node.link;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { kind: 'unreadable', target: null };
  }
}
