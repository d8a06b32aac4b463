import {
  boundByCoverage,
  certaintyBy,
  cleared,
  defineRule,
  found,
  notApplicable,
  undecided,
} from '../../diagnosis/rule.js';

/** An update that replaces the judged one is in: what is left is a line in the history. */
export const rule = defineRule({
  id: 'newer-update-installed',
  cause: 'stale-history',
  needs: ['judged', 'proof'],
  uses: [],

  examine({ judged, proof }) {
    if (judged.state === 'absent' || proof.state === 'absent' || judged.value.winre === 'no') return notApplicable();
    const { proofs, against } = proof.value;
    const { failures } = judged.value;
    const newer = proofs.filter((one) => one.newerKb !== null && (one.later !== false || one.lasting));
    if (newer.length === 0) return cleared(...against, ...failures);
    if (against.length > 0) return cleared(...against);
    // What was installed once may have been lost again in a time that was not read.
    const held = newer.filter((one) => one.lasting || one.covered !== false);
    if (held.length === 0) return undecided('update-event', 'winre-servicing');
    const best = held.find((one) => one.lasting || one.later === true) ?? held[0];
    const told = certaintyBy(best.fact, ...failures);
    const certainty = best.lasting ? told : boundByCoverage(best.later === true ? told : 'supported', best.covered);
    return found(certainty, { newerKb: best.newerKb as string }, [best.fact, ...failures]);
  },
});
