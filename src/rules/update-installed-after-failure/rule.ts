import type { InstallProof } from '../../diagnosis/derive/proof.js';
import { boundByCoverage, cleared, defineRule, found, notApplicable, undecided, weaker } from '../../diagnosis/rule.js';

/** Proof that the judged update of WinRE is in, later than the failure: the failure shown was none. */
export const rule = defineRule({
  id: 'update-installed-after-failure',
  cause: 'false-alarm',
  needs: ['judged', 'proof'],
  uses: [],

  examine({ judged, proof }) {
    if (judged.state === 'absent' || proof.state === 'absent') return notApplicable();
    if (judged.value.winre === 'no') return notApplicable(...judged.value.failures);
    const { proofs, against } = proof.value;
    const own = proofs.filter((one) => one.newerKb === null && one.certainty !== 'suspected');
    // A state says what is so now; whether it came before or after the failure changes nothing.
    const lasting = own.filter((one) => one.lasting);
    const later = own.filter((one) => one.later === true && !one.lasting);
    if (later.length === 0 && lasting.length === 0) return cleared(...against, ...judged.value.failures);
    if (against.length > 0) return cleared(...against);
    if (judged.value.failures.length === 0 && !judged.value.asked) return notApplicable();

    // What a moment shows holds only as far as what came after it was read.
    const held = [...lasting, ...later.filter((one) => one.covered !== false)];
    if (held.length === 0) return undecided('update-event', 'winre-servicing');
    const certaintyOf = (one: InstallProof) =>
      one.lasting ? one.certainty : boundByCoverage(one.certainty, one.covered);
    const certainty = held.map(certaintyOf).reduce((a, b) => (weaker(a, b) === a ? b : a));
    const best = held.filter((one) => certaintyOf(one) === certainty).map((one) => one.fact);
    return found(certainty, {}, [...best, ...judged.value.failures, ...held.map((one) => one.fact)]);
  },
});
