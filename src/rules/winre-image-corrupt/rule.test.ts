import { agent, code, day, fact, failed, level, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'the image could not be read',
    given: [fact('winre-image', { state: 'corrupt', place: 'recovery-partition' }, { witness: 'disk-structure' })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'servicing met the code',
    given: [failed(day(0)), code(0x80070570, { when: day(0) })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'the code is not about WinRE',
    given: [failed(day(0)), code(0x80070570, { when: day(0), aboutWinRe: false })],
    expect: { outcome: 'undecided', missing: ['winre-image'] },
  },
  {
    name: 'servicing succeeded since',
    given: [failed(day(0)), code(0x80070570, { when: day(0) }), agent('succeeded', day(1))],
    expect: { outcome: 'undecided' },
  },
  {
    name: 'a file inside it was read',
    given: [level('10.0.19041.1', 'file-in-image'), said('image-corrupt')],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'that reagentc prints a level does not show it whole',
    given: [failed(day(0)), level('10.0.19041.1'), said('image-corrupt')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a person says so, and nothing failed',
    given: [said('image-corrupt')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), said('image-corrupt')],
    expect: { outcome: 'not-applicable' },
  },
]);
