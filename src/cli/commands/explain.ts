/**
 * `winre-doctor explain <term>...`: what a code, an update, an event or a cause means, offline.
 *
 * Signed numbers arrive as terms: commander 14 takes `-2147023293` for an argument while no option is a digit.
 */
import { explain, queriesOf } from '../../knowledge/explain/explain.js';
import type { Explained } from '../../knowledge/explain/explanation.js';
import { KNOWLEDGE, type Knowledge } from '../../knowledge/knowledge.js';
import { english, type Locale } from '../../locales/locales.js';
import { explainJson } from '../../report/explain/explain-json.js';
import { explainText } from '../../report/explain/explain-text.js';
import { makeWords } from '../../report/make-words.js';
import type { Paint } from '../../report/text/paint.js';

export interface ExplainOptions {
  readonly format?: 'text' | 'json' | undefined;
  /** Built-in knowledge, or that with the rows of `--knowledge FILE`. */
  readonly knowledge?: Knowledge | undefined;
  readonly locale?: Locale | undefined;
  readonly width?: number | undefined;
  readonly paint?: Paint | undefined;
}

export interface ExplainHost {
  /** Takes text as it is. */
  readonly out: (text: string) => void;
  /** Takes a line without its end. */
  readonly err: (text: string) => void;
}

export const EXPLAIN_EXIT = { explained: 0, usage: 2, unknown: 3 } as const;

/** A negative number among the arguments: a signed code, not an option. */
export const isSignedNumber = (argument: string): boolean => /^-\d+$/.test(argument);

/** Explains each term. Terms that belong together, such as `event 20`, may be given apart. */
export function runExplain(terms: readonly string[], options: ExplainOptions, host: ExplainHost): number {
  const { format = 'text', knowledge = KNOWLEDGE, locale = english, width = 80, paint } = options;
  if (terms.every((term) => term.trim() === '')) {
    host.err('Cannot explain: nothing named. Give a code, a KB number, an event or a cause, such as 0x80070643.');
    return EXPLAIN_EXIT.usage;
  }
  const strange = terms.find((term) => term.startsWith('-') && !isSignedNumber(term));
  if (strange !== undefined) {
    host.err(`Cannot explain: there is no option ${strange}.`);
    return EXPLAIN_EXIT.usage;
  }
  const answers: Explained[] = queriesOf(terms.map((term) => term.trim()).filter(Boolean), knowledge).map((query) =>
    explain(query, knowledge),
  );
  host.out(
    format === 'json'
      ? explainJson(answers)
      : explainText(answers, makeWords(locale), { width, ...(paint === undefined ? {} : { paint }) }),
  );
  const isUnknown = ({ outcome }: Explained) => outcome === 'unknown' || outcome === 'unknown-update';
  return answers.some(isUnknown) ? EXPLAIN_EXIT.unknown : EXPLAIN_EXIT.explained;
}
