import { byTime } from '../../diagnosis/evidence-set.js';
import {
  certaintyBy,
  cleared,
  defineRule,
  found,
  notApplicable,
  seenOr,
  undecided,
  weaker,
} from '../../diagnosis/rule.js';
import type { Fact } from '../../evidence/model.js';

/** WinRE is not enabled. */
export const rule = defineRule({
  id: 'winre-disabled',
  cause: 'winre-disabled',
  needs: [],
  uses: ['winre', 'reagentc-operation', 'statement', 'judged', 'failure-codes'],

  examine(evidence) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const winre = seenOr(evidence.winre);
    const operations = seenOr(evidence['reagentc-operation']) ?? [];
    const statements = seenOr(evidence.statement) ?? [];
    const codes = (seenOr(evidence['failure-codes']) ?? [])
      .filter((one) => one.causes[0] === 'winre-disabled')
      .map((one) => one.fact);
    const switched = lastSwitch(operations, winre?.enabledBy ?? null);
    if (switched !== null) {
      // The last deed seen outlives the state shown before it.
      if (switched.value.verb === 'enable') return cleared(switched);
      return found('suspected', {}, [switched], [winre?.enabledBy]);
    }
    if (winre !== null && winre.enabled !== null) {
      if (winre.enabled)
        return codes.length > 0 ? found('suspected', {}, codes, [winre.enabledBy]) : cleared(winre.enabledBy);
      const certainty = certaintyBy(winre.enabledBy);
      return found(
        winre.conflicts.length > 0 ? weaker(certainty, 'supported') : certainty,
        {},
        [winre.enabledBy, ...codes],
        winre.conflicts,
      );
    }
    if (codes.length > 0) return found(certaintyBy(...codes), {}, codes);
    const fails = statements.filter((fact) => fact.value.claim === 'winre-enable-fails');
    if (fails.length > 0) return found('suspected', {}, fails);
    return undecided('winre-config');
  },
});

/** A successful enable or disable seen after the state, in the same source or at a later time. */
function lastSwitch(
  operations: readonly Fact<'reagentc-operation'>[],
  state: Fact<'winre-config'> | null,
): Fact<'reagentc-operation'> | null {
  const switches = operations.filter(
    (fact) => fact.value.ok && (fact.value.verb === 'enable' || fact.value.verb === 'disable'),
  );
  const last = switches.sort((a, b) => byTime(a, b) || lineOf(a) - lineOf(b)).at(-1);
  if (last === undefined || state === null) return last ?? null;
  if (last.cite.source !== state.cite.source)
    return last.when !== undefined && state.when !== undefined && byTime(last, state) > 0 ? last : null;
  return lineOf(last) > lineOf(state) ? last : null;
}

function lineOf(fact: Fact<'reagentc-operation'> | Fact<'winre-config'>): number {
  return 'line' in fact.cite.at ? fact.cite.at.line : 0;
}
