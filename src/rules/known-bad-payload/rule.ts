import { isLater } from '../../diagnosis/derive/stories.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import type { RuleContext } from '../../diagnosis/scene.js';
import type { AnyFact } from '../../evidence/model.js';
import { DAY_MS } from '../../evidence/when.js';

/** An update is in that is published to break WinRE, and nothing that mends it is. */
export const rule = defineRule({
  id: 'known-bad-payload',
  cause: 'known-bad-update',
  needs: [],
  uses: ['judged', 'stories', 'installed-package', 'statement'],

  examine(evidence, { knowledge }) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const installed = new Map<string, AnyFact>();
    for (const story of seenOr(evidence.stories) ?? []) {
      if (story.kb !== null && story.lastSuccess !== null) installed.set(story.kb, story.lastSuccess);
    }
    for (const fact of seenOr(evidence['installed-package']) ?? []) {
      if (fact.value.kb !== null && fact.value.state === 'installed') installed.set(fact.value.kb, fact);
    }
    const broken = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === 'winre-broken');
    const mends: AnyFact[] = [];
    for (const [kb, fact] of installed) {
      const issue = knowledge.update(kb)?.issues.find((one) => one.breaksWinRe);
      if (issue === undefined) continue;
      const mended = [...installed].filter(([other, by]) => other !== kb && mendsIt(other, by, issue, knowledge));
      mends.push(...mended.map(([, mend]) => mend));
      if (mended.length > 0) continue;
      // A known issue need not strike every device: what is measured is that the update is in.
      const certainty = broken.length > 0 ? certaintyBy(fact) : 'supported';
      return found(certainty, { badKb: kb, fixKb: issue.resolvedBy[0] ?? '' }, [fact, ...broken]);
    }
    return installed.size > 0 ? cleared(...mends) : undecided('update-event');
  },
});

/** Whether an installed update ends the issue: it is the fix, replaces it, or is a cumulative update that came after it. */
function mendsIt(
  kb: string,
  by: AnyFact,
  issue: { readonly resolvedBy: readonly string[] },
  knowledge: RuleContext['knowledge'],
): boolean {
  return issue.resolvedBy.some((fix) => {
    if (kb === fix || knowledge.supersedes(kb, fix)) return true;
    const mend = knowledge.update(fix);
    if (mend?.role !== 'carries-winre' || mend.released === null) return false;
    const title = by.kind === 'update-event' ? by.value.title : null;
    const isCumulative = (knowledge.update(kb)?.product ?? knowledge.productOf(kb, title)) === 'os-servicing';
    const released = knowledge.update(kb)?.released ?? null;
    if (released !== null) return isCumulative && released >= mend.released;
    const dayAfter = Date.parse(mend.released) + DAY_MS;
    return isCumulative && isLater(by, { fromMs: dayAfter, toMs: dayAfter }) === true;
  });
}
