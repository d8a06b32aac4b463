import { ClaimedCells } from './claimed-cells.js';
import { type HiveContext, HiveKey, joinPath, subkeyOffsets, tryLocate } from './key.js';
import { keyName, locateKey } from './key-node.js';
import { KEY_DEPTH_MAX, PATH_UNITS_MAX } from './limits.js';

/**
 * A key and all below it, each before those below it, in the order of the names. No key comes twice, however the
 * lists point: that, a tree that is too deep, and damage are told, and cost what lies below.
 *
 * @param start Where `locateKey` found the first key.
 */
export function* walkKeys(context: HiveContext, start: number, startPath: string): Generator<HiveKey> {
  const { image, note } = context;
  const claimed = new ClaimedCells(image.size);
  const open: { readonly offsets: Iterator<number>; readonly path: string }[] = [];
  const enter = (at: number, path: string): HiveKey | null => {
    const { view } = image;
    if (!claimed.claim(at)) {
      note(view.error('cycle', 'regf.key', at, 'a key of one parent', 'a key met before'));
      return null;
    }
    if (open.length >= KEY_DEPTH_MAX) {
      note(view.error('over-limit', 'regf.key.depth', at, KEY_DEPTH_MAX, open.length + 1));
      return null;
    }
    if (path.length > PATH_UNITS_MAX) {
      note(view.error('over-limit', 'regf.key.path', at, PATH_UNITS_MAX, path.length));
      return null;
    }
    open.push({ offsets: subkeyOffsets(context, at), path });
    return new HiveKey(context, at, path);
  };

  if (startPath === '') image.loadAll();
  const first = enter(start, startPath);
  if (first !== null) yield first;
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const next = level.offsets.next();
    if (next.done === true) {
      open.pop();
      continue;
    }
    const at = tryLocate(context, next.value, locateKey);
    const key = at === null ? null : enter(at, joinPath(level.path, keyName(image, at)));
    if (key !== null) yield key;
  }
}
