import { certaintyBy, cleared, defineRule, found, seenOr, undecided } from '../../diagnosis/rule.js';

/** What takes records away; a clock that was set or a log that rolled over destroys nothing. */
const DESTROYED: readonly string[] = ['event-log-cleared', 'history-wiped', 'flags-deleted'];

/** Records that would settle the case were cleared, wiped or deleted. */
export const rule = defineRule({
  id: 'evidence-destroyed',
  cause: null,
  needs: [],
  uses: ['evidence-loss', 'statement', 'update-event'],

  examine(evidence) {
    const losses = (seenOr(evidence['evidence-loss']) ?? []).filter((fact) => DESTROYED.includes(fact.value.what));
    const told = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === 'history-reset');
    if (losses.length + told.length > 0) {
      const kinds = [
        ...new Set([...losses.map((fact) => fact.value.what as string), ...told.map(() => 'history-reset')]),
      ];
      return found(certaintyBy(...losses, ...told), { losses: { list: kinds.sort() } }, [...losses, ...told]);
    }
    const records = (seenOr(evidence['update-event']) ?? []).filter((fact) => fact.witness === 'event-log');
    return records.length > 0 ? cleared(...records) : undecided('evidence-loss');
  },
});
