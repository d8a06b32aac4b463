/** All outside facts in one object, so that a run with `--knowledge FILE` hands its rows to whoever asks. */
import { BUILDS, type BuildRow } from './builds.js';
import { CAUSES, type CauseRow } from './causes.js';
import { ERROR_CODES, type ErrorCodeRow } from './error-codes.js';
import { EVENTS, type EventRow } from './events.js';
import { IMAGE_FIXES, type ImageFixRow } from './image-fixes.js';
import { KNOWLEDGE_DATE } from './knowledge-date.js';
import { MISCLAIMS, type MisclaimRow } from './misclaims.js';
import { PARTITION_TYPES, type PartitionTypeRow } from './partition-types.js';
import { PRODUCTS, type ProductRow } from './products.js';
import { SPACE_RULES, type SpaceRuleRow } from './space-rules.js';
import { extended, type Table, table } from './table.js';
import type { UpdateRow } from './update-row.js';
import { UPDATES, withReplacers } from './updates.js';

export { KNOWLEDGE_DATE } from './knowledge-date.js';

/** The row type of each table. */
export interface KnowledgeTables {
  readonly updates: UpdateRow;
  readonly errorCodes: ErrorCodeRow;
  readonly events: EventRow;
  readonly builds: BuildRow;
  readonly partitionTypes: PartitionTypeRow;
  readonly products: ProductRow;
  readonly spaceRules: SpaceRuleRow;
  readonly imageFixes: ImageFixRow;
  readonly misclaims: MisclaimRow;
  readonly causes: CauseRow;
}

/** Every lookup of this room takes the table it looks into as its last argument: pass the one from here. */
export type Knowledge = { readonly date: string } & {
  readonly [Name in keyof KnowledgeTables]: Table<KnowledgeTables[Name]>;
};

/** Rows to add or to put in the place of others. */
export type KnowledgeRows = { readonly date?: string | undefined } & {
  readonly [Name in keyof KnowledgeTables]?: readonly KnowledgeTables[Name][] | undefined;
};

/** What this release knows. */
export const KNOWLEDGE: Knowledge = {
  date: KNOWLEDGE_DATE,
  updates: UPDATES,
  errorCodes: ERROR_CODES,
  events: EVENTS,
  builds: BUILDS,
  partitionTypes: PARTITION_TYPES,
  products: PRODUCTS,
  spaceRules: SPACE_RULES,
  imageFixes: IMAGE_FIXES,
  misclaims: MISCLAIMS,
  causes: CAUSES,
};

/** The same knowledge with more rows; one whose key is known replaces the old row. A later `date` becomes the knowledge's. */
export function withRows(base: Knowledge, extra: KnowledgeRows): Knowledge {
  return {
    date: extra.date !== undefined && extra.date > base.date ? extra.date : base.date,
    updates: withUpdates(base.updates, extra.updates ?? []),
    errorCodes: extended(base.errorCodes, extra.errorCodes ?? []),
    events: extended(base.events, extra.events ?? []),
    builds: extended(base.builds, extra.builds ?? []),
    partitionTypes: extended(base.partitionTypes, extra.partitionTypes ?? []),
    products: extended(base.products, extra.products ?? []),
    spaceRules: extended(base.spaceRules, extra.spaceRules ?? []),
    imageFixes: extended(base.imageFixes, extra.imageFixes ?? []),
    misclaims: extended(base.misclaims, extra.misclaims ?? []),
    causes: extended(base.causes, extra.causes ?? []),
  };
}

/** A new update says what it replaces; the rows it replaces learn of it. */
function withUpdates(base: Table<UpdateRow>, extra: readonly UpdateRow[]): Table<UpdateRow> {
  if (extra.length === 0) return base;
  return table(base.name, base.keyOf, () => withReplacers(extended(base, extra).rows()));
}
