import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.js';
import { explain, queriesOf } from './explain.js';
import { FACT_LABELS, READING_KINDS } from './explanation.js';

const keys = (query: string) => explain(query).readings.map(({ kind, key }) => `${kind} ${key}`);
const claims = (query: string) => explain(query).readings.flatMap((reading) => reading.claims);

describe('a code', () => {
  it.each([
    '0x80070643',
    '80070643',
    '0X80070643',
    '-2147023293',
    '2147944003',
    '1603',
    '0x643',
    '0xffffffff80070643',
    'error_install_failure',
    'error 1603',
    'hresult 0x80070643',
  ])('is the same however it is written: %s', (query) => {
    expect(keys(query)[0]).toBe('error-code 0x80070643');
  });

  it('is told from the bare digits of reagentc', () => {
    expect(keys('3bc3')).toEqual(['error-code REAGENTC:3bc3']);
    expect(keys('REAGENTC:3bc3')).toEqual(['error-code REAGENTC:3bc3']);
    expect(keys('reagentc 3BC3')).toEqual(['error-code REAGENTC:3bc3']);
    expect(keys('b7')).toEqual(['error-code REAGENTC:b7']);
    expect(keys('c142011c')).toEqual(['error-code 0xC142011C']);
    expect(keys('d')).toEqual(['error-code 0x8007000D']); // not in the list of reagentc, but Win32 13
    expect(explain('70').readings[0]?.facts.find(({ label }) => label === 'win32')?.values).toEqual([{ text: '112' }]);
  });

  it('that no table holds is taken apart', () => {
    const { outcome, readings } = explain('0x80071234');
    expect(outcome).toBe('decoded');
    expect(readings[0]?.known).toBe(false);
    expect(readings[0]?.facts).toContainEqual({ label: 'win32', values: [{ text: '4660' }] });
  });

  it('never names a cause where it does not decide', () => {
    expect(explain('0x80070643').readings[0]?.causes).toEqual([]);
  });
});

describe('wrong claims', () => {
  it('0x80070643 is 1603, not 1618', () => {
    const found = claims('0x80070643').find(({ claim }) => /already running/.test(claim));
    expect(found?.contradiction).toMatch(/1603.*ERROR_INSTALL_FAILURE/);
    expect(found?.contradiction).toMatch(/1618/);
    expect(found?.source.length).toBeGreaterThan(0);
  });

  it('April 2025 was another update awaiting a restart, not a fragmented partition', () => {
    for (const query of ['KB5057589', 'KB5057588', 'pending-restart']) {
      const found = claims(query).find(({ claim }) => /fragmented/.test(claim));
      expect(found?.contradiction).toMatch(/another update that awaits a restart/i);
    }
  });

  it('"Windows 10" without a version is 1507', () => {
    for (const query of ['KB5062692', 'KB5062788']) {
      expect(claims(query).find(({ claim }) => /all versions/.test(claim))?.contradiction).toMatch(/1507/);
    }
  });
});

describe('an update', () => {
  it('is found by its number alone', () => {
    expect(keys('5034441')).toEqual(['update KB5034441']);
    expect(keys('kb 5034441')).toEqual(['update KB5034441']);
  });

  it('that always belongs to another product is explained as that', () => {
    expect(keys('KB2267602')).toEqual(['product defender']);
  });

  it('that is not known is said to be unknown', () => {
    expect(explain('KB9999999')).toMatchObject({ outcome: 'unknown-update', readings: [] });
  });

  it('of a knowledge file is known', () => {
    const row = KNOWLEDGE.updates.find('KB5034441');
    const more = { ...KNOWLEDGE, updates: { ...KNOWLEDGE.updates, find: () => row } };
    expect(explain('KB9999999', more).outcome).toBe('known');
  });
});

describe('an event', () => {
  it('is found with and without its provider', () => {
    expect(keys('WinREAgent 4502')).toEqual(['event Microsoft-Windows-WinREAgent/4502']);
    expect(keys('Microsoft-Windows-WinREAgent/4502')).toEqual(['event Microsoft-Windows-WinREAgent/4502']);
    expect(keys('event 20')).toContain('event Microsoft-Windows-WindowsUpdateClient/20');
  });

  it('by its number alone is told beside the other readings', () => {
    const found = explain('4502');
    expect(found.readings.map(({ kind }) => kind)).toEqual(['event']);
    expect(found.otherReadings).toEqual(['Win32 4502', '0x4502 = Win32 17666']);
    expect(keys('8')).toEqual(['error-code 0x80070008', 'event Microsoft-Windows-Servicing/8']);
  });

  it('of a provider that has no such event is not taken for another', () => {
    expect(explain('WinREAgent 20').outcome).toBe('unknown');
  });
});

describe('names', () => {
  it.each([
    ['partition-too-small', 'cause partition-too-small'],
    ['dotnet', 'product dotnet'],
    ['CVE-2025-48804', 'weakness bitunlocker-2025'],
    ['10.0.19041.3920', 'winre-level 10.0.19041.3920'],
    ['19045', 'build 19045'],
    ['0x27', 'partition-type 0x27'],
    ['{DE94BBA4-06D1-4D40-A16A-BFD50179D6AC}', 'partition-type de94bba4-06d1-4d40-a16a-bfd50179d6ac'],
  ])('%s', (query, wanted) => {
    expect(keys(query)).toContain(wanted);
  });

  it('that mean nothing are unknown', () => {
    expect(explain('xyzzy').outcome).toBe('unknown');
    expect(explain('').outcome).toBe('unknown');
  });
});

describe('words of a command line', () => {
  it('are parted into queries', () => {
    expect(queriesOf(['event', '20', 'KB5034441', 'WinREAgent', '4502', '-2147023293'])).toEqual([
      'event 20',
      'KB5034441',
      'WinREAgent 4502',
      '-2147023293',
    ]);
    expect(queriesOf(['defender', '0x80070643'])).toEqual(['defender', '0x80070643']);
    expect(queriesOf(['event'])).toEqual(['event']);
  });
});

it('any text gets an answer of the promised shape', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?(0x)?[0-9a-f]{1,20}$/)), (query) => {
      const found = explain(query);
      expect(['known', 'decoded', 'unknown-update', 'unknown']).toContain(found.outcome);
      for (const reading of found.readings) {
        expect(READING_KINDS).toContain(reading.kind);
        for (const { label } of reading.facts) expect(FACT_LABELS).toContain(label);
      }
    }),
    { numRuns: 500 },
  );
});
