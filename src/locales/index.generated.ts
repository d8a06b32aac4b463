/** Written by `npm run gen`. Do not edit. */
import report from './en/report.json' with { type: 'json' };
import rules from './en/rules.json' with { type: 'json' };
import treatments from './en/treatments.json' with { type: 'json' };

type Words = Readonly<Record<string, string>>;

export const ENGLISH_WORDS: Words = { ...report, ...rules, ...treatments };

export const LOADERS: Readonly<Record<string, () => Promise<Words>>> = {
  en: async () => ENGLISH_WORDS,
  'xx': async () => ({ ...(await import('./xx/report.json', { with: { type: 'json' } })).default, ...(await import('./xx/rules.json', { with: { type: 'json' } })).default, ...(await import('./xx/treatments.json', { with: { type: 'json' } })).default }),
};
