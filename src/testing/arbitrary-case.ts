/** Cases of random facts from a few sources, for properties that must hold of every verdict. */
import fc from 'fast-check';
import type { AnyFact, CaseFile, Coverage, KindId, KindMap, Witness } from '../evidence/model.js';
import { atLocal, atUtc, HOUR_MS, type When } from '../evidence/when.js';

const START = Date.UTC(2025, 3, 9);
const KBS = ['KB5057589', 'KB5034441', 'KB5063523', 'KB5068164', 'KB5075039', 'KB2267602', 'KB5099999', 'KB5022836'];
const CODES = [0x80070643, 0x80070070, 0x800f0831, 0x80070005, 0x80073cf4, 0x80070570, 0x80070020];
const VERSIONS = ['10.0.19041.3920', '10.0.19041.5737', '10.0.19041.100', '10.0.19041.6000', '0.0.0.0'];

const when: fc.Arbitrary<When | undefined> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 40 }).map((step) => atUtc(START + step * 6 * HOUR_MS)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }).map((step) => atLocal(START + step * 6 * HOUR_MS, 1000)) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const kb = fc.constantFrom(...KBS);
const code = fc.constantFrom(...CODES);
const bytes = fc.constantFrom(0, 12e6, 262_143_999, 262_144_000, 600e6);

const VALUES: { readonly [K in KindId]?: fc.Arbitrary<KindMap[K]> } = {
  'update-event': fc.record({
    what: fc.constantFrom(
      'install-failed',
      'install-failed',
      'install-succeeded',
      'install-started',
      'restart-required',
    ),
    kb: fc.option(kb),
    title: fc.constant(null),
    updateId: fc.constant(null),
    code: fc.option(code),
    count: fc.constant(null),
  }),
  'winre-servicing': fc.record({
    what: fc.constantFrom('started', 'succeeded', 'failed', 'cancelled', 'rolled-back'),
    version: fc.option(fc.constantFrom(...VERSIONS)),
    phase: fc.option(fc.constantFrom(1, 2, 3)),
    code: fc.option(code),
    kb: fc.constant(null),
  }),
  'winre-version': fc.record({
    version: fc.constantFrom(...VERSIONS),
    shownBy: fc.constantFrom('file-in-image', 'reagentc', 'registry-value', 'engine-log'),
  }),
  'winre-config': fc.record({
    enabled: fc.constantFrom(true, true, false, null),
    location: fc.constantFrom<KindMap['winre-config']['location']>(null, 'none', {
      disk: 0,
      partition: 4,
      offsetBytes: null,
      diskId: null,
      letter: null,
      path: null,
    }),
    bcdId: fc.constant(null),
    staged: fc.constant(null),
    onOsVolume: fc.constantFrom(null, null, true),
    operationScheduled: fc.constant(null),
  }),
  'pending-restart': fc.record({
    indicator: fc.constantFrom('cbs-reboot-pending', 'wu-reboot-required', 'pending-file-renames'),
    present: fc.boolean(),
    strength: fc.constantFrom('strong', 'weak'),
    detail: fc.constant(null),
  }),
  restart: fc.record({
    what: fc.constantFrom('start', 'shutdown', 'restart'),
    bootType: fc.constantFrom(null, 'full', 'fast-startup'),
  }),
  'servicing-error': fc.record({
    component: fc.constantFrom('cbs', 'winreagent'),
    code,
    symbol: fc.constant(null),
    kb: fc.option(kb),
    aboutWinRe: fc.boolean(),
    weight: fc.constantFrom('error', 'warning', 'noise'),
  }),
  'installed-package': fc.record({
    kb,
    name: fc.constant(null),
    version: fc.constant(null),
    state: fc.constantFrom('installed', 'staged'),
  }),
  'recovery-partition-claim': fc.record({
    exists: fc.constantFrom(null, true, false),
    sizeBytes: fc.option(bytes),
    freeBytes: fc.option(bytes),
    usedBytes: fc.constant(null),
    position: fc.constantFrom(null, 'after-windows', 'before-windows', 'blocked'),
    count: fc.constant(null),
    removed: fc.constant(null),
  }),
  'reagentc-operation': fc.record({
    verb: fc.constantFrom('enable', 'disable', 'info'),
    ok: fc.boolean(),
    code: fc.constant(null),
    reason: fc.constantFrom(null, 'image-not-found', 'bitlocker-volume', 'bcd-not-updated', 'not-elevated'),
  }),
  'winre-image': fc.record({
    state: fc.constantFrom('present', 'missing', 'corrupt'),
    place: fc.constantFrom('recovery-partition', 'system32-recovery', 'os-volume'),
    path: fc.constant(null),
    sizeBytes: fc.constant(null),
  }),
  statement: fc.record({
    claim: fc.constantFrom(
      'restarted',
      'restart-awaited',
      'recovery-partition-absent',
      'enlarged-and-solved',
      'winre-off-by-choice',
      'servicing-stuck',
      'store-corrupt',
      'shrink-refused',
      'image-missing',
    ),
    kb: fc.constant(null),
  }),
  'installer-failure': fc.record({
    product: fc.constantFrom('defender', 'dotnet', 'msi'),
    name: fc.constant(null),
    code: fc.constant(0x80070643),
    innerCode: fc.constant(null),
    kb: fc.constant(null),
  }),
};

const witness: fc.Arbitrary<Witness> = fc.constantFrom(
  'event-log',
  'engine-log',
  'windows-output',
  'state-file',
  'registry',
  'person',
  'image-file',
);

const kinds = Object.keys(VALUES) as KindId[];
const anyFact = (source: string): fc.Arbitrary<AnyFact> =>
  fc.constantFrom(...kinds).chain((kind) =>
    fc
      .record({ value: VALUES[kind] as fc.Arbitrary<unknown>, witness, when, line: fc.integer({ min: 1, max: 50 }) })
      .map(({ value, witness: by, when: at, line }) => {
        const cite = { source, at: { line } };
        return { kind, value, witness: by, cite, ...(at === undefined ? {} : { when: at }) } as AnyFact;
      }),
  );

const coverage = (source: string): fc.Arbitrary<Coverage[]> =>
  fc.array(
    fc
      .record({
        subject: fc.constantFrom(
          'update-events' as const,
          'winre-events' as const,
          'restarts' as const,
          'update-history' as const,
        ),
        from: fc.integer({ min: 0, max: 20 }),
        length: fc.integer({ min: 0, max: 40 }),
      })
      .map(({ subject, from, length }) => ({
        subject,
        source,
        from: atUtc(START + from * 6 * HOUR_MS),
        to: atUtc(START + (from + length) * 6 * HOUR_MS),
      })),
    { maxLength: 2 },
  );

/** A case of one to four sources with some facts each. */
export const arbitraryCase: fc.Arbitrary<CaseFile> = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `s${index + 1}`);
  const parts = ids.map((id) => fc.tuple(fc.array(anyFact(id), { minLength: 1, maxLength: 5 }), coverage(id)));
  return fc.tuple(...parts).map((all) => ({
    caseVersion: 1 as const,
    sources: ids.map((id) => ({
      id,
      name: `${id}.txt`,
      kind: 'text',
      size: 1,
      sha256: null,
      read: 'whole' as const,
      covers: null,
      defects: 0,
    })),
    facts: all.flatMap(([facts]) => facts.sort((a, b) => lineOf(a) - lineOf(b))),
    coverage: all.flatMap(([, spans]) => spans),
  }));
});

function lineOf(fact: AnyFact): number {
  return 'line' in fact.cite.at ? fact.cite.at.line : 0;
}
