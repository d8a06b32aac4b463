/** Archives that store whole paths: zip and cabinet. */

import type { ByteSource } from '../../bytes/byte-source.js';
import type { Note } from '../../bytes/format-error.js';
import { openCab } from '../cab/cab.js';
import { readZip } from '../zip/zip.js';
import { flatTree } from './flat-tree.js';
import type { TreeNode } from './node.js';

export function zipTree(source: ByteSource, note: Note): TreeNode {
  const files = readZip(source, note).map(({ path, size, modified, bytes }) => ({
    ...{ path, size, modified },
    open: () => bytes,
  }));
  return flatTree(files, note);
}

export function cabTree(source: ByteSource, note: Note): TreeNode {
  const cab = openCab(source, note);
  const files = cab.files.map((file) => ({
    ...{ path: file.name, size: file.size, modified: file.modified },
    open: () => cab.open(file),
  }));
  return flatTree(files, note);
}
