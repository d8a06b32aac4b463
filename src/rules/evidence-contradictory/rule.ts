import { cleared, defineRule, found, seenOr, undecided } from '../../diagnosis/rule.js';

/** Two witnesses say opposite things of WinRE; the table of trust says which one is believed. */
export const rule = defineRule({
  id: 'evidence-contradictory',
  cause: null,
  needs: [],
  uses: ['winre', 'level', 'recovery-partition'],

  examine(evidence) {
    const winre = seenOr(evidence.winre);
    const level = seenOr(evidence.level);
    const partition = seenOr(evidence['recovery-partition']);
    const about: string[] = [];
    const facts = [];
    if (winre !== null && winre.conflicts.length > 0) {
      about.push('winre-config');
      facts.push(winre.enabledBy, ...winre.conflicts);
    }
    if (level !== null && level.conflicts.length > 0) {
      about.push('winre-version');
      facts.push(level.by, ...level.conflicts);
    }
    if (partition !== null && partition.conflicts.length > 0) {
      about.push('recovery-partition');
      facts.push(...partition.existsBy, ...partition.conflicts);
    }
    if (about.length > 0) return found('supported', { about: { list: about } }, facts);
    if (winre === null && level === null) return undecided('winre-config', 'winre-version');
    return cleared(winre?.enabledBy, level?.by);
  },
});
