import { installedBy } from '../../diagnosis/derive/proof.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';

/** The files of the update did not pass their check. */
export const rule = defineRule({
  id: 'update-files-corrupt',
  cause: 'update-files-corrupt',
  needs: [],
  uses: ['judged', 'failure-codes', 'proof'],

  examine(evidence) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const settled = installedBy(seenOr(evidence.proof));
    if (settled.length > 0) return cleared(...settled);
    const codes = (seenOr(evidence['failure-codes']) ?? []).filter((one) => one.causes[0] === 'update-files-corrupt');
    if (codes.length > 0) {
      const facts = codes.map((one) => one.fact);
      return found(certaintyBy(...facts), { code: { hresult: codes[0].code } }, [
        ...facts,
        ...(judged?.failures ?? []),
      ]);
    }
    return undecided('servicing-error');
  },
});
