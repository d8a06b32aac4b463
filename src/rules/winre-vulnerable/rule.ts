import { WEAK_LEVELS } from '../../diagnosis/derive/winre.js';
import { cleared, defineRule, found, notApplicable } from '../../diagnosis/rule.js';

/** The recovery image is older than the published fix of a weakness of WinRE. */
export const rule = defineRule({
  id: 'winre-vulnerable',
  cause: null,
  needs: ['level'],
  uses: [],

  examine({ level }, { knowledge }) {
    if (level.state === 'absent') return notApplicable();
    const { by, version, conflicts } = level.value;
    const open = knowledge.weaknessesOf(version);
    if (open.length === 0) return cleared(by);
    const { shownBy } = by.value;
    const isWeak = WEAK_LEVELS.includes(shownBy) || shownBy === 'person' || conflicts.length > 0;
    const certainty = isWeak ? 'suspected' : shownBy === 'file-in-image' ? 'proven' : 'supported';
    return found(certainty, { version, weaknesses: { list: open.map(({ id }) => id) } }, [by], conflicts);
  },
});
