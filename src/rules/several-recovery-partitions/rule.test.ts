import { day, disk, fact, failed, GiB, MiB } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'two on the disk of Windows',
    given: [
      disk(0, (parts) => [
        ...parts.slice(0, 3),
        { ...parts[3], number: 5 },
        { ...parts[3], offsetBytes: 820 * MiB + 200 * GiB },
      ]),
    ],
    expect: { outcome: 'found', certainty: 'proven', data: { partitions: { count: 2 } } },
  },
  { name: 'one', given: [disk(0)], expect: { outcome: 'cleared' } },
  { name: 'none', given: [disk(0, (parts) => parts.slice(0, 3))], expect: { outcome: 'cleared' } },
  {
    name: 'a person counts three',
    given: [fact('recovery-partition-claim', { count: 3 }, { witness: 'person' })],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'the count is not told',
    given: [fact('recovery-partition-claim', { exists: true }, { witness: 'person' })],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'nothing speaks of partitions',
    given: [failed(day(0))],
    expect: { outcome: 'undecided', missing: ['recovery-partition'] },
  },
]);
