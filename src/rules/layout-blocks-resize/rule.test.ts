import { partition } from '../../testing/fact-values.js';
import { APRIL_KB, day, disk, enabled, fact, failed, GiB, MiB, said, succeeded } from '../../testing/facts.js';
import { testRule } from '../../testing/rule-tester.js';
import { rule } from './rule.js';

const part = (number: number, role: 'basic' | 'recovery', letter: string | null, freeBytes: number | null) => ({
  ...partition(number, role, 100 * GiB, number * 100 * GiB),
  sizeBytes: role === 'recovery' ? MiB * 500 : 100 * GiB,
  letter,
  freeBytes,
  active: number === 1,
});
const table = [
  part(1, 'basic', 'C', GiB),
  part(2, 'recovery', null, 0),
  part(3, 'basic', 'D', GiB),
  part(4, 'basic', 'E', GiB),
];

testRule(rule, [
  {
    name: 'the engine refused the layout',
    given: [fact('winre-space-check', { refusal: 'NotAllowCleanupWinREPartition' }, { witness: 'engine-log' })],
    expect: { outcome: 'found', certainty: 'proven' },
  },
  {
    name: 'the engine ran out of room, which is another trouble',
    given: [failed(day(0)), fact('winre-space-check', { refusal: 'InsufficientFreeSpace' }, { witness: 'engine-log' })],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'nothing speaks of the disk',
    given: [failed(day(0))],
    expect: { outcome: 'undecided', missing: ['disk-layout'] },
  },
  {
    name: 'too little free, and Windows lies behind',
    given: [
      failed(day(0)),
      disk(249_999_999, (parts) => [
        parts[0],
        parts[1],
        { ...parts[3], offsetBytes: 120 * MiB },
        { ...parts[2], offsetBytes: 820 * MiB },
      ]),
    ],
    expect: { outcome: 'found', certainty: 'supported', data: { obstacle: 'before-windows' } },
  },
  {
    name: 'the same with enough free',
    given: [
      failed(day(0)),
      disk(262_144_000, (parts) => [
        parts[0],
        parts[1],
        { ...parts[3], offsetBytes: 120 * MiB },
        { ...parts[2], offsetBytes: 820 * MiB },
      ]),
    ],
    expect: { outcome: 'not-applicable' },
  },
  {
    name: 'too little free, and a data partition in between',
    given: [
      failed(day(0)),
      enabled(true, { location: { disk: 0, partition: 4, offsetBytes: null, diskId: null, letter: null, path: null } }),
      disk(0, (parts) => [
        ...parts.slice(0, 3),
        { ...parts[2], number: 5, letter: 'D', offsetBytes: 120 * MiB + 200 * GiB },
        { ...parts[3], offsetBytes: 120 * MiB + 400 * GiB },
      ]),
    ],
    expect: { outcome: 'found', certainty: 'supported', data: { obstacle: 'blocked' } },
  },
  {
    name: 'an older recovery partition in between can be given up',
    given: [
      failed(day(0)),
      enabled(true, { location: { disk: 0, partition: 4, offsetBytes: null, diskId: null, letter: null, path: null } }),
      disk(0, (parts) => [
        ...parts.slice(0, 3),
        { ...parts[3], number: 5 },
        { ...parts[3], offsetBytes: 820 * MiB + 200 * GiB },
      ]),
    ],
    expect: { outcome: 'cleared' },
  },
  { name: 'right behind Windows it can grow', given: [failed(day(0)), disk(0)], expect: { outcome: 'cleared' } },
  {
    name: 'four primary partitions, and too little free',
    given: [failed(day(0)), fact('disk-layout', { style: 'mbr', partitions: table })],
    expect: { outcome: 'found', certainty: 'supported', data: { obstacle: 'table-full' } },
  },
  {
    name: 'one of four is an extended partition',
    given: [
      failed(day(0)),
      fact('disk-layout', { style: 'mbr', partitions: [...table.slice(0, 3), { ...table[3], role: 'extended' }] }),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'a person could not shrink Windows, and the partition is said to be too small',
    given: [failed(day(0)), said('shrink-refused'), said('recovery-partition-too-small')],
    expect: { outcome: 'found', certainty: 'supported' },
  },
  {
    name: 'a person could not shrink Windows: that it was needed is not shown',
    given: [failed(day(0)), said('shrink-refused')],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'known to be a false error before the restart: no advice on the disk',
    given: [
      failed(day(0), APRIL_KB),
      disk(0, (parts) => [
        parts[0],
        parts[1],
        { ...parts[3], offsetBytes: 120 * MiB },
        { ...parts[2], offsetBytes: 820 * MiB },
      ]),
    ],
    expect: { outcome: 'found', certainty: 'suspected' },
  },
  {
    name: 'it is in since',
    given: [
      failed(day(0)),
      succeeded(day(1)),
      disk(0, (parts) => [
        parts[0],
        parts[1],
        { ...parts[3], offsetBytes: 120 * MiB },
        { ...parts[2], offsetBytes: 820 * MiB },
      ]),
    ],
    expect: { outcome: 'cleared' },
  },
  {
    name: 'what failed is another product',
    given: [
      failed(day(0), 'KB2267602'),
      disk(0, (parts) => [
        parts[0],
        parts[1],
        { ...parts[3], offsetBytes: 120 * MiB },
        { ...parts[2], offsetBytes: 820 * MiB },
      ]),
    ],
    expect: { outcome: 'not-applicable' },
  },
]);
