import { agent, code, day, fact, failed, said, succeeded, WINRE_KB } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'WinREAgent wrote the code down',
    given: [failed(day(0)), code(0x800f0831, { when: day(0) })],
    expect: { outcome: 'found', certainty: 'proven', data: { code: { hresult: 0x800f0831 } } },
  },
  {
    name: 'the update itself failed with it',
    given: [failed(day(0), WINRE_KB, 0x800f0831)],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'a person tells the code',
    given: [fact('update-event', { what: 'install-failed', kb: WINRE_KB, code: 0x800f0831 }, { witness: 'person' })],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a line of CBS within the hour belongs to the failure',
    given: [failed(day(0)), code(0x800f0831, { when: day(0, 1), aboutWinRe: false })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'the same line an hour and a second later does not',
    given: [
      failed(day(0)),
      code(0x800f0831, { when: { fromMs: day(0, 1).fromMs + 1000, toMs: day(0, 1).toMs + 1000 }, aboutWinRe: false }),
    ],
    expect: { outcome: 'undecided', missing: ['servicing-error'] },
  },
  {
    name: 'a neighbouring code says something else',
    given: [failed(day(0)), code(0x80070001, { when: day(0) })],
    expect: { outcome: 'undecided', missing: ['servicing-error'] },
  },
  {
    name: 'WinRE servicing succeeded since: the code is history',
    given: [failed(day(0)), code(0x800f0831, { when: day(0) }), agent('succeeded', day(0, 1))],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the code came after the success: it stands',
    given: [failed(day(0)), code(0x800f0831, { when: day(2) }), succeeded(day(1), 'KB5034441')],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602', 0x800f0831)],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'a person says so of a WinRE update',
    given: [failed(day(0)), said('store-corrupt')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a person says so, and nothing failed',
    given: [said('store-corrupt')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
]);
