import { installedBy } from '../../diagnosis/derive/proof.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';

/** Servicing stopped with a code that stands for damage in the component store. */
export const rule = defineRule({
  id: 'component-store-corrupt',
  cause: 'component-store-corrupt',
  needs: [],
  uses: ['judged', 'failure-codes', 'statement', 'proof'],

  examine(evidence) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const settled = installedBy(seenOr(evidence.proof));
    if (settled.length > 0) return cleared(...settled);
    const codes = (seenOr(evidence['failure-codes']) ?? []).filter(
      (one) => one.causes[0] === 'component-store-corrupt',
    );
    if (codes.length > 0) {
      const facts = codes.map((one) => one.fact);
      return found(certaintyBy(...facts), { code: { hresult: codes[0].code } }, [
        ...facts,
        ...(judged?.failures ?? []),
      ]);
    }
    const told = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === 'store-corrupt');
    if (told.length > 0)
      return found(judged?.winre === 'yes' ? 'supported' : 'suspected', {}, [...told, ...(judged?.failures ?? [])]);
    return undecided('servicing-error');
  },
});
