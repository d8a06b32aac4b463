import { cleared, defineRule, found, notApplicable, seenOr, undecided } from '../../diagnosis/rule.js';
import { compareVersions } from '../../knowledge/version.js';

/** The registry value of the WinRE level says more than what measured it: scripts write it to silence scanners. */
export const rule = defineRule({
  id: 'version-set-by-hand',
  cause: null,
  needs: [],
  uses: ['winre-version', 'evidence-loss'],

  examine(evidence) {
    const marks = (seenOr(evidence['evidence-loss']) ?? []).filter(
      (fact) => fact.value.what === 'version-value-set-by-hand',
    );
    const shown = (seenOr(evidence['winre-version']) ?? []).filter((fact) => fact.value.version !== '0.0.0.0');
    const values = shown.filter((fact) => fact.value.shownBy === 'registry-value');
    const measured = shown.filter(
      (fact) => !['registry-value', 'image-metadata', 'person'].includes(fact.value.shownBy),
    );
    const value = values[0];
    if (marks.length > 0)
      return found('supported', { version: value?.value.version ?? 'not-recorded' }, [...marks, value]);
    if (value === undefined) return measured.length > 0 ? notApplicable() : undecided('winre-version');
    const version = value.value.version;
    if (measured.length === 0) return found('suspected', { version }, [value]);
    // Behind what was measured it is merely old: the engine writes it, but not every tool does.
    const below = measured.filter((fact) => compareVersions(fact.value.version, version) < 0);
    if (below.length === measured.length) return found('supported', { version }, [value], below);
    return cleared(...measured.filter((fact) => !below.includes(fact)));
  },
});
