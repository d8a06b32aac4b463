import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr } from '../../diagnosis/rule.js';

/** No recovery partition on the disk of Windows, or WinRE on the Windows volume itself. */
export const rule = defineRule({
  id: 'recovery-partition-absent',
  cause: 'no-recovery-partition',
  needs: ['recovery-partition'],
  uses: ['judged', 'winre', 'proof'],

  examine(evidence) {
    const partition = evidence['recovery-partition'];
    if (partition.state === 'absent') return notApplicable();
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const { exists, existsBy, conflicts, onOsVolume, onOsBy } = partition.value;
    const winre = seenOr(evidence.winre);
    if (onOsVolume) {
      const certainty = certaintyBy(...onOsBy);
      const told = certainty !== 'proven' && judged === null;
      return found(told ? 'suspected' : certainty, { place: 'os-volume' }, [...onOsBy, ...(judged?.failures ?? [])]);
    }
    if (exists !== false) return exists === true ? cleared(...existsBy) : notApplicable();
    const measured = existsBy.some((fact) => fact.witness !== 'person');
    // Somebody's word, with no failure that it would explain, is not enough to send anyone to their disk.
    const certainty = measured ? 'proven' : judged !== null && judged.winre !== 'unknown' ? 'supported' : 'suspected';
    const enabledElsewhere = winre?.enabled === true && !measured ? [winre.enabledBy] : [];
    return found(
      enabledElsewhere.length > 0 ? 'suspected' : certainty,
      { place: 'none' },
      [...existsBy, ...(judged?.failures ?? [])],
      [...conflicts, ...enabledElsewhere],
    );
  },
});
