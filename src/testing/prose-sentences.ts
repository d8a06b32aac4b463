import { ASIAN_SENTENCES } from './prose-sentences-asian.js';
import { EASTERN_SENTENCES } from './prose-sentences-eastern.js';
import { WESTERN_SENTENCES } from './prose-sentences-western.js';

/** The scenarios in each language, by tag, one sentence a scenario. */
export const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  ...WESTERN_SENTENCES,
  ...EASTERN_SENTENCES,
  ...ASIAN_SENTENCES,
};
