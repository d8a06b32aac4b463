import {
  APRIL_KB,
  agent,
  awaited,
  day,
  fact,
  failed,
  LEVEL_KB,
  level,
  restarted,
  said,
  succeeded,
} from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'a sign of servicing stands',
    given: [failed(day(0)), awaited()],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'only a person says so',
    given: [failed(day(0)), said('restart-awaited')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a sign that proves little',
    given: [failed(day(0)), awaited({ indicator: 'computer-rename', strength: 'weak' })],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'the sign is older than the last full restart',
    given: [failed(day(0)), awaited({}, day(0)), restarted(day(0, 1))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a fast startup is no restart',
    given: [failed(day(0)), awaited({}, day(0)), restarted(day(0, 1), 'fast-startup')],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'a start of unread type is none either',
    given: [failed(day(0)), awaited({}, day(0)), restarted(day(0, 1), null)],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'there is a sign still after a restart',
    given: [failed(day(0)), restarted(day(1)), awaited({}, day(2))],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'looked for, and not there',
    given: [failed(day(0)), awaited({ present: false })],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'known to be shown falsely, and no restart since',
    given: [failed(day(0), APRIL_KB)],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'the last day on which it still may be',
    given: [failed(day(13, 12), APRIL_KB)],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'a millisecond later',
    given: [failed({ fromMs: day(13, 12).fromMs + 1, toMs: day(13, 12).fromMs + 1 }, APRIL_KB)],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'known to be shown falsely, and restarted since',
    given: [failed(day(0), APRIL_KB), restarted(day(0, 1))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the restart came the moment before',
    given: [failed(day(0), APRIL_KB), restarted({ fromMs: day(0).fromMs - 1, toMs: day(0).fromMs - 1 })],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'the same on a server',
    given: [failed(day(0), APRIL_KB), fact('os-version', { build: 20348, server: true })],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'the same, of an update for servers',
    given: [failed(day(0), 'KB5057588')],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'WinREAgent failed: it is no false error',
    given: [failed(day(0), APRIL_KB), agent('failed', day(0, 1))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the image has the old level still, as it must before the restart',
    given: [failed(day(0), LEVEL_KB), awaited(), level('10.0.19041.3919', 'file-in-image')],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'it is in, whatever else awaits a restart',
    given: [failed(day(0)), succeeded(day(1)), awaited()],
    expect: { outcome: 'cleared' },
  },
  { name: 'another update', given: [failed(day(0))], expect: { outcome: 'not-applicable' } },
  { name: 'nothing failed', given: [awaited()], expect: { outcome: 'undecided', missing: ['judged'] } },
]);
