import { certaintyBy, cleared, defineRule, found, seenOr, undecided } from '../../diagnosis/rule.js';
import type { AnyFact } from '../../evidence/model.js';

/** An update is in that is published to break WinRE, and nothing that mends it is. */
export const rule = defineRule({
  id: 'known-bad-payload',
  cause: 'known-bad-update',
  needs: [],
  uses: ['stories', 'installed-package', 'statement'],

  examine(evidence, { knowledge }) {
    const installed = new Map<string, AnyFact>();
    for (const story of seenOr(evidence.stories) ?? []) {
      if (story.kb !== null && story.lastSuccess !== null) installed.set(story.kb, story.lastSuccess);
    }
    for (const fact of seenOr(evidence['installed-package']) ?? []) {
      if (fact.value.kb !== null && fact.value.state === 'installed') installed.set(fact.value.kb, fact);
    }
    const broken = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === 'winre-broken');
    for (const [kb, fact] of installed) {
      const issue = knowledge.update(kb)?.issues.find((one) => one.breaksWinRe);
      if (issue === undefined) continue;
      const mended = [...installed].filter(
        ([other]) =>
          other !== kb &&
          (issue.resolvedBy.includes(other) || issue.resolvedBy.some((fix) => knowledge.supersedes(other, fix))),
      );
      if (mended.length > 0) return cleared(...mended.map(([, mend]) => mend));
      // A known issue need not strike every device: what is measured is that the update is in.
      const certainty = broken.length > 0 ? certaintyBy(fact) : 'supported';
      return found(certainty, { badKb: kb, fixKb: issue.resolvedBy[0] ?? '' }, [fact, ...broken]);
    }
    return installed.size > 0 ? cleared() : undecided('update-event');
  },
});
