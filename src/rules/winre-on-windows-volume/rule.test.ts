import { disk, enabled, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'registered on C:',
    given: [
      enabled(true, {
        location: { disk: null, partition: null, offsetBytes: null, diskId: null, letter: 'c', path: null },
      }),
    ],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'registered on the partition of Windows',
    given: [
      enabled(true, { location: { disk: 0, partition: 3, offsetBytes: null, diskId: null, letter: null, path: null } }),
      disk(0),
    ],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'registered on the next one',
    given: [
      enabled(true, { location: { disk: 0, partition: 4, offsetBytes: null, diskId: null, letter: null, path: null } }),
      disk(0),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a person says so',
    given: [said('winre-on-os-volume')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a person says so, and it is registered elsewhere',
    given: [
      enabled(true, { location: { disk: 0, partition: 4, offsetBytes: null, diskId: null, letter: null, path: null } }),
      disk(0),
      said('winre-on-os-volume'),
    ],
    expect: { outcome: 'cleared' },
  },
  { name: 'where it lies is not told', given: [disk(0)], expect: { outcome: 'undecided', missing: ['winre-config'] } },
]);
