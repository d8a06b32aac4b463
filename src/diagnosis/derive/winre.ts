import type { WinReLocation } from '../../evidence/kinds/winre.js';
import type { AnyFact, Fact } from '../../evidence/model.js';
import { isBefore } from '../../evidence/when.js';
import { compareVersions } from '../../knowledge/version.js';
import { byTime, type EvidenceSet } from '../evidence-set.js';

/** How WinRE is registered, by the best witness, with whoever says otherwise. */
export interface WinReState {
  readonly enabled: boolean | null;
  readonly location: WinReLocation | 'none' | null;
  readonly bcdId: string | null;
  readonly staged: boolean | null;
  readonly onOsVolume: boolean | null;
  /** The fact that `onOsVolume` was taken from. */
  readonly onOsBy: Fact<'winre-config'> | null;
  /** The fact that `enabled` was taken from. */
  readonly enabledBy: Fact<'winre-config'> | null;
  readonly locatedBy: Fact<'winre-config'> | null;
  readonly facts: readonly Fact<'winre-config'>[];
  /** Facts that say the opposite of `enabled`, at no earlier time. */
  readonly conflicts: readonly Fact<'winre-config'>[];
}

/** Takes each field from the latest word of the best witness that fills it. */
export function winreStateOf(evidence: EvidenceSet): WinReState | null {
  const facts = evidence.all('winre-config');
  if (facts.length === 0) return null;
  const enabledBy = bestOf(facts, (fact) => fact.value.enabled !== null);
  const locatedBy = bestOf(facts, (fact) => fact.value.location !== null);
  const onOs = bestOf(facts, (fact) => fact.value.onOsVolume !== null);
  const bcd = bestOf(facts, (fact) => fact.value.bcdId !== null);
  const staged = bestOf(facts, (fact) => fact.value.staged !== null);
  const enabled = enabledBy?.value.enabled ?? null;
  return {
    enabled,
    location: locatedBy?.value.location ?? null,
    bcdId: bcd?.value.bcdId ?? null,
    staged: staged?.value.staged ?? null,
    onOsVolume: onOs?.value.onOsVolume ?? null,
    onOsBy: onOs,
    enabledBy,
    locatedBy,
    facts,
    conflicts: facts.filter(
      (fact) =>
        enabled !== null &&
        fact.value.enabled === !enabled &&
        fact.witness !== enabledBy?.witness &&
        byTime(fact, enabledBy as AnyFact) >= 0,
    ),
  };
}

/**
 * The last word of the most trusted witness among facts that pass. Facts come sorted by trust; within one
 * witness a later moment, or a later line of the same source, is the newer state.
 */
export function bestOf<F extends AnyFact>(facts: readonly F[], passes: (fact: F) => boolean): F | null {
  let best: F | null = null;
  for (const fact of facts) {
    if (!passes(fact)) continue;
    if (best === null) best = fact;
    else if (fact.witness === best.witness && byTime(fact, best) >= 0) best = fact;
  }
  return best;
}

export interface LevelState {
  /** Highest level shown by the most trusted witness. */
  readonly version: string;
  readonly by: Fact<'winre-version'>;
  readonly facts: readonly Fact<'winre-version'>[];
  /** Facts that show another level. */
  readonly conflicts: readonly Fact<'winre-version'>[];
}

/** What shows a level without being proof of it: a value that scripts write by hand, and metadata that stays behind. */
export const WEAK_LEVELS: readonly string[] = ['registry-value', 'image-metadata'];

/** What shows the level as it was at a moment, or prints what it read elsewhere: the highest of these counts. */
const REPORTED: readonly string[] = ['event-4501', 'engine-log', 'reagentc'];

/**
 * The level of the image: a file inside it decides, else the highest that was reported, else the best witness.
 * `0.0.0.0` is what reagentc prints where it finds none, and is no level.
 */
export function levelOf(evidence: EvidenceSet): LevelState | null {
  const facts = evidence.all('winre-version').filter((fact) => fact.value.version !== '0.0.0.0');
  let best: Fact<'winre-version'> | null = null;
  for (const fact of facts) {
    if (best === null) {
      best = fact;
      continue;
    }
    const order = compareVersions(fact.value.version, best.value.version);
    if (REPORTED.includes(best.value.shownBy) && REPORTED.includes(fact.value.shownBy)) {
      if (order > 0) best = fact;
    } else if (fact.witness === best.witness) {
      const newer = byTime(fact, best);
      if (newer > 0 || (newer === 0 && order > 0)) best = fact;
    }
  }
  if (best === null) return null;
  const { by, version } = { by: best, version: best.value.version };
  return { version, by, facts, conflicts: facts.filter((fact) => contradicts(fact, by)) };
}

/** Whether a fact shows another level that the chosen one does not explain: levels rise, and metadata stays behind. */
function contradicts(fact: Fact<'winre-version'>, chosen: Fact<'winre-version'>): boolean {
  const order = compareVersions(fact.value.version, chosen.value.version);
  if (order === 0) return false;
  const { shownBy } = fact.value;
  if (order < 0 && WEAK_LEVELS.includes(shownBy)) return false;
  const isPast = shownBy === 'event-4501' || shownBy === 'engine-log';
  const isOlder = fact.when !== undefined && (chosen.when === undefined || isBefore(fact.when, chosen.when));
  return !(order < 0 && isPast && (isOlder || chosen.value.shownBy === 'file-in-image'));
}

/** What stands for no boot entry. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000';
