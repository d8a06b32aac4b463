import { matchLocale } from '../locales/locales.js';
import type { Host } from './host.js';

/** Says where no language serves the tag of `--lang`: the words will be English. */
export function sayIfUnknown(lang: string | undefined, host: Host): void {
  if (lang !== undefined && matchLocale(lang) === null)
    host.err(`There are no words for --lang ${lang} yet: what follows is in English.`);
}
