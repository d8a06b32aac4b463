import { day, enabled, fact, failed, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  { name: 'reagentc says so', given: [enabled(false)], expect: { outcome: 'found', certainty: 'proven' } },
  {
    name: 'a person says so',
    given: [enabled(false, {}, { witness: 'person' })],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  { name: 'it is on', given: [enabled(true)], expect: { outcome: 'cleared' } },
  {
    name: 'ReAgent.xml says off, reagentc says on',
    given: [enabled(false, {}, { witness: 'state-file' }), enabled(true)],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'ReAgent.xml says on, reagentc says off',
    given: [enabled(true, {}, { witness: 'state-file' }), enabled(false)],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'off, and switched on further down',
    given: [enabled(false, {}, { line: 1 }), fact('reagentc-operation', { verb: 'enable', ok: true }, { line: 9 })],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'switched on, and off when shown further down',
    given: [fact('reagentc-operation', { verb: 'enable', ok: true }, { line: 1 }), enabled(false, {}, { line: 9 })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'on, and switched off further down',
    given: [enabled(true, {}, { line: 1 }), fact('reagentc-operation', { verb: 'disable', ok: true }, { line: 9 })],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'switching on failed',
    given: [enabled(false, {}, { line: 1 }), fact('reagentc-operation', { verb: 'enable', ok: false }, { line: 9 })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'it is said not to be possible to switch on',
    given: [said('winre-enable-fails')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), enabled(false)],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'nothing speaks of it',
    given: [failed(day(0))],
    expect: { outcome: 'undecided', missing: ['winre-config'] },
  },
]);
