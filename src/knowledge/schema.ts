/** The shape of every row, for the test that validates our own and for `--knowledge FILE`. The only user of zod in this room. */
import { z } from 'zod';
import { BUILDS, servicingBranchOf } from './builds.js';
import { ANSWERS, CAUSE_IDS } from './causes.js';
import { ERROR_FAMILIES, numbersOf } from './error-codes.js';
import { KNOWLEDGE_DATE } from './knowledge-date.js';
import { ISSUE_SYMPTOMS } from './known-issues.js';
import { PARTITION_ROLES } from './partition-types.js';
import { CONFIDENCES } from './table.js';
import { OFFER_LIMITS, RELEASE_BASES, REQUIREMENTS, UPDATE_KINDS, UPDATE_MARKS } from './update-row.js';

// Otherwise zod tries `new Function`, which a strict content policy refuses and reports.
z.config({ jitless: true });

const text = z.string().min(1).max(2000);
const list = z.array(text).readonly().default([]);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'a day such as 2026-11-20');
const dayOrMonth = z.string().regex(/^\d{4}-\d\d(-\d\d)?$/, 'a day or a month such as 2026-11');
const kb = z.string().regex(/^KB\d{6,7}$/, 'a KB number such as KB5034441');
const kbs = z.array(kb).readonly().default([]);
const version = z.string().regex(/^10\.0\.\d{5}\.\d+$/, 'a level such as 10.0.19041.3920');
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'letters, digits and hyphens');
const pattern = text.refine(isPattern, 'a regular expression');

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'iu') !== undefined;
  } catch {
    return false; // told to the writer of the file, with the place
  }
}

/** What every row ends with. A row from a file is of medium confidence and checked on the day of the knowledge unless it says otherwise. */
const sourced = {
  source: list,
  confidence: z.enum(CONFIDENCES).default('medium'),
  checked: day.default(KNOWLEDGE_DATE),
};

const issue = z.strictObject({
  id,
  symptom: z.enum(ISSUE_SYMPTOMS),
  code: z
    .string()
    .regex(/^0x[0-9A-F]{8}$/, '0x and eight upper-case digits')
    .nullable()
    .default(null),
  cause: z.enum(CAUSE_IDS).nullable(),
  reason: text,
  from: dayOrMonth,
  to: dayOrMonth.nullable().default(null),
  status: z.enum(['resolved', 'replaced', 'by-design', 'reported-by-users']),
  resolvedBy: kbs,
  advice: text,
});

const channel = z.boolean().nullable().default(null);
const update = z
  .strictObject({
    id: text.optional(),
    kb: kb.nullable(),
    title: text,
    kind: z.enum(UPDATE_KINDS),
    kindConfidence: z.enum(CONFIDENCES).default('high'),
    products: list,
    osBuilds: z
      .array(z.string().regex(/^\d{4,5}(\.\d+)?$/, 'a build such as 19045'))
      .readonly()
      .default([]),
    branch: z.int().positive().nullable().optional(),
    releaseDate: dayOrMonth.nullable().default(null),
    releasedBy: dayOrMonth.nullable().optional(),
    releaseBasis: z.enum(RELEASE_BASES).optional(),
    windowsUpdateTitle: text.nullable().default(null),
    targetWinReVersion: version.nullable().default(null),
    targetConfidence: z.enum(CONFIDENCES).nullable().optional(),
    targetBasis: z.enum(['published', 'third-party']).nullable().optional(),
    observedWinReVersion: version.nullable().default(null),
    requires: z.array(z.enum(REQUIREMENTS)).readonly().default([]),
    replaces: z.array(text).readonly().default([]),
    replacedBy: z.array(text).readonly().default([]),
    notOfferedWhen: z.array(z.enum(OFFER_LIMITS)).readonly().default([]),
    knownIssues: z.array(issue).readonly().default([]),
    integrates: kbs,
    probablyIntegrates: kbs,
    bringsWinRe: z.boolean().nullable().default(null),
    fixes: list,
    uninstallable: z.boolean().nullable().default(null),
    restartRequired: z.boolean().nullable().default(null),
    channels: z.strictObject({ windowsUpdate: channel, catalog: channel, wsus: channel }).nullable().default(null),
    marks: z.array(z.enum(UPDATE_MARKS)).readonly().default([]),
    ...sourced,
  })
  .refine((row) => row.kb !== null || row.id !== undefined, {
    error: 'an update without a KB number needs an id',
    path: ['id'],
  });

/** Fills what follows from the rest of an update row, so that a new one can be written in a minute. */
const filledUpdate = update.transform((row) => {
  const build = Number(row.osBuilds[0]?.split('.')[0]);
  const target = row.targetWinReVersion;
  return {
    ...row,
    id: row.id ?? row.kb ?? '',
    branch: row.branch ?? (Number.isInteger(build) ? servicingBranchOf(build, BUILDS) : null),
    releasedBy: row.releasedBy ?? row.releaseDate,
    releaseBasis: row.releaseBasis ?? (row.releaseDate === null ? ('unknown' as const) : ('published' as const)),
    targetConfidence: target === null ? null : (row.targetConfidence ?? row.confidence),
    targetBasis: target === null ? null : (row.targetBasis ?? ('published' as const)),
  };
});

