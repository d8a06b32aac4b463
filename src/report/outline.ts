/** The report as a sequence of paragraphs and lists: what the text and the Markdown formats have in common. */

import type { Answer, DeviceDiagnosis, Diagnosis, Verdict } from '../diagnosis/verdict.js';
import type { AnyFact, SourceRecord } from '../evidence/model.js';
import { describeClaim, describeFact, describePlace } from './describe-fact.js';
import { updateName } from './facts/update-facts.js';
import type { Words } from './make-words.js';
import { type Phrase, phrase, raw } from './phrase.js';
import { copyable } from './plain.js';
import {
  buildName,
  causeList,
  commandHint,
  distinct,
  findingPhrase,
  isForSeveral,
  judgedParts,
  otherFindings,
  shortTimeline,
  sourcePhrase,
  windowsName,
  wishPhrase,
} from './view.js';
import type { ReportWordId } from './words.js';

/** What a report is written on. Every text is given in the ink of the format. */
export interface Page {
  /** Begins one of several devices. */
  device(text: string): void;
  answer(head: AnswerHead): void;
  heading(text: string): void;
  paragraph(text: string): void;
  /** One entry of a list. `number`: of a numbered one. `timed`: it begins with a moment. */
  item(text: string, kind?: { readonly number?: number; readonly timed?: boolean }): void;
  /** More about the numbered entry before. */
  under(text: string): void;
  /** Entries that are left out. */
  elided(text: string): void;
  /** Lines to be copied as they are; `nested`: they belong to the numbered entry before. */
  command(text: string, nested: boolean): void;
  /** Small print at the end. */
  footer(text: string): void;
}

export interface AnswerHead {
  readonly answer: Answer;
  readonly words: string;
  readonly certainty: string;
  readonly title: string;
  /** `Update KB5057589, error 0x80070643`; empty where no update is judged. */
  readonly judged: string;
}

/** How much of each list is written; how much is left out is said. */
export interface OutlineLimits {
  readonly because: number;
  readonly contradicting: number;
  readonly updates: number;
  readonly timeline: number;
  readonly sources: number;
}

/** Writes the whole report. */
export function writeOutline(page: Page, diagnosis: Diagnosis, words: Words, limits: OutlineLimits): void {
  const outline = new Outline(page, words, diagnosis.sources, limits);
  diagnosis.devices.forEach((device, index) => {
    if (isForSeveral(diagnosis)) {
      const name = device.device.name ?? phrase('report/page#nameless');
      const numbers = { number: { count: index + 1 }, total: { count: diagnosis.devices.length } };
      page.device(words.say(phrase('report/page#device', { ...numbers, name })));
    }
    outline.writeDevice(device);
  });
  outline.writeSources(diagnosis);
}

class Outline {
  constructor(
    private readonly page: Page,
    private readonly words: Words,
    private readonly sources: readonly SourceRecord[],
    private readonly limits: OutlineLimits,
  ) {}

  writeDevice(device: DeviceDiagnosis): void {
    const { verdict } = device;
    this.answer(verdict);
    this.page.paragraph(this.words.say(verdict.summary));
    this.heading('report/heading#next-step');
    this.page.paragraph(this.words.say(verdict.nextStep));
    this.facts('report/heading#because', verdict.because, this.limits.because);
    this.facts('report/heading#contradicting', verdict.contradicting, this.limits.contradicting);
    this.missing(verdict);
    this.updates(device);
    this.findings(device);
    this.rejected(verdict);
    this.system(device);
    this.timeline(device);
  }

  /** What was read, and how far; the date of the knowledge. */
  writeSources(diagnosis: Diagnosis): void {
    if (diagnosis.sources.length > 0) this.heading('report/heading#sources');
    // What was not read comes first: it is what a person must know.
    const unreadFirst = [...diagnosis.sources].sort((a, b) => Number(a.read === 'whole') - Number(b.read === 'whole'));
    for (const source of unreadFirst.slice(0, this.limits.sources)) this.item(sourcePhrase(source, this.words));
    this.elided(diagnosis.sources.length - this.limits.sources);

    const judged =
      diagnosis.at === null
        ? phrase('report/page#judged-without-time')
        : phrase('report/page#judged-at', { when: { when: diagnosis.at } });
    this.page.footer(this.words.say(judged));
    this.page.footer(this.words.say(phrase('report/page#knowledge', { date: { shown: diagnosis.knowledgeDate } })));
  }

