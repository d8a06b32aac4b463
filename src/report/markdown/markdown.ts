import type { Diagnosis } from '../../diagnosis/verdict.js';
import type { Words } from '../make-words.js';
import { type AnswerHead, type OutlineLimits, type Page, writeOutline } from '../outline.js';
import { phrase } from '../phrase.js';
import { codeBlock } from './ink.js';

export { MARKDOWN_INK } from './ink.js';

const LIMITS: OutlineLimits = { because: 20, contradicting: 10, updates: 30, timeline: 30, sources: 50 };

/** Writes the report to be pasted into a ticket. `words` must be of `MARKDOWN_INK`. */
export function renderMarkdown(diagnosis: Diagnosis, words: Words, options: { readonly redacted: boolean }): string {
  const page = new MarkdownPage();
  writeOutline(page, diagnosis, words, LIMITS);
  if (options.redacted) page.footer(words.say(phrase('report/page#redacted')));
  return page.toString();
}

class MarkdownPage implements Page {
  /** Blocks, with an empty line between them; entries of one list are one block. */
  private readonly blocks: string[] = [];
  private inList = false;

  device(text: string): void {
    this.block(`# ${text}`);
  }

  answer({ words, certainty, title, judged }: AnswerHead): void {
    this.block(`## ${words} (${certainty})`);
    this.block(`**${title}**`);
    if (judged !== '') this.block(judged);
  }

  heading(text: string): void {
    this.block(`### ${text}`);
  }

  paragraph(text: string): void {
    this.block(text);
  }

  item(text: string, { number }: { readonly number?: number } = {}): void {
    this.line(`${number === undefined ? '-' : `${number}.`} ${text}`);
  }

  under(text: string): void {
    this.line(`   ${text}  `);
  }

  elided(text: string): void {
    this.line(`- … ${text}`);
  }

  command(text: string, nested: boolean): void {
    if (nested) this.line(codeBlock(text, '   '));
    else this.block(codeBlock(text));
  }

  footer(text: string): void {
    this.block(`*${text}*`);
  }

  toString(): string {
    return `${this.blocks.join('\n\n')}\n`;
  }

  private block(text: string): void {
    this.blocks.push(text);
    this.inList = false;
  }

  private line(text: string): void {
    if (this.inList) this.blocks.push(`${this.blocks.pop()}\n${text}`);
    else this.blocks.push(text);
    this.inList = true;
  }
}
