import { english, loadLocale } from '../../locales/locales.js';
import { EXIT, type Host } from '../host.js';
import { knowledgeFrom } from '../knowledge-option.js';
import { sayIfUnknown } from '../lang-option.js';
import { runExplain } from './explain.js';

export interface ExplainCommandOptions {
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly lang?: string;
  readonly knowledge?: string;
}

/** `winre-doctor explain` as typed: options resolved, the rest is `runExplain`. */
export async function explainCommand(
  terms: readonly string[],
  options: ExplainCommandOptions,
  host: Host,
): Promise<number> {
  const knowledge = await knowledgeFrom(options.knowledge, host);
  if (knowledge === null) return EXIT.usage;
  sayIfUnknown(options.lang, host);
  const locale = options.lang === undefined ? english : await loadLocale(options.lang);
  const format = options.json === true ? 'json' : options.format;
  return runExplain([...terms], { format, knowledge, locale, width: host.width }, host);
}
