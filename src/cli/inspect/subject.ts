import { type ByteSource, CachedSource, MemorySource } from '../../bytes/byte-source.js';
import { findNode, flatTree, sourceNode, type TreeNode } from '../../formats/tree/tree.js';
import type { OpenedFile } from '../../hosts/node/open-paths.js';
import { plain } from '../../report/plain.js';
import type { Host } from '../host.js';
import { noteTo } from './note-to.js';

/** What `inspect` was asked about. */
export interface Subject {
  /** As a tree, for paths into it. */
  readonly node: TreeNode;
  /** As sources, for readers; none for a folder inside a container. */
  readonly files: readonly OpenedFile[];
  readonly close: () => void;
}

const COMPANION_ENDINGS = ['.LOG1', '.LOG2', '.LOG'] as const;
const CACHE = { blockSize: 64 * 1024, blockCount: 64 } as const;

/**
 * Opens a file, a folder, standard input, or something inside a file: `disk.vhdx/partition 4/Recovery`.
 *
 * @returns `null` where it cannot be opened; why was said on standard error.
 * @throws {FormatError} Where a container on the way is damaged.
 */
export function openSubject(path: string, host: Host): Subject | null {
  const parts = path === '-' ? null : host.splitAtFile(path);
  const opened = host.open([parts?.file ?? path]);
  for (const { name, why } of opened.failed) host.err(`Cannot open ${plain(name)}: ${plain(why)}`);
  const { files, closeAll: close } = opened;
  const [first] = files;
  if (first === undefined) return null;
  if (parts === null && path !== '-') return { node: folderOf(path, files, host), files, close };
  const whole = sourceNode(first.name.split(/[\\/]/).at(-1) ?? first.name, first.bytes);
  if (parts === null || parts.inside === '') return { node: whole, files, close };

  const found = findNode(whole, parts.inside, noteTo(host));
  if (found === null) {
    host.err(`Cannot open ${plain(path)}: ${plain(parts.file)} holds no ${plain(parts.inside)}`);
    close();
    return null;
  }
  const { node } = found;
  if (node.kind === 'folder' || node.link !== null) return { node, files: [], close };
  const bytes = node.size === 0 ? new MemorySource(new Uint8Array(0)) : node.open();
  const inner = { name: path, bytes: new CachedSource(bytes, CACHE.blockSize, CACHE.blockCount), depth: 1 };
  return { node, files: [{ ...inner, beside: companionsOf(whole, parts.inside, host) }], close };
}

/** The logs of a hive lie beside it, also inside a container. */
function companionsOf(whole: TreeNode, path: string, host: Host): Map<string, ByteSource> {
  const beside = new Map<string, ByteSource>();
  for (const ending of COMPANION_ENDINGS) {
    const node = findNode(whole, `${path}${ending}`, noteTo(host))?.node;
    if (node === undefined || node.kind === 'folder' || node.link !== null || node.size === 0) continue;
    beside.set(node.name.toLowerCase(), node.open());
  }
  return beside;
}

/** A folder of this machine; its files were opened with their paths. */
function folderOf(path: string, files: readonly OpenedFile[], host: Host): TreeNode {
  const flat = files.map(({ name, bytes }) => ({
    ...{ path: name.startsWith(path) ? name.slice(path.length) : name, size: bytes.size, modified: null },
    open: () => bytes,
  }));
  return flatTree(flat, noteTo(host));
}
