import { day, enabled, fact, failed, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'reagentc refused the encrypted volume',
    given: [fact('reagentc-operation', { verb: 'enable', ok: false, reason: 'bitlocker-volume' })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'the recovery volume is being decrypted: it is not yet',
    given: [fact('volume-encryption', { state: 'decrypting', role: 'recovery' })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'the recovery volume is decrypted',
    given: [fact('volume-encryption', { state: 'decrypted', role: 'recovery' })],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'its state could not be read',
    given: [fact('volume-encryption', { state: 'unknown', role: 'recovery' })],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'only the Windows volume is encrypted, as it should be',
    given: [fact('volume-encryption', { state: 'encrypted', role: 'os' })],
    expect: { outcome: 'cleared' },
  },
  { name: 'WinRE is enabled, so nothing kept it from that', given: [enabled(true)], expect: { outcome: 'cleared' } },
  {
    name: 'a person says that BitLocker refuses',
    given: [said('bitlocker-refuses')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), said('bitlocker-refuses')],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'nothing speaks of encryption',
    given: [failed(day(0))],
    expect: { outcome: 'undecided', missing: ['volume-encryption'] },
  },
]);
