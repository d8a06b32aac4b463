import { agent, covers, day, fact, failed, GENERIC, succeeded } from '../../testing/facts.js';
import { question } from '../../testing/judge.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'definitions of Defender',
    given: [failed(day(0), 'KB2267602')],
    expect: { outcome: 'found', certainty: 'proven', data: { product: 'defender' } },
  },
  {
    name: 'an installer with a name',
    given: [fact('installer-failure', { product: 'dotnet' }, { when: day(0) })],
    expect: { outcome: 'found', certainty: 'proven', data: { product: 'dotnet' } },
  },
  {
    name: 'a person names the product',
    given: [fact('installer-failure', { product: 'office' }, { witness: 'person' })],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  { name: 'a WinRE update', given: [failed(day(0))], expect: { outcome: 'cleared' } },
  {
    name: 'a number that nobody knows is not taken for another product',
    given: [failed(day(0), 'KB5999999')],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'not even where an installer failed on another day',
    given: [failed(day(0), 'KB5999999'), fact('installer-failure', { product: 'msi' }, { when: day(-3) })],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'a cumulative update that failed for a reason of servicing',
    given: [fact('update-event', { what: 'install-failed', kb: 'KB5066835', code: 0x800f0922 }, { when: day(0) })],
    expect: { outcome: 'found', certainty: 'proven', data: { product: 'os-servicing' } },
  },
  {
    name: 'the generic code says not why',
    given: [fact('update-event', { what: 'install-failed', kb: 'KB5066835', code: GENERIC }, { when: day(0) })],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'unless WinREAgent was watched, and was well',
    given: [fact('update-event', { what: 'install-failed', kb: 'KB5066835', code: GENERIC }, { when: day(0) })],
    coverage: [covers('winre-events', day(-1), day(1))],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a log of another day watched nothing',
    given: [fact('update-event', { what: 'install-failed', kb: 'KB5066835', code: GENERIC }, { when: day(0) })],
    coverage: [covers('winre-events', day(1), day(2))],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'its WinRE part failed',
    given: [
      fact('update-event', { what: 'install-failed', kb: 'KB5066835', code: GENERIC }, { when: day(0) }),
      agent('failed', day(0, 1)),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'WinREAgent failed a year before, and was made good',
    given: [
      fact('update-event', { what: 'install-failed', kb: 'KB5066835', code: 0x800f0922 }, { when: day(0) }),
      agent('failed', day(-365)),
      agent('succeeded', day(-300)),
    ],
    asked: question('KB5066835'),
    expect: { outcome: 'found', certainty: 'proven' },
  },
  { name: 'nothing failed', given: [succeeded(day(0))], expect: { outcome: 'undecided' } },
]);
