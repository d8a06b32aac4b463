import type {
  DeviceDiagnosis,
  DeviceView,
  Diagnosis,
  Finding,
  MessageValue,
  TimelineEntry,
  UpdateView,
  Verdict,
} from '../../diagnosis/verdict.js';
import type { AnyFact, Citation, SourceRecord } from '../../evidence/model.js';
import type { When } from '../../evidence/when.js';
import { describeFact } from '../describe-fact.js';
import type { Words } from '../make-words.js';
import { hresultText, isoText, isShowable, whenText } from '../values.js';
import { distinct, findingPhrase, isForSeveral } from '../view.js';
import type {
  Report,
  ReportCitation,
  ReportDetails,
  ReportDevice,
  ReportFact,
  ReportFinding,
  ReportSource,
  ReportVerdict,
} from './schema.js';

/** Characters that JSON allows as they are, but that could forge what a terminal shows. */
const FORGING = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Writes the report for scripts: the same bytes for the same diagnosis. */
export function renderJson(diagnosis: Diagnosis, words: Words): string {
  const text = JSON.stringify(jsonReport(diagnosis, words), null, 2);
  return `${text.replace(FORGING, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** The report as data, `schema.ts` says of what shape. */
export function jsonReport(diagnosis: Diagnosis, words: Words): Report {
  const [first] = diagnosis.devices;
  const several = isForSeveral(diagnosis);
  return {
    reportVersion: 1,
    knowledgeDate: diagnosis.knowledgeDate,
    at: diagnosis.at === null ? null : whenText(diagnosis.at),
    verdict: verdictOf(first.verdict, words),
    verdicts: diagnosis.devices.map((device) => ({
      ...verdictOf(device.verdict, words),
      device: deviceOf(device.device),
      ...(several ? detailsOf(device, words) : {}),
    })),
    device: deviceOf(first.device),
    ...detailsOf(first, words),
    sources: diagnosis.sources.map(sourceOf),
  };
}

function verdictOf(verdict: Verdict, words: Words): ReportVerdict {
  return {
    answer: verdict.answer,
    cause: verdict.cause,
    certainty: verdict.certainty,
    kb: verdict.kb,
    errorCode: verdict.errorCode === null ? null : hresultText(verdict.errorCode),
    product: verdict.product,
    title: words.say(verdict.title),
    summary: words.say(verdict.summary),
    nextStep: words.say(verdict.nextStep),
    rule: verdict.rule,
    because: distinct(verdict.because).map((fact) => factOf(fact, words)),
    rejected: verdict.rejected.map(({ cause, why, facts }) => ({
      cause,
      why: words.say(why),
      cite: facts.length === 0 ? null : citationOf(facts[0].cite),
      facts: facts.map((fact) => factOf(fact, words)),
    })),
    contradicting: distinct(verdict.contradicting).map((fact) => factOf(fact, words)),
    missing: verdict.missing.map(({ evidence, kinds, settles, how }) => ({
      evidence,
      kinds: [...kinds],
      settles: [...settles],
      how: { shell: how.shell, elevated: how.elevated, command: how.command },
    })),
    gather: verdict.gather,
  };
}

function detailsOf(device: DeviceDiagnosis, words: Words): ReportDetails {
  return {
    updates: device.updates.map((update) => updateOf(update, words)),
    findings: device.findings.map((finding) => findingOf(finding, words)),
    timeline: device.timeline.map((entry) => timelineEntryOf(entry, words)),
  };
}

function factOf(fact: AnyFact, words: Words): ReportFact {
  return {
    says: words.say(describeFact(fact)),
    kind: fact.kind,
    witness: fact.witness,
    at: fact.when === undefined ? null : whenText(fact.when),
    cite: citationOf(fact.cite),
  };
}

function citationOf({ source, at, path, quote }: Citation): ReportCitation {
  const around = { ...(path === undefined ? {} : { path }), ...(quote === undefined ? {} : { quote }) };
  if ('record' in at) return { source, record: at.record, ...around };
  if ('line' in at) return { source, line: at.line, ...around };
  if ('byte' in at) return { source, byte: at.byte, length: at.length, ...around };
  return { source, key: at.key, ...(at.value === undefined ? {} : { value: at.value }), ...around };
}

function deviceOf({ name, os, winre, disks }: DeviceView): ReportDevice {
  return {
    name,
    os: {
      product: os.product,
      release: os.release,
      build: os.build,
      revision: os.revision,
      edition: os.edition,
      server: os.server,
    },
    winre: {
      enabled: winre.enabled,
      location: winre.location,
      version: winre.version,
      versionShownBy: winre.versionShownBy,
      targetVersion: winre.targetVersion,
    },
    disks: disks.map(({ disk, style, sizeBytes, partitions }) => ({
      disk,
      style,
      sizeBytes,
      partitions: partitions.map((partition) => ({
        number: partition.number,
        role: partition.role,
        letter: partition.letter,
        label: partition.label,
        offsetBytes: partition.offsetBytes,
        sizeBytes: partition.sizeBytes,
        freeBytes: partition.freeBytes,
        active: partition.active,
        neededBytes: partition.neededBytes,
      })),
    })),
  };
}

function updateOf(update: UpdateView, words: Words): ReportDetails['updates'][number] {
  return {
    kb: update.kb,
    title: update.title,
    updateId: update.updateId,
    attempts: update.attempts.map((fact) => factOf(fact, words)),
    answer: update.answer,
    cause: update.cause,
    certainty: update.certainty,
  };
}

function findingOf(finding: Finding, words: Words): ReportFinding {
  const found = finding.outcome === 'found' ? finding : null;
  const because = 'because' in finding ? finding.because : [];
  return {
    rule: finding.rule,
    cause: finding.cause,
    outcome: finding.outcome,
    says: found === null ? null : words.say(findingPhrase(finding)),
    certainty: found?.certainty ?? null,
    data: Object.fromEntries(Object.entries(found?.data ?? {}).map(([name, value]) => [name, dataOf(value)])),
    because: because.map((fact) => factOf(fact, words)),
    contradicting: (found?.contradicting ?? []).map((fact) => factOf(fact, words)),
    missing: finding.outcome === 'undecided' ? [...finding.missing] : [],
    error: finding.outcome === 'crashed' ? finding.error : null,
  };
}

/** A value for scripts: bytes and counts as numbers, codes in hex, moments in ISO 8601. */
function dataOf(value: MessageValue): string | number | string[] {
  if (typeof value === 'string') return value;
  if ('bytes' in value) return value.bytes;
  if ('hresult' in value) return hresultText(value.hresult);
  if ('when' in value) return whenText(value.when);
  if ('count' in value) return value.count;
  return [...value.list];
}

function timelineEntryOf({ at, fact }: TimelineEntry, words: Words): ReportDetails['timeline'][number] {
  return {
    at: whenText(at),
    ...boundsOf(at),
    event: words.say(describeFact(fact)),
    kind: fact.kind,
    witness: fact.witness,
    cite: citationOf(fact.cite),
  };
}

/** The first and last moment it can have been, in UTC. */
function boundsOf(when: When): { readonly from: string; readonly to: string } {
  return isShowable(when) ? { from: isoText(when.fromMs), to: isoText(when.toMs) } : { from: 'unknown', to: 'unknown' };
}

function sourceOf(source: SourceRecord): ReportSource {
  return {
    id: source.id,
    name: source.name,
    kind: source.kind,
    size: source.size,
    sha256: source.sha256,
    read: source.read,
    why: source.why ?? null,
    covers: source.covers === null ? null : { from: whenText(source.covers.from), to: whenText(source.covers.to) },
    defects: source.defects,
  };
}
