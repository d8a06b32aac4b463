import { installedBy } from '../../diagnosis/derive/proof.js';
import { cleared, defineRule, found, notApplicable, undecided, weaker } from '../../diagnosis/rule.js';

/** The judged update is shown to be in, whatever else stands: what the harmless causes rest on. */
export const rule = defineRule({
  id: 'installation-proved',
  cause: null,
  needs: ['judged', 'proof'],
  uses: [],

  examine({ judged, proof }) {
    if (judged.state === 'absent' || proof.state === 'absent') return notApplicable();
    const facts = installedBy(proof.value);
    if (facts.length === 0) {
      if (proof.value.against.length > 0) return cleared(...proof.value.against);
      return undecided('winre-servicing', 'winre-version');
    }
    const shown = proof.value.proofs.filter((one) => facts.includes(one.fact)).map((one) => one.certainty);
    return found(
      shown.reduce((a, b) => (weaker(a, b) === a ? b : a)),
      {},
      facts,
    );
  },
});
