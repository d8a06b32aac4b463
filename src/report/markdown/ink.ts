import type { Ink } from '../make-words.js';

/** What has a meaning in Markdown. Our own words are escaped too, so that none is taken for markup by accident. */
const MARKUP = /[\\`*_{}[\]<>#|~!@&]/g;
/** Code in our own words, in backticks. */
const CODE = /(`[^`]*`)/;

/**
 * Evidence as a code span: inside one neither markup nor HTML, neither a mention, a link nor an issue number is read.
 *
 * The fence is longer than any run of backticks inside, as CommonMark wants it.
 * @source CommonMark 0.31.2, section 6.1.
 */
export function codeSpan(text: string): string {
  const shown = text === '' ? ' ' : text;
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
  const space = /^`|`$/.test(shown) ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** Lines to copy, in a fence longer than any run of backticks inside. */
export function codeBlock(text: string, indent = ''): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return [fence, ...text.split('\n'), fence].map((line) => `${indent}${line}`.trimEnd()).join('\n');
}

export const MARKDOWN_INK: Ink = {
  text: (words) =>
    words
      .split(CODE)
      .map((part) => (CODE.test(part) ? part : part.replace(MARKUP, '\\$&')))
      .join(''),
  value: codeSpan,
};
