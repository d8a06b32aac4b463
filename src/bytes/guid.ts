import type { ByteView } from './byte-view.js';

export const GUID_SIZE = 16;
export const NIL_GUID = '00000000-0000-0000-0000-000000000000';

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/**
 * Reads a GUID as lower-case text without braces: `c12a7328-f81f-11d2-ba4b-00a0c93ec93b`. The first three
 * groups are stored little-endian. The caller has checked that 16 bytes stand at `offset`.
 *
 * @source MS-DTYP 2.3.4.2.
 */
export function readGuid(view: ByteView, offset: number): string {
  const b = view.bytes;
  const h = (i: number) => HEX[b[offset + i] as number] as string;
  return (
    h(3) +
    h(2) +
    h(1) +
    h(0) +
    '-' +
    h(5) +
    h(4) +
    '-' +
    h(7) +
    h(6) +
    '-' +
    h(8) +
    h(9) +
    '-' +
    h(10) +
    h(11) +
    h(12) +
    h(13) +
    h(14) +
    h(15)
  );
}
