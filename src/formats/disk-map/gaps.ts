/** A stretch of bytes. */
export interface ByteRange {
  readonly startByte: number;
  readonly sizeBytes: number;
}

/**
 * What no range covers, in the order of the disk.
 *
 * @param ranges In any order; they may overlap.
 * @param end Exclusive, in bytes.
 */
export function gapsBetween(ranges: readonly ByteRange[], start: number, end: number): ByteRange[] {
  const gaps: ByteRange[] = [];
  let covered = start;
  for (const { startByte, sizeBytes } of [...ranges].sort((a, b) => a.startByte - b.startByte)) {
    const next = Math.min(startByte, end);
    if (next > covered) gaps.push({ startByte: covered, sizeBytes: next - covered });
    covered = Math.max(covered, startByte + sizeBytes);
  }
  if (end > covered) gaps.push({ startByte: covered, sizeBytes: end - covered });
  return gaps;
}
