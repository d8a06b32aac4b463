import { awaited, day, failed, restarted, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'a sign with a date',
    given: [awaited({}, day(0)), awaited({ indicator: 'wu-reboot-required' }, day(1))],
    expect: {
      outcome: 'found',
      certainty: 'proven',
      data: { indicators: { list: ['cbs-reboot-pending', 'wu-reboot-required'] }, since: { when: day(0) } },
    },
  },
  {
    name: 'a sign without a date',
    given: [awaited()],
    expect: { outcome: 'found', certainty: 'proven', data: { since: 'not-recorded' } },
  },
  {
    name: 'only signs that prove little',
    given: [awaited({ indicator: 'computer-rename', strength: 'weak' })],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'a person says so',
    given: [awaited({ present: false }), said('restart-awaited')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'older than the last full restart',
    given: [awaited({}, day(0)), restarted(day(1))],
    expect: { outcome: 'cleared' },
  },
  { name: 'looked for, and not there', given: [awaited({ present: false })], expect: { outcome: 'cleared' } },
  { name: 'not looked for', given: [failed(day(0))], expect: { outcome: 'undecided', missing: ['pending'] } },
]);