  private answer(verdict: Verdict): void {
    const { words } = this;
    this.page.answer({
      answer: verdict.answer,
      words: words.say(phrase(`report/answer#${verdict.answer}`)),
      certainty: words.say(phrase(`report/certainty#${verdict.certainty}`)),
      title: words.say(verdict.title),
      judged: judgedParts(verdict, words).join(', '),
    });
  }

  private heading(id: ReportWordId): void {
    this.page.heading(this.words.say(phrase(id)));
  }

  private item(text: Phrase): void {
    this.page.item(this.words.say(text));
  }

  private elided(count: number): void {
    if (count > 0) this.page.elided(this.words.say(phrase('report/page#elided', { count: { count } })));
  }

  /** `says` with the place where `fact` was read. */
  private cited(says: Phrase, fact: AnyFact): Phrase {
    return phrase('report/page#cited-fact', { says, place: describePlace(fact.cite, this.sources) });
  }

  private facts(title: ReportWordId, given: readonly AnyFact[], countMax: number): void {
    const facts = distinct(given);
    if (facts.length === 0) return;
    this.heading(title);
    for (const fact of facts.slice(0, countMax)) this.item(this.cited(describeFact(fact), fact));
    this.elided(facts.length - countMax);
  }

  private rejected({ rejected }: Verdict): void {
    if (rejected.length === 0) return;
    this.heading('report/heading#rejected');
    for (const { cause, why, facts } of rejected) {
      const text = phrase('report/page#cause-and-why', { cause: phrase(`report/cause#${cause}`), why });
      this.item(facts.length === 0 ? text : this.cited(text, facts[0]));
    }
  }

  private missing({ missing, gather }: Verdict): void {
    if (missing.length === 0) return;
    const { page, words } = this;
    this.heading('report/heading#missing');
    missing.forEach((wish, index) => {
      const look = phrase('report/page#look-for', { what: wishPhrase(wish, words) });
      page.item(words.say(look), { number: index + 1 });
      if (wish.settles.length > 0) {
        page.under(words.say(phrase('report/page#settles', { causes: causeList(wish.settles) })));
      }
      page.under(words.say(commandHint(wish)));
      page.command(copyable(wish.how.command), true);
    });
    if (gather === null) return;
    this.heading('report/heading#gather');
    page.paragraph(words.say(phrase('report/page#gather-hint')));
    page.command(copyable(gather), false);
  }

  private updates({ updates }: DeviceDiagnosis): void {
    if (updates.length === 0) return;
    const { words } = this;
    this.heading('report/heading#updates');
    for (const update of updates.slice(0, this.limits.updates)) {
      const said = [
        phrase(`report/answerShort#${update.answer}`),
        phrase(`report/cause#${update.cause}`),
        phrase(`report/certainty#${update.certainty}`),
        phrase('report/page#attempts', { count: { count: update.attempts.length } }),
      ];
      this.page.item(`${words.say(updateName(update))}: ${said.map(words.say).join(', ')}`);
    }
    this.elided(updates.length - this.limits.updates);
  }

  private findings(device: DeviceDiagnosis): void {
    const findings = otherFindings(device);
    if (findings.length === 0) return;
    this.heading('report/heading#findings');
    for (const finding of findings) this.item(findingPhrase(finding));
  }

  private system({ device }: DeviceDiagnosis): void {
    const { words } = this;
    const { winre } = device;
    const named = (id: ReportWordId | null, value: Phrase | string | null) => {
      if (value === null) return null;
      const said = words.say(typeof value === 'string' ? raw(value) : value);
      return id === null ? said : `${words.say(phrase(id))} ${said}`;
    };
    const enabled = winre.enabled ? 'report/label#enabled' : 'report/label#disabled';
    const parts = [
      named('report/label#computer', device.name),
      named(null, windowsName(device)),
      named('report/label#build', buildName(device)),
      named('report/label#winre', winre.enabled === null ? null : phrase(enabled)),
      named('report/label#version', winre.version),
      named('report/label#target-version', winre.targetVersion),
      named('report/label#location', winre.location),
    ].filter((part) => part !== null);
    if (parts.length === 0) return;
    this.heading('report/heading#device');
    this.page.paragraph(parts.join(', '));
  }

  private timeline(device: DeviceDiagnosis): void {
    if (device.timeline.length === 0) return;
    const { words } = this;
    this.heading('report/heading#timeline');
    const shown = shortTimeline(device, this.limits.timeline);
    for (const { at, fact } of shown) {
      const text = this.cited(describeClaim(fact), fact);
      this.page.item(`${words.say(raw({ when: at }))}  ${words.say(text)}`, { timed: true });
    }
    this.elided(device.timeline.length - shown.length);
  }
}