const errorCode = z.strictObject({
  id: z
    .string()
    .regex(/^(0x[0-9A-F]{8}|REAGENTC:[0-9a-z-]+)$/, '0x and eight upper-case digits, or REAGENTC: and digits'),
  symbol: text.nullable().default(null),
  family: z.enum(ERROR_FAMILIES),
  meaning: text,
  inWinRe: text.default('Not known'),
  causes: z.array(z.enum(CAUSE_IDS)).readonly().default([]),
  hex: z.string().nullable().optional(),
  value: z.int().nullable().optional(),
  int32: z.int().nullable().optional(),
  win32: z.int().nullable().optional(),
  ...sourced,
});
const filledErrorCode = errorCode.transform((row) => ({ ...row, ...numbersOf(row.id) }));

const event = z.strictObject({
  id: text.optional(),
  provider: text,
  aliases: list,
  guid: z.guid().nullable().default(null),
  channel: text,
  eventId: z.int().nonnegative(),
  role: id,
  meaning: text,
  fields: z
    .array(z.strictObject({ name: text, type: text.nullable().default(null) }))
    .readonly()
    .default([]),
  ...sourced,
});
const filledEvent = event.transform((row) => ({ ...row, id: `${row.provider}/${row.eventId}` }));

const build = z.strictObject({
  build: z.int().positive(),
  product: text,
  version: text.nullable().default(null),
  branch: z.int().positive(),
  role: z.enum(['client', 'server', 'both']),
  servicedUntil: day.nullable().default(null),
  extendedUntil: day.nullable().default(null),
  winReArrives: z.enum(['cumulative', 'separate', 'by-hand']),
  ...sourced,
});

const partitionType = z.strictObject({
  id: z
    .string()
    .regex(/^(0x[0-9a-f]{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, 'a lower-case GUID, or an id such as 0x27'),
  scheme: z.enum(['gpt', 'mbr']),
  role: z.enum(PARTITION_ROLES),
  name: text,
  fileSystems: list,
  ...sourced,
});

const product = z.strictObject({
  id,
  name: text,
  kbs,
  codes: z
    .array(z.string().regex(/^0x[0-9A-F]{8}$/, '0x and eight upper-case digits'))
    .readonly()
    .default([]),
  titles: z.array(pattern).readonly().default([]),
  providers: list,
  proof: z
    .array(z.strictObject({ look: text, says: text }))
    .readonly()
    .default([]),
  usualReasons: list,
  fix: z.array(text).min(1).readonly(),
  ...sourced,
});

const spaceRule = z.strictObject({
  id,
  origin: z.enum(['layout-guidance', 'setup', 'update-articles', 'engine', 'press', 'ours']),
  measures: z.enum(['free', 'size', 'margin', 'gap']),
  volume: z.enum(['recovery', 'windows', 'disk']),
  bytes: z.int().positive(),
  when: text.nullable().default(null),
  says: text,
  weight: z.enum(['proves', 'supports', 'nothing']),
  ...sourced,
});

const imageFix = z.strictObject({
  id,
  cves: z.array(z.string().regex(/^CVE-\d{4}-\d{4,}$/, 'a number such as CVE-2024-20666')).readonly(),
  title: text,
  publishedOn: day,
  fixedOn: day.nullable().default(null),
  levelOf: z.enum(['file-inside', 'image']).nullable().default(null),
  fixes: z.array(z.strictObject({ branch: z.int().positive(), version: version.nullable(), kbs })).readonly(),
  ...sourced,
});

const misclaim = z.strictObject({
  id,
  about: z.array(text).min(1).readonly(),
  claim: text,
  contradiction: text,
  ...sourced,
});

const cause = z.strictObject({
  id: z.enum(CAUSE_IDS),
  answer: z.enum(ANSWERS),
  title: text,
  meaning: text,
  fix: z.array(text).min(1).readonly(),
  ...sourced,
});

const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(100_000).optional();

/** Row schemas by table. */
export const ROW_SCHEMAS = {
  updates: filledUpdate,
  errorCodes: filledErrorCode,
  events: filledEvent,
  builds: build,
  partitionTypes: partitionType,
  products: product,
  spaceRules: spaceRule,
  imageFixes: imageFix,
  misclaims: misclaim,
  causes: cause,
} as const;

/** A knowledge file: rows to add or replace, by table. */
export const knowledgeFile = z.strictObject({
  $schema: z.string().optional(),
  knowledgeVersion: z.literal(1),
  date: day.optional(),
  updates: rows(filledUpdate),
  errorCodes: rows(filledErrorCode),
  events: rows(filledEvent),
  builds: rows(build),
  partitionTypes: rows(partitionType),
  products: rows(product),
  spaceRules: rows(spaceRule),
  imageFixes: rows(imageFix),
  misclaims: rows(misclaim),
  causes: rows(cause),
});

/** The JSON Schema of a knowledge file, published as `schemas/knowledge-v1.json`. */
export function knowledgeJsonSchema(): string {
  const schema = z.toJSONSchema(knowledgeFile, { io: 'input', reused: 'ref' });
  return `${JSON.stringify({ title: 'WinRE Doctor knowledge file, version 1', ...schema }, null, 2)}\n`;
}
