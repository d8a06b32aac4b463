import { byTime } from '../../diagnosis/evidence-set.js';
import { certaintyBy, cleared, defineRule, found, notApplicable, seenOr } from '../../diagnosis/rule.js';

/** Every sign that a restart is awaited, by its name, and since when the oldest of them stands. */
export const rule = defineRule({
  id: 'restart-indicators',
  cause: null,
  needs: ['pending'],
  uses: ['pending-restart'],

  examine({ pending, 'pending-restart': shown }) {
    if (pending.state === 'absent') return notApplicable();
    const { strong, weak, none } = pending.value;
    const standing = (seenOr(shown) ?? []).filter((fact) => strong.includes(fact) || weak.includes(fact));
    const told = strong.filter((fact) => fact.kind === 'statement');
    if (standing.length + told.length === 0) return cleared(...none);
    const oldest = standing.filter((fact) => fact.when !== undefined).sort(byTime)[0];
    const names = [...new Set(standing.map((fact) => fact.value.indicator as string))].sort();
    const isStrong = strong.length > 0;
    return found(
      isStrong ? certaintyBy(...standing, ...told) : 'suspected',
      {
        indicators: { list: names.length === 0 ? ['shown-to-person'] : names },
        since: oldest?.when === undefined ? 'not-recorded' : { when: oldest.when },
      },
      [...standing, ...told],
    );
  },
});
