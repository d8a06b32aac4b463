import { BlockHash } from './block-hash.js';

const ROUNDS = 64;

/** The first 64 prime numbers, of whose roots the constants are made. */
const PRIMES = /* @__PURE__ */ firstPrimes(ROUNDS);
const INITIAL = /* @__PURE__ */ PRIMES.slice(0, 8).map((prime) => fractionOf(prime, 2));
const CONSTANTS = /* @__PURE__ */ Int32Array.from(PRIMES, (prime) => fractionOf(prime, 3));

/** A running SHA-256. @source FIPS 180-4, section 6.2. */
export function makeSha256(): BlockHash {
  const schedule = new Int32Array(ROUNDS);
  return new BlockHash(INITIAL, (state, bytes, start, count) => {
    for (let block = 0; block < count; block++) mix(state, schedule, bytes, start + block * 64);
  });
}

function mix(state: Int32Array, w: Int32Array, bytes: Uint8Array, start: number): void {
  for (let i = 0, at = start; i < 16; i++, at += 4) {
    w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  }
  for (let i = 16; i < ROUNDS; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = w[i - 16] + low + w[i - 7] + high;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  // Unrolling eight rounds a turn was measured: a fifth slower in V8.
  for (let i = 0; i < ROUNDS; i++) {
    const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + high + (g ^ (e & (f ^ g))) + CONSTANTS[i] + w[i]) | 0;
    const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (low + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** The first 32 bits behind the point of a root of `prime`; a double holds enough of them. @source FIPS 180-4, 4.2.2 and 5.3.3. */
function fractionOf(prime: number, root: 2 | 3): number {
  const value = root === 2 ? Math.sqrt(prime) : Math.cbrt(prime);
  return Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
