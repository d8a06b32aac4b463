import {
  APRIL_KB,
  agent,
  code,
  covers,
  day,
  disk,
  fact,
  failed,
  GENERIC,
  restarted,
  said,
  succeeded,
  WINRE_KB,
} from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'the engine ran out of room',
    given: [failed(day(0)), code(0x80070070, { when: day(0) })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'the update itself failed with the code',
    given: [failed(day(0), WINRE_KB, 0x80070070)],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'WinREAgent could not commit',
    given: [agent('failed', day(0), { phase: 2, code: GENERIC })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'it failed in another phase',
    given: [agent('failed', day(0), { phase: 3, code: GENERIC })],
    expect: { outcome: 'undecided' },
  },
  {
    name: 'one byte less than the engine asks for',
    given: [
      failed(day(0)),
      fact('winre-space-check', { freeBytes: 99, requiredBytes: 100 }, { witness: 'engine-log' }),
    ],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'exactly what the engine asks for',
    given: [
      failed(day(0)),
      fact('winre-space-check', { freeBytes: 100, requiredBytes: 100 }, { witness: 'engine-log' }),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'short at first, and enough when it looked again',
    given: [
      failed(day(0)),
      fact('winre-space-check', { freeBytes: 99, requiredBytes: 100 }, { when: day(0), witness: 'engine-log' }),
      fact('winre-space-check', { freeBytes: 100, requiredBytes: 100 }, { when: day(1), witness: 'engine-log' }),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'room for the image to be replaced in place',
    given: [
      failed(day(0)),
      fact('winre-space-check', { freeBytes: 110_485_761, targetImageBytes: 100_000_000 }, { witness: 'engine-log' }),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a byte less: only the published rule speaks',
    given: [
      failed(day(0)),
      fact('winre-space-check', { freeBytes: 110_485_760, targetImageBytes: 100_000_000 }, { witness: 'engine-log' }),
    ],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a byte short of the rule however it is read',
    given: [failed(day(0)), disk(249_999_999)],
    expect: { outcome: 'found', certainty: 'supported', data: { freeBytes: { bytes: 249_999_999 } } },
  },
  {
    name: 'to the byte the script decides, and it counts 250 MB as 250 MiB',
    given: [failed(day(0)), disk(250_000_000)],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a byte short of 250 MiB',
    given: [failed(day(0)), disk(262_143_999)],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'as much as the script asks for',
    given: [failed(day(0)), disk(262_144_000)],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a rounded figure may be enough',
    given: [failed(day(0)), fact('volume', { role: 'recovery', freeBytes: 249_000_000, errorBytes: 1_000_000 })],
    expect: { outcome: 'undecided', missing: ['volume'] },
  },
  {
    name: 'a rounded figure is surely short',
    given: [failed(day(0)), fact('volume', { role: 'recovery', freeBytes: 248_999_999, errorBytes: 1_000_000 })],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'the size alone proves nothing',
    given: [failed(day(0)), disk(null)],
    expect: { outcome: 'undecided', missing: ['recovery-partition'] },
  },
  {
    name: 'short, but known to be a false error before the restart',
    given: [failed(day(0), APRIL_KB), disk(0)],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'restarted, and it failed again',
    given: [failed(day(0), APRIL_KB), disk(0), restarted(day(1)), failed(day(2), APRIL_KB), restarted(day(3))],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'the same update after the days of the false error',
    given: [failed(day(20), APRIL_KB), disk(0)],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'short, and enlarged in vain',
    given: [failed(day(0)), disk(0), said('enlarged-without-success')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'enlarged, and it went in',
    given: [failed(day(0)), said('enlarged-and-solved')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'no failure in a history that reaches to now: the next one would meet it',
    given: [disk(0)],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'the last servicing got by with it',
    given: [disk(0), agent('succeeded', day(-3))],
    coverage: [covers('update-events', day(-30), day(0))],
    at: day(0),
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'the history is an old one',
    given: [disk(0)],
    coverage: [covers('update-events', day(-90), day(-60))],
    at: day(0),
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  { name: 'it is in since', given: [failed(day(0)), disk(0), succeeded(day(1))], expect: { outcome: 'cleared' } },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), disk(0)],
    expect: { outcome: 'not-applicable' },
  },
]);
