/** A stretch of time that is drawn to one scale. */
export interface Segment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly left: number;
  readonly right: number;
}

/** Quiet time longer than this share of the whole is left out of the drawing, and the cut is shown. */
const CUT_SHARE_MIN = 0.15;
const CUTS_MAX = 4;
/** How wide a cut is drawn. */
const CUT_WIDTH = 28;
const SEGMENT_WIDTH_MIN = 40;

/**
 * Lays moments on a line from `left` to `right`. Long quiet stretches are cut out, or a single old event would press all
 * others together.
 *
 * @param moments Sorted, in milliseconds.
 */
export function layOut(moments: readonly number[], left: number, right: number): readonly Segment[] {
  const groups = groupsOf(moments);
  const room = right - left - CUT_WIDTH * (groups.length - 1) - SEGMENT_WIDTH_MIN * groups.length;
  const weights = groups.map((group) => group.length + Math.sqrt(spanOf(group) / 3_600_000));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let at = left;
  return groups.map((group, index) => {
    const width = SEGMENT_WIDTH_MIN + (room * weights[index]) / total;
    const segment = {
      fromMs: group[0],
      toMs: group[group.length - 1],
      left: rounded(at),
      right: rounded(at + width),
    };
    at += width + CUT_WIDTH;
    return segment;
  });
}

/** To a tenth of a unit of the paper. */
const rounded = (number: number) => Math.round(number * 10) / 10;

const spanOf = (group: readonly number[]) => group[group.length - 1] - group[0];

function groupsOf(moments: readonly number[]): readonly (readonly number[])[] {
  const whole = moments.length === 0 ? 0 : spanOf(moments);
  const cuts = new Set(
    moments
      .map((ms, index) => ({ index, quiet: index === 0 ? 0 : ms - moments[index - 1] }))
      .filter(({ quiet }) => quiet > 0 && quiet >= whole * CUT_SHARE_MIN && moments.length > 2)
      .sort((a, b) => b.quiet - a.quiet || a.index - b.index)
      .slice(0, CUTS_MAX)
      .map(({ index }) => index),
  );
  const groups: number[][] = [];
  moments.forEach((ms, index) => {
    if (index === 0 || cuts.has(index)) groups.push([]);
    groups[groups.length - 1].push(ms);
  });
  return groups;
}

/** Where a moment lies on the line; outside every segment, at the nearest edge. */
export function placeOf(ms: number, segments: readonly Segment[]): number {
  let best = segments[0];
  for (const segment of segments) if (ms >= segment.fromMs) best = segment;
  const span = best.toMs - best.fromMs;
  if (span <= 0) return (best.left + best.right) / 2;
  const share = Math.min(1, Math.max(0, (ms - best.fromMs) / span));
  const inset = 8; // marks at the ends stay inside
  return best.left + inset + share * (best.right - best.left - 2 * inset);
}
