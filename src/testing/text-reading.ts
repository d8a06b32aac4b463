import { decodeText, type Line } from '../formats/text/text.js';
import type { TextIntake } from '../intake/intake.js';
import { CollectingSink } from './collecting-sink.js';

/** What an intake makes of a text. */
export function readText(intake: TextIntake, text: string | readonly Line[]): CollectingSink {
  const sink = new CollectingSink();
  intake.read(typeof text === 'string' ? decodeText(text) : text, sink);
  return sink;
}

/** Ways in which a web page, a mail or a chat spoils pasted output. Values must survive each of them. */
export const SPOILINGS: Readonly<Record<string, (text: string) => string>> = {
  'as printed': (text) => text,
  'runs of spaces collapsed and lines trimmed': (text) =>
    text
      .split('\n')
      .map((line) => line.replace(/[ \t]+/g, ' ').trim())
      .join('\n'),
  'quoted in a mail': (text) => text.replace(/^/gm, '> '),
  'quoted twice': (text) => text.replace(/^/gm, '>> '),
  indented: (text) => text.replace(/^/gm, '        '),
  'in a fence': (text) => `\`\`\`text\n${text}\n\`\`\`\n`,
  'with no-break spaces': (text) => text.replaceAll('  ', ' \u00a0'),
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with empty lines between': (text) => text.replaceAll('\n', '\n\n'),
};
