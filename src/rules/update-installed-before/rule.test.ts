import { agent, covers, day, failed, LEVEL_KB, localDay, succeeded } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'it went in the day before',
    given: [succeeded(day(-1)), failed(day(0))],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'the moment before',
    given: [succeeded({ fromMs: day(0).fromMs - 1, toMs: day(0).fromMs - 1 }), failed(day(0))],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  { name: 'the same moment: no order', given: [succeeded(day(0)), failed(day(0))], expect: { outcome: 'cleared' } },
  {
    name: 'what replaces it was in before',
    given: [succeeded(day(-1), 'KB5042320'), failed(day(0), LEVEL_KB)],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'the moment after: that is a false alarm',
    given: [failed(day(0)), succeeded({ fromMs: day(0).fromMs + 1, toMs: day(0).fromMs + 1 })],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'by a clock of unknown zone the order cannot be told',
    given: [succeeded(localDay(0, -3)), failed(day(0))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'WinREAgent failed since',
    given: [succeeded(day(-1)), failed(day(0)), agent('failed', day(0, 1))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'what came since was not read',
    given: [succeeded(day(-1)), failed(day(0))],
    coverage: [covers('update-events', day(-2), day(0, 1))],
    at: day(9),
    expect: { outcome: 'undecided', missing: ['winre-version'] },
  },
  {
    name: 'what failed is another product',
    given: [succeeded(day(-1), 'KB2267602'), failed(day(0), 'KB2267602')],
    expect: { outcome: 'not-applicable' },
  },
  { name: 'nothing failed', given: [succeeded(day(-1))], expect: { outcome: 'undecided' } },
]);
