import type { FormatError } from '../bytes/format-error.js';
import type { CoverageSubject, KindId, KindMap } from '../evidence/model.js';
import type { When } from '../evidence/when.js';
import type { Artefact, Reading, TextSink } from '../intake/intake.js';

export interface Collected<K extends KindId = KindId> {
  readonly kind: K;
  readonly value: KindMap[K];
  readonly reading: Reading;
}

/** A sink that keeps what it is told, for tests of intakes. */
export class CollectingSink implements TextSink {
  readonly facts: Collected[] = [];
  readonly coverage: { subject: CoverageSubject; from: When; to: When }[] = [];
  readonly defects: FormatError[] = [];
  readonly opened: Artefact[] = [];
  readonly claimed: [number, number][] = [];

  add<K extends KindId>(kind: K, value: KindMap[K], reading: Reading): void {
    this.facts.push({ kind, value, reading });
  }

  cover(subject: CoverageSubject, from: When, to: When): void {
    this.coverage.push({ subject, from, to });
  }

  defect(error: FormatError): void {
    this.defects.push(error);
  }

  open(inner: Artefact): void {
    this.opened.push(inner);
  }

  claim(firstLine: number, lastLine: number): void {
    this.claimed.push([firstLine, lastLine]);
  }

  /** The values of one kind, in the order they were told. */
  values<K extends KindId>(kind: K): KindMap[K][] {
    return this.facts.filter((fact) => fact.kind === kind).map((fact) => fact.value as KindMap[K]);
  }
}
