import { copyable } from '../plain.js';

/** Text that is HTML already. Only `html` makes it, and `html` escapes every value that is not. */
export class Html {
  constructor(readonly markup: string) {}
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any text harmless in an element and in a quoted attribute. The one place where that is done. Lines stay. */
export function escapeHtml(text: string): string {
  return copyable(text).replace(/[&<>"']/g, (character) => ESCAPED[character]);
}

type Value = string | number | Html | null | readonly (Html | null)[];

/** HTML with values set in: strings are escaped, HTML is taken as it is, `null` is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = parts[0];
  values.forEach((value, index) => {
    markup += markupOf(value) + parts[index + 1];
  });
  return new Html(markup);
}

function markupOf(value: Value): string {
  if (value === null) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escapeHtml(String(value));
}

/** A heading whose level is chosen at run time. */
export function heading(level: number, id: string | null, text: string, className: string | null = null): Html {
  const name = new Html(`h${Math.min(6, Math.max(1, Math.trunc(level)))}`);
  const idPart = id === null ? null : html` id="${id}"`;
  const classPart = className === null ? null : html` class="${className}"`;
  return html`<${name}${idPart}${classPart}>${text}</${name}>`;
}

/** A part that may be wider than the page: it scrolls by itself, also from the keyboard. */
export function scroller(label: string, content: Html): Html {
  return html`<div class="wide" role="group" tabindex="0" aria-label="${label}">${content}</div>`;
}
