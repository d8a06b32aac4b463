import type { ByteSource } from '../bytes/byte-source.js';
import { FormatError, type Note } from '../bytes/format-error.js';
import { readCmTraceLine } from '../formats/cmtrace-log/cmtrace-log.js';
import { type LineTaker, scanLines, scanText } from '../formats/log-scan/log-scan.js';
import { readSetupLine } from '../formats/setup-line/setup-line.js';
import type { Line } from '../formats/text/text.js';
import { readWindowsUpdateLine } from '../formats/windows-update-log/windows-update-log.js';
import type { LogIntake, TextSink } from './intake.js';

/** Entries of real logs stay below this, in characters; what a pattern has to search is bounded by it. */
const ENTRY_CHARS_MAX = 8 * 1024;
/** Facts of one log. Real ones give some hundred; a crafted one could give one a line. */
const FACTS_MAX = 50_000;

/** Readings of one log by each reader, bounded: long entries are cut, and so many facts are passed on and no more. */
export function takersOf(intakes: readonly LogIntake[], sink: TextSink, name: string): LineTaker[] {
  const bounded = boundedSink(sink);
  return intakes.map((intake) => {
    const reading = intake.begin(bounded, name);
    return {
      needles: intake.needles,
      line: ({ number, text }) =>
        reading.line({ number, text: text.length > ENTRY_CHARS_MAX ? text.slice(0, ENTRY_CHARS_MAX) : text }),
      end: (first, last) => reading.end(first, last),
    };
  });
}

/** Passes on so many facts and no more; that there were more is a defect of the source. */
function boundedSink(sink: TextSink): TextSink {
  let count = 0;
  return {
    add(kind, value, reading) {
      if (count++ < FACTS_MAX) sink.add(kind, value, reading);
      else if (count === FACTS_MAX + 1) {
        const sourceOffset = 0;
        sink.defect(new FormatError('over-limit', { what: 'log.facts', sourceOffset, expected: `<= ${FACTS_MAX}` }));
      }
    },
    cover: (subject, from, to) => sink.cover(subject, from, to),
    defect: (error) => sink.defect(error),
    open: (inner) => sink.open(inner),
    claim: (first, last) => sink.claim(first, last),
  };
}

/**
 * Streams one log through all log readers at once, in about a megabyte of memory.
 *
 * @throws {FormatError} `unsupported` for an encoding that is not read.
 */
export function scanLog(
  source: ByteSource,
  intakes: readonly LogIntake[],
  sink: TextSink,
  note: Note,
  name = '',
): void {
  scanLines(source, takersOf(intakes, sink, name), note);
}

/** The same for text in memory: excerpts of logs among prose. */
export function scanLogLines(lines: readonly Line[], intakes: readonly LogIntake[], sink: TextSink, name = ''): void {
  scanText(lines, takersOf(intakes, sink, name));
  claimEntries(lines, sink);
}

/** Entries of logs are no prose, and neither are the indented lines that continue one: whoever reads a person's words is spared them. */
function claimEntries(lines: readonly Line[], sink: TextSink): void {
  if (beginsAsLog(lines) && lines.length > 0) {
    sink.claim(lines[0].number, lines[lines.length - 1].number);
    return;
  }
  let isInside = false;
  for (const { number, text } of lines) {
    isInside = isEntry(text) || (isInside && /^\s+\S/.test(text));
    if (isInside) sink.claim(number, number);
  }
}

/** How logs begin of which most lines bear no mark of their own: devices, Windows Installer, bundles, rowsets. */
const LOG_HEADS =
  /^\ufeff?(?:\[(?:Device Install Log|BeginLog)\]|=== (?:Verbose )?[Ll]ogging started: |\[[0-9A-F]{4,8}:[0-9A-F]{4,8}\]\[\d{4}-|<xml xmlns:s="uuid:|MSI \([sc]\) \()/;

function beginsAsLog(lines: readonly Line[]): boolean {
  return LOG_HEADS.test(lines.find((line) => line.text.trim() !== '')?.text ?? '');
}

function isEntry(text: string): boolean {
  if (!/\d\d:\d\d/.test(text)) return false;
  return readSetupLine(text) !== null || readWindowsUpdateLine(text) !== null || readCmTraceLine(text) !== null;
}
