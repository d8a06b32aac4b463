import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOrdinaryAnswer, readCbsMessage, readCbsResult, readKb } from './cbs-log.js';

describe('readCbsMessage', () => {
  it('reads the end of a session and of an execution', () => {
    expect(readCbsMessage('Session: 31_7 finalized. Reboot required: yes [HRESULT = 0x00000000 - S_OK]')).toEqual({
      what: 'session-end',
      session: '31_7',
      restart: true,
      result: { code: 0, symbol: 'S_OK' },
    });
    expect(
      readCbsMessage(
        'Exec: Processing complete, session(Corruption Repairing): 31_7 [HRESULT = 0x800f081f - CBS_E_SOURCE_MISSING]',
      ),
    ).toEqual({
      what: 'execution-end',
      session: '31_7',
      package: null,
      result: { code: 0x800f081f, symbol: 'CBS_E_SOURCE_MISSING' },
    });
    expect(
      readCbsMessage(
        'Exec: Processing complete.  Session: 31_7, Package: Package_for_KB5034441~31bf [HRESULT = 0x800f0922]',
      ),
    ).toMatchObject({ session: '31_7', package: 'Package_for_KB5034441~31bf', result: { symbol: null } });
  });

  it('reads damage of the store, and nothing into the rest', () => {
    const damage =
      "00000329@2026/5/23:16:16:36.574 (F) Attempting to mark store corrupt with category [l:18 ml:19]'CorruptPayloadFile'[gle=0x80004005]";
    expect(readCbsMessage(damage)).toEqual({ what: 'store-corrupt', category: 'CorruptPayloadFile' });
    expect(readCbsMessage('Reboot mark set')).toEqual({ what: 'other' });
    expect(readCbsResult('HRESULT = 0x800f0922')).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => void readCbsMessage(`Exec: Processing complete ${text} [HRESULT = 0x${text}]`),
      ),
    );
  });
});

describe('readKb', () => {
  it('reads numbers of packages and of prose, and no longer digits', () => {
    expect(readKb('Package_for_KB5034441~31bf')).toBe('KB5034441');
    expect(readKb('Package_1_for_KB5034441~31bf')).toBe('KB5034441');
    expect(readKb('kb 5034441')).toBe('KB5034441');
    expect(readKb('KB503444100')).toBeNull();
    expect(readKb('SKB5034441')).toBeNull();
  });
});

it('knows ordinary answers from failures', () => {
  expect(isOrdinaryAnswer(0x800f0805)).toBe(true);
  expect(isOrdinaryAnswer(0x800f0922)).toBe(false);
});
