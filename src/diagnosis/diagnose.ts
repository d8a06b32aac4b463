import type { CaseFile } from '../evidence/model.js';
import { DAY_MS, isAfter, type When } from '../evidence/when.js';
import type { Judged, Question } from './derive/judged.js';
import { isServer } from './derive/os.js';
import type { UpdateStory } from './derive/stories.js';
import { deviceViewOf } from './device-view.js';
import { partByDevice } from './devices.js';
import { byTime, EvidenceSet } from './evidence-set.js';
import type { KnowledgeView } from './knowledge-view.js';
import { type Rule, seenOr } from './rule.js';
import { buildScene } from './scene.js';
import { nameDependencies } from './sensitivity.js';
import type { Answer, DeviceDiagnosis, Diagnosis, Finding, TimelineEntry, UpdateView, Verdict } from './verdict.js';
import { weigh } from './weigh.js';
import { inKnownZone } from './zone.js';

/** The worst first, where several devices are judged. */
const SERIOUSNESS: readonly Answer[] = ['repair', 'restart', 'ask', 'elsewhere', 'ignore'];

/** Judges a case: every rule examines each device's evidence, and the findings are weighed. Pure: no clock, no I/O. */
export function diagnose(
  file: CaseFile,
  rules: readonly Rule[],
  question: Question,
  knowledge: KnowledgeView,
): Diagnosis {
  const at = question.at ?? newestMoment(file);
  const seen = question.at === null ? file : until(file, question.at);
  const devices = partByDevice(seen)
    .map(inKnownZone)
    .map((part) => diagnoseDevice(part, rules, question, at, knowledge));
  devices.sort((a, b) => SERIOUSNESS.indexOf(a.verdict.answer) - SERIOUSNESS.indexOf(b.verdict.answer));
  return { knowledgeDate: knowledge.date, at, devices, sources: file.sources };
}

interface Judgement {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly stories: readonly UpdateStory[];
  readonly judged: Judged | null;
  readonly evidence: EvidenceSet;
}

function judge(
  file: CaseFile,
  rules: readonly Rule[],
  question: Question,
  at: When | null,
  knowledge: KnowledgeView,
): Judgement {
  const evidence = new EvidenceSet(file);
  const { scene, context, stories, judged } = buildScene(evidence, question, at, knowledge);
  const findings = rules.map((rule) => rule.run(scene, context));
  const server = isServer(seenOr(scene.os), judged, knowledge);
  const awaited = seenOr(scene.pending)?.strong ?? [];
  return { verdict: weigh(findings, judged, evidence, { server, awaited }), findings, stories, judged, evidence };
}

function diagnoseDevice(
  file: CaseFile,
  rules: readonly Rule[],
  question: Question,
  at: When | null,
  knowledge: KnowledgeView,
): DeviceDiagnosis {
  const whole = judge(file, rules, question, at, knowledge);
  const verdict = nameDependencies(file, whole.verdict, (part) => judge(part, rules, question, at, knowledge).verdict);
  return {
    verdict,
    device: deviceViewOf(whole.evidence, whole.judged, knowledge),
    updates: whole.stories.map((story) => updateViewOf(story, whole, file, rules, question, at, knowledge)),
    findings: whole.findings,
    timeline: timelineOf(file),
  };
}

/** Each update's own line: the one judged has the verdict, a failed one is judged by itself, the rest went in. */
function updateViewOf(
  story: UpdateStory,
  whole: Judgement,
  file: CaseFile,
  rules: readonly Rule[],
  question: Question,
  at: When | null,
  knowledge: KnowledgeView,
): UpdateView {
  const { kb, title, updateId, events } = story;
  const view = { kb, title, updateId, attempts: events };
  if (whole.judged?.story === story) return { ...view, ...outcomeOf(whole.verdict) };
  if (story.lastFailure === null) {
    if (story.lastSuccess === null && events.at(-1)?.value.what === 'restart-required') {
      return { ...view, answer: 'restart', cause: 'pending-restart', certainty: 'supported' };
    }
    return story.lastSuccess === null
      ? { ...view, answer: 'ask', cause: 'insufficient-evidence', certainty: 'suspected' }
      : {
          ...view,
          answer: 'ignore',
          cause: 'healthy',
          certainty: story.lastSuccess.witness === 'person' ? 'supported' : 'proven',
        };
  }
  if (kb === null) {
    const resolved = story.lastSuccess !== null && byTime(story.lastSuccess, story.lastFailure) > 0;
    if (resolved) return { ...view, answer: 'ignore', cause: 'false-alarm', certainty: 'supported' };
    return story.product === null
      ? { ...view, answer: 'ask', cause: 'insufficient-evidence', certainty: 'suspected' }
      : { ...view, answer: 'elsewhere', cause: 'not-winre', certainty: 'supported' };
  }
  return { ...view, ...outcomeOf(judge(file, rules, { ...question, kb }, at, knowledge).verdict) };
}

function outcomeOf({ answer, cause, certainty }: Verdict): Pick<UpdateView, 'answer' | 'cause' | 'certainty'> {
  return { answer, cause, certainty };
}

const TIMELINE_KINDS = new Set([
  'update-event',
  'winre-servicing',
  'winre-version',
  'winre-hive-mount',
  'winre-config',
  'reagentc-operation',
  'restart',
  'pending-restart',
  'installer-failure',
  'evidence-loss',
]);

function timelineOf(file: CaseFile): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const fact of file.facts) {
    if (fact.when === undefined) continue;
    const error = fact.kind === 'servicing-error' && fact.value.weight === 'error';
    if (TIMELINE_KINDS.has(fact.kind) || error) entries.push({ at: fact.when, fact });
  }
  return entries.sort((a, b) => byTime(a.fact, b.fact));
}

/** The newest moment in the evidence; one that lies more than a day after all else is a wrong clock and does not count. */
function newestMoment(file: CaseFile): When | null {
  const moments: When[] = [];
  for (const fact of file.facts) if (fact.when !== undefined) moments.push(fact.when);
  for (const span of file.coverage) moments.push(span.to);
  moments.sort((a, b) => b.toMs - a.toMs || b.fromMs - a.fromMs);
  const newest = moments[0];
  if (newest === undefined) return null;
  const next = moments.find((when) => when.toMs !== newest.toMs);
  return next !== undefined && newest.fromMs - next.toMs > DAY_MS ? next : newest;
}

/** The case as it stood at a moment: what surely came later is left out. */
function until(file: CaseFile, at: When): CaseFile {
  return { ...file, facts: file.facts.filter((fact) => fact.when === undefined || !isAfter(fact.when, at)) };
}
