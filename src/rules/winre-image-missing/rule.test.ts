import { day, enabled, fact, failed, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'reagentc found none',
    given: [
      enabled(false),
      fact('reagentc-operation', { verb: 'enable', ok: false, reason: 'image-not-found' }, { line: 1 }),
    ],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'reagentc found none, then switched on',
    given: [
      fact('reagentc-operation', { verb: 'enable', ok: false, reason: 'image-not-found' }, { line: 1 }),
      fact('reagentc-operation', { verb: 'enable', ok: true }, { line: 2 }),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'switched on, and then it found none',
    given: [
      fact('reagentc-operation', { verb: 'enable', ok: true }, { line: 1 }),
      fact('reagentc-operation', { verb: 'enable', ok: false, reason: 'image-not-found' }, { line: 2 }),
    ],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'on, and gone from the recovery partition',
    given: [enabled(true), fact('winre-image', { state: 'missing', place: 'recovery-partition' })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'on, and gone from where it is staged: as it should be',
    given: [enabled(true), fact('winre-image', { state: 'missing', place: 'system32-recovery' })],
    expect: { outcome: 'undecided', missing: ['winre-image'] },
  },
  {
    name: 'off, and gone from where it is staged',
    given: [enabled(false), fact('winre-image', { state: 'missing', place: 'system32-recovery' })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'off, and gone from the recovery partition only',
    given: [enabled(false), fact('winre-image', { state: 'missing', place: 'recovery-partition' })],
    expect: { outcome: 'undecided' },
  },
  {
    name: 'off, gone from one place and there in the other',
    given: [
      enabled(false),
      fact('winre-image', { state: 'missing', place: 'system32-recovery' }),
      fact('winre-image', { state: 'present', place: 'recovery-partition' }),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a copy in the scratch folder is no image in place',
    given: [
      enabled(true),
      fact('winre-image', { state: 'missing', place: 'recovery-partition' }),
      fact('winre-image', { state: 'present', place: 'scratch' }),
    ],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'a person says so, and WinRE is off',
    given: [enabled(false), said('image-missing')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a person says so, but WinRE is on',
    given: [enabled(true), said('image-missing')],
    expect: { outcome: 'cleared' },
  },
  { name: 'a person says so', given: [said('image-missing')], expect: { outcome: 'found', certainty: 'suspected' } },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), said('image-missing')],
    expect: { outcome: 'not-applicable' },
  },
]);
