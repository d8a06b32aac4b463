import { installedBy } from '../../diagnosis/derive/proof.js';
import { cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import { compareVersions } from '../../knowledge/version.js';

/** WinRE works, but its image is older than the newest level published for this Windows by the moment judged. */
export const rule = defineRule({
  id: 'winre-level-outdated',
  cause: 'winre-outdated',
  needs: ['level'],
  uses: ['judged', 'winre', 'os', 'proof', 'pending'],

  examine({ level, judged, winre, os, proof, pending }, { knowledge, at }) {
    if (level.state === 'absent') return notApplicable();
    const failure = seenOr(judged);
    if (failure?.winre === 'no') return notApplicable(...failure.failures);
    if (failure !== null && installedBy(seenOr(proof)).length === 0) return notApplicable(...failure.failures); // why it failed is the answer, not that it is missing
    const { by, version } = level.value;
    const branch = seenOr(os)?.branch ?? Number(version.split('.')[2]);
    const day = at === null ? knowledge.date : new Date(at.fromMs).toISOString().slice(0, 10);
    const newest = knowledge.newestLevel(branch, day);
    if (newest === null) return undecided('winre-version');
    if (compareVersions(version, newest.version) >= 0) return cleared(by);
    // What an event showed may have been overtaken since; a value may be written by hand.
    const current = by.value.shownBy === 'file-in-image' || by.value.shownBy === 'reagentc';
    const coming = seenOr(pending)?.strong ?? [];
    // Cumulative updates bring WinRE along on newer Windows: the next one mends it by itself.
    const comesAlone = knowledge.carriesWinRe(seenOr(os)?.build ?? branch) === true;
    if (!current || seenOr(winre)?.enabled === false)
      return found('suspected', { version, newest: newest.version }, [by]);
    const certainty =
      newest.confidence === 'low' || coming.length > 0 || comesAlone || at === null ? 'suspected' : 'supported';
    return found(certainty, { version, newest: newest.version }, [by], coming);
  },
});
