/** NTFS and FAT volumes. */

import { type ByteSource, MemorySource } from '../../bytes/byte-source.js';
import { filetimeToIso } from '../../bytes/filetime.js';
import type { FatDirectoryEntry, FatVolume } from '../fat/fat.js';
import { type NtfsDirectoryEntry, type NtfsFile, type NtfsVolume, reparseKind } from '../ntfs/ntfs.js';
import { fileNode, findByName, folderNode, type TreeLink, type TreeNode } from './node.js';

/** Reparse points whose content lies on the volume all the same. */
const NO_LINKS: ReadonlySet<string> = new Set(['wof', 'cloud-file', 'onedrive']);

/**
 * The root folder of an NTFS volume.
 *
 * @param name What the folder is called where it hangs; also what tells its folders from those of other volumes.
 */
export function ntfsTree(volume: NtfsVolume, name: string): TreeNode {
  const root = () => new NtfsFolder(volume, name, volume.root());
  return folderNode({
    name,
    identity: `${name}:root`,
    children: () => root().children(),
    find: (wanted) => root().find(wanted),
  });
}

class NtfsFolder {
  constructor(
    readonly volume: NtfsVolume,
    readonly prefix: string,
    readonly file: NtfsFile,
  ) {}

  *children(): Generator<TreeNode> {
    for (const entry of this.file.entries()) yield new NtfsNode(this.volume, this.prefix, entry);
  }

  /** Through the index, not entry by entry. */
  find(name: string): TreeNode | null {
    const entry = this.volume.find(this.file, name);
    return entry === null ? null : new NtfsNode(this.volume, this.prefix, entry);
  }
}

class NtfsNode implements TreeNode {
  readonly sha1 = null;
  readonly #volume: NtfsVolume;
  readonly #prefix: string;
  readonly #entry: NtfsDirectoryEntry;
  #opened: NtfsFile | undefined;

  constructor(volume: NtfsVolume, prefix: string, entry: NtfsDirectoryEntry) {
    this.#volume = volume;
    this.#prefix = prefix;
    this.#entry = entry;
  }

  get name(): string {
    return this.#entry.name;
  }

  get kind(): 'file' | 'folder' {
    return this.#entry.isDirectory ? 'folder' : 'file';
  }

  get #file(): NtfsFile {
    this.#opened ??= this.#volume.file(this.#entry.reference);
    return this.#opened;
  }

  /** From the file's own record: what the folder's index says may lag behind. */
  get size(): number {
    return this.#entry.isDirectory ? 0 : (this.#file.streams().find(({ name }) => name === '')?.size ?? 0);
  }

  get created(): string {
    return filetimeToIso(this.#file.times().created);
  }

  get modified(): string {
    return filetimeToIso(this.#file.times().modified);
  }

  get link(): TreeLink | null {
    const { reparseTag } = this.#entry;
    if (reparseTag === 0) return null;
    const kind = reparseKind(reparseTag);
    if (NO_LINKS.has(kind)) return null;
    return { kind, target: this.#file.reparsePoint()?.target ?? null };
  }

  get identity(): string {
    return `${this.#prefix}:${this.#entry.reference.record}`;
  }

  open(): ByteSource {
    return this.#file.open();
  }

  get #folder(): NtfsFolder | null {
    const { isDirectory, reparseTag } = this.#entry;
    const isLink = reparseTag !== 0 && !NO_LINKS.has(reparseKind(reparseTag));
    return isDirectory && !isLink ? new NtfsFolder(this.#volume, this.#prefix, this.#file) : null;
  }

  *children(): Generator<TreeNode> {
    const folder = this.#folder;
    if (folder !== null) yield* folder.children();
  }

  find(name: string): TreeNode | null {
    return this.#folder?.find(name) ?? null;
  }
}

/** The root folder of a FAT volume. See `ntfsTree` for `name`. */
export function fatTree(volume: FatVolume, name: string): TreeNode {
  return fatFolder(volume, name, null, { name, modified: null });
}

function fatFolder(
  volume: FatVolume,
  prefix: string,
  folder: FatDirectoryEntry | null,
  own: Pick<TreeNode, 'name' | 'modified'>,
): TreeNode {
  function* children(): Generator<TreeNode> {
    for (const entry of volume.entries(folder)) yield fatNode(volume, prefix, entry);
  }
  const find = (wanted: string) => {
    const found = findByName(children(), wanted);
    if (found !== null) return found;
    for (const entry of volume.entries(folder)) {
      if (entry.shortName.toUpperCase() === wanted.toUpperCase()) return fatNode(volume, prefix, entry);
    }
    return null;
  };
  return folderNode({ ...own, identity: `${prefix}:${folder?.firstCluster ?? 'root'}`, children, find });
}

function fatNode(volume: FatVolume, prefix: string, entry: FatDirectoryEntry): TreeNode {
  const { name, size, modified } = entry;
  if (entry.isDirectory) return fatFolder(volume, prefix, entry, { name, modified });
  const open = () => (size === 0 ? new MemorySource(new Uint8Array(0)) : volume.open(entry));
  return fileNode({ name, identity: '', size, modified, open });
}
