import type { ByteSource } from '../../bytes/byte-source.js';
import type { Note } from '../../bytes/format-error.js';
import { type DiskPartition, openDisk } from '../disk-map/disk-map.js';
import { fileNode, folderNode, type TreeNode } from './node.js';
import { fatTree, ntfsTree } from './volume-tree.js';

/**
 * A disk, with a folder for each partition: `partition 4`. A volume without a table is its root folder itself. What
 * holds no volume that can be read is a file with the bytes of the partition.
 *
 * @returns `null` for bytes that are neither a disk nor a volume.
 * @throws {FormatError} See `openDisk`.
 */
export function diskTree(source: ByteSource, note: Note): TreeNode | null {
  const { style, partitions } = openDisk(source, note);
  if (style !== 'none') return folderNode({ name: '', identity: '', children: () => partitions.map(partitionNode) });
  const [whole] = partitions;
  return whole === undefined ? null : volumeNode(whole, '');
}

function partitionNode(partition: DiskPartition): TreeNode {
  const name = `partition ${partition.number}`;
  const { source } = partition;
  return volumeNode(partition, name) ?? fileNode({ name, identity: name, size: source.size, open: () => source });
}

function volumeNode({ volume }: DiskPartition, name: string): TreeNode | null {
  if (volume.ntfs !== null) return ntfsTree(volume.ntfs, name);
  return volume.fat === null ? null : fatTree(volume.fat, name);
}
