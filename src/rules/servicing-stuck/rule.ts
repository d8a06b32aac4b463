import { installedBy } from '../../diagnosis/derive/proof.js';
import { isLater } from '../../diagnosis/derive/stories.js';
import { byTime } from '../../diagnosis/evidence-set.js';
import { cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import type { AnyFact } from '../../evidence/model.js';

/** One restart may leave new work behind; what outlives two is stuck. @source facts/fixes.md section 2 */
const RESTARTS_OUTLIVED_MIN = 2;

/** Pending work was there before two full restarts and is still there. */
export const rule = defineRule({
  id: 'servicing-stuck',
  cause: 'servicing-stuck',
  needs: [],
  uses: ['judged', 'pending', 'restart', 'statement', 'failure-codes', 'proof'],

  examine(evidence) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const settled = installedBy(seenOr(evidence.proof));
    if (settled.length > 0) return cleared(...settled);
    const state = seenOr(evidence.pending);
    const full = (seenOr(evidence.restart) ?? []).filter(
      (fact) => fact.value.bootType === 'full' && fact.value.what !== 'shutdown',
    );
    const signs = [...(state?.stale ?? []), ...(state?.strong ?? [])];
    for (const sign of signs) {
      if (sign.when === undefined) continue;
      const last = lastOfSame(sign, signs);
      const outlived = full.filter(
        (restart) => isLater(restart, sign.when) === true && (last === null || isLater(last, restart.when) === true),
      );
      if (outlived.length >= RESTARTS_OUTLIVED_MIN)
        return found('proven', { restarts: { count: outlived.length } }, [sign, last, ...outlived]);
    }
    const codes = (seenOr(evidence['failure-codes']) ?? [])
      .filter((one) => one.causes[0] === 'servicing-stuck')
      .map((one) => one.fact);
    if (codes.length > 0) return found('supported', { restarts: { count: 0 } }, codes);
    const statements = seenOr(evidence.statement) ?? [];
    const stuck = statements.filter((fact) => fact.value.claim === 'servicing-stuck');
    if (stuck.length > 0)
      return found(judged === null ? 'suspected' : 'supported', { restarts: { count: RESTARTS_OUTLIVED_MIN } }, [
        ...stuck,
        ...(judged?.failures ?? []),
      ]);
    const several = statements.filter((fact) => fact.value.claim === 'restarted-several-times');
    if (several.length > 0 && (state?.strong.length ?? 0) > 0)
      return found('supported', { restarts: { count: RESTARTS_OUTLIVED_MIN } }, [...several, ...(state?.strong ?? [])]);
    return state === null ? undecided('pending-restart') : cleared(...state.none);
  },
});

/**
 * The last time that the same work was asked for, where signs are moments: a record that asks for a restart says
 * nothing of the time after it. `null` for what is there still: a file, a registry key.
 */
function lastOfSame(sign: AnyFact, signs: readonly AnyFact[]): AnyFact | null {
  if (sign.kind !== 'pending-restart' || (sign.witness !== 'event-log' && sign.witness !== 'engine-log')) return null;
  const { indicator, detail } = sign.value;
  const same = signs.filter(
    (one) => one.kind === 'pending-restart' && one.value.indicator === indicator && one.value.detail === detail,
  );
  return detail === null ? sign : ([...same].sort(byTime).at(-1) ?? sign);
}
