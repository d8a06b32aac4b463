import type { StatementId } from '../evidence/kinds/other.js';
import { installedBy } from './derive/proof.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, type Rule, seenOr, undecided } from './rule.js';
import type { CauseId } from './verdict.js';

export interface FailureCodeRule {
  readonly id: string;
  readonly cause: CauseId;
  /** What a person may have said that means the same; none where nobody can see it. */
  readonly claim?: StatementId;
}

/**
 * Makes a rule for a cause that shows itself by a code: found where the failure judged left a code that stands for
 * the cause before all others, or where a person told of it; cleared where the update is proved to be in.
 */
export function failureCodeRule({ id, cause, claim }: FailureCodeRule): Rule {
  return defineRule({
    id,
    cause,
    needs: [],
    uses: ['judged', 'failure-codes', 'statement', 'proof'],

    examine(evidence) {
      const judged = seenOr(evidence.judged);
      if (judged?.winre === 'no') return notApplicable(...judged.failures);
      const settled = installedBy(seenOr(evidence.proof));
      if (settled.length > 0) return cleared(...settled);
      const failures = judged?.failures ?? [];
      const codes = (seenOr(evidence['failure-codes']) ?? []).filter((one) => one.causes[0] === cause);
      if (codes.length > 0) {
        const facts = codes.map((one) => one.fact);
        return found(certaintyBy(...facts), { code: { hresult: codes[0].code } }, [...facts, ...failures]);
      }
      const told = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === claim);
      if (told.length > 0)
        return found(judged?.winre === 'yes' ? 'supported' : 'suspected', {}, [...told, ...failures]);
      return undecided('servicing-error');
    },
  });
}
