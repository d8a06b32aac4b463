import { INSTALL_FAILURE } from '../../diagnosis/derive/judged.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, weaker } from '../../diagnosis/rule.js';

/** What failed is another product; the code is that of any installer. */
export const rule = defineRule({
  id: 'other-product',
  cause: 'not-winre',
  needs: ['judged'],
  uses: ['winre-servicing', 'agent-failures', 'proof'],

  examine(evidence, { knowledge, agentWatched }) {
    const { judged } = evidence;
    if (judged.state === 'absent') return notApplicable();
    const { winre, product, failures, title, kb, code } = judged.value;
    if (winre === 'yes') return cleared(...failures);
    const name = title ?? kb ?? product ?? 'other';
    if (winre === 'no') {
      const certainty = failures.length === 0 ? 'supported' : certaintyBy(...failures);
      const known = product ?? 'other';
      return found(certainty, { product: known, productName: name, fix: knowledge.fixOf(known) }, failures);
    }
    if (winre === 'unknown') return notApplicable(...failures);
    // A cumulative update that failed for a reason of servicing, and not in its WinRE part.
    const against = seenOr(evidence.proof)?.against ?? [];
    const agentFailed = (seenOr(evidence['agent-failures']) ?? []).filter(
      (step) => failures.includes(step) || against.includes(step),
    );
    if (agentFailed.length > 0) return cleared(...agentFailed);
    const servicing = code !== null && code !== INSTALL_FAILURE;
    const certainty = servicing ? certaintyBy(...failures) : agentWatched ? 'supported' : 'suspected';
    return found(
      weaker(certainty, failures.length === 0 ? 'suspected' : certainty),
      { product: 'os-servicing', productName: name, fix: knowledge.fixOf('os-servicing') },
      failures,
    );
  },
});
