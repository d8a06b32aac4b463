import type { KindId, KindMap } from './kinds.js';
import type { When } from './when.js';

/** Where in what we were given a fact was read: enough for a person to go and look. */
export interface Citation {
  /** Key of the source: a name and number while reading, `s1` and so on in a case file. */
  readonly source: string;
  readonly at: Place;
  /** Where inside an archive or image the source lies. */
  readonly path?: string;
  /** What stands there, short. Redacted when it is shown. */
  readonly quote?: string;
}

export type Place =
  | { readonly byte: number; readonly length: number }
  | { readonly line: number }
  | { readonly record: number }
  | { readonly key: string; readonly value?: string };

/**
 * What kind of thing told us a fact. The table of trust (`trust.ts`) orders them for each kind of evidence.
 *
 * - `image-file`: a file inside the recovery image; `image-metadata`: what the image says of itself
 * - `disk-structure`: a partition table, a file system, read from the bytes
 * - `event-log`: a record of the event log, binary or exported
 * - `engine-log`: a line that the servicing engine itself wrote (WinREAgent, ReAgent, CBS, setup logs)
 * - `windows-output`: verbatim output of a Windows command
 * - `state-file`: ReAgent.xml, `$WinREAgent`, pending.xml
 * - `registry`: a registry value, from a hive, an export or `reg query`
 * - `update-log`: WindowsUpdate.log, ReportingEvents.log, update history output
 * - `person`: what somebody wrote
 */
export type Witness =
  | 'image-file'
  | 'image-metadata'
  | 'disk-structure'
  | 'event-log'
  | 'engine-log'
  | 'windows-output'
  | 'state-file'
  | 'registry'
  | 'update-log'
  | 'person';

/** One thing that one witness says. */
export interface Fact<K extends KindId = KindId> {
  readonly kind: K;
  readonly value: KindMap[K];
  readonly witness: Witness;
  readonly cite: Citation;
  /** When it was so or happened; missing where nothing says. */
  readonly when?: When;
}

export type AnyFact = { readonly [K in KindId]: Fact<K> }[KindId];

/** What a covered span is a span of. "Absent" holds only inside such a span. */
export type CoverageSubject =
  | 'update-events' //    WindowsUpdateClient 19, 20 and so on
  | 'winre-events' //     WinREAgent 4500 to 4504
  | 'restarts' //         starts and stops of Windows
  | 'installer-events' // MsiInstaller
  | 'servicing-log' //    CBS.log and its kind
  | 'winre-log' //        WinREAgent's own log
  | 'update-history'; //  what the history page or its store shows

/** One source was read for one subject over one span: inside it, what was not found is not there. */
export interface Coverage {
  readonly subject: CoverageSubject;
  readonly source: string;
  readonly from: When;
  readonly to: When;
}

/** What we know of one kind of fact. `absent`: we looked, and it is not there. `unread`: we did not, or could not. */
export type Evidence<T> =
  | { readonly state: 'seen'; readonly value: T; readonly cites: readonly Citation[] }
  | { readonly state: 'absent'; readonly cites: readonly Citation[] }
  | {
      readonly state: 'unread';
      readonly why: 'not-given' | 'damaged' | 'unsupported';
      readonly cites: readonly Citation[];
    };

/** One of the things we were given. */
export interface SourceRecord {
  readonly id: string;
  /** Name as given, with the path inside archives and images. */
  readonly name: string;
  /** What it turned out to be: `evtx`, `text`, `reagent-xml`, `unknown`. */
  readonly kind: string;
  /** In bytes. */
  readonly size: number;
  /** Lower-case hex, or `null` unless it was read whole. */
  readonly sha256: string | null;
  readonly read: 'whole' | 'partly' | 'not';
  /** Why it was not read whole, in a stable word: `unsupported`, `damaged`, `empty`, `over-limit`. */
  readonly why?: string;
  readonly covers: { readonly from: When; readonly to: When } | null;
  /** Defects that reading went on past. */
  readonly defects: number;
}

/** What one device gave us, read: all that the judging needs, in one versioned file. */
export interface CaseFile {
  readonly caseVersion: 1;
  readonly sources: readonly SourceRecord[];
  readonly facts: readonly AnyFact[];
  readonly coverage: readonly Coverage[];
}

export type { KindId, KindMap } from './kinds.js';
