import type { WinReLocation } from '../../evidence/kinds/winre.js';
import type { AnyFact, Fact } from '../../evidence/model.js';
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

/** The level of the image; `0.0.0.0` is what reagentc prints where it finds none, and is no level. */
export function levelOf(evidence: EvidenceSet): LevelState | null {
  const facts = evidence.all('winre-version').filter((fact) => fact.value.version !== '0.0.0.0');
  let best: Fact<'winre-version'> | null = null;
  for (const fact of facts) {
    if (best === null) best = fact;
    else if (
      fact.witness === best.witness &&
      byTime(fact, best) >= 0 &&
      (byTime(fact, best) > 0 || compareVersions(fact.value.version, best.value.version) > 0)
    )
      best = fact;
  }
  if (best === null) return null;
  const version = best.value.version;
  return { version, by: best, facts, conflicts: facts.filter((fact) => fact.value.version !== version) };
}

/** What stands for no boot entry. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000';
