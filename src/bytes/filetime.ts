/** 100 ns units from 1601-01-01 to 1970-01-01. @source MS-DTYP 2.3.3. */
export const FILETIME_UNIX_EPOCH = 116_444_736_000_000_000n;

/** A FILETIME as milliseconds since 1970-01-01 UTC, fraction dropped. */
export function filetimeToMs(filetime: bigint): number {
  return Number(filetime / 10_000n - FILETIME_UNIX_EPOCH / 10_000n); // division cuts towards zero: divide first
}

/** The years that four digits can show, in milliseconds since 1970. */
const YEAR_0_MS = -62_167_219_200_000;
const YEAR_10000_MS = 253_402_300_800_000;

/** A FILETIME as `2025-04-08T17:02:11.1234567Z`; as `filetime:N` where no calendar date can show it. */
export function filetimeToIso(filetime: bigint): string {
  const ms = filetimeToMs(filetime);
  if (ms < YEAR_0_MS || ms >= YEAR_10000_MS) return `filetime:${filetime}`;
  const ticks = ((filetime % 10_000_000n) + 10_000_000n) % 10_000_000n;
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}.${ticks.toString().padStart(7, '0')}Z`;
}
