import { day, disk, failed, GiB, MiB } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'of the recovery type, one byte above 2 GiB',
    given: [
      disk(0, (parts) => parts.map((part) => (part.role === 'recovery' ? { ...part, sizeBytes: 2 * GiB + 1 } : part))),
    ],
    expect: { outcome: 'found', certainty: 'proven', data: { sizeBytes: { bytes: 2 * GiB + 1 } } },
  },
  {
    name: '2 GiB',
    given: [
      disk(0, (parts) => parts.map((part) => (part.role === 'recovery' ? { ...part, sizeBytes: 2 * GiB } : part))),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'of a type of the maker',
    given: [disk(0, (parts) => [...parts, { ...parts[3], number: 5, role: 'oem', sizeBytes: MiB }])],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  { name: 'a large partition of data', given: [disk(0)], expect: { outcome: 'cleared' } },
  {
    name: 'a person shows the layout',
    given: [disk(0, (parts) => [...parts, { ...parts[3], number: 5, role: 'oem' }], { witness: 'person' })],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  { name: 'no layout was read', given: [failed(day(0))], expect: { outcome: 'undecided', missing: ['disk-layout'] } },
]);
