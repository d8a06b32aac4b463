import { day, enabled, fact, failed, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'the event log was cleared',
    given: [fact('evidence-loss', { what: 'event-log-cleared', subject: 'System' }, { when: day(0) })],
    expect: { outcome: 'found', certainty: 'proven', data: { losses: { list: ['event-log-cleared'] } } },
  },
  {
    name: 'a person reset the update store',
    given: [said('history-reset')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'both',
    given: [
      fact('evidence-loss', { what: 'history-wiped', subject: 'System' }, { when: day(0) }),
      said('history-reset'),
    ],
    expect: {
      outcome: 'found',
      certainty: 'supported',
      data: { losses: { list: ['history-reset', 'history-wiped'] } },
    },
  },
  {
    name: 'a log that rolled over destroys nothing',
    given: [failed(day(0)), fact('evidence-loss', { what: 'log-rolled-over', subject: 'System' }, { when: day(0) })],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'nor does a clock that was set',
    given: [fact('evidence-loss', { what: 'clock-changed', subject: 'System' }, { when: day(0) })],
    expect: { outcome: 'undecided', missing: ['evidence-loss'] },
  },
  { name: 'the records are there', given: [failed(day(0))], expect: { outcome: 'cleared' } },
  { name: 'no record was read', given: [enabled(true)], expect: { outcome: 'undecided', missing: ['evidence-loss'] } },
]);
