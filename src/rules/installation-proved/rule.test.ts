import { agent, day, fact, failed, LEVEL_KB, level, succeeded, WINRE_KB } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'success after the failure',
    given: [failed(day(0)), succeeded(day(1))],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'a person says so',
    given: [
      failed(undefined),
      fact('update-event', { what: 'install-succeeded', kb: WINRE_KB }, { witness: 'person' }),
    ],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'what replaces it is in',
    given: [failed(day(0), LEVEL_KB), succeeded(day(1), 'KB5042320')],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'it failed again since',
    given: [failed(day(0)), succeeded(day(1)), agent('failed', day(2))],
    expect: { outcome: 'cleared' },
  },
  { name: 'the success came first', given: [succeeded(day(-1)), failed(day(0))], expect: { outcome: 'undecided' } },
  {
    name: 'a value in the registry',
    given: [failed(day(0), LEVEL_KB), level('10.0.19041.9999', 'registry-value')],
    expect: { outcome: 'undecided' },
  },
  { name: 'nothing failed', given: [succeeded(day(1))], expect: { outcome: 'undecided' } },
]);
