import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';

/** The volume for WinRE is encrypted, and reagentc or servicing refuses it. */
export const rule = defineRule({
  id: 'bitlocker-in-the-way',
  cause: 'bitlocker',
  needs: [],
  uses: [
    'judged',
    'failure-codes',
    'reagentc-operation',
    'volume-encryption',
    'statement',
    'winre',
    'recovery-partition',
  ],

  examine(evidence) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const runs = seenOr(evidence['reagentc-operation']) ?? [];
    const refused = runs.filter((run) => !run.value.ok && run.value.reason === 'bitlocker-volume');
    const volumes = seenOr(evidence['volume-encryption']) ?? [];
    const inTheWay = volumes.filter(
      (fact) => fact.value.role === 'recovery' && fact.value.state !== 'decrypted' && fact.value.state !== 'unknown',
    );
    const codes = (seenOr(evidence['failure-codes']) ?? [])
      .filter((one) => one.causes[0] === 'bitlocker')
      .map((one) => one.fact);
    const measured = [...refused, ...inTheWay, ...codes];
    if (measured.length > 0) return found(certaintyBy(...measured), {}, measured);
    const told = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === 'bitlocker-refuses');
    if (told.length > 0) return found('supported', {}, told);
    const winre = seenOr(evidence.winre);
    if (winre?.enabled === true && winre.enabledBy?.witness !== 'person') return cleared(winre.enabledBy);
    return volumes.length > 0 ? cleared(...volumes) : undecided('volume-encryption');
  },
});
