import type { ByteSource } from '../bytes/byte-source.js';
import type { FormatError } from '../bytes/format-error.js';
import type { CoverageSubject, KindId, KindMap } from '../evidence/model.js';
import type { When } from '../evidence/when.js';
import { decodeText, type Line } from '../formats/text/text.js';
import type { Artefact, Reading, TextIntake, TextSink } from '../intake/intake.js';

/** Keeps what a reader hands over, for tests to look at. */
export class RecordingSink implements TextSink {
  readonly facts: { kind: KindId; value: KindMap[KindId]; reading: Reading }[] = [];
  readonly covered: { subject: CoverageSubject; from: When; to: When }[] = [];
  readonly defects: FormatError[] = [];
  readonly opened: { name: string; bytes: ByteSource }[] = [];
  readonly claimed = new Set<number>();

  add<K extends KindId>(kind: K, value: KindMap[K], reading: Reading): void {
    this.facts.push({ kind, value, reading });
  }

  cover(subject: CoverageSubject, from: When, to: When): void {
    this.covered.push({ subject, from, to });
  }

  defect(error: FormatError): void {
    this.defects.push(error);
  }

  open(inner: Artefact): void {
    this.opened.push(inner);
  }

  claim(firstLine: number, lastLine: number): void {
    for (let line = firstLine; line <= lastLine; line++) this.claimed.add(line);
  }

  /** Values of one kind, in the order in which they were handed over. */
  of<K extends KindId>(kind: K): KindMap[K][] {
    return this.facts.filter((fact) => fact.kind === kind).map((fact) => fact.value as KindMap[K]);
  }
}

/** What an intake makes of a text. */
export function readText(intake: TextIntake, text: string | readonly Line[]): RecordingSink {
  const sink = new RecordingSink();
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
