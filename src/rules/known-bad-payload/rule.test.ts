import { day, fact, failed, said, succeeded } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'the update of October 2025 is in',
    given: [succeeded(day(190), 'KB5068164')],
    expect: { outcome: 'found', certainty: 'supported', data: { badKb: 'KB5068164', fixKb: 'KB5075039' } },
  },
  {
    name: 'and WinRE is said not to start',
    given: [succeeded(day(190), 'KB5068164'), said('winre-broken')],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'it failed, so it broke nothing',
    given: [failed(day(190), 'KB5068164')],
    expect: { outcome: 'undecided', missing: ['update-event'] },
  },
  {
    name: 'the fix is in as well',
    given: [succeeded(day(190), 'KB5068164'), succeeded(day(330), 'KB5075039')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'what replaces the fix is in',
    given: [succeeded(day(190), 'KB5068164'), succeeded(day(400), 'KB5120221')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the update before it is in, which mends nothing',
    given: [succeeded(day(190), 'KB5068164'), succeeded(day(100), 'KB5063523')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a package list shows it',
    given: [fact('installed-package', { kb: 'KB5068164' })],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a package list shows it staged only',
    given: [fact('installed-package', { kb: 'KB5068164', state: 'staged' })],
    expect: { outcome: 'undecided' },
  },
  {
    name: 'a cumulative update of the month after brings the fix',
    given: [
      succeeded(day(189), 'KB5066835'),
      fact(
        'update-event',
        {
          what: 'install-succeeded',
          kb: 'KB5099998',
          title: '2025-11 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5099998)',
        },
        { when: day(217) },
      ),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'one of the day before the fix does not',
    given: [
      succeeded(day(189), 'KB5066835'),
      fact(
        'update-event',
        {
          what: 'install-succeeded',
          kb: 'KB5099998',
          title: '2025-10 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5099998)',
        },
        { when: day(193) },
      ),
    ],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'two are in, and only one is mended',
    given: [succeeded(day(189), 'KB5066835'), succeeded(day(195), 'KB5070773'), succeeded(day(190), 'KB5068164')],
    expect: { outcome: 'found', certainty: 'supported', data: { badKb: 'KB5068164' } },
  },
  {
    name: 'the failure asked about is another product',
    given: [succeeded(day(190), 'KB5068164'), failed(day(200), 'KB2267602')],
    expect: { outcome: 'not-applicable' },
  },
]);
