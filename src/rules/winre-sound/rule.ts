import type { UpdateStory } from '../../diagnosis/derive/stories.js';
import { WEAK_LEVELS } from '../../diagnosis/derive/winre.js';
import type { KnowledgeView } from '../../diagnosis/knowledge-view.js';
import { cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import { compareVersions } from '../../knowledge/version.js';

/** No failure stands in a history that was read, WinRE is on, and its image has the newest known level. */
export const rule = defineRule({
  id: 'winre-sound',
  cause: 'healthy',
  needs: ['judged', 'winre'],
  uses: ['level', 'os', 'stories', 'pending'],

  examine({ judged, winre, level, os, stories, pending }, { knowledge, at }) {
    if (judged.state === 'seen') return notApplicable(...judged.value.failures);
    if (winre.state === 'absent' || winre.value.enabledBy === null || winre.value.enabledBy.witness === 'person')
      return undecided('winre-config');
    if (winre.value.enabled === false || winre.value.conflicts.length > 0) return cleared(winre.value.enabledBy);
    const shown = seenOr(level);
    if (shown === null || shown.by.witness === 'person' || WEAK_LEVELS.includes(shown.by.value.shownBy))
      return undecided('winre-version');
    const branch = seenOr(os)?.branch ?? Number(shown.version.split('.')[2]);
    const newest = knowledge.newestLevel(branch, knowledge.date);
    if (newest === null) return undecided('winre-version');
    if (compareVersions(shown.version, newest.version) < 0) return cleared(shown.by);
    const day = at === null ? knowledge.date : new Date(at.fromMs).toISOString().slice(0, 10);
    const isLast = knowledge.newestLevel(branch, day)?.isLast === true;
    if (!isLast && !hasNewest(seenOr(stories) ?? [], day, knowledge)) return undecided('winre-version');
    const awaited = seenOr(pending)?.strong ?? [];
    const certainty =
      newest.confidence === 'high' && shown.by.value.shownBy === 'file-in-image' ? 'proven' : 'supported';
    return found(certainty, { version: shown.version }, [shown.by, winre.value.enabledBy], awaited);
  },
});

/** Levels are published for few updates only: where others came later, the newest update itself must be shown to be in. */
function hasNewest(stories: readonly UpdateStory[], day: string, knowledge: KnowledgeView): boolean {
  return stories.some(({ kb, lastSuccess }) => kb !== null && lastSuccess !== null && knowledge.isNewestOn(kb, day));
}
