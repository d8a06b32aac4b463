/** Facts for tests of rules, a short call each: what is not said is `null`, as where a witness does not say. */
import type { Partition } from '../evidence/kinds/disks.js';
import type { AnyFact, Coverage, CoverageSubject, Fact, KindId, KindMap, Witness } from '../evidence/model.js';
import { atLocal, atUtc, DAY_MS, HOUR_MS, type When } from '../evidence/when.js';
import { GiB, MiB, partition } from './fact-values.js';

export { GiB, MiB } from './fact-values.js';
export const KIB = 1024;

const START = Date.UTC(2025, 3, 9);

/** Noon of a day, counted from 2025-04-09, with hours after that. */
export const day = (days: number, hours = 0): When => atUtc(START + days * DAY_MS + (12 + hours) * HOUR_MS);
/** The same by a local clock of unknown zone. */
export const localDay = (days: number, hours = 0): When =>
  atLocal(START + days * DAY_MS + (12 + hours) * HOUR_MS, 1000);

export interface FactOptions {
  readonly witness?: Witness;
  readonly when?: When;
  readonly source?: string;
  readonly line?: number;
}

/** What a kind's fields are where nothing is said of them. */
const UNSAID: { readonly [K in KindId]?: Partial<KindMap[K]> } = {
  'os-version': {
    product: null,
    release: null,
    build: null,
    revision: null,
    edition: null,
    server: null,
    architecture: null,
  },
  'disk-layout': {
    disk: 0,
    style: 'gpt',
    diskId: null,
    sizeBytes: null,
    unallocatedBytes: null,
    dynamic: null,
    complete: true,
  },
  volume: {
    letter: null,
    label: null,
    fileSystem: null,
    sizeBytes: null,
    freeBytes: null,
    errorBytes: 0,
    disk: null,
    partition: null,
    dirty: null,
    role: null,
  },
  'volume-encryption': { letter: null, disk: null, partition: null, protection: 'unknown', role: null },
  'winre-config': {
    enabled: null,
    location: null,
    bcdId: null,
    staged: null,
    onOsVolume: null,
    operationScheduled: null,
  },
  'winre-image': { path: null, sizeBytes: null },
  'reagentc-operation': { verb: null, code: null, reason: null },
  'boot-entry': {
    isDefault: null,
    recoverySequence: null,
    recoveryEnabled: null,
    device: null,
    diskId: null,
    partitionId: null,
    offsetBytes: null,
    path: null,
  },
  'recovery-partition-claim': {
    exists: null,
    sizeBytes: null,
    freeBytes: null,
    usedBytes: null,
    position: null,
    count: null,
    removed: null,
  },
  'winre-servicing': { version: null, phase: null, code: null, kb: null },
  'winre-space-check': {
    totalBytes: null,
    freeBytes: null,
    imageBytes: null,
    targetImageBytes: null,
    requiredBytes: null,
    scenario: null,
    refusal: null,
    disk: null,
    partition: null,
  },
  'pending-restart': { indicator: 'cbs-reboot-pending', present: true, strength: 'strong', detail: null },
  'update-event': { kb: null, title: null, updateId: null, code: null, count: null },
  restart: { what: 'start', bootType: 'full' },
  'servicing-error': { component: 'cbs', code: null, symbol: null, kb: null, aboutWinRe: false, weight: 'error' },
  'installed-package': { kb: null, name: null, version: null, state: 'installed' },
  'installer-failure': { name: null, code: 0x80070643, innerCode: null, kb: null },
  statement: { kb: null },
};

let line = 0;

/** One fact: by default of the event log where it has a moment, of a command's output where it has none. */
export function fact<K extends KindId>(kind: K, value: Partial<KindMap[K]>, options: FactOptions = {}): Fact<K> {
  const { when, source = 's1' } = options;
  line += 1;
  return {
    kind,
    value: { ...UNSAID[kind], ...value } as KindMap[K],
    witness: options.witness ?? (when === undefined ? 'windows-output' : 'event-log'),
    cite: { source, at: { line: options.line ?? line } },
    ...(when === undefined ? {} : { when }),
  };
}

