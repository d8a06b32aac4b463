import type { ByteSource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { filetimeToIso } from '../../bytes/filetime.js';
import type { Note } from '../../bytes/format-error.js';
import { type ReparsePoint, readReparsePoint, reparseKind } from '../ntfs/ntfs.js';
import { openWim, type Wim, type WimEntry } from '../wim/wim.js';
import { findByName, folderNode, type TreeLink, type TreeNode } from './node.js';

/** A WIM keeps the data of a reparse point without its head: the tag, the size of the data, two bytes of nothing. */
const REPARSE_HEAD_SIZE = 8;
const REPARSE_DATA_MAX = 16 * 1024;
const ATTRIBUTE_DIRECTORY = 0x10;

/** The images of a WIM by their numbers, and what is in each. */
export function wimTree(source: ByteSource, note: Note): TreeNode {
  const wim = openWim(source, note);
  function* images(): Generator<TreeNode> {
    for (let index = 1; index <= wim.header.imageCount; index++) yield image(wim, index);
  }
  return folderNode({ name: '', identity: '', children: images });
}

function image(wim: Wim, index: number): TreeNode {
  const root = () => new WimNode(wim, index, wim.directory(index).root);
  return folderNode({
    name: `${index}`,
    identity: `${index}`,
    children: () => root().children(),
    find: (name) => root().find(name),
  });
}

class WimNode implements TreeNode {
  readonly #wim: Wim;
  readonly #image: number;
  readonly #entry: WimEntry;

  constructor(wim: Wim, image: number, entry: WimEntry) {
    this.#wim = wim;
    this.#image = image;
    this.#entry = entry;
  }

  get name(): string {
    return this.#entry.name;
  }

  get kind(): 'file' | 'folder' {
    return (this.#entry.attributes & ATTRIBUTE_DIRECTORY) === 0 ? 'file' : 'folder';
  }

  get size(): number {
    return this.#entry.size;
  }

  get created(): string {
    return filetimeToIso(this.#entry.creationTime);
  }

  get modified(): string {
    return filetimeToIso(this.#entry.lastWriteTime);
  }

  get sha1(): string | null {
    return this.#entry.sha1;
  }

  get link(): TreeLink | null {
    const { reparseTag } = this.#entry;
    return reparseTag === null ? null : { kind: reparseKind(reparseTag), target: this.#target(reparseTag) };
  }

  get identity(): string {
    return `${this.#image}:${this.#entry.childrenOffset}`;
  }

  open(): ByteSource {
    return this.#wim.open(this.#entry);
  }

  *children(): Generator<TreeNode> {
    if (!this.#entry.isDirectory) return;
    const directory = this.#wim.directory(this.#image);
    for (const entry of directory.children(this.#entry)) yield new WimNode(this.#wim, this.#image, entry);
  }

  find(name: string): TreeNode | null {
    return findByName(this.children(), name);
  }

  #target(tag: number): string | null {
    const stream = this.#entry.streams.find(({ isReparseData }) => isReparseData);
    if (stream === undefined || stream.size > REPARSE_DATA_MAX) return null;
    const data = this.#wim.open(stream);
    const bytes = new Uint8Array(REPARSE_HEAD_SIZE + data.size);
    const head = new DataView(bytes.buffer);
    head.setUint32(0, tag, true);
    head.setUint16(4, data.size, true);
    bytes.set(data.read(0, data.size), REPARSE_HEAD_SIZE);
    const point: ReparsePoint = readReparsePoint(new ByteView(bytes));
    return point.target ?? null;
  }
}
