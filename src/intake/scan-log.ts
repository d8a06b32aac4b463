import type { ByteSource } from '../bytes/byte-source.js';
import type { Note } from '../bytes/format-error.js';
import { type LineTaker, scanLines, scanText } from '../formats/log-scan/log-scan.js';
import type { Line } from '../formats/text/text.js';
import type { LogIntake, TextSink } from './intake.js';

function takersOf(intakes: readonly LogIntake[], sink: TextSink, name: string): LineTaker[] {
  return intakes.map((intake) => {
    const reading = intake.begin(sink, name);
    return {
      needles: intake.needles,
      line: (line) => reading.line(line),
      end: (first, last) => reading.end(first, last),
    };
  });
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
}