/** The WinRE update of these tests: for Windows 10 22H2, with no level published and no known issue. */
export const WINRE_KB = 'KB5075039';
/** One whose level is published: 10.0.19041.3920. */
export const LEVEL_KB = 'KB5034441';
/** One that is known to be shown as failed while a restart is awaited. */
export const APRIL_KB = 'KB5057589';
export const GENERIC = 0x80070643;

export const failed = (when: When | undefined, kb: string | null = WINRE_KB, code: number | null = GENERIC): AnyFact =>
  fact('update-event', { what: 'install-failed', kb, code }, when === undefined ? {} : { when });
export const succeeded = (when: When | undefined, kb: string = WINRE_KB): AnyFact =>
  fact('update-event', { what: 'install-succeeded', kb }, when === undefined ? {} : { when });
export const agent = (
  what: KindMap['winre-servicing']['what'],
  when: When,
  value: Partial<KindMap['winre-servicing']> = {},
): AnyFact => fact('winre-servicing', { what, ...value }, { when });
export const said = (claim: KindMap['statement']['claim'], when?: When): AnyFact =>
  fact('statement', { claim }, { witness: 'person', ...(when === undefined ? {} : { when }) });
export const level = (
  version: string,
  shownBy: KindMap['winre-version']['shownBy'] = 'reagentc',
  when?: When,
): AnyFact =>
  fact(
    'winre-version',
    { version, shownBy },
    { witness: WITNESS_OF_LEVEL[shownBy], ...(when === undefined ? {} : { when }) },
  );
export const code = (value: number, options: FactOptions & { readonly aboutWinRe?: boolean } = {}): AnyFact =>
  fact(
    'servicing-error',
    { code: value, aboutWinRe: options.aboutWinRe ?? true, component: 'winreagent' },
    { witness: 'engine-log', ...options },
  );
export const enabled = (isEnabled: boolean, value: Partial<KindMap['winre-config']> = {}, options: FactOptions = {}) =>
  fact('winre-config', { enabled: isEnabled, ...value }, options);
export const restarted = (when: When, bootType: KindMap['restart']['bootType'] = 'full'): AnyFact =>
  fact('restart', { bootType }, { when });
/** Restart signs as a registry key or a file shows them: they are there when they are read. */
export const awaited = (value: Partial<KindMap['pending-restart']> = {}, when?: When): AnyFact =>
  fact('pending-restart', value, { witness: 'registry', ...(when === undefined ? {} : { when }) });

const WITNESS_OF_LEVEL: Readonly<Record<KindMap['winre-version']['shownBy'], Witness>> = {
  'file-in-image': 'image-file',
  'image-metadata': 'image-metadata',
  'event-4501': 'event-log',
  reagentc: 'windows-output',
  'registry-value': 'registry',
  'engine-log': 'engine-log',
  person: 'person',
};

/** An ordinary disk of Windows with this much free on its recovery partition, as `change` makes it. */
export function disk(
  freeBytes: number | null,
  change: (parts: readonly Partition[]) => readonly Partition[] = (parts) => parts,
  options: FactOptions = {},
): AnyFact {
  const windows = { ...partition(3, 'basic', 200 * GiB, 120 * MiB), freeBytes: 80 * GiB };
  const parts: readonly Partition[] = [
    partition(1, 'efi', 100 * MiB, MiB),
    partition(2, 'msr', 16 * MiB, 101 * MiB),
    windows,
    { ...partition(4, 'recovery', 700 * MiB, 120 * MiB + 200 * GiB), freeBytes },
  ];
  return fact('disk-layout', { partitions: change(parts) }, options);
}

/** A log was read for `subject` over these days. */
export function covers(subject: CoverageSubject, from: When, to: When, source = 's1'): Coverage {
  return { subject, source, from, to };
}
