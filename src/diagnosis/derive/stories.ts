import type { Fact } from '../../evidence/model.js';
import { isBefore, type When } from '../../evidence/when.js';
import { byTime, type EvidenceSet } from '../evidence-set.js';
import type { KnowledgeView } from '../knowledge-view.js';

type UpdateFact = Fact<'update-event'>;

/** Everything that happened to one update. */
export interface UpdateStory {
  readonly kb: string | null;
  readonly title: string | null;
  readonly updateId: string | null;
  /** In order of time. */
  readonly events: readonly UpdateFact[];
  /** Whether it is an update of WinRE. `part`: a cumulative update that carries WinRE along. */
  readonly winre: 'yes' | 'part' | 'no' | 'unknown';
  /** Id of `knowledge/products`, where it belongs to another product. */
  readonly product: string | null;
  readonly lastFailure: UpdateFact | null;
  readonly lastSuccess: UpdateFact | null;
}

const FAILED = new Set(['install-failed', 'aborted', 'download-failed']);
const SUCCEEDED = new Set(['install-succeeded']);

/** WinREAgent starts within this time of the attempt that called it. */
const AGENT_NEAR_MS = 15 * 60_000;

/** Gathers update events into one story an update: by update id, and by KB where the id differs or is missing. */
export function storiesOf(evidence: EvidenceSet, knowledge: KnowledgeView): readonly UpdateStory[] {
  const groups: UpdateFact[][] = [];
  const byId = new Map<string, UpdateFact[]>();
  const byKb = new Map<string, UpdateFact[]>();
  const merge = (into: UpdateFact[], from: UpdateFact[]) => {
    for (const map of [byId, byKb]) for (const [key, group] of map) if (group === from) map.set(key, into);
    into.push(...from);
    groups.splice(groups.indexOf(from), 1);
  };
  for (const fact of evidence.all('update-event')) {
    const { kb, updateId } = fact.value;
    if (kb === null && updateId === null && fact.value.title === null) continue; // a scan, or an entry without a name
    const key = kb ?? (updateId === null ? `title:${fact.value.title}` : null);
    const idGroup = updateId === null ? undefined : byId.get(updateId);
    const kbGroup = key === null ? undefined : byKb.get(key);
    if (idGroup !== undefined && kbGroup !== undefined && idGroup !== kbGroup) merge(kbGroup, idGroup);
    let group = kbGroup ?? idGroup;
    if (group === undefined) {
      group = [];
      groups.push(group);
    }
    group.push(fact);
    if (updateId !== null) byId.set(updateId, group);
    if (key !== null) byKb.set(key, group);
  }
  return groups.map((group) => storyOf(group, evidence, knowledge));
}

function storyOf(group: UpdateFact[], evidence: EvidenceSet, knowledge: KnowledgeView): UpdateStory {
  const events = [...group].sort(byTime);
  const first = <T>(pick: (fact: UpdateFact) => T | null): T | null => {
    for (const fact of group) {
      const value = pick(fact);
      if (value !== null) return value;
    }
    return null;
  };
  const kb = first((fact) => fact.value.kb);
  const title = first((fact) => fact.value.title);
  const last = (what: ReadonlySet<string>) => events.findLast((fact) => what.has(fact.value.what)) ?? null;
  return {
    kb,
    title,
    updateId: first((fact) => fact.value.updateId),
    events,
    winre: winreRole(kb, title, events, evidence, knowledge),
    product: knowledge.productOf(kb, title),
    lastFailure: last(FAILED),
    lastSuccess: last(SUCCEEDED),
  };
}

/** What an update has to do with WinRE: by its number, its title, and by what WinREAgent did at its `events`. */
export function winreRole(
  kb: string | null,
  title: string | null,
  events: readonly UpdateFact[],
  evidence: EvidenceSet,
  knowledge: KnowledgeView,
): UpdateStory['winre'] {
  const row = kb === null ? undefined : knowledge.update(kb);
  if (row?.role === 'winre' || row?.role === 'image-only') return 'yes';
  if (row === undefined && title !== null && knowledge.titleIsWinRe(title)) return 'yes';
  if (row?.role === 'other') return 'no';
  const product = knowledge.productOf(kb, title);
  if (row === undefined && product !== null && product !== 'os-servicing') return 'no';
  // WinREAgent at work during the attempt tells what an update was that no row names, or that need not bring WinRE.
  const agent = evidence
    .all('winre-servicing')
    .some((step) =>
      events.some(
        (event) =>
          step.when !== undefined && event.when !== undefined && isWithin(step.when, event.when, AGENT_NEAR_MS),
      ),
    );
  if (agent) return 'part';
  if (row === undefined && product === null) return 'unknown';
  return carriesWinRe(evidence, knowledge) ? 'part' : 'no';
}

/** Windows 11 and its servers get WinRE with the cumulative update; where the build is unread, any may. */
function carriesWinRe(evidence: EvidenceSet, knowledge: KnowledgeView): boolean {
  const build = evidence.all('os-version').find((fact) => fact.value.build !== null)?.value.build ?? null;
  return build === null || knowledge.carriesWinRe(build) !== false;
}

/** Moments are known to the second, or to the minute; a span of hours is no moment. */
const MOMENT_MS = 60_000;

/**
 * Whether two things surely happened within `spanMs` of one another: by moments in UTC, or by readings of one clock.
 * Where one is known only as a span of hours, nothing is sure.
 */
export function isWithin(a: When, b: When, spanMs: number): boolean {
  const isSameClock = a.local !== undefined && a.local.clock === b.local?.clock;
  const [one, other] = isSameClock ? [a.local ?? a, b.local ?? b] : [a, b];
  if (one.toMs - one.fromMs > MOMENT_MS || other.toMs - other.fromMs > MOMENT_MS) return false;
  return one.fromMs <= other.toMs + spanMs && one.toMs >= other.fromMs - spanMs;
}

/** Whether `fact` happened after `moment`: `null` where that cannot be told. */
export function isLater(fact: { readonly when?: When | undefined }, moment: When | undefined): boolean | null {
  if (fact.when === undefined || moment === undefined) return null;
  if (isBefore(moment, fact.when)) return true;
  return isBefore(fact.when, moment) ? false : null;
}
