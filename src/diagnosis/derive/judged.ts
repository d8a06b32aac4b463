import type { AnyFact, Fact } from '../../evidence/model.js';
import type { When } from '../../evidence/when.js';
import { byTime, type EvidenceSet } from '../evidence-set.js';
import type { KnowledgeView } from '../knowledge-view.js';
import { isLater, type UpdateStory } from './stories.js';

/** 0x80070643: the code of any failed MSI, and of WinRE servicing whenever it fails at all. */
export const INSTALL_FAILURE = 0x80070643;

/** What was asked: options of the command. */
export interface Question {
  /** `KB5057589`, or `null`: choose by the rules of design.md section 4. */
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
  /** Facts that say it failed; none where only the question does. */
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
  const agent = newestAgentFailure(evidence);
  const failed = stories.filter((story) => story.lastFailure !== null);
  const unresolved = failed.filter((story) => story.winre === 'yes' && !isResolved(story, evidence));
  const newest = newestOf(unresolved);
  const agentFact = agent !== null && !isOvertaken(agent, evidence) ? agent : null;
  if (newest !== null && (agentFact === null || isLater(agentFact, newest.lastFailure?.when) !== true))
    return ofStory(newest, evidence, false);
  if (agentFact !== null) return ofAgent(agentFact, stories, knowledge);
  if (newest !== null) return ofStory(newest, evidence, false);
  const generic = newestOf(failed.filter((story) => story.lastFailure?.value.code === INSTALL_FAILURE));
  const installer = newestInstaller(evidence);
  if (generic !== null && (generic.winre !== 'unknown' || installer === null)) return ofStory(generic, evidence, false);
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
    winre:
      row === undefined
        ? 'unknown'
        : row.role === 'winre' || row.role === 'image-only'
          ? 'yes'
          : row.role === 'carries-winre'
            ? 'part'
            : 'no',
    product: knowledge.productOf(kb, row?.title ?? null),
    failures: [],
    asked: true,
  };
}

function ofStory(story: UpdateStory, evidence: EvidenceSet, wasAsked: boolean): Judged {
  const failure = story.lastFailure;
  const agent = evidence
    .all('winre-servicing')
    .filter((step) => step.value.what === 'failed' && step.value.kb !== null && step.value.kb === story.kb);
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
  const kb = fact.value.kb;
  const story = kb === null ? undefined : stories.find((one) => one.kb === kb);
  const row = kb === null ? undefined : knowledge.update(kb);
  return {
    story: story ?? null,
    kb,
    title: story?.title ?? row?.title ?? null,
    code: fact.value.code,
    failedAt: fact.when,
    winre: 'yes',
    product: null,
    failures: [fact],
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

function newestAgentFailure(evidence: EvidenceSet): Fact<'winre-servicing'> | null {
  return [...evidence.all('winre-servicing')].sort(byTime).findLast((fact) => fact.value.what === 'failed') ?? null;
}

function newestInstaller(evidence: EvidenceSet): Fact<'installer-failure'> | null {
  return [...evidence.all('installer-failure')].sort(byTime).at(-1) ?? null;
}

/** Whether WinRE servicing succeeded after this failure of it. */
export function isOvertaken(failure: { readonly when?: When | undefined }, evidence: EvidenceSet): boolean {
  return evidence
    .all('winre-servicing')
    .some((step) => step.value.what === 'succeeded' && isLater(step, failure.when) === true);
}

/** Whether this update is known to have gone in after it last failed. */
function isResolved(story: UpdateStory, evidence: EvidenceSet): boolean {
  if (story.lastSuccess !== null && isLater(story.lastSuccess, story.lastFailure?.when) === true) return true;
  return story.lastFailure !== null && isOvertaken(story.lastFailure, evidence);
}
