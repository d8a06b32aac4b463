import { cleared, defineRule, found, notApplicable, undecided } from '../../diagnosis/rule.js';

/** The judged update went in before it was tried again and failed: a repeat offer. */
export const rule = defineRule({
  id: 'update-installed-before',
  cause: 'already-current',
  needs: ['judged', 'proof'],
  uses: [],

  examine({ judged, proof }) {
    if (judged.state === 'absent' || proof.state === 'absent' || judged.value.winre === 'no') return notApplicable();
    const { proofs, against } = proof.value;
    const sure = proofs.filter((one) => one.certainty !== 'suspected');
    const before = sure.filter((one) => one.later === false && !one.lasting);
    if (before.length === 0 || sure.some((one) => one.later === true))
      return cleared(...against, ...judged.value.failures);
    if (against.length > 0) return cleared(...against);
    // The image may have been put back to an older one since: what happened after must have been read.
    const held = before.filter((one) => one.covered !== false);
    if (held.length === 0) return undecided('winre-version');
    return found('supported', {}, [...held.map((one) => one.fact), ...judged.value.failures]);
  },
});
