import { enabled, fact, level } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'above what reagentc prints',
    given: [level('10.0.19041.3921', 'registry-value'), level('10.0.19041.3920')],
    expect: { outcome: 'found', certainty: 'supported', data: { version: '10.0.19041.3921' } },
  },
  {
    name: 'the same as reagentc prints',
    given: [level('10.0.19041.3920', 'registry-value'), level('10.0.19041.3920')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'behind what was measured',
    given: [level('10.0.19041.3919', 'registry-value'), level('10.0.19041.3920')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'above metadata that may stay behind: it stands alone',
    given: [level('10.0.19041.3921', 'registry-value'), level('10.0.19041.1', 'image-metadata')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'alone',
    given: [level('10.0.19041.3921', 'registry-value')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'a mark of a script',
    given: [
      fact('evidence-loss', { what: 'version-value-set-by-hand', subject: 'WinREVersion' }, { witness: 'registry' }),
    ],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  { name: 'no value', given: [level('10.0.19041.3920')], expect: { outcome: 'not-applicable' } },
  { name: 'no level at all', given: [enabled(true)], expect: { outcome: 'undecided', missing: ['winre-version'] } },
]);
