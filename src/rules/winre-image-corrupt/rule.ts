import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';

/** The recovery image cannot be read. */
export const rule = defineRule({
  id: 'winre-image-corrupt',
  cause: 'winre-image-corrupt',
  needs: [],
  uses: ['winre-image', 'failure-codes', 'statement', 'judged', 'level'],

  examine(evidence) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const damaged = (seenOr(evidence['winre-image']) ?? []).filter((image) => image.value.state === 'corrupt');
    if (damaged.length > 0) return found(certaintyBy(...damaged), {}, damaged);
    const codes = (seenOr(evidence['failure-codes']) ?? [])
      .filter((one) => one.aboutWinRe && one.causes[0] === 'winre-image-corrupt')
      .map((one) => one.fact);
    if (codes.length > 0) return found(certaintyBy(...codes), {}, [...codes, ...(judged?.failures ?? [])]);
    const level = seenOr(evidence.level);
    if (level?.by.value.shownBy === 'file-in-image') return cleared(level.by); // it was read
    const told = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === 'image-corrupt');
    if (told.length > 0) return found(judged === null ? 'suspected' : 'supported', {}, told);
    return undecided('winre-image');
  },
});
