/** One piece of an element's or attribute's content. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly index: number; readonly optional: boolean }
  /** A template instance that stands inside the markup itself, at this offset in the chunk. */
  | { readonly kind: 'instance'; readonly offset: number };

/** An element or attribute with content: what a template boils down to. */
export interface Leaf {
  /** Names from the root, an attribute after `@`: `Event/System/Provider@Name`. */
  readonly path: string;
  /** What data of this leaf is called. Empty for unnamed `Data`, which are counted, and for `nameParts`. */
  readonly name: string;
  /** The name, where a substitution makes it. */
  readonly nameParts: readonly Part[] | null;
  /** An unnamed `Data` of `EventData`: called `param1` and so on. */
  readonly counted: boolean;
  /**
   * Whether nothing is said when its value is null: the substitution is an optional one, or the element is there to
   * hold others.
   */
  readonly optional: boolean;
  readonly parts: readonly Part[];
  /** Index of the substitution that is the whole content, or -1. */
  readonly index: number;
  /** The whole content where no substitution takes part, or `null`. */
  readonly text: string | null;
  /** `,"name":"`, a comma and the beginning of a string, as JSON in UTF-8. */
  readonly keyJson: Uint8Array;
  /** `text` as JSON in UTF-8, or `null`. */
  readonly textJson: Uint8Array | null;
}

/** The attributes and elements of `System`, by path. */
export const SYSTEM_PATHS = {
  provider: 'Provider@Name',
  providerGuid: 'Provider@Guid',
  eventSourceName: 'Provider@EventSourceName',
  eventId: 'EventID',
  qualifiers: 'EventID@Qualifiers',
  version: 'Version',
  level: 'Level',
  task: 'Task',
  opcode: 'Opcode',
  keywords: 'Keywords',
  time: 'TimeCreated@SystemTime',
  recordId: 'EventRecordID',
  activityId: 'Correlation@ActivityID',
  relatedActivityId: 'Correlation@RelatedActivityID',
  processId: 'Execution@ProcessID',
  threadId: 'Execution@ThreadID',
  processorId: 'Execution@ProcessorID',
  sessionId: 'Execution@SessionID',
  kernelTime: 'Execution@KernelTime',
  userTime: 'Execution@UserTime',
  processorTime: 'Execution@ProcessorTime',
  channel: 'Channel',
  computer: 'Computer',
  userId: 'Security@UserID',
} as const;
export type SystemField = keyof typeof SYSTEM_PATHS;

/** Every field is there, so that all programs have one shape. */
export type SystemLeaves = { readonly [field in SystemField]: Leaf | null };

export const NO_SYSTEM: SystemLeaves = Object.fromEntries(
  Object.keys(SYSTEM_PATHS).map((field) => [field, null]),
) as SystemLeaves;

const FIELD_OF_PATH: ReadonlyMap<string, SystemField> = new Map(
  Object.entries(SYSTEM_PATHS).map(([field, path]) => [`Event/System/${path}`, field as SystemField]),
);

/** Which part of `System` stands at a path, if any. */
export function systemFieldOf(path: string): SystemField | undefined {
  return FIELD_OF_PATH.get(path);
}

/** A template, or a fragment without one, compiled: flat, and free of offsets into its chunk. */
export interface Program {
  readonly system: SystemLeaves;
  /** Everything outside `System`, in document order. */
  readonly data: readonly Leaf[];
  /** Whether the names in `data` are all known and all different, so that JSON can be written straight through. */
  readonly distinct: boolean;
  /** Where the markup points to names, by offset from its start, with the name meant: what may differ in a copy. */
  readonly references: readonly NameReference[];
  /** Whether another chunk may use it: not where the markup points at something other than names. */
  readonly shareable: boolean;
}

export interface NameReference {
  readonly at: number;
  readonly name: string;
  /** Whether the name follows in the markup itself. */
  readonly inline: boolean;
}
