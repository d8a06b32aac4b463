import { awaited, day, enabled, fact, failed, level } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'one revision below the newest published by the day judged',
    given: [level('10.0.19041.3919')],
    at: day(0),
    expect: {
      outcome: 'found',
      certainty: 'supported',
      data: { version: '10.0.19041.3919', newest: '10.0.19041.3920' },
    },
  },
  { name: 'at it', given: [level('10.0.19041.3920')], at: day(0), expect: { outcome: 'cleared' } },
  {
    name: 'the day before it was out',
    given: [level('10.0.19041.3919')],
    at: { fromMs: Date.UTC(2024, 0, 8), toMs: Date.UTC(2024, 0, 8) },
    expect: { outcome: 'undecided', missing: ['winre-version'] },
  },
  {
    name: 'nothing tells the day',
    given: [level('10.0.19041.3919')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'an event showed it, and may be overtaken',
    given: [level('10.0.19041.3919', 'event-4501', day(-9))],
    at: day(0),
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'a restart brings more',
    given: [level('10.0.19041.3919'), awaited()],
    at: day(0),
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'the next cumulative update brings it',
    given: [level('10.0.26100.1000'), fact('os-version', { build: 26100 })],
    at: day(420),
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'WinRE is off: that is the answer',
    given: [level('10.0.19041.3919'), enabled(false)],
    at: day(0),
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'an update stands as failed: why it failed is the answer',
    given: [level('10.0.19041.3919'), failed(day(0))],
    at: day(0),
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'no level is known for this Windows',
    given: [level('10.0.14393.1')],
    at: day(0),
    expect: { outcome: 'undecided', missing: ['winre-version'] },
  },
  {
    name: 'the level was not read',
    given: [enabled(true)],
    at: day(0),
    expect: { outcome: 'undecided', missing: ['level'] },
  },
]);
