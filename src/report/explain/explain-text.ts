/** What `explain` found, as text that fits a terminal. */
import type { Explained, ExplainedFact, ExplainedIssue, Explanation } from '../../knowledge/explain/explanation.js';
import type { Words } from '../make-words.js';
import { type Phrase, type PhraseValue, phrase } from '../phrase.js';
import { NO_PAINT, type Paint } from '../text/paint.js';
import { wrap } from '../text/wrap.js';
import type { ReportWordId } from '../words.js';

export interface ExplainTextOptions {
  /** Columns; 80 unless said otherwise. */
  readonly width?: number;
  readonly paint?: Paint;
}

const LABEL_COLUMNS = 22;
const RELATED_MAX = 12;

/** Prints the answers one after another, an empty line between. */
export function explainText(
  answers: readonly Explained[],
  words: Words,
  { width = 80, paint = NO_PAINT }: ExplainTextOptions = {},
): string {
  const page = new Page(words, width, paint);
  answers.forEach((answer, index) => {
    if (index > 0) page.gap();
    page.answer(answer);
  });
  return page.text();
}

/** Gathers the lines of one output. */
class Page {
  readonly #lines: string[] = [];
  readonly #words: Words;
  readonly #width: number;
  readonly #paint: Paint;

  constructor(words: Words, width: number, paint: Paint) {
    this.#words = words;
    this.#width = width;
    this.#paint = paint;
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  gap(): void {
    this.#lines.push('');
  }

  answer(answer: Explained): void {
    answer.readings.forEach((reading, index) => {
      if (index > 0) this.gap();
      this.#reading(reading, answer.knowledgeDate);
    });
    if (answer.readings.length === 0) this.#nothing(answer);
    if (answer.otherReadings.length > 0 && answer.readings.length > 0) {
      this.gap();
      this.#say('other-readings', { readings: answer.otherReadings.join(', ') });
    }
  }

  #nothing({ query, outcome, knowledgeDate, otherReadings }: Explained): void {
    if (outcome !== 'unknown-update') {
      this.#say('unknown', { query, date: knowledgeDate });
      if (otherReadings.length > 0) this.#say('other-readings', { readings: otherReadings.join(', ') });
      return;
    }
    this.#say('unknown-update', { query, date: knowledgeDate });
    for (const id of ['unknown-update-title', 'unknown-update-events', 'unknown-update-device'] as const) {
      this.#flow(this.#words.say(phrase(`report/explain#${id}`, { query: shown(query) })), '  - ');
    }
  }

  #reading(reading: Explanation, date: string): void {
    for (const line of wrap(reading.heading, this.#width)) this.#lines.push(this.#paint.heading(line));
    if (reading.meaning !== null) this.#flow(reading.meaning);
    if (!reading.known) this.#say(reading.kind === 'winre-level' ? 'level-unknown' : 'decoded');
    this.gap();
    for (const fact of reading.facts) this.#fact(fact);

    if (reading.inWinRe !== null) this.#section('in-winre', [reading.inWinRe], '  ');
    this.#section(
      'issues',
      reading.issues.map((issue) => this.#issue(issue)),
    );
    this.#section(
      'causes',
      reading.causes.map(({ id, answer, title }) => `${id}: ${title} (${this.#value(`answer-${answer}`)})`),
    );
    this.#section('fix', reading.fix);
    this.#claims(reading.claims);
    const more = reading.related.length - RELATED_MAX;
    const related = reading.related.slice(0, RELATED_MAX).join(', ') + (more > 0 ? `, +${more}` : '');
    if (related !== '') this.#section('related', [related], '  ');
    this.#sources(reading.source);
    this.#closing(reading, date);
  }

  #fact({ label, values }: ExplainedFact): void {
    const texts = values.map((value) => ('text' in value ? value.text : this.#value(value.word)));
    const name = `  ${this.#words.say(phrase(`report/explainLabel#${label}`))}`.padEnd(LABEL_COLUMNS);
    const long = texts.some((text) => text.includes(' ') && !text.startsWith('('));
    if (!long || texts.length === 1 || texts.at(-1)?.startsWith('(') === true) {
      const separator = texts.at(-1)?.startsWith('(') === true ? ' ' : ', ';
      this.#flow(texts.join(separator), name, ' '.repeat(LABEL_COLUMNS));
      return;
    }
    texts.forEach((text, index) => {
      this.#flow(text, index === 0 ? `${name}- ` : `${' '.repeat(LABEL_COLUMNS)}- `, ' '.repeat(LABEL_COLUMNS + 2));
    });
  }

  #issue({ reason, from, to, resolvedBy, advice }: ExplainedIssue): string {
    const when = this.#words.say(
      to === null
        ? phrase('report/explain#issue-from', { from: shown(from) })
        : phrase('report/explain#issue-between', { from: shown(from), to: shown(to) }),
    );
    const end =
      resolvedBy.length === 0
        ? ''
        : ` ${this.#words.say(phrase('report/explain#issue-resolved-by', { kbs: shown(resolvedBy.join(', ')) }))}`;
    return `${when}: ${reason} ${advice}${end}`;
  }

  #claims(claims: Explanation['claims']): void {
    if (claims.length === 0) return;
    this.#heading('claims');
    for (const { claim, contradiction } of claims) {
      this.#flow(`"${claim}"`, '  - ');
      this.#flow(this.#words.say(phrase('report/explain#but', { contradiction: shown(contradiction) })), '    ');
    }
  }

  /** Addresses stay whole, however long: a broken one cannot be followed. */
  #sources(sources: readonly string[]): void {
    if (sources.length === 0) return;
    this.#heading('sources');
    this.#lines.push(...sources.map((source) => `  ${source}`));
  }

  #closing({ confidence, checked }: Explanation, date: string): void {
    this.gap();
    if (confidence === null || checked === null) this.#say('closing-decoded', { date });
    else this.#say('closing', { confidence: this.#value(`confidence-${confidence}`), checked, date });
  }

  #section(id: string, texts: readonly string[], bullet = '  - '): void {
    if (texts.length === 0) return;
    this.#heading(id);
    for (const text of texts) this.#flow(text, bullet);
  }

  #heading(id: string): void {
    this.gap();
    this.#lines.push(this.#paint.strong(this.#words.say(named('explainHeading', id))));
  }

  #value(id: string): string {
    return this.#words.say(named('explainValue', id));
  }

  #say(id: string, data: Readonly<Record<string, string>> = {}): void {
    const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, shown(value)]));
    this.#flow(this.#words.say(named('explain', id, values)));
  }

  #flow(text: string, first = '', rest?: string): void {
    this.#lines.push(...wrap(text, this.#width, first, rest));
  }
}

const shown = (value: string): PhraseValue => ({ shown: value });

/** A phrase whose id is put together; the tests render every id that there is. */
function named(group: string, id: string, data: Readonly<Record<string, PhraseValue>> = {}): Phrase {
  return phrase(`report/${group}#${id}` as ReportWordId, data);
}
