/** 100 ns units from 1601-01-01 to 1970-01-01. @source MS-DTYP 2.3.3. */
export const FILETIME_UNIX_EPOCH = 116_444_736_000_000_000n;

/** A FILETIME as milliseconds since 1970-01-01 UTC, fraction dropped. */
export function filetimeToMs(filetime: bigint): number {
  return Number((filetime - FILETIME_UNIX_EPOCH) / 10_000n);
}

/** A FILETIME as `2025-04-08T17:02:11.1234567Z`; as `filetime:N` where no calendar date can show it. */
export function filetimeToIso(filetime: bigint): string {
  const ms = filetimeToMs(filetime);
  if (!(Math.abs(ms) <= 8.64e15)) return `filetime:${filetime}`;
  const ticks = ((filetime % 10_000_000n) + 10_000_000n) % 10_000_000n;
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}.${ticks.toString().padStart(7, '0')}Z`;
}
