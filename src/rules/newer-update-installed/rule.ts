import { certaintyBy, cleared, defineRule, found, notApplicable } from '../../diagnosis/rule.js';

/** An update that replaces the judged one is in: what is left is a line in the history. */
export const rule = defineRule({
  id: 'newer-update-installed',
  cause: 'stale-history',
  needs: ['judged', 'proof'],
  uses: [],

  examine({ judged, proof }) {
    if (judged.state === 'absent' || proof.state === 'absent' || judged.value.winre === 'no') return notApplicable();
    const { proofs, against } = proof.value;
    const newer = proofs.filter((one) => one.newerKb !== null && one.later !== false);
    if (newer.length === 0) return cleared(...against, ...judged.value.failures);
    if (against.length > 0) return cleared(...against);
    const best = newer.find((one) => one.certainty === 'proven') ?? newer[0];
    const failures = judged.value.failures;
    const ordered = best.later === true || best.fact.witness === 'person';
    const certainty = ordered ? certaintyBy(best.fact, ...failures) : 'supported';
    return found(certainty, { newerKb: best.newerKb as string }, [best.fact, ...failures]);
  },
});
