/** Diagnoses made by hand, for tests of reports: every kind of fact, place, answer and outcome. */

import type { DeviceDiagnosis, Diagnosis, Verdict } from '../diagnosis/verdict.js';
import { ANSWER_FOR, type CauseId } from '../diagnosis/verdict.js';
import type { AnyFact, Fact, KindId, KindMap, Place, SourceRecord, Witness } from '../evidence/model.js';
import { atCalendar, atLocal, atUtc, type When } from '../evidence/when.js';
import { FULL_VALUES, GiB, MiB, PARTITIONS } from './fact-values.js';

const APRIL_8 = Date.UTC(2025, 3, 8);
const MINUTE_MS = 60_000;

/** Moments from 2025-04-08 00:00 UTC on. */
export const minute = (minutes: number): When => atUtc(APRIL_8 + minutes * MINUTE_MS);

/** Places of every kind, taken in turn. */
const PLACES: readonly Place[] = [
  { record: 8121 },
  { line: 42 },
  { byte: 0x4400, length: 128 },
  { key: 'HKLM\\SOFTWARE\\Example' },
  { key: 'HKLM\\SOFTWARE\\Example', value: 'RebootRequired' },
];

interface FactOptions {
  readonly witness?: Witness;
  readonly when?: When;
  readonly source?: string;
  readonly at?: Place;
  readonly quote?: string;
  readonly path?: string;
}

/** One fact of `kind`. */
export function fact<K extends KindId>(kind: K, value: KindMap[K], options: FactOptions = {}): Fact<K> {
  const { witness = 'event-log', when, source = 's1', at = { record: 1 }, quote, path } = options;
  const cite = { source, at, ...(path === undefined ? {} : { path }), ...(quote === undefined ? {} : { quote }) };
  return { kind, value, witness, cite, ...(when === undefined ? {} : { when }) };
}

const WITNESSES: readonly Witness[] = [
  'event-log',
  'disk-structure',
  'engine-log',
  'windows-output',
  'state-file',
  'registry',
  'update-log',
  'image-file',
  'image-metadata',
  'person',
];

/** A fact of every kind, with witnesses, places and moments taken in turn. */
export function factOfEveryKind(values: KindMap = FULL_VALUES): readonly AnyFact[] {
  return (Object.keys(values) as KindId[]).map((kind, index) => {
    const made: Fact = fact<KindId>(kind, values[kind], {
      witness: WITNESSES[index % WITNESSES.length],
      at: PLACES[index % PLACES.length],
      source: `s${1 + (index % SOURCES.length)}`,
      quote: `what stands there, number ${index}`,
      ...(index % 3 === 0 ? { path: 'partition 4/Recovery/WindowsRE/Winre.wim' } : {}),
      when: momentOf(index),
    });
    return made as AnyFact;
  });
}

function momentOf(index: number): When {
  const ms = APRIL_8 + index * 37 * MINUTE_MS;
  if (index % 7 === 3) return atLocal(ms, 1000);
  if (index % 7 === 5) return atCalendar(APRIL_8, APRIL_8 + 24 * 60 * MINUTE_MS - 1);
  return atUtc(ms);
}

export const SOURCES: readonly SourceRecord[] = [
  {
    id: 's1',
    name: 'logs.zip/System.evtx',
    kind: 'evtx',
    size: 1118208,
    sha256: 'a'.repeat(64),
    read: 'whole',
    covers: { from: minute(-43200), to: minute(1500) },
    defects: 0,
  },
  {
    id: 's2',
    name: 'CBS.log',
    kind: 'servicing-log',
    size: 52_428_800,
    sha256: null,
    read: 'partly',
    why: 'damaged',
    covers: { from: atLocal(APRIL_8, 1000), to: atLocal(APRIL_8 + 3_600_000, 1000) },
    defects: 3,
  },
  {
    id: 's3',
    name: 'picture.png',
    kind: 'unknown',
    size: 4096,
    sha256: null,
    read: 'not',
    why: 'unsupported',
    covers: null,
    defects: 0,
  },
];

/** A message of the report's own words: rules have theirs tested beside them. */
const message = (id: string) => ({ id, data: {} });

