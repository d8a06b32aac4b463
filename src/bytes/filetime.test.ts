import { describe, expect, it } from 'vitest';
import { FILETIME_UNIX_EPOCH, filetimeToIso, filetimeToMs } from './filetime.js';

describe('filetimeToIso', () => {
  it.each([
    [0n, '1601-01-01T00:00:00.0000000Z'],
    [FILETIME_UNIX_EPOCH, '1970-01-01T00:00:00.0000000Z'],
    [FILETIME_UNIX_EPOCH - 1n, '1969-12-31T23:59:59.9999999Z'],
    [133_886_053_311_234_567n, '2025-04-08T17:02:11.1234567Z'],
    [2_650_467_743_999_999_999n, '9999-12-31T23:59:59.9999999Z'],
    [2_650_467_744_000_000_000n, 'filetime:2650467744000000000'],
    [2n ** 64n - 1n, 'filetime:18446744073709551615'],
  ])('shows %s', (filetime, shown) => {
    expect(filetimeToIso(filetime)).toBe(shown);
  });

  it('agrees with milliseconds', () => {
    expect(new Date(filetimeToMs(133_886_053_311_234_567n)).toISOString()).toBe('2025-04-08T17:02:11.123Z');
  });
});
