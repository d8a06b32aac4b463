import type { Word } from '../../diagnosis/words.js';

/** Words that share one note for the translator. */
export function noted<const Texts extends Readonly<Record<string, string>>>(
  note: string,
  texts: Texts,
): { readonly [Name in keyof Texts]: Word } {
  const made: Record<string, Word> = {};
  for (const [name, text] of Object.entries(texts)) made[name] = { text, note };
  return made as { readonly [Name in keyof Texts]: Word };
}
