import type { AnswerHead, Page } from '../outline.js';
import { moodOf } from '../view.js';
import { NO_PAINT, type Paint } from './paint.js';
import { wrap } from './wrap.js';

type Style = keyof Paint;

const BULLET = '  - ';
const TIMED_INDENT = '  ';
const UNDER_INDENT = '     ';
const NESTED_COMMAND_INDENT = '       ';

/** A text report as it grows: every line fits the width, apart from commands, which must stay whole to be copied. */
export class TextPage implements Page {
  private readonly lines: string[] = [];

  constructor(
    private readonly width: number,
    private readonly paint: Paint = NO_PAINT,
  ) {}

  device(text: string): void {
    this.gap();
    this.add(text, '=== ', 'heading');
    this.gap();
  }

  answer({ answer, words, certainty, title, judged }: AnswerHead): void {
    this.add(`${words.toUpperCase()} (${certainty})`, '', moodOf(answer));
    this.add(title, '', 'strong');
    if (judged !== '') this.add(judged, '', 'dim');
    this.gap();
  }

  heading(text: string): void {
    this.gap();
    this.add(text, '', 'heading');
  }

  paragraph(text: string): void {
    this.add(text, this.lines.at(-1) === '' ? '' : '  ');
  }

  item(text: string, { number, timed = false }: { readonly number?: number; readonly timed?: boolean } = {}): void {
    if (timed) this.add(text, TIMED_INDENT, undefined, `${TIMED_INDENT}    `);
    else this.add(text, number === undefined ? BULLET : `  ${number}. `);
  }

  under(text: string): void {
    this.add(text, UNDER_INDENT, 'dim');
  }

  elided(text: string): void {
    this.add(text, '  … ', 'dim');
  }

  command(text: string, nested: boolean): void {
    if (!nested) this.gap();
    for (const line of text.split('\n')) {
      this.push(`${nested ? NESTED_COMMAND_INDENT : ''}${line}`.trimEnd(), 'command');
    }
  }

  footer(text: string): void {
    if (!this.hasFooter) this.gap();
    this.hasFooter = true;
    this.add(text, '', 'dim');
  }

  toString(): string {
    return `${this.lines.join('\n').trimEnd()}\n`;
  }

  private hasFooter = false;

  /** A paragraph, wrapped. `first` stands before it and sets the indent of what follows, unless `rest` does. */
  private add(text: string, first: string, style?: Style, rest?: string): void {
    for (const line of wrap(text, this.width, first, rest)) this.push(line, style);
  }

  private push(line: string, style: Style | undefined): void {
    this.lines.push(style === undefined || line === '' ? line : this.paint[style](line));
  }

  /** An empty line, and never two. */
  private gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }
}
