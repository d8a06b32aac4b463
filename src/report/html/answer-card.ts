import type { Answer, Verdict } from '../../diagnosis/verdict.js';
import type { Words } from '../make-words.js';
import { phrase } from '../phrase.js';
import { judgedParts } from '../view.js';
import { type Html, heading, html } from './markup.js';

/** A picture for each answer, beside its words: a tick, an arrow in a circle, a spanner, a way out, a question. */
const ICON_PATHS: Readonly<Record<Answer, string>> = {
  ignore: 'M4 12.5L10 18.5L20 6.5',
  restart: 'M20 12a8 8 0 1 1-2.6-5.9M20 3v5h-5',
  repair:
    'M14.5 6.5a4.5 4.5 0 0 1 5.8-1.3L17 8.5l1 2 2.5.5a4.5 4.5 0 0 1-6.6 2.5L7 20.5 3.5 17l7-7a4.5 4.5 0 0 1 4-3.5',
  elsewhere: 'M13 4h7v7M20 4L10.5 13.5M17 14v5.5H4.5V7H10',
  ask: 'M8.5 9a3.5 3.5 0 1 1 5.3 3c-1.2.8-1.8 1.5-1.8 3M12 19v.01',
};

/** The answer: what a person sees first. `level` is that of its title. */
export function answerCard(verdict: Verdict, words: Words, prefix: string, level: number): Html {
  const { answer, certainty } = verdict;
  const titleId = `${prefix}title`;
  const title = heading(level, titleId, words.say(verdict.title), 'title');
  const judged = judgedParts(verdict, words).join(' · ');
  return html`<section class="answer ${answer}" id="${prefix}answer" aria-labelledby="${titleId}">
<p class="badges"><span class="badge"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICON_PATHS[answer]}"/></svg>${words.say(phrase(`report/answer#${answer}`))}</span>
<span class="certainty">${words.say(phrase(`report/certainty#${certainty}`))}</span></p>
${title}
${judged === '' ? null : html`<p class="judged">${judged}</p>`}
<p>${words.say(verdict.summary)}</p>
<p class="hint">${words.say(phrase(`report/certaintyHint#${certainty}`))}</p>
<div class="next">${heading(level + 1, null, words.say(phrase('report/heading#next-step')))}<p>${words.say(verdict.nextStep)}</p></div>
</section>`;
}
