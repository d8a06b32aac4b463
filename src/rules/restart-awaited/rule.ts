import { isKnownFalseError } from '../../diagnosis/derive/known-false-error.js';
import { isServer } from '../../diagnosis/derive/os.js';
import { installedBy } from '../../diagnosis/derive/proof.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr } from '../../diagnosis/rule.js';

/** Servicing waits for a full restart that has not happened since the failure. */
export const rule = defineRule({
  id: 'restart-awaited',
  cause: 'pending-restart',
  needs: ['judged', 'restarts'],
  uses: ['pending', 'proof', 'os'],

  examine({ judged, restarts, pending, proof, os }, context) {
    if (judged.state === 'absent' || restarts.state === 'absent' || judged.value.winre === 'no') return notApplicable();
    const { failures } = judged.value;
    const settled = installedBy(seenOr(proof));
    if (settled.length > 0) return cleared(...settled);
    const state = seenOr(pending);
    // That the image has the old level still is what a restart would change.
    const against = (seenOr(proof)?.against ?? []).filter((fact) => fact.kind !== 'winre-version');
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
    if (!isServer(seenOr(os), judged.value, context.knowledge) && isKnownFalseError(judged.value, context))
      return found('suspected', {}, failures);
    return notApplicable();
  },
});
