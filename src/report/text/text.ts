import type { DeviceDiagnosis, Diagnosis } from '../../diagnosis/verdict.js';
import type { Words } from '../make-words.js';
import { phrase } from '../phrase.js';
import { isForSeveral, moodOf } from '../view.js';
import { TextPage } from './page.js';
import { NO_PAINT, type Paint } from './paint.js';
import { addDetails, addSources, type TextJob } from './sections.js';

/** Columns of a text report where nothing else is asked for. */
export const TEXT_WIDTH = 80;
/** Below this nothing sensible can be wrapped. */
const TEXT_WIDTH_MIN = 30;

export interface TextOptions {
  readonly paint?: Paint;
  /** In columns. */
  readonly width?: number;
}

/** Writes the report for a terminal: the answer in the first five lines, then what it rests on. */
export function renderText(diagnosis: Diagnosis, words: Words, { paint = NO_PAINT, width = TEXT_WIDTH }: TextOptions) {
  const page = new TextPage(Math.max(TEXT_WIDTH_MIN, width), paint);
  const job: TextJob = { page, words, sources: diagnosis.sources };
  diagnosis.devices.forEach((device, index) => {
    if (isForSeveral(diagnosis)) addDeviceHeading(job, device, index + 1, diagnosis.devices.length);
    addAnswer(job, device);
    addDetails(job, device);
  });
  addSources(job, diagnosis);
  return page.toString();
}

function addDeviceHeading({ page, words }: TextJob, { device }: DeviceDiagnosis, index: number, count: number): void {
  const name = device.name ?? phrase('report/page#nameless');
  page
    .gap()
    .add(
      words.say(phrase('report/page#device', { number: { count: index }, total: { count }, name })),
      '=== ',
      'heading',
    )
    .gap();
}

/** Answer, certainty, title, update: the first lines. Then why, and what to do. */
function addAnswer({ page, words }: TextJob, { verdict }: DeviceDiagnosis): void {
  const answer = words.say(phrase(`report/answer#${verdict.answer}`)).toLocaleUpperCase(words.locale.intlTag);
  const certainty = words.say(phrase(`report/certainty#${verdict.certainty}`));
  page.add(`${answer} (${certainty})`, '', moodOf(verdict.answer)).add(words.say(verdict.title), '', 'strong');

  const judged = [
    verdict.kb === null ? null : `${words.say(phrase('report/label#update'))} ${say(words, verdict.kb)}`,
    verdict.errorCode === null
      ? null
      : `${words.say(phrase('report/label#error'))} ${say(words, { hresult: verdict.errorCode })}`,
    verdict.product === null ? null : `${words.say(phrase('report/label#product'))} ${say(words, verdict.product)}`,
  ].filter((part) => part !== null);
  if (judged.length > 0) page.add(judged.join(', '), '', 'dim');

  page.gap().add(words.say(verdict.summary));
  page.heading(words.say(phrase('report/heading#next-step'))).add(words.say(verdict.nextStep), '  ');
}

function say(words: Words, value: string | { readonly hresult: number }): string {
  return words.say(phrase('report/fact#raw', { value }));
}
