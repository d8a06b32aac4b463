const CALL = 0xe8;
const TAIL_SIZE = 10; // a call in the last ten bytes is never translated

/**
 * Undoes the x86 call translation: packers store the absolute target of each `E8` call, which repeats more often
 * than the relative one. Works in place.
 *
 * @param position Where `start` lies in the whole unpacked file, in bytes.
 * @param fileSize Targets at or past it were left alone.
 */
export function undoCallTranslation(
  bytes: Uint8Array,
  start: number,
  end: number,
  position: number,
  fileSize: number,
): void {
  const part = bytes.subarray(start, end);
  const last = part.length - TAIL_SIZE;
  for (let at = part.indexOf(CALL); at >= 0 && at < last; at = part.indexOf(CALL, at + 5)) {
    const here = position + at;
    const target = part[at + 1] | (part[at + 2] << 8) | (part[at + 3] << 16) | (part[at + 4] << 24);
    if (target < -here || target >= fileSize) continue;
    const relative = target >= 0 ? target - here : target + fileSize;
    part[at + 1] = relative;
    part[at + 2] = relative >> 8;
    part[at + 3] = relative >> 16;
    part[at + 4] = relative >> 24;
  }
}
