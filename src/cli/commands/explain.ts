/**
 * `winre-doctor explain <term>...`: what a code, an update, an event or a cause means, offline.
 *
 * The program that calls this must let signed numbers through as terms: with commander,
 * `.allowUnknownOption()` and `.allowExcessArguments()`, passing on every operand and unknown option that looks
 * like `-2147023293`. `queryTerms` sorts those out of a raw argument list.
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
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export const EXPLAIN_EXIT = { explained: 0, usage: 2, unknown: 3 } as const;

export const EXPLAIN_SUMMARY = 'Say what a code, an update, an event or a cause means, offline, with sources';

export const EXPLAIN_HELP = `
Terms may be written as you met them:
  0x80070643  80070643  -2147023293  1603     a code, in hexadecimal, signed or as Win32
  3bc3  b7  c142011c  REAGENTC:70             the bare digits that reagentc prints
  ERROR_INSTALL_FAILURE                       a symbol
  KB5034441  5034441                          an update
  WinREAgent 4502   event 20   4502           an event
  partition-too-small  defender               a cause or a product of our reports
  CVE-2024-20666  10.0.19041.3920  19045      a weakness, a level of WinRE, a build

A term that can mean several things is explained in each of them. Codes that no table
holds are taken apart by facility and severity.

Exit code: 0 when each term was explained or taken apart, 2 for wrong use,
3 when nothing is known of one of them.
`;

/** A negative number among the arguments: a signed code, not an option. */
export const isSignedNumber = (argument: string): boolean => /^-\d+$/.test(argument);

/** Explains each term. Terms that belong together, such as `event 20`, may be given apart. */
export function runExplain(terms: readonly string[], options: ExplainOptions, host: ExplainHost): number {
  const { format = 'text', knowledge = KNOWLEDGE, locale = english, width = 80, paint } = options;
  if (terms.every((term) => term.trim() === '')) {
    host.err('Cannot explain: nothing named. Give a code, a KB number, an event or a cause, such as 0x80070643.\n');
    return EXPLAIN_EXIT.usage;
  }
  const strange = terms.find((term) => term.startsWith('-') && !isSignedNumber(term));
  if (strange !== undefined) {
    host.err(`Cannot explain: there is no option ${strange}.\n`);
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
