import { type ByteSource, headOf } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { LINE_CHARS_MAX } from '../../bytes/limits.js';
import { readStamp } from '../log-stamp/log-stamp.js';
import { decodeBytes, detectEncoding, type Line, type TextEncoding } from '../text/text.js';
import type { CandidateFinder } from './find-candidates.js';
import { createFinder } from './kernel.js';
import { type NeedlePlan, planNeedles, windowHash } from './needle-plan.js';
import { isLog } from './scan-text.js';
import { type Units, unitsOf } from './units.js';

/** Wants the lines that hold one of its needles. */
export interface LineTaker {
  /** ASCII, four characters at least, compared without case. */
  readonly needles: readonly string[];
  line(line: Line): void;
  /**
   * The text has ended. `first` and `last` bear a time and stand near its ends; `null` for a text that is no log, such as a letter
   * that quotes one: it is not whole between them.
   */
  end(first: Line | null, last: Line | null): void;
}

/** Code units held at once. The whole scan needs little more memory than this. */
const CHUNK_UNITS = 1 << 20;
/** How much of each end is searched for a line with a time. */
const ENDS_UNITS = 1 << 17;
/** Sources at least this large are worth a look at what they hold before the search is planned. */
const SAMPLED_SIZE = 8 << 20;
const SAMPLE_SIZE = 1 << 14;
const HEAD_SIZE = 1 << 16;
const NEWLINE = 0x0a;

/**
 * Hands each line that holds a needle to those who look for it, in order, once.
 *
 * @param makeFinder For tests: which implementation searches.
 * @throws {FormatError} `unsupported` for an encoding that is not read.
 */
export function scanLines(
  source: ByteSource,
  takers: readonly LineTaker[],
  note: Note,
  makeFinder: (plan: NeedlePlan, capacity: number) => CandidateFinder = createFinder,
): void {
  const encoding = detectEncoding(headOf(source, HEAD_SIZE));
  const units = unitsOf(source, encoding);
  const plan = planNeedles(
    takers.flatMap((taker) => taker.needles),
    sampleOf(units),
  );
  const scan = new LineScan(units, encoding, plan, takers, note, makeFinder);
  const newlines = scan.run();
  const head = [...firstLines(units, encoding)];
  const isWhole = isLog(head);
  const first = isWhole ? stampedLine(head) : null;
  const last = isWhole ? stampedLine(lastLines(units, encoding, newlines)) : null;
  for (const taker of takers) taker.end(first, last);
}

/** Some of a large log, from two places. */
function sampleOf(units: Units): Uint8Array {
  if (units.count < SAMPLED_SIZE) return new Uint8Array(0);
  const sample = new Uint8Array(2 * SAMPLE_SIZE);
  units.fill(0, sample.subarray(0, SAMPLE_SIZE));
  units.fill(units.count >> 1, sample.subarray(SAMPLE_SIZE));
  return sample;
}

class LineScan {
  readonly #units: Units;
  readonly #encoding: TextEncoding;
  readonly #plan: NeedlePlan;
  readonly #takers: readonly LineTaker[];
  readonly #wanted: readonly (readonly string[])[];
  readonly #note: Note;
  readonly #finder: CandidateFinder;
  /** Where in the text the buffer begins, in units. */
  #bufferAt = 0;
  /** The buffer begins inside a line too long to hold. */
  #insideLine = false;
  #lastTaken = 0;

  constructor(
    units: Units,
    encoding: TextEncoding,
    plan: NeedlePlan,
    takers: readonly LineTaker[],
    note: Note,
    makeFinder: (plan: NeedlePlan, capacity: number) => CandidateFinder,
  ) {
    this.#units = units;
    this.#encoding = encoding;
    this.#plan = plan;
    this.#takers = takers;
    this.#wanted = takers.map((taker) => taker.needles.map((needle) => needle.toLowerCase()));
    this.#note = note;
    this.#finder = makeFinder(plan, Math.min(CHUNK_UNITS, Math.max(units.count, 1)));
  }

