import { isLater } from '../../diagnosis/derive/stories.js';
import { cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';

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
    const proved = (seenOr(evidence.proof)?.proofs ?? []).filter((one) => one.later === true);
    if (proved.length > 0) return cleared(...proved.map((one) => one.fact));
    const state = seenOr(evidence.pending);
    const full = (seenOr(evidence.restart) ?? []).filter(
      (fact) => fact.value.bootType === 'full' && fact.value.what !== 'shutdown',
    );
    for (const sign of [...(state?.stale ?? []), ...(state?.strong ?? [])]) {
      if (sign.when === undefined) continue;
      const outlived = full.filter((restart) => isLater(restart, sign.when) === true);
      if (outlived.length >= RESTARTS_OUTLIVED_MIN)
        return found('proven', { restarts: { count: outlived.length } }, [sign, ...outlived]);
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
