import type { FailureCode } from '../../diagnosis/derive/codes.js';
import { installedBy } from '../../diagnosis/derive/proof.js';
import type { RecoveryPartitionState } from '../../diagnosis/derive/recovery-partition.js';
import { roomMatters } from '../../diagnosis/derive/room.js';
import { isLater } from '../../diagnosis/derive/stories.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import type { Scene, SceneMap } from '../../diagnosis/scene.js';
import type { AnyFact } from '../../evidence/model.js';
import { WINRE_FREE_BYTES_DECIMAL, WINRE_FREE_BYTES_MIN } from '../../knowledge/space-rules.js';

/** Above this much beyond the new image the engine replaces it in place. @source notes on WinREAgent, medium */
const IN_PLACE_MARGIN_BYTES = 10 * 1024 * 1024;

/** The engine ran out of room, or less is free than the published rule asks for and the update failed. */
export const rule = defineRule({
  id: 'recovery-partition-too-small',
  cause: 'partition-too-small',
  needs: [],
  uses: [
    'judged',
    'failure-codes',
    'recovery-partition',
    'winre-space-check',
    'winre-servicing',
    'agent-failures',
    'restarts',
    'reagentc-operation',
    'statement',
    'proof',
  ],

  examine(evidence, context) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const partition = seenOr(evidence['recovery-partition']);
    const proof = seenOr(evidence.proof);
    const data = {
      ...(partition?.freeBytes == null ? {} : { freeBytes: { bytes: partition.freeBytes } }),
      ...(partition?.sizeBytes == null ? {} : { sizeBytes: { bytes: partition.sizeBytes } }),
      neededBytes: { bytes: WINRE_FREE_BYTES_MIN },
    };
    const statements = seenOr(evidence.statement) ?? [];
    const told = (claim: string) => statements.filter((fact) => fact.value.claim === claim);
    const enlarged = told('enlarged-without-success');
    const wentIn = installedBy(proof);

    const engine = engineFacts(seenOr(evidence['failure-codes']) ?? [], evidence);
    if (engine.length > 0 && wentIn.length === 0) {
      if (judged === null && engine.every((fact) => fact.witness === 'person')) return found('suspected', data, engine);
      return found(certaintyBy(...engine), data, [...engine, partition?.freeBy, ...(judged?.failures ?? [])], enlarged);
    }
    const roomy = roomyChecks(seenOr(evidence['winre-space-check']) ?? []);
    if (roomy.length > 0) return cleared(...roomy);
    if (wentIn.length > 0) return cleared(...wentIn);

    const free = partition?.freeBytes ?? null;
    const error = partition?.freeErrorBytes ?? 0;
    if (partition !== null && free !== null && partition.exists !== false && !partition.onOsVolume) {
      if (free - error >= WINRE_FREE_BYTES_MIN) return cleared(partition.freeBy);
      // To the byte the sample script's comparison decides; a person's MB, or a rounded one, may mean either.
      const isExact = error === 0 && partition.freeBy?.witness !== 'person';
      if (!isExact && free + error >= WINRE_FREE_BYTES_DECIMAL) return undecided('volume');
      const because = [partition.freeBy, ...(judged?.failures ?? [])];
      if (enlarged.length > 0) return found('suspected', data, because, enlarged);
      return found(roomMatters(evidence, context) ? 'supported' : 'suspected', data, because);
    }
    const solved = told('enlarged-and-solved');
    // An update that went in after enlarging needs no more of it: that tells what it was, and calls for no repair.
    if (solved.length > 0)
      return found(judged === null ? 'supported' : 'suspected', data, [...solved, ...(judged?.failures ?? [])]);
    if (enlarged.length > 0) return cleared(...enlarged);
    if (partition?.exists === false || partition?.onOsVolume === true) return notApplicable(...partition.existsBy);
    const guess = [...told('recovery-partition-too-small')];
    if (guess.length > 0) return found('suspected', data, [...guess, ...(judged?.failures ?? [])]);
    const row = judged?.kb == null ? undefined : context.knowledge.update(judged.kb);
    const published = row?.issues.some((issue) => issue.cause === 'partition-too-small') === true;
    if (judged?.winre === 'yes' && published)
      return found('suspected', data, [...judged.failures, ...sizeFacts(partition)]);
    return undecided('recovery-partition');
  },
});

type Shown = Pick<Scene, 'winre-space-check' | 'agent-failures' | 'reagentc-operation'>;

/** The engine's own word that room was short: its code, phase 2, its bytes, its refusal. */
function engineFacts(codes: readonly FailureCode[], evidence: Shown): readonly AnyFact[] {
  const byCode = codes
    .filter((one) => one.causes[0] === 'partition-too-small' && one.aboutWinRe)
    .map((one) => one.fact);
  const phase2 = (seenOr(evidence['agent-failures']) ?? []).filter(({ value }) => value.phase === 2);
  const checks = seenOr(evidence['winre-space-check']) ?? [];
  const roomy = roomyChecks(checks);
  const short = checks.filter(
    ({ value, when }) =>
      value.refusal === null &&
      value.requiredBytes !== null &&
      value.freeBytes !== null &&
      value.freeBytes < value.requiredBytes &&
      !roomy.some((later) => isLater(later, when) === true),
  );
  const runs = seenOr(evidence['reagentc-operation']) ?? [];
  const full = runs.filter((run) => run.value.reason === 'no-space' || (!run.value.ok && run.value.code === 0x70));
  return [...byCode, ...phase2, ...short, ...full];
}

/** Measurements by the engine that show room enough for what it wanted to write. */
function roomyChecks(checks: SceneMap['winre-space-check']): readonly AnyFact[] {
  return checks.filter(
    ({ value }) =>
      value.freeBytes !== null &&
      ((value.targetImageBytes !== null && value.freeBytes > value.targetImageBytes + IN_PLACE_MARGIN_BYTES) ||
        (value.refusal === null && value.requiredBytes !== null && value.freeBytes >= value.requiredBytes)),
  );
}

function sizeFacts(partition: RecoveryPartitionState | null): readonly AnyFact[] {
  return partition?.sizeBytes == null ? [] : partition.existsBy;
}
