import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hear } from '../../testing/prose-hearing.js';
import { CASES } from '../../testing/shared.js';

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly facts: {
    readonly kb?: readonly string[];
    readonly errorCodes?: readonly string[];
    readonly recoveryPartitionSizeMB?: number;
    readonly recoveryPartitionFreeMB?: number | null;
    readonly recoveryPartitionExists?: boolean;
    readonly winreEnabled?: boolean | null;
  };
}

const MIB = 1024 ** 2;

/** What was told and what was heard of one thing, over all tickets. */
interface Tally {
  told: number;
  heard: number;
  both: number;
}

describe.skipIf(CASES === null)('tickets with independent truth (skipped where the cases are not here)', () => {
  const tickets = readdirSync(CASES ?? '.')
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(CASES ?? '.', file), 'utf8')) as Case)
    .filter(({ kind }) => kind === 'ticket-text');

  it('are heard as they were told: updates, codes, sizes, states', () => {
    const tallies = new Map<string, Tally>();
    const missed: string[] = [];
    const compare = (what: string, id: string, told: readonly unknown[], heard: readonly unknown[]) => {
      const tally = tallies.get(what) ?? { told: 0, heard: 0, both: 0 };
      const both = told.filter((one) => heard.includes(one)).length;
      tallies.set(what, { told: tally.told + told.length, heard: tally.heard + heard.length, both: tally.both + both });
      if (both < told.length || both < heard.length) missed.push(`${id} ${what}: told ${told}, heard ${heard}`);
    };
    for (const { id, text, facts } of tickets) {
      const heard = hear(text);
      const values = (key: string) =>
        heard
          .map(({ value }) => (value as unknown as Record<string, unknown>)[key])
          .filter((one) => one !== undefined && one !== null);
      const unique = (list: readonly unknown[]) => [...new Set(list)];
      compare('kb', id, facts.kb ?? [], unique(values('kb')));
      const codes = (facts.errorCodes ?? [])
        .filter((code) => /^0x8/.test(code))
        .map((code) => Number.parseInt(code, 16));
      compare(
        'code',
        id,
        codes,
        unique(values('code')).filter((code) => Number(code) >= 0x80000000 && Number(code) !== 0xc142011c),
      );
      const claims = heard.filter(({ kind }) => kind === 'recovery-partition-claim').map(({ value }) => value);
      const of = (key: 'sizeBytes' | 'freeBytes') =>
        claims.flatMap((claim) => (key in claim && (claim as never)[key] !== null ? [(claim as never)[key]] : []));
      const size = facts.recoveryPartitionSizeMB;
      if (size !== undefined) compare('size', id, [size * MIB], unique(of('sizeBytes')));
      compare('free', id, [], unique(of('freeBytes')));
      if (facts.recoveryPartitionExists === false) {
        compare(
          'absent',
          id,
          [true],
          claims.some((claim) => 'exists' in claim && claim.exists === false) ? [true] : [],
        );
      }
      const states = heard.flatMap(({ kind, value }) =>
        kind === 'winre-config' && 'enabled' in value ? [value.enabled] : [],
      );
      const state = facts.winreEnabled;
      if (typeof state === 'boolean') compare('state', id, [state], unique(states.filter((one) => one !== null)));
    }
    const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
    const table = [...tallies].map(([what, { told, heard, both }]) => ({
      what,
      recall: share(both, told),
      precision: share(both, heard),
    }));
    console.log(
      `${tickets.length} tickets\n${table.map((row) => `${row.what}: recall ${row.recall.toFixed(2)}, precision ${row.precision.toFixed(2)}`).join('\n')}\n${missed.join('\n')}`,
    );
    for (const { what, recall, precision } of table) {
      if (what === 'kb' || what === 'code') expect(recall, `recall of ${what}`).toBeGreaterThan(0.9);
      if (what !== 'state') expect(precision, `precision of ${what}`).toBeGreaterThan(0.9);
    }
  });
});
