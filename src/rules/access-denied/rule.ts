import { installedBy } from '../../diagnosis/derive/proof.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';

/** A command was run without elevation, or servicing itself was refused a file or key. */
export const rule = defineRule({
  id: 'access-denied',
  cause: 'permission',
  needs: [],
  uses: ['judged', 'failure-codes', 'reagentc-operation', 'statement', 'proof'],

  examine(evidence) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const settled = installedBy(seenOr(evidence.proof));
    if (settled.length > 0) return cleared(...settled);
    const codes = (seenOr(evidence['failure-codes']) ?? []).filter((one) => one.causes[0] === 'permission');
    if (codes.length > 0) {
      const facts = codes.map((one) => one.fact);
      return found(certaintyBy(...facts), { code: { hresult: codes[0].code } }, [
        ...facts,
        ...(judged?.failures ?? []),
      ]);
    }
    // A prompt without elevation says nothing of WinRE: it only hides what would.
    const plain = (seenOr(evidence['reagentc-operation']) ?? []).filter(
      (run) => run.value.reason === 'not-elevated' || (!run.value.ok && run.value.code === 5),
    );
    const told = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === 'not-elevated');
    const prompts = [...plain, ...told];
    if (prompts.length > 0) return found('suspected', { code: { hresult: 0x80070005 } }, prompts);
    return undecided('servicing-error');
  },
});
