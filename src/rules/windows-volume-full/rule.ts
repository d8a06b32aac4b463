import { installedBy } from '../../diagnosis/derive/proof.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';

/** What servicing wants beyond its own peak on the Windows volume. @source notes on WinREAgent, medium */
const OS_FREE_BYTES_MIN = 1024 ** 3;
/** No Windows that is serviced fits on less: free space of a smaller volume says nothing of servicing. @source Windows 10 requirements */
const WINDOWS_VOLUME_BYTES_MIN = 10 * 1024 ** 3;

/** Servicing has no room for its scratch copy on the Windows volume. */
export const rule = defineRule({
  id: 'windows-volume-full',
  cause: 'os-volume-full',
  needs: [],
  uses: ['judged', 'failure-codes', 'winre-space-check', 'volume', 'statement', 'proof'],

  examine(evidence) {
    const judged = seenOr(evidence.judged);
    if (judged?.winre === 'no') return notApplicable(...judged.failures);
    const settled = installedBy(seenOr(evidence.proof));
    if (settled.length > 0) return cleared(...settled);
    const refusals = (seenOr(evidence['winre-space-check']) ?? []).filter(
      (fact) => fact.value.refusal === 'InsufficientFreeSpace',
    );
    const codes = (seenOr(evidence['failure-codes']) ?? [])
      .filter((one) => one.causes[0] === 'os-volume-full')
      .map((one) => one.fact);
    const engine = [...refusals, ...codes];
    if (engine.length > 0) return found(certaintyBy(...engine), {}, [...engine, ...(judged?.failures ?? [])]);
    const volume = (seenOr(evidence.volume) ?? []).find(
      (fact) => fact.value.role === 'os' || fact.value.letter?.toUpperCase() === 'C',
    );
    const holdsWindows = volume?.value.sizeBytes == null || volume.value.sizeBytes >= WINDOWS_VOLUME_BYTES_MIN;
    if (volume?.value.freeBytes != null && holdsWindows) {
      const free = volume.value.freeBytes;
      if (free - volume.value.errorBytes >= OS_FREE_BYTES_MIN) return cleared(volume);
      if (free + volume.value.errorBytes >= OS_FREE_BYTES_MIN) return undecided('volume');
      return found(judged?.winre === 'yes' ? 'supported' : 'suspected', {}, [volume, ...(judged?.failures ?? [])]);
    }
    const told = (seenOr(evidence.statement) ?? []).filter((fact) => fact.value.claim === 'os-volume-full');
    if (told.length > 0)
      return found(judged?.winre === 'yes' ? 'supported' : 'suspected', {}, [...told, ...(judged?.failures ?? [])]);
    return undecided('volume');
  },
});