export function verdict(cause: CauseId, changes: Partial<Verdict> = {}): Verdict {
  return {
    answer: ANSWER_FOR[cause],
    cause,
    certainty: 'supported',
    kb: 'KB5057589',
    errorCode: 0x80070643,
    product: cause === 'not-winre' ? 'office' : null,
    title: message('report/verdict#insufficient-evidence-title'),
    summary: message('report/verdict#insufficient-evidence-summary'),
    nextStep: message('report/verdict#insufficient-evidence-next-step'),
    rule: null,
    because: [],
    contradicting: [],
    rejected: [],
    missing: [],
    gather: null,
    ...changes,
  };
}

export function device(changes: Partial<DeviceDiagnosis> = {}): DeviceDiagnosis {
  return {
    verdict: verdict('partition-too-small'),
    device: {
      name: 'DESKTOP-4F2K9QX',
      os: {
        product: 'Windows 10',
        release: '22H2',
        build: 19045,
        revision: 5737,
        edition: 'Pro',
        server: false,
      },
      winre: {
        enabled: true,
        location: '\\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\\Recovery\\WindowsRE',
        version: '10.0.19041.3920',
        versionShownBy: 'reagentc',
        targetVersion: '10.0.19041.5728',
      },
      disks: [
        {
          disk: 0,
          style: 'gpt',
          sizeBytes: 238 * GiB,
          partitions: PARTITIONS.map(({ number, role, letter, label, offsetBytes, sizeBytes, freeBytes }) => ({
            number,
            role,
            letter,
            label,
            offsetBytes,
            sizeBytes,
            freeBytes,
            active: role === 'recovery',
            neededBytes: role === 'recovery' ? 250 * MiB : null,
          })),
        },
      ],
    },
    updates: [],
    findings: [],
    timeline: [],
    ...changes,
  };
}

export function diagnosis(devices: readonly DeviceDiagnosis[] = [fullDevice()]): Diagnosis {
  return { knowledgeDate: '2026-11-20', at: minute(1500), devices, sources: SOURCES };
}

/** A device whose report has something in every section. */
export function fullDevice(cause: CauseId = 'partition-too-small', facts: readonly AnyFact[] = factOfEveryKind()) {
  const timeline = facts.flatMap((one) => (one.when === undefined ? [] : [{ at: one.when, fact: one }]));
  return device({
    verdict: verdict(cause, {
      because: facts.slice(0, 4),
      contradicting: facts.slice(4, 6),
      rejected: [
        { cause: 'false-alarm', why: message('report/verdict#would-soothe'), facts: facts.slice(6, 7) },
        { cause: 'pending-restart', why: message('report/verdict#would-soothe'), facts: [] },
      ],
      missing: [
        {
          evidence: 'winre-image-version',
          kinds: ['winre-version', 'winre-image'],
          settles: ['false-alarm', 'partition-too-small'],
          how: { shell: 'cmd', elevated: true, command: 'reagentc /info' },
        },
        {
          evidence: 'update-history',
          kinds: ['update-event'],
          settles: [],
          how: { shell: 'powershell', elevated: false, command: 'Get-HotFix | Format-List' },
        },
      ],
      gather: 'reagentc /info\nGet-Partition | Format-List\nGet-HotFix | Format-List',
    }),
    updates: [
      {
        kb: 'KB5057589',
        title: '2025-04 Security Update (KB5057589)',
        updateId: 'b1e2c3d4-0000-4000-8000-abcdefabcdef',
        attempts: facts.slice(0, 3),
        answer: ANSWER_FOR[cause],
        cause,
        certainty: 'supported',
      },
      {
        kb: null,
        title: 'Update for Microsoft Defender',
        updateId: null,
        attempts: facts.slice(0, 1),
        answer: 'ignore',
        cause: 'stale-history',
        certainty: 'proven',
      },
    ],
    findings: [
      { rule: 'example-cleared', cause: 'false-alarm', outcome: 'cleared', because: facts.slice(0, 1) },
      { rule: 'example-elsewhere', cause: null, outcome: 'not-applicable', because: [] },
      { rule: 'example-open', cause: 'bitlocker', outcome: 'undecided', missing: ['volume-encryption'] },
      { rule: 'example-crashed', cause: null, outcome: 'crashed', error: 'Cannot read properties of null' },
    ],
    timeline,
  });
}
