import type { TimelineEntry } from '../../diagnosis/verdict.js';
import type { AnyFact, KindId } from '../../evidence/model.js';
import { DAY_MS, type When } from '../../evidence/when.js';
import { describeClaim } from '../describe-fact.js';
import type { Words } from '../make-words.js';
import { phrase, raw } from '../phrase.js';
import { isoText, isShowable } from '../values.js';
import { type Html, html } from './markup.js';
import { layOut, placeOf, type Segment } from './timeline-scale.js';

const WIDTH = 760;
const LABELS_WIDTH = 92;
const LANE_HEIGHT = 34;
const AXIS_HEIGHT = 34;
const TOP = 8;
/** Marks that a drawing holds; the list below it has more. */
const MARKS_MAX = 300;
/** Marks of one lane stand at least this far apart, as long as there is room. */
const MARK_SPACING = 15;
/** Ranges of local clocks wider than this on the paper are drawn as a line behind the mark. */
const RANGE_WIDTH_MIN = 8;

type Lane = 'updates' | 'winre' | 'restarts' | 'servicing' | 'device';
const LANES: readonly Lane[] = ['updates', 'winre', 'restarts', 'servicing', 'device'];

const LANE_OF: Partial<Record<KindId, Lane>> = {
  'update-event': 'updates',
  'installed-package': 'updates',
  'installer-failure': 'updates',
  'winre-servicing': 'winre',
  'winre-hive-mount': 'winre',
  'winre-version': 'winre',
  'winre-image': 'winre',
  'winre-space-check': 'winre',
  'winre-config': 'winre',
  'reagentc-operation': 'winre',
  restart: 'restarts',
  'pending-restart': 'restarts',
  'servicing-error': 'servicing',
};

export type Mark = 'good' | 'bad' | 'wait' | 'plain';
export const MARKS: readonly Mark[] = ['good', 'bad', 'wait', 'plain'];

/** How an event ended, for its mark. */
export function markOf(fact: AnyFact): Mark {
  switch (fact.kind) {
    case 'update-event':
      if (fact.value.what.endsWith('failed') || fact.value.what === 'aborted') return 'bad';
      if (fact.value.what === 'restart-required') return 'wait';
      return /succeeded/.test(fact.value.what) ? 'good' : 'plain';
    case 'winre-servicing':
      if (fact.value.what === 'succeeded') return 'good';
      return fact.value.what === 'started' ? 'plain' : 'bad';
    case 'pending-restart':
      return fact.value.present ? 'wait' : 'plain';
    case 'servicing-error':
      return fact.value.weight === 'error' ? 'bad' : 'plain';
    case 'winre-space-check':
      return fact.value.refusal === null ? 'plain' : 'bad';
    case 'reagentc-operation':
      return fact.value.ok ? 'good' : 'bad';
    case 'installer-failure':
      return 'bad';
    case 'winre-image':
      return fact.value.state === 'present' ? 'good' : 'bad';
    default:
      return 'plain';
  }
}

/** Where a moment is drawn: a local reading in the middle of what it may have been. */
const middleOf = (when: When) => (when.fromMs + when.toMs) / 2;

