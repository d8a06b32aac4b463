import { day, fact, failed, GiB, said, succeeded } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'the engine refused',
    given: [failed(day(0)), fact('winre-space-check', { refusal: 'InsufficientFreeSpace' }, { witness: 'engine-log' })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'one byte less than a GiB',
    given: [failed(day(0)), fact('volume', { letter: 'C', role: 'os', freeBytes: GiB - 1, errorBytes: 0 })],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a GiB',
    given: [failed(day(0)), fact('volume', { letter: 'C', role: 'os', freeBytes: GiB, errorBytes: 0 })],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a rounded figure on the edge',
    given: [failed(day(0)), fact('volume', { letter: 'C', role: 'os', freeBytes: GiB - 1, errorBytes: 1 })],
    expect: { outcome: 'undecided', missing: ['volume'] },
  },
  {
    name: 'full, but nothing failed',
    given: [fact('volume', { letter: 'C', role: 'os', freeBytes: 0, errorBytes: 0 })],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'another volume is full',
    given: [failed(day(0)), fact('volume', { letter: 'D', freeBytes: 0 })],
    expect: { outcome: 'undecided', missing: ['volume'] },
  },
  {
    name: 'a person says so',
    given: [failed(day(0)), said('os-volume-full')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'it is in since',
    given: [
      failed(day(0)),
      succeeded(day(1)),
      fact('volume', { letter: 'C', role: 'os', freeBytes: 0, errorBytes: 0 }),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), fact('volume', { letter: 'C', role: 'os', freeBytes: 0, errorBytes: 0 })],
    expect: { outcome: 'not-applicable' },
  },
]);
