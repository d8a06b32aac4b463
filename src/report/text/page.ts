import { NO_PAINT, type Paint } from './paint.js';
import { wrap } from './wrap.js';

type Style = keyof Paint;

/** A text report as it grows: every line fits the width, apart from commands, which must stay whole to be copied. */
export class TextPage {
  private readonly lines: string[] = [];

  constructor(
    private readonly width: number,
    private readonly paint: Paint = NO_PAINT,
  ) {}

  /** A paragraph, wrapped. `first` stands before it and sets the indent of what follows, unless `rest` does. */
  add(text: string, first = '', style?: Style, rest?: string): this {
    for (const line of wrap(text, this.width, first, rest)) this.lines.push(this.painted(line, style));
    return this;
  }

  /** An empty line, and never two. */
  gap(): this {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
    return this;
  }

  heading(text: string): this {
    return this.gap().add(text, '', 'heading');
  }

  /** Lines to be copied as they are. */
  verbatim(text: string, indent: string): this {
    for (const line of text.split('\n')) this.lines.push(this.painted(`${indent}${line}`.trimEnd(), 'command'));
    return this;
  }

  toString(): string {
    return `${this.lines.join('\n').trimEnd()}\n`;
  }

  private painted(line: string, style: Style | undefined): string {
    return style === undefined || line === '' ? line : this.paint[style](line);
  }
}
