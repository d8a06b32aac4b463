import { describe, expect, it } from 'vitest';
import type { Restart } from '../evidence/kinds/updates.js';
import type { AnyFact } from '../evidence/model.js';
import { device, fact, minute, verdict } from '../testing/diagnoses.js';
import { FULL_VALUES } from '../testing/fact-values.js';
import { distinct, shortTimeline } from './view.js';

const start = (minutes: number, bootType: Restart['bootType'], record: number) =>
  fact('restart', { what: 'start', bootType }, { when: minute(minutes), at: { record } });

/** Records that a short timeline of these facts shows. */
function shown(facts: readonly AnyFact[], countMax: number, because: readonly AnyFact[] = []) {
  const timeline = facts.map((one) => ({ at: one.when ?? minute(0), fact: one }));
  const made = device({ verdict: verdict('other', { because }), timeline });
  return shortTimeline(made, countMax).map(({ fact: { cite } }) => ('record' in cite.at ? cite.at.record : null));
}

describe('a short timeline', () => {
  it('keeps one record of a start: the one that tells its kind', () => {
    expect(shown([start(0, null, 1), start(0, 'full', 2), start(1, null, 4)], 9)).toEqual([2]);
    expect(shown([start(0, null, 1), start(1, null, 2)], 9)).toEqual([1]);
    expect(shown([start(0, 'full', 1), start(1, 'fast-startup', 2), start(10, 'full', 3)], 9)).toEqual([1, 2, 3]);
  });

  it('shows one record once', () => {
    const version = fact('winre-version', FULL_VALUES['winre-version'], { when: minute(3), at: { record: 7 } });
    const servicing = fact('winre-servicing', FULL_VALUES['winre-servicing'], { when: minute(3), at: { record: 7 } });
    expect(shown([servicing, version], 9)).toEqual([7]);
  });

  it('keeps what the verdict cites, the first and the last, in their order', () => {
    const facts = Array.from({ length: 30 }, (_, index) => start(index * 60, 'full', index));
    expect(shown(facts, 4, [facts[11]])).toEqual([0, 11, 28, 29]);
    expect(shown(facts, 99)).toHaveLength(30);
    expect(shown([], 4)).toEqual([]);
  });
});

describe('distinct', () => {
  it('keeps each fact once, and the same claim at another place', () => {
    const here = start(0, null, 1);
    expect(distinct([here, start(0, null, 1), start(0, null, 2)]).map(({ cite }) => cite.at)).toEqual([
      { record: 1 },
      { record: 2 },
    ]);
  });
});
