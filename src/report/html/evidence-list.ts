import type { AnyFact, Citation, SourceRecord } from '../../evidence/model.js';
import { describePlace } from '../describe-fact.js';
import type { Words } from '../make-words.js';
import { phrase } from '../phrase.js';
import { plain } from '../plain.js';
import { citationKey } from '../view.js';
import { type Html, html } from './markup.js';

/** Longest quote that a page shows, in UTF-16 units. */
const QUOTE_UNITS_MAX = 1000;

/** Numbers what the report cites, in the order of citing, and lists it at the end: each claim links there. */
export class EvidenceList {
  private readonly numbers = new Map<string, number>();
  private readonly cites: Citation[] = [];

  constructor(
    private readonly words: Words,
    private readonly sources: readonly SourceRecord[],
  ) {}

  /** The link behind a claim. */
  link({ cite }: AnyFact): Html {
    const key = citationKey(cite);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.cites.push(cite);
      this.numbers.set(key, number);
    }
    const name = this.words.say(phrase('report/page#evidence-link', { number: { shown: String(number) } }));
    return html`<a class="cite" href="#e${number}" aria-label="${name}">${number}</a>`;
  }

  isEmpty(): boolean {
    return this.cites.length === 0;
  }

  entries(): Html {
    return html`<ol class="evidence">${this.cites.map((cite, index) => this.entry(cite, index + 1))}</ol>`;
  }

  private entry(cite: Citation, number: number): Html {
    const place = this.words.say(describePlace(cite, this.sources));
    const isListed = this.sources.some(({ id }) => id === cite.source);
    const where = isListed ? html`<a href="#source-${anchorOf(cite.source)}">${place}</a>` : html`${place}`;
    const quote =
      cite.quote === undefined
        ? null
        : html`<blockquote class="quote">${plain(cite.quote, QUOTE_UNITS_MAX)}</blockquote>`;
    return html`<li id="e${number}" value="${number}">${where}${quote}</li>`;
  }
}

/** Id of a source as part of an anchor: whatever it holds, no space and no percent sign. */
export function anchorOf(source: string): string {
  return source.replace(/[^A-Za-z0-9_-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`);
}
