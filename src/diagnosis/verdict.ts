import type { AnyFact, CaseFile, KindId } from '../evidence/model.js';
import type { When } from '../evidence/when.js';
import { type Answer, CAUSES, type CauseId } from '../knowledge/causes.js';

export type { Answer, CauseId } from '../knowledge/causes.js';

export type Certainty = 'proven' | 'supported' | 'suspected';

/** The one answer of each cause, apart from `ask`, which may carry any of them as a suspicion. */
export const ANSWER_FOR = Object.fromEntries(CAUSES.rows().map(({ id, answer }) => [id, answer])) as Readonly<
  Record<CauseId, Answer>
>;

/** A value in a message: numbers carry their unit, so that the report formats them for the reader's language. */
export type MessageValue =
  | string
  | { readonly bytes: number }
  | { readonly hresult: number }
  | { readonly when: When }
  | { readonly count: number }
  | { readonly list: readonly string[] };

/** Words by id, `rules/<id>#title` or `report/<group>#<name>`, with the data that fill their placeholders. */
export interface Message {
  readonly id: string;
  readonly data: Readonly<Record<string, MessageValue>>;
}

/** Another cause, and what rules it out. */
export interface Rejection {
  readonly cause: CauseId;
  readonly why: Message;
  readonly facts: readonly AnyFact[];
}

/** Something to look at next. Commands only look; they change nothing. */
export interface Wish {
  /** Stable word for the evidence wished for, such as `winre-image-version`. */
  readonly evidence: string;
  readonly kinds: readonly KindId[];
  readonly settles: readonly CauseId[];
  readonly how: { readonly shell: 'powershell' | 'cmd' | 'look'; readonly elevated: boolean; readonly command: string };
}

export interface Verdict {
  readonly answer: Answer;
  readonly cause: CauseId;
  readonly certainty: Certainty;
  /** The update judged, or `null` where the verdict is about WinRE itself. */
  readonly kb: string | null;
  /** Unsigned HRESULT of the failure judged. */
  readonly errorCode: number | null;
  /** Id of `knowledge/products` where the answer is `elsewhere`. */
  readonly product: string | null;
  readonly title: Message;
  readonly summary: Message;
  readonly nextStep: Message;
  /** Id of the rule that decided, or `null` for `insufficient-evidence`. */
  readonly rule: string | null;
  /** Facts it rests on, strongest first. */
  readonly because: readonly AnyFact[];
  /** Facts that pull the other way. */
  readonly contradicting: readonly AnyFact[];
  readonly rejected: readonly Rejection[];
  /** Cheapest first: the first one would settle it. */
  readonly missing: readonly Wish[];
  /** One read-only Windows PowerShell 5.1 block that gathers all of `missing`, or `null`. */
  readonly gather: string | null;
}

/** What one rule says of one case. */
export type Outcome =
  | {
      readonly outcome: 'found';
      readonly certainty: Certainty;
      readonly data: Readonly<Record<string, MessageValue>>;
      readonly because: readonly AnyFact[];
      readonly contradicting: readonly AnyFact[];
    }
  | { readonly outcome: 'cleared'; readonly because: readonly AnyFact[] }
  | { readonly outcome: 'not-applicable'; readonly because: readonly AnyFact[] }
  | { readonly outcome: 'undecided'; readonly missing: readonly string[] };

/** A rule that throws has `crashed`: our bug, shown as such, and the others go on. */
export type Finding = { readonly rule: string; readonly cause: CauseId | null } & (
  | Outcome
  | { readonly outcome: 'crashed'; readonly error: string }
);

/** Anything that has a moment. */
export interface TimelineEntry {
  readonly at: When;
  readonly fact: AnyFact;
}

/** One update and what became of it. */
export interface UpdateView {
  readonly kb: string | null;
  readonly title: string | null;
  readonly updateId: string | null;
  /** Its events in order. */
  readonly attempts: readonly AnyFact[];
  readonly answer: Answer;
  readonly cause: CauseId;
  readonly certainty: Certainty;
}

/** One partition as the evidence together shows it, for the disk map. */
export interface PartitionView {
  readonly number: number | null;
  readonly role: string;
  readonly letter: string | null;
  readonly label: string | null;
  readonly offsetBytes: number | null;
  readonly sizeBytes: number;
  readonly freeBytes: number | null;
  /** Holds the active recovery image. */
  readonly active: boolean;
  /** Free bytes that servicing needs on it, where it is the active recovery partition. */
  readonly neededBytes: number | null;
}

export interface DiskView {
  readonly disk: number | null;
  readonly style: 'gpt' | 'mbr' | null;
  readonly sizeBytes: number | null;
  readonly partitions: readonly PartitionView[];
}

export interface DeviceView {
  readonly name: string | null;
  readonly os: {
    readonly product: string | null;
    readonly release: string | null;
    readonly build: number | null;
    readonly revision: number | null;
    readonly edition: string | null;
    readonly server: boolean | null;
  };
  readonly winre: {
    readonly enabled: boolean | null;
    readonly location: string | null;
    /** Highest level that a trusted witness shows. */
    readonly version: string | null;
    readonly versionShownBy: string | null;
    /** Level that the judged update asks for. */
    readonly targetVersion: string | null;
  };
  readonly disks: readonly DiskView[];
}

/** Everything a report shows of one device. */
export interface DeviceDiagnosis {
  readonly verdict: Verdict;
  readonly device: DeviceView;
  readonly updates: readonly UpdateView[];
  readonly findings: readonly Finding[];
  readonly timeline: readonly TimelineEntry[];
}

/** The whole answer. */
export interface Diagnosis {
  /** `2026-11-20`. */
  readonly knowledgeDate: string;
  /** The moment judged from, or `null` where the evidence bears no time. */
  readonly at: When | null;
  /** One a device or Windows installation, the most serious first. At least one. */
  readonly devices: readonly DeviceDiagnosis[];
  readonly sources: CaseFile['sources'];
}
