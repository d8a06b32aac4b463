import { installedBy } from '../../diagnosis/derive/proof.js';
import { roomMatters } from '../../diagnosis/derive/room.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import { WINRE_FREE_BYTES_DECIMAL } from '../../knowledge/space-rules.js';

/** Refusals of the engine that speak of the layout. @source notes on WinREAgent, medium */
const LAYOUT_REFUSALS = [
  'NotOnOSDisk',
  'NotAllowCleanupWinREPartition',
  'UnallocatedSpaceIsTooBig',
  'NoSpaceForShrink',
];
const CLAIMS = ['shrink-refused', 'partition-in-the-way', 'partition-table-full'];

/** The recovery partition lacks room and cannot be given any where it stands. */
export const rule = defineRule({
  id: 'layout-blocks-resize',
  cause: 'partition-layout-blocks-resize',
  needs: [],
  uses: [
    'judged',
    'recovery-partition',
    'winre-space-check',
    'winre-servicing',
    'restarts',
    'failure-codes',
    'statement',
    'proof',
  ],

  examine(evidence, context) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const settled = installedBy(seenOr(evidence.proof));
    if (settled.length > 0) return cleared(...settled);
    const refusals = (seenOr(evidence['winre-space-check']) ?? []).filter((fact) =>
      LAYOUT_REFUSALS.includes(fact.value.refusal ?? ''),
    );
    if (refusals.length > 0) {
      return found(certaintyBy(...refusals), { obstacle: refusals[0].value.refusal as string }, [
        ...refusals,
        ...(judged?.failures ?? []),
      ]);
    }
    const codes = (seenOr(evidence['failure-codes']) ?? []).filter(
      (one) => one.aboutWinRe && one.causes[0] === 'partition-layout-blocks-resize',
    );
    if (codes.length > 0)
      return found(
        certaintyBy(...codes.map((one) => one.fact)),
        { obstacle: { hresult: codes[0].code } },
        codes.map((one) => one.fact),
      );

    const claims = (seenOr(evidence.statement) ?? []).filter((fact) => CLAIMS.includes(fact.value.claim));
    const partition = seenOr(evidence['recovery-partition']);
    const obstacle = partition === null ? null : partition.tableFull ? 'table-full' : partition.position;
    const blocked = obstacle !== null && obstacle !== 'after-windows';
    const small =
      partition?.freeBytes != null && partition.freeBytes + partition.freeErrorBytes < WINRE_FREE_BYTES_DECIMAL;
    const tooSmallTold = (seenOr(evidence.statement) ?? []).some((fact) =>
      ['recovery-partition-too-small', 'enlarged-without-success'].includes(fact.value.claim),
    );
    const lacksRoom =
      small ||
      (seenOr(evidence['failure-codes']) ?? []).some(
        (one) => one.aboutWinRe && one.causes[0] === 'partition-too-small',
      );
    if (blocked && lacksRoom) {
      const by = [partition?.layout, partition?.freeBy, ...claims, ...(judged?.failures ?? [])];
      return found(small && !roomMatters(evidence, context) ? 'suspected' : 'supported', { obstacle }, by);
    }
    if (claims.length > 0) {
      const stated = lacksRoom || tooSmallTold; // that a shrink was refused does not show that it was needed
      return found(stated ? 'supported' : 'suspected', { obstacle: claims[0].value.claim }, [
        ...claims,
        partition?.freeBy,
        ...(judged?.failures ?? []),
      ]);
    }
    if (partition === null) return undecided('disk-layout');
    return partition.position === 'after-windows' ? cleared(partition.layout) : notApplicable();
  },
});
