import type { KindId, Witness } from './model.js';

/** Which witness is believed first, in general. Printed as `docs/trust.md`. */
const GENERAL: readonly Witness[] = [
  'image-file',
  'image-metadata',
  'disk-structure',
  'event-log',
  'engine-log',
  'windows-output',
  'state-file',
  'registry',
  'update-log',
  'person',
];

/** Where a kind of evidence is told best by another order, and why. */
const SPECIAL: Partial<Record<KindId, { readonly order: readonly Witness[]; readonly reason: string }>> = {
  'winre-config': {
    order: [
      'state-file',
      'windows-output',
      'engine-log',
      'registry',
      'disk-structure',
      'event-log',
      'update-log',
      'person',
    ],
    reason: 'InstallState of ReAgent.xml is a number in every language; reagentc prints what it read there.',
  },
  'winre-version': {
    order: [
      'image-file',
      'event-log',
      'engine-log',
      'windows-output',
      'image-metadata',
      'state-file',
      'registry',
      'person',
    ],
    reason:
      'A file inside the image is the level itself; the image’s own build number may stay behind after a Safe OS update; the registry value can be written by hand.',
  },
  'update-event': {
    order: ['event-log', 'update-log', 'windows-output', 'engine-log', 'state-file', 'registry', 'person'],
    reason:
      'Event records carry the update’s id and a time in UTC; the history page is drawn from a store that can be reset.',
  },
  'disk-layout': {
    order: ['disk-structure', 'windows-output', 'engine-log', 'state-file', 'registry', 'event-log', 'person'],
    reason: 'The partition table itself is exact to the sector; command output is rounded.',
  },
};

export interface TrustRow {
  readonly kind: KindId | 'any other';
  readonly order: readonly Witness[];
  readonly reason: string;
}

/** The whole table, for `docs/trust.md`. */
export function trustTable(): readonly TrustRow[] {
  const special = Object.entries(SPECIAL).map(([kind, row]) => ({ kind: kind as KindId, ...row }));
  return [
    ...special,
    {
      kind: 'any other',
      order: GENERAL,
      reason: 'What was measured is believed before what was logged, and that before what was told.',
    },
  ];
}

/** Rank of a witness for one kind of evidence: 0 is believed first. A witness outside the table comes last. */
export function trustRank(kind: KindId, witness: Witness): number {
  const order = SPECIAL[kind]?.order ?? GENERAL;
  const rank = order.indexOf(witness);
  return rank < 0 ? order.length : rank;
}
