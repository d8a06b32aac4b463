import { DAY_MS } from '../../evidence/when.js';
import type { RuleContext } from '../scene.js';
import type { Judged } from './judged.js';

/**
 * Whether the judged update is published to be shown as failed while another one awaits a restart, and the day of the
 * failure fits or is not told.
 */
export function isKnownFalseError(judged: Judged, { knowledge }: Pick<RuleContext, 'knowledge'>): boolean {
  const row = judged.kb === null ? undefined : knowledge.update(judged.kb);
  const when = judged.failedAt;
  return (
    row?.issues.some((issue) => {
      if (issue.cause !== 'pending-restart') return false;
      if (when === undefined) return true;
      const from = issue.from === null ? -Infinity : Date.parse(issue.from);
      const to = issue.to === null ? Infinity : Date.parse(issue.to) + 2 * DAY_MS; // that whole day is undecided, in any zone
      return when.toMs >= from && when.fromMs <= to;
    }) ?? false
  );
}
