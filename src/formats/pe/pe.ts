/** PE images: what they are for, and their version resource. See format.md. */

import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { readPeImage } from './image.js';
import { findResource } from './resources.js';

export { looksLikePe, type PeImage, type PeSection, readPeImage } from './image.js';

const TYPE_VERSION = 16;
/** A version resource is some kilobytes; every string of it is held. */
const VERSION_SIZE_MAX = 1024 * 1024;

/** Offsets in a block of the version resource: head, key, value, then blocks within it. */
const BLOCK = { size: 0, valueSize: 2, isText: 4, key: 6 } as const;
const ROOT_KEY = 'VS_VERSION_INFO';
const STRINGS_KEY = 'StringFileInfo';
/** Offsets in VS_FIXEDFILEINFO. */
const FIXED = {
  signature: 0,
  fileHigh: 8,
  fileLow: 12,
  productHigh: 16,
  productLow: 20,
  flags: 28,
  fileType: 36,
  size: 52,
} as const;
const FIXED_SIGNATURE = 0xfeef04bd;

/** Text of one language, by key: `FileVersion`, `CompanyName`, `OriginalFilename` … */
export interface PeStrings {
  /** Language and code page as stored, such as `040904b0`. */
  readonly language: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface PeVersion {
  /** The four numbers that Windows compares, such as `10.0.19041.3920`; `null` where only text is given. */
  readonly fileVersion: string | null;
  readonly productVersion: string | null;
  /** First language's text; see `tables` for all. `FileVersion` there may differ from the numbers. */
  readonly strings: Readonly<Record<string, string>>;
  readonly tables: readonly PeStrings[];
  readonly machine: string;
}

/**
 * Reads the version resource of a PE image, in a handful of small reads.
 *
 * @returns `null` for an image without one.
 * @throws {FormatError} See `readPeImage`; `over-limit`, `bad-magic` or `bad-range` in the resource.
 * @source VS_VERSIONINFO, Microsoft Learn.
 */
export function readPeVersion(source: ByteSource): PeVersion | null {
  const image = readPeImage(source);
  const found = findResource(source, image, TYPE_VERSION);
  if (found === null) return null;
  const view = viewOf(source, found.offset, Math.min(found.size, VERSION_SIZE_MAX), 'pe.version');
  if (found.size > VERSION_SIZE_MAX) {
    throw view.error('over-limit', 'pe.version', 0, `<= ${VERSION_SIZE_MAX}`, found.size);
  }
  const root = readBlock(view, 0, view.size);
  if (root.key !== ROOT_KEY) throw view.error('bad-magic', 'pe.version.key', BLOCK.key, ROOT_KEY, root.key);
  const fixed = root.valueSize >= FIXED.size && view.u32(root.valueAt + FIXED.signature) === FIXED_SIGNATURE;
  const numbers = (high: number, low: number) =>
    fixed ? [high + 2, high, low + 2, low].map((at) => view.u16(root.valueAt + at)).join('.') : null;
  const tables = [...stringTables(view, root)];
  return {
    fileVersion: numbers(FIXED.fileHigh, FIXED.fileLow),
    productVersion: numbers(FIXED.productHigh, FIXED.productLow),
    strings: tables[0]?.values ?? {},
    tables,
    machine: image.machine,
  };
}

interface Block {
  readonly key: string;
  readonly valueAt: number;
  /** In bytes, also for text. */
  readonly valueSize: number;
  readonly childrenAt: number;
  readonly end: number;
}

const align4 = (offset: number) => (offset + 3) & ~3;

function readBlock(view: ByteView, at: number, limit: number): Block {
  view.need(at, BLOCK.key + 2, 'pe.version.block');
  const size = view.u16(at + BLOCK.size);
  if (size < BLOCK.key + 2 || at + size > limit) {
    throw view.error('bad-range', 'pe.version.block.size', at, `${BLOCK.key + 2} to ${limit - at}`, size);
  }
  const end = at + size;
  const key = view.utf16(at + BLOCK.key, (end - at - BLOCK.key) >> 1);
  const valueAt = Math.min(end, align4(at + BLOCK.key + 2 * key.length + 2));
  const units = view.u16(at + BLOCK.valueSize);
  // Of text the size counts UTF-16 units; some linkers count bytes, so the block's end bounds it as well.
  const valueSize = Math.min(end - valueAt, view.u16(at + BLOCK.isText) === 1 ? units * 2 : units);
  return { key, valueAt, valueSize, childrenAt: Math.min(end, align4(valueAt + valueSize)), end };
}

function* blocksIn(view: ByteView, parent: Block): Generator<Block> {
  for (let at = parent.childrenAt; at + BLOCK.key + 2 <= parent.end; ) {
    if (view.u16(at + BLOCK.size) === 0) return; // padding
    const block = readBlock(view, at, parent.end);
    yield block;
    at = align4(block.end);
  }
}

function* stringTables(view: ByteView, root: Block): Generator<PeStrings> {
  for (const info of blocksIn(view, root)) {
    if (info.key !== STRINGS_KEY) continue;
    for (const table of blocksIn(view, info)) {
      const values: Record<string, string> = Object.create(null);
      for (const text of blocksIn(view, table)) values[text.key] = view.utf16(text.valueAt, text.valueSize >> 1);
      yield { language: table.key.toLowerCase(), values };
    }
  }
}
