import type { AnyFact, Fact } from '../../evidence/model.js';
import { HOUR_MS, type When } from '../../evidence/when.js';
import { byTime, type EvidenceSet } from '../evidence-set.js';
import type { KnowledgeView } from '../knowledge-view.js';
import { isLater, isWithin, type UpdateStory, winreRole } from './stories.js';

/** 0x80070643: the code of any failed MSI, and of WinRE servicing whenever it fails at all. */
export const INSTALL_FAILURE = 0x80070643;

/** What was asked: options of the command. */
export interface Question {
  /** `KB5057589`, or `null`: `judgedOf` chooses. */
  readonly kb: string | null;
  /** Code that the person saw, unsigned, used where the evidence shows no failure. */
  readonly code: number | null;
  /** The moment to judge from, or `null`: the newest in the evidence. */
  readonly at: When | null;
}

/** The failure that the verdict is about. */
export interface Judged {
  readonly story: UpdateStory | null;
  readonly kb: string | null;
  readonly title: string | null;
  /** Unsigned; `null` where only failing is told. */
  readonly code: number | null;
  /** When it failed; missing where nothing says. */
  readonly failedAt: When | undefined;
  readonly winre: UpdateStory['winre'];
  readonly product: string | null;
  /** Facts that say it failed, with the failure of WinREAgent that belongs to it; none where only the question does. */
  readonly failures: readonly AnyFact[];
  /** Named by the question. */
  readonly asked: boolean;
}

/**
 * Chooses the failure to judge: the update asked for; else the newest unresolved WinRE failure; else the newest
 * 0x80070643; else, where no history was read but a failure was told, that one. `null`: there is none.
 */
export function judgedOf(
  question: Question,
  stories: readonly UpdateStory[],
  evidence: EvidenceSet,
  knowledge: KnowledgeView,
): Judged | null {
  if (question.kb !== null) return asked(question, stories, evidence, knowledge);
  const agentFact = newestStanding(evidence, stories);
  const failed = stories.filter((story) => story.lastFailure !== null);
  const unresolved = failed.filter((story) => story.winre === 'yes' && !isResolved(story, evidence, stories));
  const newest = newestOf(unresolved);
  const isNewer = agentFact !== null && isLater(agentFact, newest?.lastFailure?.when) === true;
  if (newest !== null && (!isNewer || isAttempt(agentFact, newest.lastFailure)))
    return ofStory(newest, evidence, false);
  if (agentFact !== null) return ofAgent(agentFact, stories, knowledge);
  if (newest !== null) return ofStory(newest, evidence, false);
  const generic = newestOf(failed.filter((story) => story.lastFailure?.value.code === INSTALL_FAILURE));
  const installer = newestInstaller(evidence);
  const explained = installer !== null && generic?.winre === 'unknown' && isNear(installer, generic.lastFailure);
  if (generic !== null && !explained) return ofStory(generic, evidence, false);
  if (installer !== null) return ofInstaller(installer);
  const winre = newestOf(failed.filter((story) => story.winre === 'yes'));
  // Another product's failure under another code is nobody's question, unless somebody brought just that.
  const asksAboutIt = !evidence.hasCoverage('update-events') && !evidence.hasCoverage('update-history');
  const any = winre ?? (asksAboutIt ? newestOf(failed) : null);
  return any === null ? null : ofStory(any, evidence, false);
}

function asked(
  question: Question,
  stories: readonly UpdateStory[],
  evidence: EvidenceSet,
  knowledge: KnowledgeView,
): Judged {
  const kb = question.kb as string;
  const story = stories.find((one) => one.kb === kb);
  if (story !== undefined) {
    const judged = ofStory(story, evidence, true);
    return judged.failures.length > 0 ? judged : { ...judged, code: question.code ?? INSTALL_FAILURE };
  }
  const row = knowledge.update(kb);
  return {
    story: null,
    kb,
    title: row?.title ?? null,
    code: question.code ?? INSTALL_FAILURE,
    failedAt: undefined,
    winre: winreRole(kb, row?.title ?? null, [], evidence, knowledge),
    product: knowledge.productOf(kb, row?.title ?? null),
    failures: [],
    asked: true,
  };
}