/** Draws the timeline in lanes, or gives `null` where fewer than two moments are known. */
export function drawTimeline(timeline: readonly TimelineEntry[], words: Words): Html | null {
  const shown = timeline.filter(({ at }) => isShowable(at)).slice(-MARKS_MAX);
  if (shown.length < 2) return null;
  const moments = shown.map(({ at }) => middleOf(at)).sort((a, b) => a - b);
  const segments = layOut(moments, LABELS_WIDTH, WIDTH - 8);
  const lanes = LANES.filter((lane) => shown.some(({ fact }) => laneOf(fact) === lane));
  const bottom = TOP + lanes.length * LANE_HEIGHT;

  return html`<svg class="timeline-drawing" viewBox="0 0 ${WIDTH} ${bottom + AXIS_HEIGHT}" role="img" aria-label="${words.say(phrase('report/page#to-timeline'))}">
${lanes.map((lane, index) => drawLane(words.say(phrase(`report/lane#${lane}`)), TOP + index * LANE_HEIGHT, segments))}
${segments.map((segment) => drawAxis(segment, bottom))}
${lanes.map((lane, index) => {
  const entries = shown.filter(({ fact }) => laneOf(fact) === lane).sort((a, b) => middleOf(a.at) - middleOf(b.at));
  const places = spread(
    entries.map(({ at }) => placeOf(middleOf(at), segments)),
    WIDTH - 8,
  );
  const middle = TOP + index * LANE_HEIGHT + LANE_HEIGHT / 2;
  return html`${entries.map((entry, which) => drawEntry(entry, places[which], middle, segments, words))}`;
})}
</svg>`;
}

const laneOf = (fact: AnyFact): Lane => LANE_OF[fact.kind] ?? 'device';

function drawLane(name: string, top: number, segments: readonly Segment[]): Html {
  const middle = top + LANE_HEIGHT / 2;
  const rails = segments.map(
    ({ left, right }) => html`<line class="rail" x1="${left}" y1="${middle}" x2="${right}" y2="${middle}"/>`,
  );
  return html`<text class="lane" x="0" y="${middle + 4}">${name}</text>${rails}`;
}

/** Dates below one stretch of time: its start, and its end where there is room. */
function drawAxis({ fromMs, toMs, left, right }: Segment, bottom: number): Html {
  const showsTime = toMs - fromMs < 3 * DAY_MS;
  const text = (ms: number) =>
    isoText(Math.round(ms))
      .slice(0, showsTime ? 16 : 10)
      .replace('T', ' ');
  const width = showsTime ? 100 : 66;
  const start = text(fromMs);
  const end = text(toMs);
  const hasRoom = right - left > 2 * width + 10 && end !== start;
  // In a narrow stretch the year goes: the list has it.
  const shown = right - left < width ? start.slice(5, 10) : start;
  return html`<line class="tick" x1="${left}" y1="${TOP}" x2="${left}" y2="${bottom + 6}"/>
<line class="tick" x1="${right}" y1="${TOP}" x2="${right}" y2="${bottom + 6}"/>
<text class="axis" x="${left}" y="${bottom + 22}">${shown}</text>${
    hasRoom ? html`<text class="axis end" x="${right}" y="${bottom + 22}">${end}</text>` : null
  }`;
}

/** Moves marks that would cover each other to the right, and back from the edge; their order stays. */
function spread(places: readonly number[], right: number): readonly number[] {
  const moved: number[] = [];
  for (const place of places) {
    const last = moved.at(-1);
    moved.push(last === undefined ? place : Math.max(place, last + MARK_SPACING));
  }
  let limit = right - MARK_SPACING / 2;
  for (let index = moved.length - 1; index >= 0 && moved[index] > limit; index--) {
    moved[index] = Math.max(LABELS_WIDTH, limit);
    limit -= MARK_SPACING;
  }
  return moved;
}

function drawEntry(
  { at, fact }: TimelineEntry,
  place: number,
  middle: number,
  segments: readonly Segment[],
  words: Words,
): Html {
  const [from, to] = rangeOf(at, segments);
  const range =
    to - from >= RANGE_WIDTH_MIN
      ? html`<line class="range" x1="${from.toFixed(1)}" y1="${middle}" x2="${to.toFixed(1)}" y2="${middle}"/>`
      : null;
  const title = `${words.say(raw({ when: at }))}: ${words.say(describeClaim(fact))}`;
  return html`<g><title>${title}</title>${range}${drawMark(markOf(fact), Math.round(place * 10) / 10, middle)}</g>`;
}

/** Where a moment that is not known exactly may lie, inside the stretch that its middle lies in. */
function rangeOf(at: When, segments: readonly Segment[]): readonly [number, number] {
  const middle = middleOf(at);
  const own = segments.filter(({ fromMs, toMs }) => middle >= fromMs && middle <= toMs);
  if (own.length === 0) return [0, 0];
  return [placeOf(at.fromMs, own), placeOf(at.toMs, own)];
}

/** The mark of one event: its form says as much as its colour. */
export function drawMark(mark: Mark, x: number, y: number): Html {
  switch (mark) {
    case 'good':
      return html`<circle class="mark good" cx="${x}" cy="${y}" r="6"/>`;
    case 'bad':
      return html`<path class="mark bad" d="M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}"/>`;
    case 'wait':
      return html`<path class="mark wait" d="M${x} ${y - 7}L${x + 7} ${y + 5}L${x - 7} ${y + 5}Z"/>`;
    case 'plain':
      return html`<circle class="mark plain" cx="${x}" cy="${y}" r="4"/>`;
  }
}
