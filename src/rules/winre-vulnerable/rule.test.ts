import { enabled, level } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'one revision below the fix',
    given: [level('10.0.19041.3919')],
    expect: {
      outcome: 'found',
      certainty: 'supported',
      data: { weaknesses: { list: ['CVE-2024-20666', 'bitunlocker-2025'] } },
    },
  },
  {
    name: 'by a file inside the image',
    given: [level('10.0.19041.3919', 'file-in-image')],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'at the fix: the later weakness stays',
    given: [level('10.0.19041.3920')],
    expect: { outcome: 'found', certainty: 'supported', data: { weaknesses: { list: ['bitunlocker-2025'] } } },
  },
  {
    name: 'at a level that came after all published ones',
    given: [level('10.0.19041.7000')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'below two fixes',
    given: [level('10.0.19041.2246')],
    expect: {
      outcome: 'found',
      certainty: 'supported',
      data: { weaknesses: { list: ['CVE-2022-41099', 'CVE-2024-20666', 'bitunlocker-2025'] } },
    },
  },
  {
    name: 'a value in the registry',
    given: [level('10.0.19041.3919', 'registry-value')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'a person says the level',
    given: [level('10.0.19041.3919', 'person')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  { name: 'the level was not read', given: [enabled(true)], expect: { outcome: 'undecided', missing: ['level'] } },
]);
