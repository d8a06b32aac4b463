import { cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import { compareVersions } from '../../knowledge/version.js';

/** No failure stands in a history that was read, WinRE is on, and its image has the newest known level. */
export const rule = defineRule({
  id: 'winre-sound',
  cause: 'healthy',
  needs: ['judged', 'winre'],
  uses: ['level', 'os', 'proof', 'recovery-partition', 'pending'],

  examine({ judged, winre, level, os, pending }, { knowledge }) {
    if (judged.state === 'seen') return notApplicable(...judged.value.failures);
    if (winre.state === 'absent' || winre.value.enabledBy === null || winre.value.enabledBy.witness === 'person')
      return undecided('winre-config');
    if (winre.value.enabled === false) return cleared(winre.value.enabledBy);
    const shown = seenOr(level);
    if (shown === null || shown.by.witness === 'person' || shown.by.value.shownBy === 'registry-value')
      return undecided('winre-version');
    const branch = seenOr(os)?.branch ?? Number(shown.version.split('.')[2]);
    const newest = knowledge.newestLevel(branch, knowledge.date);
    if (newest === null) return undecided('winre-version');
    if (compareVersions(shown.version, newest.version) < 0) return cleared(shown.by);
    const awaited = seenOr(pending)?.strong ?? [];
    const certainty =
      newest.confidence === 'high' && shown.by.value.shownBy === 'file-in-image' ? 'proven' : 'supported';
    return found(certainty, { version: shown.version }, [shown.by, winre.value.enabledBy], awaited);
  },
});