  /** @returns How many newlines the text holds. */
  run(): number {
    const { bytes } = this.#finder;
    this.#finder.restart();
    let held = 0;
    for (let read = 0; read < this.#units.count; ) {
      const length = Math.min(bytes.length - held, this.#units.count - read);
      this.#units.fill(read, bytes.subarray(held, held + length));
      read += length;
      const filled = held + length;
      const lastNewline = bytes.lastIndexOf(NEWLINE, filled - 1);
      const isOver = read >= this.#units.count;
      const isCut = !isOver && (lastNewline < 0 || lastNewline >= filled);
      const end = isOver || isCut ? filled : lastNewline + 1;
      this.#scanTo(end);
      this.#insideLine = isCut;
      bytes.copyWithin(0, end, filled);
      held = filled - end;
      this.#bufferAt = read - held;
    }
    return this.#finder.newlineCount();
  }

  /** Scans the buffer up to `end`, which is the end of a line, or of what can be held of one. */
  #scanTo(end: number): void {
    const { candidates } = this.#finder;
    let taken = 0; // up to here lines were handed over
    for (let from = 0; from < end; from = this.#finder.stoppedAt()) {
      const found = this.#finder.scan(from, end);
      for (let i = 0; i < found; i++) {
        const at = candidates[i * 2];
        if (at < taken || !this.#isNeedle(at, end)) continue;
        taken = this.#handOver(at, end, candidates[i * 2 + 1] + 1);
      }
    }
  }

  /** Whether a needle of which the window at `at` is part really stands there. */
  #isNeedle(at: number, end: number): boolean {
    const { bytes } = this.#finder;
    const hash = hashAt(bytes, at);
    for (const { bytes: needle, windowAt } of this.#plan.byHash.get(hash) ?? []) {
      const start = at - windowAt;
      if (start < 0 || start + needle.length > end) continue;
      let i = 0;
      while (i < needle.length && lowerCase(bytes[start + i]) === needle[i]) i++;
      if (i === needle.length) return true;
    }
    return false;
  }

  /** Decodes the line around `at` and gives it to all who want it; returns where it ends. */
  #handOver(at: number, end: number, number: number): number {
    const { bytes } = this.#finder;
    const start = bytes.lastIndexOf(NEWLINE, at) + 1;
    const newline = bytes.indexOf(NEWLINE, at);
    const stop = newline < 0 || newline > end ? end : newline;
    if (start === 0 && this.#insideLine && this.#lastTaken === number) return stop; // its head was handed over already
    this.#lastTaken = number;
    const cut = Math.min(stop, start + LINE_CHARS_MAX);
    if (cut < stop || (start === 0 && this.#insideLine)) {
      this.#note(
        new FormatError('over-limit', {
          what: 'text.line',
          sourceOffset: this.#bufferAt + start,
          expected: `<= ${LINE_CHARS_MAX} characters`,
          actual: stop - start,
        }),
      );
    }
    const raw =
      this.#encoding.unitBytes === 1
        ? bytes.subarray(start, cut)
        : this.#units.bytes(this.#bufferAt + start, this.#bufferAt + cut);
    const text = decodeBytes(raw, this.#encoding).replace(/\r$/, '');
    const lower = text.toLowerCase();
    for (let i = 0; i < this.#takers.length; i++) {
      if (this.#wanted[i].some((needle) => lower.includes(needle))) this.#takers[i].line({ number, text });
    }
    return stop;
  }
}

function hashAt(bytes: Uint8Array, at: number): number {
  return windowHash(bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24));
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

function* firstLines(units: Units, encoding: TextEncoding): Iterable<Line> {
  const text = decodeBytes(units.bytes(0, Math.min(ENDS_UNITS, units.count)), encoding);
  let number = 1;
  for (const line of text.split('\n')) yield { number: number++, text: line.replace(/\r$/, '') };
}

/** The last lines, the last one first. */
function* lastLines(units: Units, encoding: TextEncoding, newlines: number): Iterable<Line> {
  const text = decodeBytes(units.bytes(Math.max(0, units.count - ENDS_UNITS), units.count), encoding);
  const lines = text.split('\n');
  let number = newlines + 1;
  for (let i = lines.length - 1; i >= 0; i--) yield { number: number--, text: lines[i].replace(/\r$/, '') };
}

function stampedLine(lines: Iterable<Line>): Line | null {
  for (const line of lines) if (readStamp(line.text) !== null) return line;
  return null;
}
