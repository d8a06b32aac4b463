import { certaintyBy, cleared, defineRule, found, notApplicable, undecided } from '../../diagnosis/rule.js';

/** WinRE is registered on the volume that Windows itself runs from. */
export const rule = defineRule({
  id: 'winre-on-windows-volume',
  cause: null,
  needs: ['recovery-partition'],
  uses: ['winre'],

  examine({ 'recovery-partition': partition, winre }) {
    if (partition.state === 'absent') return notApplicable();
    const { onOsVolume, onOsBy } = partition.value;
    if (onOsVolume) return found(certaintyBy(...onOsBy), {}, onOsBy);
    if (winre.state !== 'seen' || winre.value.location === null) return undecided('winre-config');
    return cleared(winre.value.locatedBy);
  },
});
