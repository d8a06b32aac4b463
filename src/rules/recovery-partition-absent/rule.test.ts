import { day, disk, enabled, fact, failed, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'a whole listing without one',
    given: [disk(0, (parts) => parts.slice(0, 3))],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'the same listing with a partition of unread type',
    given: [disk(0, (parts) => [...parts.slice(0, 3), { ...parts[3], role: 'unstated' }])],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'a listing that is not whole',
    given: [fact('disk-layout', { complete: false, partitions: [] })],
    expect: { outcome: 'not-applicable' },
  },
  { name: 'it is there', given: [disk(0)], expect: { outcome: 'cleared' } },
  {
    name: 'WinRE is registered on C:',
    given: [
      enabled(true, {
        location: { disk: null, partition: null, offsetBytes: null, diskId: null, letter: 'C', path: null },
      }),
    ],
    expect: { outcome: 'found', certainty: 'proven', data: { place: 'os-volume' } },
  },
  {
    name: 'a person says so of a failed WinRE update',
    given: [failed(day(0)), said('recovery-partition-absent')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a person says so, and nothing failed',
    given: [said('recovery-partition-absent')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'a person says so, but WinRE is enabled',
    given: [failed(day(0)), said('recovery-partition-absent'), enabled(true)],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), disk(0, (parts) => parts.slice(0, 3))],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'nothing speaks of partitions',
    given: [failed(day(0))],
    expect: { outcome: 'undecided', missing: ['recovery-partition'] },
  },
]);
