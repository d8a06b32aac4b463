import type { FailureCode } from '../../diagnosis/derive/codes.js';
import type { ProofState } from '../../diagnosis/derive/proof.js';
import type { RecoveryPartitionState } from '../../diagnosis/derive/recovery-partition.js';
import { historyIsRead } from '../../diagnosis/history.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import type { SceneMap } from '../../diagnosis/scene.js';
import type { AnyFact } from '../../evidence/model.js';

/** What the published rule asks to be free: 250 MB as the sample script compares it. @source KB5028997, KB5035679 */
export const WINRE_FREE_BYTES_MIN = 262_144_000;

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
    'reagentc-operation',
    'statement',
    'proof',
  ],

  examine(evidence, { knowledge }) {
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
    const wentIn = installed(proof);

    const engine = engineFacts(seenOr(evidence['failure-codes']) ?? [], evidence);
    if (engine.length > 0 && wentIn.length === 0) {
      if (judged === null && engine.every((fact) => fact.witness === 'person')) return found('suspected', data, engine);
      return found(certaintyBy(...engine), data, [...engine, partition?.freeBy, ...(judged?.failures ?? [])], enlarged);
    }
    const roomy = roomyCheck(seenOr(evidence['winre-space-check']) ?? []);
    if (roomy.length > 0) return cleared(...roomy);
    if (wentIn.length > 0) return cleared(...wentIn);

    const free = partition?.freeBytes ?? null;
    const error = partition?.freeErrorBytes ?? 0;
    if (partition !== null && free !== null && partition.exists !== false && !partition.onOsVolume) {
      if (free - error >= WINRE_FREE_BYTES_MIN) return cleared(partition.freeBy);
      if (free + error >= WINRE_FREE_BYTES_MIN) return undecided('volume');
      const because = [partition.freeBy, ...(judged?.failures ?? [])];
      if (enlarged.length > 0) return found('suspected', data, because, enlarged);
      const failed = judged !== null && judged.winre !== 'unknown';
      if (failed || (judged === null && historyIsRead(evidence.judged))) return found('supported', data, because);
      return found('suspected', data, because);
    }
    const solved = told('enlarged-and-solved');
    if (solved.length > 0)
      return found(
        judged === null && solved.every((fact) => fact.when === undefined) ? 'supported' : 'supported',
        data,
        [...solved, ...(judged?.failures ?? [])],
      );
    if (enlarged.length > 0) return cleared(...enlarged);
    if (partition?.exists === false || partition?.onOsVolume === true) return notApplicable(...partition.existsBy);
    const guess = [...told('recovery-partition-too-small')];
    if (guess.length > 0) return found('suspected', data, [...guess, ...(judged?.failures ?? [])]);
    const row = judged?.kb == null ? undefined : knowledge.update(judged.kb);
    const published = row?.issues.some((issue) => issue.cause === 'partition-too-small') === true;
    if (judged?.winre === 'yes' && published)
      return found('suspected', data, [...judged.failures, ...sizeFacts(partition)]);
    return undecided('recovery-partition');
  },
});

type Shown = {
  readonly [K in 'winre-space-check' | 'winre-servicing' | 'reagentc-operation']: { readonly state: string };
};

/** The engine's own word that room was short: its code, phase 2, its bytes, its refusal. */
function engineFacts(codes: readonly FailureCode[], evidence: Shown): readonly AnyFact[] {
  const shown = evidence as unknown as {
    readonly [K in keyof Shown]: { readonly state: string; readonly value: SceneMap[K] };
  };
  const byCode = codes
    .filter((one) => one.causes[0] === 'partition-too-small' && one.aboutWinRe)
    .map((one) => one.fact);
  const standing = new Set(codes.map((one) => one.fact));
  const steps = shown['winre-servicing'].state === 'seen' ? shown['winre-servicing'].value : [];
  const phase2 = steps.filter(
    (step) =>
      step.value.what === 'failed' && step.value.phase === 2 && (step.value.code === null || standing.has(step)),
  );
  const checks = shown['winre-space-check'].state === 'seen' ? shown['winre-space-check'].value : [];
  const short = checks.filter(
    ({ value }) =>
      value.refusal === null &&
      value.requiredBytes !== null &&
      value.freeBytes !== null &&
      value.freeBytes < value.requiredBytes,
  );
  const runs = shown['reagentc-operation'].state === 'seen' ? shown['reagentc-operation'].value : [];
  const full = runs.filter((run) => run.value.reason === 'no-space' || (!run.value.ok && run.value.code === 0x70));
  return [...byCode, ...phase2, ...short, ...full];
}

/** Measurements by the engine that show room enough for the image it wanted to write. */
function roomyCheck(checks: SceneMap['winre-space-check']): readonly AnyFact[] {
  return checks.filter(
    ({ value }) =>
      value.freeBytes !== null &&
      value.targetImageBytes !== null &&
      value.freeBytes > value.targetImageBytes + IN_PLACE_MARGIN_BYTES,
  );
}

function installed(proof: ProofState | null): readonly AnyFact[] {
  if (proof === null || proof.against.length > 0) return [];
  return proof.proofs.filter((one) => one.later === true || one.via === 'image-level').map((one) => one.fact);
}

function sizeFacts(partition: RecoveryPartitionState | null): readonly AnyFact[] {
  return partition?.sizeBytes == null ? [] : partition.existsBy;
}