function ofStory(story: UpdateStory, evidence: EvidenceSet, wasAsked: boolean): Judged {
  const failure = story.lastFailure;
  const agent = evidence
    .all('winre-servicing')
    .filter(({ value }) => value.what === 'failed' || value.what === 'rolled-back')
    .filter((step) => (step.value.kb === null ? isAttempt(step, failure) : step.value.kb === story.kb));
  return {
    story,
    kb: story.kb,
    title: story.title,
    code: failure?.value.code ?? null,
    failedAt: failure?.when,
    winre: story.winre,
    product: story.product,
    failures: failure === null ? agent : [failure, ...agent],
    asked: wasAsked,
  };
}

/** A 4502 of WinREAgent: the WinRE part of whatever update ran then. */
function ofAgent(fact: Fact<'winre-servicing'>, stories: readonly UpdateStory[], knowledge: KnowledgeView): Judged {
  const named = fact.value.kb;
  const story = stories.find((one) => (named === null ? isAttempt(fact, one.lastFailure) : one.kb === named));
  const kb = named ?? story?.kb ?? null;
  const row = kb === null ? undefined : knowledge.update(kb);
  return {
    story: story ?? null,
    kb,
    title: story?.title ?? row?.title ?? null,
    code: fact.value.code,
    failedAt: fact.when,
    winre: 'yes',
    product: null,
    failures: story?.lastFailure == null ? [fact] : [fact, story.lastFailure],
    asked: false,
  };
}

function ofInstaller(fact: Fact<'installer-failure'>): Judged {
  return {
    story: null,
    kb: fact.value.kb,
    title: fact.value.name,
    code: fact.value.code,
    failedAt: fact.when,
    winre: 'no',
    product: fact.value.product,
    failures: [fact],
    asked: false,
  };
}

function newestOf(stories: readonly UpdateStory[]): UpdateStory | null {
  let best: UpdateStory | null = null;
  for (const story of stories) {
    if (best === null || byTime(story.lastFailure ?? {}, best.lastFailure ?? {}) > 0) best = story;
  }
  return best;
}

/** The newest failure of WinREAgent that nothing made good. */
function newestStanding(evidence: EvidenceSet, stories: readonly UpdateStory[]): Fact<'winre-servicing'> | null {
  const failed = evidence.all('winre-servicing').filter((fact) => fact.value.what === 'failed');
  return [...failed].sort(byTime).findLast((fact) => !isOvertaken(fact, evidence, stories)) ?? null;
}

/** WinREAgent and Windows Update write of one attempt within this time. */
const ATTEMPT_MS = HOUR_MS;

/** Whether a step surely is of the attempt that failed. */
function isAttempt(step: Fact<'winre-servicing'>, failure: Fact<'update-event'> | null): boolean {
  return step.when !== undefined && failure?.when !== undefined && isWithin(step.when, failure.when, ATTEMPT_MS);
}

/** Whether two facts may be of one attempt: near in time as far as that is known, or undated. */
function isNear(a: { readonly when?: When | undefined }, b: { readonly when?: When | undefined } | null): boolean {
  if (a.when === undefined || b?.when === undefined) return true;
  const isSameClock = a.when.local !== undefined && a.when.local.clock === b.when.local?.clock;
  const [one, other] = isSameClock ? [a.when.local ?? a.when, b.when.local ?? b.when] : [a.when, b.when];
  return one.fromMs <= other.toMs + ATTEMPT_MS && one.toMs >= other.fromMs - ATTEMPT_MS;
}

function newestInstaller(evidence: EvidenceSet): Fact<'installer-failure'> | null {
  return [...evidence.all('installer-failure')].sort(byTime).at(-1) ?? null;
}

/** Whether WinRE servicing succeeded after this failure of it, by its own word or by that of an update of WinRE. */
export function isOvertaken(
  failure: { readonly when?: When | undefined },
  evidence: EvidenceSet,
  stories: readonly UpdateStory[],
): boolean {
  const steps = evidence.all('winre-servicing').filter((step) => step.value.what === 'succeeded');
  const updates = stories.flatMap((story) =>
    story.winre === 'yes' && story.lastSuccess !== null ? [story.lastSuccess] : [],
  );
  return [...steps, ...updates].some((success) => isLater(success, failure.when) === true);
}

/** Whether this update is known to have gone in after it last failed. */
function isResolved(story: UpdateStory, evidence: EvidenceSet, stories: readonly UpdateStory[]): boolean {
  if (story.lastSuccess !== null && isLater(story.lastSuccess, story.lastFailure?.when) === true) return true;
  return story.lastFailure !== null && isOvertaken(story.lastFailure, evidence, stories);
}
