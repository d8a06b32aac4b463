import { day, disk, enabled, fact, failed, GiB, MiB, said } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

testRule(rule, [
  {
    name: 'no partition starts where it is registered',
    given: [
      enabled(true, {
        location: {
          disk: null,
          partition: null,
          offsetBytes: 120 * MiB + 200 * GiB - 512,
          diskId: null,
          letter: null,
          path: null,
        },
      }),
      disk(0),
    ],
    expect: { outcome: 'found', certainty: 'proven', data: { detail: 'place' } },
  },
  {
    name: 'one does',
    given: [
      enabled(true, {
        location: {
          disk: null,
          partition: null,
          offsetBytes: 120 * MiB + 200 * GiB,
          diskId: null,
          letter: null,
          path: null,
        },
      }),
      disk(0),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'offsets are rounded: nothing is shown',
    given: [
      enabled(true, {
        location: {
          disk: null,
          partition: null,
          offsetBytes: 120 * MiB + 200 * GiB - 512,
          diskId: null,
          letter: null,
          path: null,
        },
      }),
      disk(0, (parts) => parts.map((part) => ({ ...part, offsetErrorBytes: 512 }))),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'the disk that it names was not listed',
    given: [
      enabled(true, {
        location: { disk: 1, partition: null, offsetBytes: MiB, diskId: null, letter: null, path: null },
      }),
      disk(0, (parts) => parts.slice(0, 3)),
    ],
    expect: { outcome: 'undecided' },
  },
  {
    name: 'on, with an identifier of zeros',
    given: [enabled(true, { bcdId: '00000000-0000-0000-0000-000000000000' })],
    expect: { outcome: 'found', certainty: 'proven', data: { detail: 'boot-entry' } },
  },
  {
    name: 'off, with an identifier of zeros: as it should be',
    given: [enabled(false, { bcdId: '00000000-0000-0000-0000-000000000000' })],
    expect: { outcome: 'undecided' },
  },
  {
    name: 'no boot entry bears the identifier',
    given: [enabled(true, { bcdId: 'a' }), fact('boot-entry', { id: 'b', role: 'os-loader', isDefault: true })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'one does bear it',
    given: [enabled(true, { bcdId: 'a' }), fact('boot-entry', { id: 'a', role: 'recovery-loader' })],
    expect: { outcome: 'undecided' },
  },
  {
    name: 'reagentc could not write the boot store',
    given: [fact('reagentc-operation', { verb: 'enable', ok: false, reason: 'bcd-not-updated' }, { line: 1 })],
    expect: { outcome: 'found', certainty: 'proven', data: { detail: 'refused' } },
  },
  {
    name: 'and then it could',
    given: [
      fact('reagentc-operation', { verb: 'enable', ok: false, reason: 'bcd-not-updated' }, { line: 1 }),
      fact('reagentc-operation', { verb: 'enable', ok: true }, { line: 2 }),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'cloned, and off since',
    given: [enabled(false), said('layout-changed')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'cloned, and an update failed',
    given: [failed(day(0)), said('layout-changed')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'what failed is another product',
    given: [failed(day(0), 'KB2267602'), enabled(false), said('layout-changed')],
    expect: { outcome: 'not-applicable' },
  },
]);
