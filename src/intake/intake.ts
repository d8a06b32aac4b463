import type { ByteSource } from '../bytes/byte-source.js';
import type { FormatError } from '../bytes/format-error.js';
import type { MakeHasher } from '../bytes/hasher.js';
import type { CoverageSubject, KindId, KindMap, Place, Witness } from '../evidence/model.js';
import type { When } from '../evidence/when.js';
import type { Line } from '../formats/text/text.js';

/** One readable thing: a file, a member of an archive, a file inside an image, or pasted text. */
export interface Artefact {
  /** Name as given, with the path inside containers behind it: `logs.zip/System.evtx`. A hint, never a proof. */
  readonly name: string;
  readonly bytes: ByteSource;
  /** How many containers lie around it. */
  readonly depth: number;
  /** Files beside it by lower-case name, for readers that need a companion such as a hive's `.LOG1`. */
  readonly beside?: ReadonlyMap<string, ByteSource>;
}

/** How a fact was read. */
export interface Reading {
  readonly witness: Witness;
  readonly at: Place;
  readonly when?: When | undefined;
  /** What stands there, short. */
  readonly quote?: string | undefined;
  /** Path inside the artefact, where it is an image or archive read as one source. */
  readonly path?: string | undefined;
}

/** Takes what a reader found in one artefact. */
export interface Sink {
  add<K extends KindId>(kind: K, value: KindMap[K], reading: Reading): void;
  /** The artefact was read for `subject` from one moment to another: what was not found in between is not there. */
  cover(subject: CoverageSubject, from: When, to: When): void;
  /** Reading went on past damage. */
  defect(error: FormatError): void;
  /** Something readable lies inside. */
  open(inner: Artefact): void;
  /** For what must be read verified; missing where the caller has no hashes. */
  readonly makeHasher?: MakeHasher | undefined;
}

/** Reads one kind of binary or structured artefact, recognised by content. */
export interface Intake {
  /** Also the `kind` of the source in the report. */
  readonly id: string;
  /** Whether `head`, the first 64 KiB, is of this kind. `artefact` for those that must look elsewhere too. */
  recognises(head: Uint8Array, artefact: Artefact): boolean;
  /** @throws {FormatError} where nothing of it could be read. */
  read(artefact: Artefact, sink: Sink): void;
}

/** What a text reader is told besides the lines. */
export interface TextSink extends Sink {
  /** These lines, first to last inclusive, are understood: prose does not read them again. */
  claim(firstLine: number, lastLine: number): void;
}

/**
 * Finds its own outputs anywhere in pasted text: several outputs one after another, with prompts and remarks between.
 * `lines` is the whole text, at most `PASTED_BYTES_MAX` of it.
 */
export interface TextIntake {
  readonly id: string;
  read(lines: readonly Line[], sink: TextSink): void;
}

/**
 * Reads a log line by line, however long the log is. Only lines that hold one of `needles` (ASCII, compared
 * without case) are decoded and handed over.
 */
export interface LogIntake {
  readonly id: string;
  readonly needles: readonly string[];
  /** A fresh reading of one log. `name` is a hint. */
  begin(sink: TextSink, name: string): LogReading;
}

export interface LogReading {
  line(line: Line): void;
  /** The log has ended. `first` and `last`: the first and last line of it that bear a time, where there are any. */
  end(first: Line | null, last: Line | null): void;
}
