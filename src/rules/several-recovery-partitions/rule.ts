import { certaintyBy, cleared, defineRule, found, notApplicable } from '../../diagnosis/rule.js';

/** More than one recovery partition on the disk of Windows: only one of them is in use. */
export const rule = defineRule({
  id: 'several-recovery-partitions',
  cause: null,
  needs: ['recovery-partition'],
  uses: ['recovery-partition-claim'],

  examine({ 'recovery-partition': partition, 'recovery-partition-claim': claims }) {
    if (partition.state === 'absent') return notApplicable();
    const { count, layout, existsBy } = partition.value;
    if (count === null) return notApplicable();
    const told = claims.state === 'seen' ? claims.value.filter((fact) => fact.value.count !== null) : [];
    const by = layout === null ? told : [layout];
    if (count <= 1) return cleared(...(by.length > 0 ? by : existsBy));
    return found(certaintyBy(...by), { partitions: { count } }, by);
  },
});
