import { awaited, day, fact, failed, restarted, said, succeeded } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'a file outlives two full restarts',
    given: [failed(day(0)), awaited({}, day(0)), restarted(day(1)), restarted(day(2))],
    expect: { outcome: 'found', certainty: 'proven', data: { restarts: { count: 2 } } },
  },
  {
    name: 'one restart may leave new work behind',
    given: [failed(day(0)), awaited({}, day(0)), restarted(day(1))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'one of the two was a fast startup',
    given: [failed(day(0)), awaited({}, day(0)), restarted(day(1)), restarted(day(2), 'fast-startup')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a record that asked for a restart once was served by it',
    given: [
      failed(day(0)),
      fact('pending-restart', { indicator: 'restart-event', detail: 'a' }, { when: day(0) }),
      restarted(day(1)),
      restarted(day(2)),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the same was asked for again after two',
    given: [
      failed(day(0)),
      fact('pending-restart', { indicator: 'restart-event', detail: 'a' }, { when: day(0) }),
      restarted(day(1)),
      restarted(day(2)),
      fact('pending-restart', { indicator: 'restart-event', detail: 'a' }, { when: day(3) }),
    ],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'another was asked for after two',
    given: [
      failed(day(0)),
      fact('pending-restart', { indicator: 'restart-event', detail: 'a' }, { when: day(0) }),
      restarted(day(1)),
      restarted(day(2)),
      fact('pending-restart', { indicator: 'restart-event', detail: 'b' }, { when: day(3) }),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a person is asked again and again',
    given: [failed(day(0)), said('servicing-stuck')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a person is asked again and again, and nothing failed',
    given: [said('servicing-stuck')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'restarted several times, and a sign stands',
    given: [failed(day(0)), said('restarted-several-times'), awaited()],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'it is in',
    given: [failed(day(0)), succeeded(day(1)), said('servicing-stuck')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), said('servicing-stuck')],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'nothing speaks of a restart',
    given: [failed(day(0))],
    expect: { outcome: 'undecided', missing: ['pending-restart'] },
  },
]);
