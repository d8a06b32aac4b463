import { type ByteSource, headOf, readInto } from '../bytes/byte-source.js';
import { FormatError } from '../bytes/format-error.js';
import type { MakeHasher } from '../bytes/hasher.js';
import {
  NESTING_MAX,
  PASTED_BYTES_MAX,
  PROSE_CHARS_MAX,
  QUOTE_CHARS_MAX,
  UNPACKED_BYTES_MAX,
  UNPACKED_RATIO_MAX,
} from '../bytes/limits.js';
import type { AnyFact, CaseFile, Coverage, Place, SourceRecord } from '../evidence/model.js';
import type { When } from '../evidence/when.js';
import { decodeLines, type Line, looksLikeText } from '../formats/text/text.js';
import type { Artefact, Intake, LogIntake, Sink, TextIntake, TextSink } from './intake.js';
import { scanLog, scanLogLines } from './scan-log.js';

/** What is read of an artefact to tell its kind, in bytes. */
const HEAD_BYTES = 64 * 1024;
/** Up to this size a source that was read whole is hashed, in bytes. */
const HASHED_BYTES_MAX = 256 * 1024 * 1024;
const HASH_STEP_BYTES = 1024 * 1024;

/** Everything that reads. The front door hands it in, so that the browser may leave something out. */
export interface Readers {
  readonly intakes: readonly Intake[];
  readonly textIntakes: readonly TextIntake[];
  readonly logIntakes: readonly LogIntake[];
  /** Reads what the others left of a text. */
  readonly prose: TextIntake | null;
  readonly makeHasher: MakeHasher;
  /** Told of each source before it is read. */
  readonly progress?: (name: string, size: number) => void;
}

/** One source while it is read: its facts carry no id yet. */
interface Draft {
  readonly name: string;
  readonly size: number;
  kind: string;
  sha256: string | null;
  read: SourceRecord['read'];
  why: string | undefined;
  defects: number;
  readonly facts: AnyFact[];
  readonly coverage: Coverage[];
}

/**
 * Reads any mix of artefacts into one case. Containers are opened, one inside another; each readable thing
 * inside is a source of its own. Sources and facts come out in one order, however the artefacts came in.
 */
export function readCase(artefacts: readonly Artefact[], readers: Readers): CaseFile {
  const drafts: Draft[] = [];
  const open: Queued[] = artefacts
    .map((artefact) => ({ artefact, budget: unpackingBudget(artefact), isUnpacked: false }))
    .reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { artefact, budget, isUnpacked } = next;
    if (isUnpacked && artefact.bytes.size > budget.leftBytes) {
      drafts.push(leftOut(artefact));
      continue;
    }
    if (isUnpacked) budget.leftBytes -= artefact.bytes.size;
    const inner: Artefact[] = [];
    const draft = readOne(artefact, readers, (found) => inner.push(found));
    drafts.push(draft);
    const unpacks = UNPACKING.includes(draft.kind);
    while (inner.length > 0) open.push({ artefact: inner.pop() as Artefact, budget, isUnpacked: unpacks });
  }
  return caseOf(drafts);
}

/** Kinds whose members cost unpacking; files inside a disk image are read where they lie. */
const UNPACKING: readonly string[] = ['zip', 'cab'];

/** One thing to read, and what its outermost archive may still unpack. */
interface Queued {
  readonly artefact: Artefact;
  readonly budget: { leftBytes: number };
  /** It is a member of an archive, and reading it costs unpacking it. */
  readonly isUnpacked: boolean;
}

/** Archives in archives multiply: all of them together may unpack to this. */
function unpackingBudget({ bytes }: Artefact): Queued['budget'] {
  return { leftBytes: UNPACKED_BYTES_MAX + bytes.size * UNPACKED_RATIO_MAX };
}

function leftOut({ name, bytes }: Artefact): Draft {
  return {
    name,
    size: bytes.size,
    kind: 'unknown',
    sha256: null,
    read: 'not',
    why: 'over-limit',
    defects: 0,
    facts: [],
    coverage: [],
  };
}

function readOne(artefact: Artefact, readers: Readers, open: (inner: Artefact) => void): Draft {
  const { name, bytes } = artefact;
  const draft: Draft = {
    name,
    size: bytes.size,
    kind: 'unknown',
    sha256: null,
    read: 'not',
    why: undefined,
    defects: 0,
    facts: [],
    coverage: [],
  };
  readers.progress?.(name, bytes.size);
  if (bytes.size === 0) {
    draft.why = 'empty';
    return draft;
  }
  if (artefact.depth > NESTING_MAX) {
    draft.why = 'over-limit';
    return draft;
  }
  const sink = sinkOf(draft, open, readers.makeHasher);
  try {
    const head = headOf(bytes, HEAD_BYTES);
    const intake = readers.intakes.find((one) => one.recognises(head, artefact));
    if (intake !== undefined) {
      draft.kind = intake.id;
      intake.read(artefact, sink);
    } else if (looksLikeText(head)) {
      draft.kind = 'text';
      readText(artefact, readers, sink);
    } else {
      draft.why = 'unsupported';
      return draft;
    }
    draft.read = draft.defects > 0 ? 'partly' : 'whole';
    if (draft.defects === 0 && bytes.size <= HASHED_BYTES_MAX) draft.sha256 = hashOf(bytes, readers.makeHasher);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    draft.why = error.fault === 'unsupported' || error.fault === 'over-limit' ? error.fault : 'damaged';
    draft.read = draft.facts.length > 0 ? 'partly' : 'not';
    draft.defects++;
  }
  return draft;
}

