import type { Note } from '../../bytes/format-error.js';
import { ClaimedCells } from './claimed-cells.js';
import type { HiveImage } from './hive-image.js';
import { type HiveContext, HiveKey, joinPath, subkeyOffsets, tryLocate } from './key.js';
import { hasSubkeys, KEY, keyName, locateKey } from './key-node.js';
import { KEY_DEPTH_MAX, PATH_UNITS_MAX } from './limits.js';

interface Level {
  readonly offsets: Iterator<number>;
  /** Of the path of the key whose subkeys they are, at most. */
  readonly pathUnits: number;
}

/**
 * Steps through a key and all below it, each before those below it, in the order of the names. No key comes twice,
 * however the lists point: that, a tree that is too deep, and damage are told, and cost what lies below.
 */
export class KeyWalk {
  /** Where `locateKey` found the key that the walk is at. */
  at: number;
  /** How far below the first key it lies. */
  depth = 0;
  readonly #context: HiveContext;
  readonly #image: HiveImage;
  readonly #note: Note;
  readonly #claimed: ClaimedCells;
  readonly #open: Level[] = [];

  /** @param start Where `locateKey` found the first key: the walk is at it. */
  constructor(context: HiveContext, start: number) {
    this.#context = context;
    this.#image = context.image;
    this.#note = context.note;
    this.#claimed = new ClaimedCells(context.image.size);
    this.at = start;
    this.#enter(start, 0);
  }

  /** Goes to the next key. `false`: there is none. */
  next(): boolean {
    for (let level = this.#open.at(-1); level !== undefined; level = this.#open.at(-1)) {
      const step = level.offsets.next();
      if (step.done === true) {
        this.#open.pop();
        continue;
      }
      const at = tryLocate(this.#context, step.value, locateKey);
      if (at === null) continue;
      const depth = this.#open.length;
      if (!this.#enter(at, level.pathUnits + 1 + this.#image.view.u16(at + KEY.nameBytes))) continue;
      this.at = at;
      this.depth = depth;
      return true;
    }
    return false;
  }

  #enter(at: number, pathUnits: number): boolean {
    const { view } = this.#image;
    if (!this.#claimed.claim(at)) {
      this.#note(view.error('cycle', 'regf.key', at, 'a key of one parent', 'a key met before'));
    } else if (this.#open.length > KEY_DEPTH_MAX) {
      this.#note(view.error('over-limit', 'regf.key.depth', at, KEY_DEPTH_MAX, this.#open.length));
    } else if (pathUnits > PATH_UNITS_MAX) {
      this.#note(view.error('over-limit', 'regf.key.path', at, PATH_UNITS_MAX, pathUnits));
    } else {
      // Open levels are those with keys below: the depth counts on it that the key itself is one, so all are pushed.
      this.#open.push({ offsets: hasSubkeys(this.#image, at) ? subkeyOffsets(this.#context, at) : NONE, pathUnits });
      return true;
    }
    return false;
  }
}

const NONE: Iterator<number> = { next: () => ({ done: true, value: undefined }) };

/** The keys of a walk, with their paths. @param startPath Of the first key. */
export function* walkKeys(context: HiveContext, start: number, startPath: string): Generator<HiveKey> {
  if (startPath === '') context.image.loadAll();
  const walk = new KeyWalk(context, start);
  const paths = [startPath];
  yield new HiveKey(context, start, startPath);
  while (walk.next()) {
    const path = joinPath(paths[walk.depth - 1], keyName(context.image, walk.at));
    paths[walk.depth] = path;
    yield new HiveKey(context, walk.at, path);
  }
}
