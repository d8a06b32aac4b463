import type { DeviceDiagnosis, Diagnosis } from '../../diagnosis/verdict.js';
import type { AnyFact, SourceRecord } from '../../evidence/model.js';
import { describeClaim, describeFact, describePlace } from '../describe-fact.js';
import { updateName } from '../facts/update-facts.js';
import type { Words } from '../make-words.js';
import { phrase } from '../phrase.js';
import { copyable } from '../plain.js';
import {
  buildName,
  causeList,
  commandHint,
  findingPhrase,
  otherFindings,
  shortTimeline,
  windowsName,
  wishPhrase,
} from '../view.js';
import type { ReportWordId } from '../words.js';
import type { TextPage } from './page.js';

/** Facts, updates and sources that a text report lists; it says how many it leaves out. */
const LISTED_MAX = { because: 12, contradicting: 6, updates: 12, timeline: 14, sources: 30 } as const;

export interface TextJob {
  readonly page: TextPage;
  readonly words: Words;
  readonly sources: readonly SourceRecord[];
}

/** Everything about one device behind its answer. */
export function addDetails(job: TextJob, device: DeviceDiagnosis): void {
  addFacts(job, 'report/heading#because', device.verdict.because, LISTED_MAX.because);
  addFacts(job, 'report/heading#contradicting', device.verdict.contradicting, LISTED_MAX.contradicting);
  addRejected(job, device);
  addMissing(job, device);
  addUpdates(job, device);
  addFindings(job, device);
  addDevice(job, device);
  addTimeline(job, device);
}

function heading({ page, words }: TextJob, id: ReportWordId): void {
  page.heading(words.say(phrase(id)));
}

function addElided({ page, words }: TextJob, count: number): void {
  if (count > 0) page.add(words.say(phrase('report/page#elided', { count: { count } })), '  … ', 'dim');
}

function citedFact({ words, sources }: TextJob, fact: AnyFact): string {
  const place = describePlace(fact.cite, sources);
  return words.say(phrase('report/page#cited-fact', { says: describeFact(fact), place }));
}

function addFacts(job: TextJob, title: ReportWordId, facts: readonly AnyFact[], countMax: number): void {
  if (facts.length === 0) return;
  heading(job, title);
  for (const fact of facts.slice(0, countMax)) job.page.add(citedFact(job, fact), '  - ');
  addElided(job, facts.length - countMax);
}

function addRejected(job: TextJob, { verdict }: DeviceDiagnosis): void {
  if (verdict.rejected.length === 0) return;
  const { page, words, sources } = job;
  heading(job, 'report/heading#rejected');
  for (const { cause, why, facts } of verdict.rejected) {
    const text = phrase('report/page#cause-and-why', { cause: phrase(`report/cause#${cause}`), why });
    const cited = facts.length === 0 ? text : { says: text, place: describePlace(facts[0].cite, sources) };
    page.add(words.say('says' in cited ? phrase('report/page#cited-fact', cited) : cited), '  - ');
  }
}

function addMissing(job: TextJob, { verdict }: DeviceDiagnosis): void {
  if (verdict.missing.length === 0) return;
  const { page, words } = job;
  heading(job, 'report/heading#missing');
  verdict.missing.forEach((wish, index) => {
    page.add(words.say(phrase('report/page#look-for', { what: wishPhrase(wish, words) })), `  ${index + 1}. `);
    if (wish.settles.length > 0) {
      page.add(words.say(phrase('report/page#settles', { causes: causeList(wish.settles) })), '     ', 'dim');
    }
    page.add(words.say(commandHint(wish)), '     ').verbatim(copyable(wish.how.command), '       ');
  });
  if (verdict.gather === null) return;
  heading(job, 'report/heading#gather');
  page
    .add(words.say(phrase('report/page#gather-hint')), '  ')
    .gap()
    .verbatim(copyable(verdict.gather), '');
}

function addUpdates(job: TextJob, { updates }: DeviceDiagnosis): void {
  if (updates.length === 0) return;
  const { page, words } = job;
  heading(job, 'report/heading#updates');
  for (const update of updates.slice(0, LISTED_MAX.updates)) {
    const name = words.say(updateName(update));
    const said = [
      words.say(phrase(`report/answerShort#${update.answer}`)),
      words.say(phrase(`report/cause#${update.cause}`)),
      words.say(phrase(`report/certainty#${update.certainty}`)),
      words.say(phrase('report/page#attempts', { count: { count: update.attempts.length } })),
    ];
    page.add(`${name}: ${said.join(', ')}`, '  - ');
  }
  addElided(job, updates.length - LISTED_MAX.updates);
}