/** Text short enough to have been pasted goes through every reader; a longer one is a log and is streamed. */
function readText({ name, bytes }: Artefact, readers: Readers, sink: Sink): void {
  const note = (defect: FormatError) => sink.defect(defect);
  if (bytes.size > PASTED_BYTES_MAX) {
    scanLog(bytes, readers.logIntakes, { ...sink, claim: () => {} }, note, name);
    return;
  }
  const lines: Line[] = [...decodeLines(bytes, note)];
  const claimed = new Uint8Array((lines.at(-1)?.number ?? 0) + 1);
  const textSink: TextSink = { ...sink, claim: (first, last) => claimed.fill(1, Math.max(0, first), last + 1) };
  for (const intake of readers.textIntakes) intake.read(lines, textSink);
  scanLogLines(lines, readers.logIntakes, textSink, name);
  const left = lines.filter((line) => claimed[line.number] === 0);
  const read = withinChars(left, PROSE_CHARS_MAX);
  readers.prose?.read(read, textSink);
  if (read.length < left.length) {
    const detail = {
      what: 'text.prose',
      sourceOffset: 0,
      expected: `<= ${PROSE_CHARS_MAX} characters`,
      actual: bytes.size,
    };
    sink.defect(new FormatError('over-limit', detail));
  }
}

/** The first lines of a text, as many as keep within a number of characters. */
function withinChars(lines: readonly Line[], charsMax: number): readonly Line[] {
  let chars = 0;
  const end = lines.findIndex((line) => {
    chars += line.text.length + 1;
    return chars > charsMax;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function sinkOf(draft: Draft, open: (inner: Artefact) => void, makeHasher: MakeHasher): Sink {
  return {
    makeHasher,
    add(kind, value, { witness, at, when, quote, path }) {
      const shortened = quote === undefined ? undefined : shorten(quote);
      const cite = {
        source: '',
        at,
        ...(path === undefined ? {} : { path }),
        ...(shortened === undefined ? {} : { quote: shortened }),
      };
      draft.facts.push({ kind, value, witness, cite, ...(when === undefined ? {} : { when }) } as AnyFact);
    },
    cover(subject, from, to) {
      draft.coverage.push({ subject, source: '', from, to });
    },
    defect() {
      draft.defects++;
    },
    open,
  };
}

function shorten(quote: string): string {
  const plain = quote.replace(/\s+/g, ' ').trim();
  return plain.length <= QUOTE_CHARS_MAX ? plain : `${plain.slice(0, QUOTE_CHARS_MAX - 1)}…`;
}

function hashOf(bytes: ByteSource, makeHasher: MakeHasher): string {
  const hasher = makeHasher('sha256');
  const step = new Uint8Array(Math.min(HASH_STEP_BYTES, bytes.size));
  for (let at = 0; at < bytes.size; at += step.length) {
    const part = step.subarray(0, bytes.size - at);
    readInto(bytes, at, part);
    hasher.update(part);
  }
  return hasher.digest();
}

/** The record of a source that was given and could not be opened. */
export function unopened(name: string): SourceRecord {
  return {
    id: `x:${name}`,
    name,
    kind: 'unknown',
    size: 0,
    sha256: null,
    read: 'not',
    why: 'not-opened',
    covers: null,
    defects: 0,
  };
}

/** Gives ids after sorting by name, size and hash, and sorts facts by where they stand. */
function caseOf(drafts: readonly Draft[]): CaseFile {
  const sorted = [...drafts].sort(
    (a, b) => compare(a.name, b.name) || a.size - b.size || compare(a.sha256 ?? '', b.sha256 ?? ''),
  );
  const sources: SourceRecord[] = [];
  const facts: AnyFact[] = [];
  const coverage: Coverage[] = [];
  sorted.forEach((draft, index) => {
    const id = `s${index + 1}`;
    const spans = draft.coverage.map((span) => ({ ...span, source: id }));
    sources.push({
      id,
      name: draft.name,
      kind: draft.kind,
      size: draft.size,
      sha256: draft.sha256,
      read: draft.read,
      ...(draft.why === undefined ? {} : { why: draft.why }),
      covers: spanOf(spans),
      defects: draft.defects,
    });
    const own = draft.facts.map((fact) => ({ ...fact, cite: { ...fact.cite, source: id } }) as AnyFact);
    own.sort((a, b) => compare(a.cite.path ?? '', b.cite.path ?? '') || placeOf(a.cite.at) - placeOf(b.cite.at));
    facts.push(...own);
    coverage.push(...spans);
  });
  return { caseVersion: 1, sources, facts, coverage };
}

function spanOf(spans: readonly Coverage[]): { from: When; to: When } | null {
  if (spans.length === 0) return null;
  const from = spans.reduce((best, span) => (span.from.fromMs < best.fromMs ? span.from : best), spans[0].from);
  const to = spans.reduce((best, span) => (span.to.toMs > best.toMs ? span.to : best), spans[0].to);
  return { from, to };
}

function placeOf(at: Place): number {
  if ('line' in at) return at.line;
  if ('record' in at) return at.record;
  return 'byte' in at ? at.byte : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
