import { installedBy } from '../../diagnosis/derive/proof.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import { compareVersions } from '../../knowledge/version.js';

/** WinRE servicing failed and nothing says why; or the update should have gone in by now and has not. */
export const rule = defineRule({
  id: 'servicing-failed',
  cause: 'other',
  needs: ['judged'],
  uses: ['agent-failures', 'failure-codes', 'proof', 'restarts', 'level', 'pending'],

  examine(evidence, { covered }) {
    const { judged } = evidence;
    if (judged.state === 'absent' || judged.value.winre === 'no') return notApplicable();
    const proof = seenOr(evidence.proof);
    const settled = installedBy(proof);
    if (settled.length > 0) return cleared(...settled);
    const failed = (seenOr(evidence['agent-failures']) ?? []).filter(
      (step) => judged.value.failures.includes(step) || proof?.against.includes(step) === true,
    );
    const codes = (seenOr(evidence['failure-codes']) ?? []).filter((one) => one.aboutWinRe);
    const code = codes[0]?.code ?? judged.value.code;
    const data = code === null ? {} : { code: { hresult: code } };
    if (failed.length > 0) return found(certaintyBy(...failed), data, [...failed, ...judged.value.failures]);

    // Restarted since, everything read, no success, and the image below the level: it failed, whatever the code says.
    const restarts = seenOr(evidence.restarts)?.full ?? [];
    const level = seenOr(evidence.level);
    const floor = proof?.floor ?? null;
    const below =
      level !== null &&
      floor !== null &&
      level.by.value.shownBy !== 'registry-value' &&
      level.by.witness !== 'person' &&
      compareVersions(level.version, floor) < 0;
    const awaited = seenOr(evidence.pending)?.strong ?? [];
    if (judged.value.winre === 'yes' && restarts.length > 0 && below && covered === true && awaited.length === 0) {
      return found('supported', data, [level.by, ...restarts, ...judged.value.failures]);
    }
    return undecided('winre-servicing');
  },
});
