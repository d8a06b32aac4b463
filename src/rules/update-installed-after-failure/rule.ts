import { cleared, defineRule, found, notApplicable, undecided, weaker } from '../../diagnosis/rule.js';
import type { Certainty } from '../../diagnosis/verdict.js';

/** Proof that the judged update of WinRE is in, later than the failure: the failure shown was none. */
export const rule = defineRule({
  id: 'update-installed-after-failure',
  cause: 'false-alarm',
  needs: ['judged', 'proof'],
  uses: [],

  examine({ judged, proof }, { covered }) {
    if (judged.state === 'absent' || proof.state === 'absent') return notApplicable();
    if (judged.value.winre === 'no') return notApplicable(...judged.value.failures);
    const { proofs, against } = proof.value;
    const own = proofs.filter((one) => one.newerKb === null && one.certainty !== 'suspected');
    // A level says what is so now; whether it came before or after the failure changes nothing.
    const state = own.filter((one) => one.via === 'image-level');
    const later = own.filter((one) => one.later === true);
    if (later.length === 0 && state.length === 0) return cleared(...against, ...judged.value.failures);
    if (against.length > 0) return cleared(...against);
    if (judged.value.failures.length === 0 && !judged.value.asked) return notApplicable();

    const best = [...later, ...state].reduce((a, b) =>
      weaker(a.certainty, b.certainty) === a.certainty && a.certainty !== b.certainty ? b : a,
    );
    const lasting = best.via === 'image-level' || best.via === 'package-list';
    const certainty = lasting ? best.certainty : boundByCoverage(best.certainty, covered);
    if (certainty === null) return undecided('update-event', 'winre-servicing');
    return found(certainty, {}, [best.fact, ...judged.value.failures, ...[...later, ...state].map((one) => one.fact)]);
  },
});

/** `ignore` needs the time from the failure to the moment judged to be covered; pasted lines cover nothing. */
function boundByCoverage(certainty: Certainty, covered: boolean | null): Certainty | null {
  if (covered === false) return null;
  return covered === null ? weaker(certainty, 'supported') : certainty;
}
