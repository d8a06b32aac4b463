function tableOf(polynomial: number): Uint32Array {
  const table = new Uint32Array(256 * 8);
  for (let i = 0; i < 256; i++) {
    let value = i;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    table[i] = value >>> 0;
  }
  for (let i = 0; i < 256; i++) {
    let value = table[i] as number;
    for (let slice = 1; slice < 8; slice++) {
      value = ((value >>> 8) ^ (table[value & 0xff] as number)) >>> 0;
      table[slice * 256 + i] = value;
    }
  }
  return table;
}
const IEEE = /* @__PURE__ */ tableOf(0xedb88320);
let castagnoli: Uint32Array | undefined;

/** CRC-32 (IEEE 802.3), eight bytes a step. Pass an earlier result as `seed` to go on with it. */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, seed = 0): number {
  return run(IEEE, bytes, start, end, seed);
}

/** CRC-32C (Castagnoli), as VHDX uses it. Pass an earlier result as `seed` to go on with it. */
export function crc32c(bytes: Uint8Array, start = 0, end = bytes.length, seed = 0): number {
  castagnoli ??= tableOf(0x82f63b78);
  return run(castagnoli, bytes, start, end, seed);
}

function run(t: Uint32Array, bytes: Uint8Array, start: number, end: number, seed: number): number {
  let crc = ~seed;
  let i = start;
  for (; i + 8 <= end; i += 8) {
    const low = crc ^ (bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24));
    crc =
      t[1792 + (low & 0xff)] ^
      t[1536 + ((low >>> 8) & 0xff)] ^
      t[1280 + ((low >>> 16) & 0xff)] ^
      t[1024 + (low >>> 24)] ^
      t[768 + bytes[i + 4]] ^
      t[512 + bytes[i + 5]] ^
      t[256 + bytes[i + 6]] ^
      t[bytes[i + 7]];
  }
  for (; i < end; i++) crc = (crc >>> 8) ^ t[(crc ^ bytes[i]) & 0xff];
  return ~crc >>> 0;
}
