import type { HiveImage } from './hive-image.js';

const BY_HAND_MAX = 24; // below this, joining characters beats a TextDecoder call
const latin1 = /* @__PURE__ */ Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

/** A name of `length` bytes: one byte a unit where it is compressed, else UTF-16LE. Surrogates may stand alone, NULs inside. */
export function readName({ bytes, view }: HiveImage, offset: number, length: number, isCompressed: boolean): string {
  if (!isCompressed) return view.utf16Whole(offset, length >> 1);
  let name = '';
  if (length <= BY_HAND_MAX) {
    for (let at = offset; at < offset + length; at++) name += latin1[bytes[at]];
    return name;
  }
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

/** A name as Windows compares names: each unit in upper case. Characters that grow in upper case stay. */
export function foldName(name: string): string {
  const upper = name.toUpperCase();
  if (upper.length === name.length) return upper;
  let folded = '';
  for (let index = 0; index < name.length; index++) {
    const unit = name[index].toUpperCase();
    folded += unit.length === 1 ? unit : name[index];
  }
  return folded;
}

/** Whether upper case is a matter of ASCII only: then Windows' table and ours cannot differ. */
export function isAscii(name: string): boolean {
  for (let index = 0; index < name.length; index++) if (name.charCodeAt(index) > 0x7f) return false;
  return true;
}

/** The hash of a folded name that hash leaves carry. */
export function hashOf(folded: string): number {
  let hash = 0;
  for (let index = 0; index < folded.length; index++) hash = (Math.imul(hash, 37) + folded.charCodeAt(index)) | 0;
  return hash >>> 0;
}
