import { day, enabled, failed, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'off, and that is wanted',
    given: [enabled(false), said('winre-off-by-choice')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  { name: 'on, whatever is said', given: [enabled(true), said('winre-off-by-choice')], expect: { outcome: 'cleared' } },
  { name: 'off, and nobody says that it is wanted', given: [enabled(false)], expect: { outcome: 'cleared' } },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), enabled(false), said('winre-off-by-choice')],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'said to be off by choice; its state was not read',
    given: [said('winre-off-by-choice')],
    expect: { outcome: 'undecided', missing: ['winre'] },
  },
]);