function addFindings(job: TextJob, device: DeviceDiagnosis): void {
  const findings = otherFindings(device);
  if (findings.length === 0) return;
  heading(job, 'report/heading#findings');
  for (const finding of findings) job.page.add(job.words.say(findingPhrase(finding)), '  - ');
}

function addDevice(job: TextJob, { device }: DeviceDiagnosis): void {
  const { page, words } = job;
  const { winre } = device;
  const named = (id: ReportWordId, value: string | null) =>
    value === null ? null : `${words.say(phrase(id))} ${words.say(phrase('report/fact#raw', { value }))}`;
  const enabled =
    winre.enabled === null ? null : words.say(phrase(winre.enabled ? 'report/label#enabled' : 'report/label#disabled'));
  const parts = [
    named('report/label#computer', device.name),
    windowsName(device) === null ? null : words.say(phrase('report/fact#raw', { value: windowsName(device) ?? '' })),
    named('report/label#build', buildName(device)),
    enabled === null ? null : `${words.say(phrase('report/label#winre'))} ${enabled}`,
    named('report/label#version', winre.version),
    named('report/label#target-version', winre.targetVersion),
    named('report/label#location', winre.location),
  ].filter((part) => part !== null);
  if (parts.length === 0) return;
  heading(job, 'report/heading#device');
  page.add(parts.join(', '), '  ');
}

function addTimeline(job: TextJob, device: DeviceDiagnosis): void {
  if (device.timeline.length === 0) return;
  const { page, words, sources } = job;
  heading(job, 'report/heading#timeline');
  const shown = shortTimeline(device, LISTED_MAX.timeline);
  for (const { at, fact } of shown) {
    const says = describeClaim(fact);
    const cited = words.say(phrase('report/page#cited-fact', { says, place: describePlace(fact.cite, sources) }));
    page.add(`${words.say(phrase('report/fact#raw', { value: { when: at } }))}  ${cited}`, '  ', undefined, '      ');
  }
  addElided(job, device.timeline.length - shown.length);
}

/** What was read, and how far; the date of the knowledge. */
export function addSources(job: TextJob, diagnosis: Diagnosis): void {
  const { page, words } = job;
  if (diagnosis.sources.length > 0) heading(job, 'report/heading#sources');
  // What was not read comes first: it is what a person must know.
  const unreadFirst = [...diagnosis.sources].sort((a, b) => Number(a.read === 'whole') - Number(b.read === 'whole'));
  for (const source of unreadFirst.slice(0, LISTED_MAX.sources)) page.add(sourceText(source, words), '  - ');
  addElided(job, diagnosis.sources.length - LISTED_MAX.sources);

  const judged =
    diagnosis.at === null
      ? phrase('report/page#judged-without-time')
      : phrase('report/page#judged-at', { when: { when: diagnosis.at } });
  page.gap().add(words.say(judged), '', 'dim');
  page.add(words.say(phrase('report/page#knowledge', { date: { shown: diagnosis.knowledgeDate } })), '', 'dim');
}

/** `System.evtx (evtx, 1.0 MB, whole)` and what was wrong with it. */
export function sourceText(source: SourceRecord, words: Words): string {
  const why = source.why === undefined ? null : { id: `report/unread#${source.why}`, data: {} };
  const details = [
    phrase('report/fact#raw', { value: source.kind }),
    phrase('report/fact#raw', { value: { bytes: source.size } }),
    phrase(`report/read#${source.read}`),
    why === null ? null : words.has(why.id) ? why : phrase('report/fact#raw', { value: source.why ?? '' }),
    source.defects === 0 ? null : phrase('report/page#defects', { count: { count: source.defects } }),
    source.covers === null
      ? null
      : phrase('report/page#covers', { from: { when: source.covers.from }, to: { when: source.covers.to } }),
  ].filter((part) => part !== null);
  const claim = phrase('report/fact#raw', { value: source.name });
  return words.say(phrase('report/fact#detailed', { claim, details: { phrases: details } }));
}
