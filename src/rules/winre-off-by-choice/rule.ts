import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr } from '../../diagnosis/rule.js';

/** WinRE is off, and somebody says that this is wanted. */
export const rule = defineRule({
  id: 'winre-off-by-choice',
  cause: 'not-needed',
  needs: ['winre'],
  uses: ['statement', 'judged'],

  examine({ winre, statement, judged }) {
    const choices = (seenOr(statement) ?? []).filter((fact) => fact.value.claim === 'winre-off-by-choice');
    if (winre.state === 'absent' || winre.value.enabled === null) return notApplicable();
    if (winre.value.enabled) return cleared(winre.value.enabledBy);
    if (choices.length === 0) return cleared(winre.value.enabledBy);
    if (seenOr(judged)?.winre === 'no') return notApplicable();
    return found(certaintyBy(...choices), {}, [...choices, winre.value.enabledBy]);
  },
});
