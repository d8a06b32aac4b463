import { isLater } from '../../diagnosis/derive/stories.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';

/** No winre.wim where it is registered, or, while WinRE is off, where it should be staged. */
export const rule = defineRule({
  id: 'winre-image-missing',
  cause: 'winre-image-missing',
  needs: [],
  uses: ['winre', 'winre-image', 'reagentc-operation', 'statement', 'judged', 'failure-codes'],

  examine(evidence) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const winre = seenOr(evidence.winre);
    const operations = seenOr(evidence['reagentc-operation']) ?? [];
    const images = seenOr(evidence['winre-image']) ?? [];
    const refused = operations.filter((run) => !run.value.ok && run.value.reason === 'image-not-found');
    const later = operations.filter(
      (run) =>
        run.value.ok &&
        run.value.verb === 'enable' &&
        refused.every((no) => isLater(run, no.when) === true || after(run, no)),
    );
    if (refused.length > 0 && later.length > 0) return cleared(...later);
    if (refused.length > 0) return found(certaintyBy(...refused), {}, [...refused, winre?.enabledBy]);

    const active = images.filter(
      (image) => image.value.place === 'recovery-partition' || image.value.place === 'os-volume',
    );
    const staged = images.filter((image) => image.value.place === 'system32-recovery');
    const present = images.filter(
      (image) => image.value.state === 'present' && image.value.place !== 'scratch' && image.value.place !== 'backup',
    );
    const missing = (list: typeof images) => list.length > 0 && list.every((image) => image.value.state === 'missing');
    if (present.length === 0 && winre?.enabled === true && missing(active))
      return found(certaintyBy(...active), {}, [...active, winre.enabledBy]);
    if (
      present.length === 0 &&
      winre?.enabled === false &&
      missing(staged) &&
      (active.length === 0 || missing(active))
    ) {
      return found(certaintyBy(...staged), {}, [...staged, winre.enabledBy]);
    }
    if (present.length > 0) return cleared(...present);
    const codes = (seenOr(evidence['failure-codes']) ?? [])
      .filter((one) => one.causes[0] === 'winre-image-missing')
      .map((one) => one.fact);
    if (codes.length > 0) return found(certaintyBy(...codes), {}, codes);
    const told = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === 'image-missing');
    if (told.length > 0 && winre?.enabled === true) return cleared(winre.enabledBy);
    if (told.length > 0)
      return found(winre?.enabled === false ? 'supported' : 'suspected', {}, [...told, winre?.enabledBy]);
    return undecided('winre-image');
  },
});

function after(run: { readonly cite: { readonly source: string; readonly at: object } }, other: typeof run): boolean {
  const line = (one: typeof run) => ('line' in one.cite.at ? (one.cite.at as { line: number }).line : 0);
  return run.cite.source === other.cite.source && line(run) > line(other);
}
