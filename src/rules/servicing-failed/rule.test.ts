import {
  APRIL_KB,
  agent,
  awaited,
  covers,
  day,
  failed,
  LEVEL_KB,
  level,
  restarted,
  succeeded,
} from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'WinREAgent failed',
    given: [agent('failed', day(0), { code: 0x80070001 })],
    expect: { outcome: 'found', certainty: 'proven', data: { code: { hresult: 0x80070001 } } },
  },
  {
    name: 'half a minute before Windows Update said so',
    given: [failed(day(0)), agent('failed', { fromMs: day(0).fromMs - 30_000, toMs: day(0).fromMs - 30_000 })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'more than an hour before: another attempt',
    given: [failed(day(0)), agent('failed', day(0, -2)), agent('succeeded', day(0, -1))],
    expect: { outcome: 'undecided' },
  },
  {
    name: 'rolled back after the failure',
    given: [failed(day(0)), agent('rolled-back', day(0, 1))],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'it succeeded the moment after',
    given: [agent('failed', day(0)), agent('succeeded', { fromMs: day(0).fromMs + 1, toMs: day(0).fromMs + 1 })],
    expect: { outcome: 'undecided' },
  },
  {
    name: 'restarted since, all read, no success, and the image below the level',
    given: [failed(day(0), LEVEL_KB), restarted(day(1)), level('10.0.19041.3919')],
    coverage: [covers('update-events', day(-1), day(2))],
    at: day(2),
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'the image has the level',
    given: [failed(day(0), LEVEL_KB), restarted(day(1)), level('10.0.19041.3920')],
    coverage: [covers('update-events', day(-1), day(2))],
    at: day(2),
    expect: { outcome: 'cleared' },
  },
  {
    name: 'below a level that came before this update',
    given: [failed(day(0), APRIL_KB), restarted(day(1)), level('10.0.19041.3919')],
    coverage: [covers('update-events', day(-1), day(2))],
    at: day(2),
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'not restarted since',
    given: [failed(day(0), LEVEL_KB), level('10.0.19041.3919')],
    coverage: [covers('update-events', day(-1), day(2))],
    at: day(2),
    expect: { outcome: 'undecided', missing: ['winre-servicing'] },
  },
  {
    name: 'a restart is still awaited',
    given: [failed(day(0), LEVEL_KB), restarted(day(1)), awaited(), level('10.0.19041.3919')],
    coverage: [covers('update-events', day(-1), day(2))],
    at: day(2),
    expect: { outcome: 'undecided' },
  },
  {
    name: 'the level is only a value in the registry',
    given: [failed(day(0), LEVEL_KB), restarted(day(1)), level('10.0.19041.3919', 'registry-value')],
    coverage: [covers('update-events', day(-1), day(2))],
    at: day(2),
    expect: { outcome: 'undecided' },
  },
  { name: 'it went in', given: [failed(day(0)), succeeded(day(1))], expect: { outcome: 'cleared' } },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602')],
    expect: { outcome: 'not-applicable' },
  },
]);
