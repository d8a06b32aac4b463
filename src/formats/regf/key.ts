import { FormatError, type Note } from '../../bytes/format-error.js';
import type { HiveImage } from './hive-image.js';
import { KEY, keyClassName, keyName, locateKey, NOWHERE } from './key-node.js';
import { foldName, hashOf, isAscii } from './names.js';
import { leavesOf } from './subkey-list.js';
import { HiveValue } from './value.js';
import { locateValue } from './value-node.js';

/** What all keys of one hive share. */
export interface HiveContext {
  readonly image: HiveImage;
  readonly note: Note;
}

/** One key. Everything but its place is read when it is asked for. */
export class HiveKey {
  readonly #context: HiveContext;
  readonly #at: number;
  /** Names from below the root on, joined by backslashes; empty for the root itself. */
  readonly path: string;

  /** @param at Where `locateKey` found it. */
  constructor(context: HiveContext, at: number, path: string) {
    this.#context = context;
    this.#at = at;
    this.path = path;
  }

  get name(): string {
    return keyName(this.#context.image, this.#at);
  }

  /** FILETIME of the last change of the key, its values or the list of its subkeys. */
  get lastWritten(): bigint {
    return this.#context.image.view.bits64(this.#at + KEY.lastWritten);
  }

  /** What the key is an instance of, which few keys say; `null` where it says nothing. @throws {FormatError} */
  get className(): string | null {
    return keyClassName(this.#context.image, this.#at);
  }

  /** Where the key stands in the hive, in bytes. */
  get sourceOffset(): number {
    return this.#at;
  }

  /** The keys right below, in the order of their names. Damaged ones are told and left out. */
  *subkeys(): Generator<HiveKey> {
    const { image } = this.#context;
    for (const offset of subkeyOffsets(this.#context, this.#at)) {
      const at = tryLocate(this.#context, offset, locateKey);
      if (at !== null) yield this.#below(at, keyName(image, at));
    }
  }

  /** The key of a name right below, compared as Windows does; `null` where there is none. */
  subkey(name: string): HiveKey | null {
    const { image, note } = this.#context;
    const list = listOf(image, this.#at);
    if (list === null) return null;
    const folded = foldName(name);
    const hash = isAscii(folded) ? hashOf(folded) : null; // of other letters Windows' upper case may differ from ours
    for (const { at, count, step, isHashed } of leavesOf(image, list, note)) {
      for (let element = at; element < at + count * step; element += step) {
        if (isHashed && hash !== null && image.view.u32(element + 4) !== hash) continue;
        const key = tryLocate(this.#context, image.view.u32(element), locateKey);
        if (key === null) continue;
        const found = keyName(image, key);
        if (foldName(found) === folded) return this.#below(key, found);
      }
    }
    return null;
  }

  /** The values, in the order in which they were made. Damaged ones are told and left out. */
  *values(): Generator<HiveValue> {
    for (const offset of valueOffsets(this.#context, this.#at)) {
      const at = tryLocate(this.#context, offset, locateValue);
      if (at !== null) yield new HiveValue(this.#context.image, at);
    }
  }

  /** The value of a name, compared as Windows does; empty for the default value; `null` where there is none. */
  value(name: string): HiveValue | null {
    const folded = foldName(name);
    for (const value of this.values()) if (foldName(value.name) === folded) return value;
    return null;
  }

  #below(at: number, name: string): HiveKey {
    return new HiveKey(this.#context, at, joinPath(this.path, name));
  }
}

/** A path one name longer. */
export function joinPath(parent: string, name: string): string {
  return parent === '' ? name : `${parent}\\${name}`;
}

/** Offsets of the keys below one. Where there are fewer than the key says, that is told. */
export function* subkeyOffsets({ image, note }: HiveContext, at: number): Generator<number> {
  const list = listOf(image, at);
  if (list === null) return;
  let found = 0;
  for (const leaf of leavesOf(image, list, note)) {
    found += leaf.count;
    for (let index = 0; index < leaf.count; index++) yield image.view.u32(leaf.at + index * leaf.step);
  }
  const claimed = image.view.u32(at + KEY.subkeyCount);
  if (found !== claimed)
    note(image.view.error('bad-range', 'regf.key.subkeyCount', at + KEY.subkeyCount, found, claimed));
}

/** Offsets of the values of a key, as many as its list has room for. */
export function* valueOffsets({ image, note }: HiveContext, at: number): Generator<number> {
  const claimed = image.view.u32(at + KEY.valueCount);
  const list = image.view.u32(at + KEY.valueList);
  if (claimed === 0 || list === NOWHERE) return;
  const first = tryLocate({ image, note }, list, locateList);
  if (first === null) return;
  const count = Math.min(claimed, image.cellSize(first) >> 2);
  if (count < claimed) note(image.view.error('truncated', 'regf.key.valueCount', at + KEY.valueCount, count, claimed));
  for (let index = 0; index < count; index++) yield image.view.u32(first + index * 4);
}

function locateList(image: HiveImage, offset: number): number {
  return image.cell(offset, 4, 'regf.key.valueList');
}

function listOf(image: HiveImage, at: number): number | null {
  const list = image.view.u32(at + KEY.subkeyList);
  return image.view.u32(at + KEY.subkeyCount) === 0 || list === NOWHERE ? null : list;
}

/** Finds a thing, or tells of the damage and returns `null`. */
export function tryLocate(
  { image, note }: HiveContext,
  offset: number,
  locate: (image: HiveImage, offset: number) => number,
): number | null {
  try {
    return locate(image, offset);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return null;
  }
}
