import type { WinReState } from '../../diagnosis/derive/winre.js';
import { NIL_ID } from '../../diagnosis/derive/winre.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import type { SceneMap } from '../../diagnosis/scene.js';
import type { AnyFact } from '../../evidence/model.js';

/** ReAgent.xml, the boot configuration and the disk disagree about the recovery image. */
export const rule = defineRule({
  id: 'winre-registration-stale',
  cause: 'winre-registration-stale',
  needs: [],
  uses: [
    'winre',
    'recovery-partition',
    'boot-entry',
    'reagentc-operation',
    'statement',
    'judged',
    'disk-layout',
    'failure-codes',
  ],

  examine(evidence, { knowledge }) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const winre = seenOr(evidence.winre);
    const place = misplaced(winre, seenOr(evidence['disk-layout']) ?? []);
    if (place !== null) return found(certaintyBy(...place), { detail: 'place' }, place);
    const boot = bootDisagrees(winre, seenOr(evidence['boot-entry']) ?? []);
    if (boot !== null) return found(certaintyBy(...boot), { detail: 'boot-entry' }, boot);

    const operations = seenOr(evidence['reagentc-operation']) ?? [];
    const refused = operations.filter(
      (run) =>
        !run.value.ok &&
        run.value.reason !== 'image-not-found' &&
        (run.value.reason === 'bcd-not-updated' ||
          (run.value.code !== null && knowledge.reagentcCausesOf(run.value.code)[0] === 'winre-registration-stale')),
    );
    const enabledSince = operations.filter(
      (run) => run.value.ok && run.value.verb === 'enable' && refused.some((no) => lineOf(run) > lineOf(no)),
    );
    if (refused.length > 0 && enabledSince.length > 0) return cleared(...enabledSince);
    if (refused.length > 0)
      return found(certaintyBy(...refused), { detail: 'refused' }, [...refused, winre?.enabledBy]);
    const codes = (seenOr(evidence['failure-codes']) ?? [])
      .filter((one) => one.causes[0] === 'winre-registration-stale')
      .map((one) => one.fact);
    if (codes.length > 0) return found(certaintyBy(...codes), { detail: 'refused' }, codes);
    const changed = (seenOr(evidence.statement) ?? []).filter(
      (fact) => fact.value.claim === 'layout-changed' || fact.value.claim === 'converted-mbr-to-gpt',
    );
    if (changed.length > 0 && winre?.enabled === false)
      return found('supported', { detail: 'changed' }, [...changed, winre.enabledBy]);
    if (changed.length > 0 && judged !== null) return found('suspected', { detail: 'changed' }, changed);
    if (winre?.location != null && seenOr(evidence['recovery-partition'])?.partition != null)
      return cleared(winre.locatedBy);
    return undecided('winre-config', 'disk-layout');
  },
});

/** The registered offset or disk is that of no partition on a disk whose table was read to the byte. */
function misplaced(winre: WinReState | null, layouts: SceneMap['disk-layout']): readonly AnyFact[] | null {
  const location = winre?.location;
  if (location == null || location === 'none' || location.offsetBytes === null || winre?.locatedBy == null) return null;
  const exact = layouts.filter(
    (fact) =>
      fact.value.complete &&
      fact.value.partitions.every((part) => part.offsetBytes !== null && part.offsetErrorBytes === 0),
  );
  if (exact.length === 0 || exact.length < layouts.length) return null;
  const isListed = ({ value }: (typeof exact)[number]) =>
    location.disk === null || value.disk === null || value.disk === location.disk;
  if (!exact.some(isListed)) return null;
  const fits = exact.some(
    (fact) =>
      fact.value.partitions.some((part) => part.offsetBytes === location.offsetBytes) &&
      sameDisk(fact.value.diskId, location.diskId),
  );
  return fits ? null : [winre.locatedBy, ...exact];
}

function sameDisk(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

/** WinRE is enabled, but no recovery entry of the boot store leads to it. */
function bootDisagrees(winre: WinReState | null, entries: SceneMap['boot-entry']): readonly AnyFact[] | null {
  if (winre?.enabled !== true || winre.enabledBy === null || winre.bcdId === null) return null;
  if (winre.bcdId === NIL_ID) return [winre.enabledBy];
  if (entries.length === 0) return null;
  const found = entries.some((entry) => entry.value.id === winre.bcdId);
  return found ? null : [winre.enabledBy, ...entries.filter((entry) => entry.value.isDefault === true)];
}

function lineOf(fact: AnyFact): number {
  return 'line' in fact.cite.at ? fact.cite.at.line : 0;
}
