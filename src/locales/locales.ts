import { ENGLISH_WORDS, LOADERS } from './index.generated.js';
import type { Locale } from './locale.js';

export type { Locale } from './locale.js';

export const english: Locale = { tag: 'en', intlTag: 'en', direction: 'ltr', words: ENGLISH_WORDS };

/** Tags of every language there is, sorted. */
export const LOCALE_TAGS: readonly string[] = Object.keys(LOADERS);

/** Languages written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi']);

/**
 * Finds the language that serves `tag` best: `pt-br` by `pt-BR`, then by `pt`.
 *
 * @param tag As the person or the environment names it: `it`, `it-IT`, `it_IT.UTF-8`.
 * @returns The tag of a language there is, or `null` where none serves.
 */
export function matchLocale(tag: string): string | null {
  let wanted = tag.split('.')[0].replaceAll('_', '-').toLowerCase();
  while (wanted !== '') {
    const found = LOCALE_TAGS.find((candidate) => candidate.toLowerCase() === wanted);
    if (found !== undefined) return found;
    wanted = wanted.includes('-') ? wanted.slice(0, wanted.lastIndexOf('-')) : '';
  }
  return null;
}

/** Loads the language that serves `tag` best; English where none does. */
export async function loadLocale(tag: string): Promise<Locale> {
  const found = matchLocale(tag);
  if (found === null || found === 'en') return english;
  const words = await LOADERS[found]();
  return {
    tag: found,
    intlTag: found === 'xx' ? 'en' : found,
    direction: RIGHT_TO_LEFT.has(found.split('-')[0]) ? 'rtl' : 'ltr',
    words,
  };
}
