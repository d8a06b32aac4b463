/** What `explain` answers: data only, so that it can be printed in any language or as JSON. */
import type { Answer, CauseId } from '../causes.js';
import type { Confidence } from '../table.js';

export const READING_KINDS = [
  'error-code',
  'update',
  'event',
  'cause',
  'product',
  'weakness',
  'winre-level',
  'build',
  'partition-type',
] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

/** What a line of facts is about. The words stand in the report, under `report/explainLabel#<id>`. */
export const FACT_LABELS = [
  'answer',
  'attributes',
  'branch',
  'brings',
  'brought-by',
  'builds',
  'channel',
  'code',
  'customer',
  'facility',
  'family',
  'fields',
  'file-systems',
  'fixed-by',
  'fixed-on',
  'fixes',
  'hex',
  'integrates',
  'kind',
  'later-without-level',
  'level',
  'level-observed',
  'level-from-script',
  'marks',
  'newest-level',
  'not-offered',
  'ntstatus',
  'numbers',
  'open-weaknesses',
  'probably-integrates',
  'products',
  'proof',
  'provider',
  'published',
  'recognised-by',
  'released',
  'released-by',
  'replaced-by',
  'replaces',
  'requires',
  'restart',
  'role',
  'serviced-until',
  'severity',
  'signed',
  'title-shown',
  'undecided-weaknesses',
  'usual-reasons',
  'uninstallable',
  'win32',
  'winre-arrives',
] as const;
export type FactLabel = (typeof FACT_LABELS)[number];

/** A value as it is, or an id whose words stand in the report, under `report/explainValue#<id>`. */
export type FactValue = { readonly text: string } | { readonly word: string };

export interface ExplainedFact {
  readonly label: FactLabel;
  readonly values: readonly FactValue[];
}

export interface ExplainedIssue {
  readonly symptom: string;
  readonly code: string | null;
  readonly reason: string;
  readonly from: string;
  readonly to: string | null;
  readonly status: string;
  readonly resolvedBy: readonly string[];
  readonly advice: string;
}

/** One way in which a query can be read, and what is known of it. */
export interface Explanation {
  readonly kind: ReadingKind;
  /** The key of the row, or the code in hexadecimal where no row is known. */
  readonly key: string;
  readonly heading: string;
  /** Whether a table holds it; `false`: only taken apart. */
  readonly known: boolean;
  readonly meaning: string | null;
  readonly inWinRe: string | null;
  readonly facts: readonly ExplainedFact[];
  readonly causes: readonly { readonly id: CauseId; readonly answer: Answer; readonly title: string }[];
  readonly issues: readonly ExplainedIssue[];
  readonly fix: readonly string[];
  /** Wrong claims that circulate, each with what contradicts it. */
  readonly claims: readonly {
    readonly claim: string;
    readonly contradiction: string;
    readonly source: readonly string[];
  }[];
  /** Other queries worth asking. */
  readonly related: readonly string[];
  readonly source: readonly string[];
  readonly confidence: Confidence | null;
  readonly checked: string | null;
}

export interface Explained {
  readonly query: string;
  /** Best reading first. Empty where nothing at all is known. */
  readonly readings: readonly Explanation[];
  /** Other ways to read it of which nothing is known. */
  readonly otherReadings: readonly string[];
  /** `unknown-update`: a KB number that is not in this knowledge; `unknown`: none of our words. */
  readonly outcome: 'known' | 'decoded' | 'unknown-update' | 'unknown';
  readonly knowledgeDate: string;
}

/** An explanation of which nothing is known but its name, to fill in. */
export function blank(kind: ReadingKind, key: string, heading: string): Explanation {
  return {
    kind,
    key,
    heading,
    known: true,
    meaning: null,
    inWinRe: null,
    facts: [],
    causes: [],
    issues: [],
    fix: [],
    claims: [],
    related: [],
    source: [],
    confidence: null,
    checked: null,
  };
}

export const text = (value: string | number): FactValue => ({ text: String(value) });
export const word = (value: string): FactValue => ({ word: value });

/** A line of facts, or none where there is nothing to say. */
export function fact(label: FactLabel, ...values: readonly (FactValue | string | number | null)[]): ExplainedFact[] {
  const told: FactValue[] = [];
  for (const value of values) {
    if (value !== null && value !== '') told.push(typeof value === 'object' ? value : text(value));
  }
  return told.length === 0 ? [] : [{ label, values: told }];
}
