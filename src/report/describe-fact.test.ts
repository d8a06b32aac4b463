import { describe, expect, it } from 'vitest';
import type { AnyFact } from '../evidence/model.js';
import { english } from '../locales/locales.js';
import { fact, factOfEveryKind, SOURCES } from '../testing/diagnoses.js';
import { BARE_VALUES, FULL_VALUES, MiB } from '../testing/fact-values.js';
import { describeFact, describePlace } from './describe-fact.js';
import { makeWords } from './make-words.js';

const words = makeWords(english, {
  onGap: (gap) => {
    throw new Error(gap);
  },
});
const say = (one: AnyFact) => words.say(describeFact(one));

describe('describeFact', () => {
  it('says who says it and what', () => {
    expect(say(fact('update-event', FULL_VALUES['update-event'], { witness: 'update-log' }))).toBe(
      'Update log: KB5057589 failed to install with 0x80070643',
    );
    const servicing = { ...FULL_VALUES['winre-servicing'], what: 'succeeded', version: '10.0.19041.5737' } as const;
    expect(say(fact('winre-servicing', { ...servicing, phase: null, kb: null }))).toBe(
      'Event log: servicing of WinRE succeeded, the image is now 10.0.19041.5737',
    );
    expect(
      say(fact('volume', { ...FULL_VALUES.volume, label: null, dirty: null }, { witness: 'disk-structure' })),
    ).toBe('Disk: the recovery partition (disk 0, partition 4) has 520 MB, 12 MB free (NTFS)');
    expect(say(fact('statement', { claim: 'restarted', kb: null }, { witness: 'person' }))).toBe(
      'A person wrote: the device was restarted since',
    );
    expect(say(fact('restart', { what: 'start', bootType: 'fast-startup' }))).toContain('does not finish updates');
  });

  it('never says more than the witness did', () => {
    const said = factOfEveryKind(BARE_VALUES).map(say);
    for (const sentence of said) expect(sentence).not.toMatch(/null|undefined|NaN|\(\)|\{|\}/);
    expect(say(fact('winre-config', BARE_VALUES['winre-config']))).toBe('Event log: how WinRE is registered');
    expect(say(fact('recovery-partition-claim', { ...BARE_VALUES['recovery-partition-claim'], exists: false }))).toBe(
      'Event log: there is no recovery partition',
    );
    expect(say(fact('volume', { ...BARE_VALUES.volume, freeBytes: 3 * MiB, errorBytes: 0 }))).toBe(
      'Event log: a volume has 3 MB free',
    );
  });

  it('has a different sentence for every kind', () => {
    const sentences = factOfEveryKind().map(say);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('knows an update by number, else by title, else by identifier', () => {
    const event = { ...FULL_VALUES['update-event'], what: 'offered', code: null } as const;
    expect(say(fact('update-event', event))).toContain('KB5057589 is offered');
    expect(say(fact('update-event', { ...event, kb: null }))).toContain('2025-04 Security Update');
    expect(say(fact('update-event', { ...event, kb: null, title: null }))).toContain('update b1e2c3d4');
    expect(say(fact('update-event', BARE_VALUES['update-event']))).toContain('an update is offered');
  });
});

describe('describePlace', () => {
  const place = (cite: AnyFact['cite']) => words.say(describePlace(cite, SOURCES));

  it('names the source and where in it', () => {
    expect(place({ source: 's1', at: { record: 8121 } })).toBe('logs.zip/System.evtx record 8121');
    expect(place({ source: 's2', at: { line: 12345 } })).toBe('CBS.log line 12345');
    expect(place({ source: 's2', at: { byte: 512, length: 8 } })).toBe('CBS.log byte 0x200, length 8');
    expect(place({ source: 's2', at: { key: 'HKLM\\A', value: 'B' }, path: 'x.wim' })).toBe(
      'CBS.log key HKLM\\A value B in x.wim',
    );
    expect(place({ source: 'gone', at: { line: 1 } })).toBe('gone line 1');
  });
});
