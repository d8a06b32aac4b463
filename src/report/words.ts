/** The report's own words, in groups: `report/<group>#<name>`. Read by `npm run gen`, never at run time. */

import type { Word } from '../diagnosis/words.js';
import * as explain from './words/explain.js';
import * as facts from './words/facts.js';
import * as page from './words/page.js';
import * as verdict from './words/verdict.js';

export const words = { ...verdict, ...page, ...facts, ...explain } satisfies Readonly<
  Record<string, Readonly<Record<string, Word>>>
>;

type Groups = typeof words;

/** Every id that the report may ask for. */
export type ReportWordId = {
  readonly [Group in keyof Groups & string]: `report/${Group}#${keyof Groups[Group] & string}`;
}[keyof Groups & string];
