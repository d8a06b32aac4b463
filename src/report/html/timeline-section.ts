import type { TimelineEntry } from '../../diagnosis/verdict.js';
import { phrase, raw } from '../phrase.js';
import { whenText } from '../values.js';
import { type Html, html, scroller } from './markup.js';
import { claim, type SectionJob, section } from './sections.js';
import { drawMark, drawTimeline, MARKS, markOf } from './timeline-drawing.js';

/** Entries that are open at once; the others wait behind a click. */
const OPEN_MAX = 40;
/** Entries that a page holds. */
const LISTED_MAX = 2000;

/** The timeline, drawn and as a list. */
export function timelineSection(job: SectionJob): Html | null {
  const { timeline } = job.device;
  if (timeline.length === 0) return null;
  const { words } = job;
  const drawing = drawTimeline(timeline, words);
  const legend = MARKS.filter((mark) => timeline.some(({ fact }) => markOf(fact) === mark)).map(
    (mark) => html`<li>${icon(drawMark(mark, 8, 8))}${words.say(phrase(`report/mark#${mark}`))}</li>`,
  );
  const listed = timeline.slice(-LISTED_MAX);
  const open = listed.slice(-OPEN_MAX);
  const older = listed.slice(0, -OPEN_MAX);
  const elided = timeline.length - listed.length;
  return section(
    job,
    'timeline',
    html`${drawing === null ? null : html`${scroller(words.say(phrase('report/heading#timeline')), drawing)}<ul class="legend">${legend}</ul>`}
${elided === 0 ? null : html`<p class="small">${words.say(phrase('report/page#elided', { count: { count: elided } }))}</p>`}
${older.length === 0 ? null : html`<details><summary>${words.say(phrase('report/page#older', { count: { count: older.length } }))}</summary>${list(job, older)}</details>`}
${list(job, open)}`,
  );
}

const list = (job: SectionJob, entries: readonly TimelineEntry[]) =>
  html`<ol class="events">${entries.map((entry) => item(job, entry))}</ol>`;

function item(job: SectionJob, { at, fact }: TimelineEntry): Html {
  const time = job.words.say(raw({ when: at }));
  // Only what HTML counts as a time may stand in `datetime`: not an interval, nor a year of five digits.
  const machine = /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$/.exec(whenText(at));
  const shown = machine === null ? html`<time>${time}</time>` : html`<time datetime="${machine[0]}">${time}</time>`;
  return html`<li>${icon(drawMark(markOf(fact), 8, 8))}${shown}<span class="said">${claim(job, fact)}</span></li>`;
}

const icon = (mark: Html) => html`<svg viewBox="0 0 16 16" aria-hidden="true">${mark}</svg>`;
