/** Every language that prose is read in. */
import { de } from './de.js';
import { en } from './en.js';
import type { Lexicon } from './lexicon.js';

export const LEXICONS: readonly Lexicon[] = [en, de];
