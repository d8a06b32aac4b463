import type { Judged } from '../../diagnosis/derive/judged.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr } from '../../diagnosis/rule.js';
import type { RuleContext } from '../../diagnosis/scene.js';
import { DAY_MS } from '../../evidence/when.js';

/** Servicing waits for a full restart that has not happened since the failure. */
export const rule = defineRule({
  id: 'restart-awaited',
  cause: 'pending-restart',
  needs: ['judged', 'restarts'],
  uses: ['pending', 'proof', 'os'],

  examine({ judged, restarts, pending, proof, os }, context) {
    if (judged.state === 'absent' || restarts.state === 'absent' || judged.value.winre === 'no') return notApplicable();
    const { failures } = judged.value;
    const proved = (seenOr(proof)?.proofs ?? []).filter((one) => one.later === true);
    if (proved.length > 0) return cleared(...proved.map((one) => one.fact));
    const state = seenOr(pending);
    const against = seenOr(proof)?.against ?? [];
    const { full, told } = restarts.value;
    const strong = state?.strong ?? [];
    if (strong.length > 0) {
      if (against.length > 0) return cleared(...against);
      const restarted = [...full, ...told];
      // Still there after a restart: it may be new work, or it may be stuck.
      if (restarted.length > 0) return found('suspected', {}, [...strong, ...failures], restarted);
      const measured = strong.filter((fact) => fact.witness !== 'person');
      return found(certaintyBy(...(measured.length > 0 ? measured : strong)), {}, [...strong, ...failures]);
    }
    if (full.length > 0 || told.length > 0) return cleared(...full, ...told);
    if (against.length > 0) return cleared(...against);
    if ((state?.none.length ?? 0) > 0 && state?.weak.length === 0) return cleared(...(state?.none ?? []));
    if (seenOr(os)?.server !== true && isKnownFalseError(judged.value, context))
      return found('suspected', {}, failures);
    return notApplicable();
  },
});

/** The update is published to show this failure while another one awaits a restart, and the date fits or is not told. */
function isKnownFalseError(judged: Judged, { knowledge }: RuleContext): boolean {
  const row = judged.kb === null ? undefined : knowledge.update(judged.kb);
  const when = judged.failedAt;
  return (
    row?.issues.some((issue) => {
      if (issue.cause !== 'pending-restart') return false;
      if (when === undefined) return true;
      const from = issue.from === null ? -Infinity : Date.parse(issue.from);
      const to = issue.to === null ? Infinity : Date.parse(issue.to) + 2 * DAY_MS; // that whole day is undecided, in any zone
      return when.toMs >= from && when.fromMs <= to;
    }) ?? false
  );
}
