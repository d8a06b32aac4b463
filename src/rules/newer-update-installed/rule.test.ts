import { agent, covers, day, failed, LEVEL_KB, succeeded } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'what replaces it went in after the failure',
    given: [failed(day(0), LEVEL_KB), succeeded(day(1), 'KB5042320')],
    expect: { outcome: 'found', certainty: 'supported', data: { newerKb: 'KB5042320' } },
  },
  {
    name: 'and all events since were read',
    given: [failed(day(0), LEVEL_KB), succeeded(day(1), 'KB5042320')],
    coverage: [covers('update-events', day(-1), day(2))],
    at: day(2),
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'the log ends before the moment judged',
    given: [failed(day(0), LEVEL_KB), succeeded(day(1), 'KB5042320')],
    coverage: [covers('update-events', day(-1), day(1, 1))],
    at: day(9),
    expect: { outcome: 'undecided' },
  },
  {
    name: 'through two steps',
    given: [failed(day(0), LEVEL_KB), succeeded(day(1), 'KB5057589')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a later update that does not replace it',
    given: [failed(day(0), LEVEL_KB), succeeded(day(1), 'KB5034440')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the update itself went in: that is another story',
    given: [failed(day(0), LEVEL_KB), succeeded(day(1), LEVEL_KB)],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the newer one went in the moment before',
    given: [failed(day(0), LEVEL_KB), succeeded({ fromMs: day(0).fromMs - 1, toMs: day(0).fromMs - 1 }, 'KB5042320')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'WinRE servicing failed again since',
    given: [failed(day(0), LEVEL_KB), succeeded(day(1), 'KB5042320'), agent('failed', day(2))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), succeeded(day(1), 'KB5042320')],
    expect: { outcome: 'not-applicable' },
  },
  { name: 'nothing failed', given: [succeeded(day(1), 'KB5042320')], expect: { outcome: 'undecided' } },
]);
