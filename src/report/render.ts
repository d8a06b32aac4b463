import type { Diagnosis } from '../diagnosis/verdict.js';
import { english, loadLocale } from '../locales/locales.js';
import { makeWords, type WordsOptions } from './make-words.js';
import type { TextOptions } from './text/text.js';

export type ReportFormat = 'text' | 'json' | 'html' | 'markdown';

export interface RenderOptions extends TextOptions {
  readonly format: ReportFormat;
  /** BCP 47 tag; English where it is not given, or where there is no such language. */
  readonly lang?: string | undefined;
  /** Takes out what names a person or a machine. On in html and markdown where it is not said. */
  readonly redact?: boolean | undefined;
  /** Told of missing words; tests throw here. */
  readonly onGap?: WordsOptions['onGap'];
}

/**
 * Renders a diagnosis. Loads only the format and the language asked for: that alone is why it is asynchronous.
 *
 * BitLocker recovery keys are taken out whatever `redact` says.
 */
export async function render(diagnosis: Diagnosis, options: RenderOptions): Promise<string> {
  const { format, lang, redact = format === 'html' || format === 'markdown', onGap } = options;
  const locale = lang === undefined ? english : await loadLocale(lang);
  const gaps = onGap === undefined ? {} : { onGap };
  const { withoutKeys, redacted } = await import('./redact/redact.js');
  const shown = redact ? redacted(diagnosis) : withoutKeys(diagnosis);

  switch (format) {
    case 'text': {
      const { renderText } = await import('./text/text.js');
      return renderText(shown, makeWords(locale, gaps), options);
    }
    case 'json': {
      const { renderJson } = await import('./json/json.js');
      return renderJson(shown, makeWords(locale, gaps));
    }
    case 'markdown': {
      const { renderMarkdown, MARKDOWN_INK } = await import('./markdown/markdown.js');
      return renderMarkdown(shown, makeWords(locale, { ...gaps, ink: MARKDOWN_INK }), { redacted: redact });
    }
    case 'html': {
      const { renderHtml } = await import('./html/html.js');
      return renderHtml(shown, makeWords(locale, gaps), { redacted: redact });
    }
  }
}
