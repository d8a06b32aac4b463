import type { MessageValue } from '../diagnosis/verdict.js';
import type { ReportWordId } from './words.js';

/** A message whose placeholders may take phrases in turn: how sentences are put together without joining text. */
export interface Phrase {
  readonly id: string;
  readonly data: Readonly<Record<string, PhraseValue>>;
}

export type PhraseValue =
  | MessageValue
  | Phrase
  | { readonly phrases: readonly Phrase[] }
  /** Text of our own making, already in its final form. */
  | { readonly shown: string };

/** A phrase of the report's own words. */
export function phrase(id: ReportWordId, data: Readonly<Record<string, PhraseValue>> = {}): Phrase {
  return { id, data };
}

/** A value of the evidence, to stand in a list beside phrases. */
export function raw(value: MessageValue): Phrase {
  return phrase('report/fact#raw', { value });
}

/** `claim` with `details` in brackets behind it, or alone where there are none. */
export function detailed(claim: Phrase, details: readonly (Phrase | null)[]): Phrase {
  const known = details.filter((detail) => detail !== null);
  return known.length === 0 ? claim : phrase('report/fact#detailed', { claim, details: { phrases: known } });
}

/** What `make` says of `value`, or `null` where the witness did not tell it or left it empty. */
export function told<T>(value: T | null | undefined, make: (value: T) => Phrase): Phrase | null {
  return value === null || value === undefined || value === '' ? null : make(value);
}

/** `made` where `condition` is known to hold. */
export function where(condition: boolean | null | undefined, made: Phrase): Phrase | null {
  return condition === true ? made : null;
}
