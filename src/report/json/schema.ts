/**
 * The contract for scripts: JSON report, version 1. `schemas/report-v1.json` is made from it by `npm run gen`. Only the
 * generator and tests load this file; the report itself uses its types. Within a version fields are only added.
 */
import { z } from 'zod';
import { ANSWERS, CAUSE_IDS } from '../../knowledge/causes.js';

const count = z.number().int().min(0);
const { nullable } = z;
const text = nullable(z.string());
const bytes = nullable(z.number()).describe('In bytes.');
const flag = nullable(z.boolean());

const moment = z
  .string()
  .describe(
    'ISO 8601: with Z in UTC, without a zone as a local clock of unknown zone showed it, a bare date for a day, from/to for an interval, or "unknown".',
  );

const answer = z.enum(ANSWERS);
const certainty = z.enum(['proven', 'supported', 'suspected']);
const cause = z.enum(CAUSE_IDS); // a new cause is a new row there, and shows in the published schema

const around = {
  source: z.string().describe('Id of an entry of `sources`.'),
  path: z.string().optional().describe('Where inside an archive or image the source lies.'),
  quote: z.string().optional().describe('What stands there, short.'),
};

/** Where a fact was read. */
export const citation = z.union([
  z.strictObject({ ...around, record: z.number() }),
  z.strictObject({ ...around, line: z.number() }),
  z.strictObject({ ...around, byte: z.number(), length: z.number() }),
  z.strictObject({ ...around, key: z.string(), value: z.string().optional() }),
]);

/** One fact in words, with where it was read. */
export const citedFact = z.strictObject({
  says: z.string(),
  kind: z.string().describe('Kind of evidence, a stable word.'),
  witness: z.string().describe('What kind of thing told it, a stable word.'),
  at: nullable(moment),
  cite: citation,
});

const rejection = z.strictObject({
  cause,
  why: z.string(),
  cite: nullable(citation).describe('Of the first of `facts`; null where no single fact rules it out.'),
  facts: z.array(citedFact),
});

const wish = z.strictObject({
  evidence: z.string(),
  kinds: z.array(z.string()),
  settles: z.array(cause),
  how: z.strictObject({ shell: z.enum(['powershell', 'cmd', 'look']), elevated: z.boolean(), command: z.string() }),
});

const verdictFields = {
  answer,
  cause,
  certainty,
  kb: text,
  errorCode: nullable(z.string().regex(/^0x[0-9A-F]{8}$/)),
  product: text,
  title: z.string(),
  summary: z.string(),
  nextStep: z.string(),
  rule: text,
  because: z.array(citedFact),
  rejected: z.array(rejection),
  contradicting: z.array(citedFact),
  missing: z.array(wish),
  gather: text.describe('One read-only Windows PowerShell 5.1 block that gathers all of `missing`.'),
};

export const verdict = z.strictObject(verdictFields);

const partition = z.strictObject({
  number: nullable(z.number()),
  role: z.string(),
  letter: text,
  label: text,
  offsetBytes: bytes,
  sizeBytes: z.number(),
  freeBytes: bytes,
  active: z.boolean(),
  neededBytes: bytes,
});

const device = z.strictObject({
  name: text,
  os: z.strictObject({
    product: text,
    release: text,
    build: nullable(z.number()),
    revision: nullable(z.number()),
    edition: text,
    server: flag,
  }),
  winre: z.strictObject({
    enabled: flag,
    location: text,
    version: text,
    versionShownBy: text,
    targetVersion: text,
  }),
  disks: z.array(
    z.strictObject({
      disk: nullable(z.number()),
      style: nullable(z.enum(['gpt', 'mbr'])),
      sizeBytes: bytes,
      partitions: z.array(partition),
    }),
  ),
});

const update = z.strictObject({
  kb: text,
  title: text,
  updateId: text,
  attempts: z.array(citedFact),
  answer,
  cause,
  certainty,
});

const finding = z.strictObject({
  rule: z.string(),
  cause: nullable(cause),
  outcome: z.enum(['found', 'cleared', 'not-applicable', 'undecided', 'crashed']),
  says: text.describe('What was found, in words.'),
  certainty: nullable(certainty),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  because: z.array(citedFact),
  contradicting: z.array(citedFact),
  missing: z.array(z.string()),
  error: text,
});

const timelineEntry = z.strictObject({
  at: moment,
  from: moment,
  to: moment,
  event: z.string(),
  kind: z.string(),
  witness: z.string(),
  cite: citation,
});

const details = {
  updates: z.array(update),
  findings: z.array(finding),
  timeline: z.array(timelineEntry),
};

const source = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  size: count,
  sha256: nullable(z.string().regex(/^[0-9a-f]{64}$/)).describe('null unless the source was read whole.'),
  read: z.enum(['whole', 'partly', 'not']),
  why: text.describe('Why it was not read whole, in a stable word.'),
  covers: nullable(z.strictObject({ from: moment, to: moment })),
  defects: count,
});

export const report = z
  .strictObject({
    reportVersion: z.literal(1),
    knowledgeDate: z.string(),
    at: nullable(moment).describe('The moment judged from.'),
    verdict: verdict.describe('Of the most serious device.'),
    verdicts: z
      .array(
        z.strictObject({
          ...verdictFields,
          device,
          updates: details.updates.optional(),
          findings: details.findings.optional(),
          timeline: details.timeline.optional(),
        }),
      )
      .min(1)
      .describe('One a device or Windows, the most serious first; with its details where there are several.'),
    device: device.describe('The device of `verdict`, as are the fields below.'),
    ...details,
    sources: z.array(source),
  })
  .describe('WinRE Doctor report, version 1');

export type Report = z.infer<typeof report>;
export type ReportVerdict = z.infer<typeof verdict>;
export type ReportFact = z.infer<typeof citedFact>;
export type ReportCitation = z.infer<typeof citation>;
export type ReportFinding = z.infer<typeof finding>;
export type ReportDetails = { [Name in keyof typeof details]: z.infer<(typeof details)[Name]> };
export type ReportDevice = z.infer<typeof device>;
export type ReportSource = z.infer<typeof source>;
