// AssemblyScript. The plain twin, and the oracle of the differential test, is `../find-candidates.ts`.
// asc: --enable simd --initialMemory 20
//
// Memory, in bytes; `../kernel.ts` fills it and reads it back:
//   0      five tables of 16 bytes: low nibbles of the four bytes of a window, high nibbles of its first
//   128    bit set of 2^16 window hashes
//   8320   candidates found: pairs of u32, position and newlines before it
//   DATA   the bytes to scan, with PADDING bytes behind them

const HASHES: usize = 128;
const CANDIDATES: usize = 8320;
const CANDIDATES_MAX: u32 = 4096;

/** Newlines counted so far, up to where the scan stopped. */
let newlines: u32 = 0;
/** Where the scan stopped: the end, or short of it when the candidates were full. */
let stopped: usize = 0;

export function newlineCount(): u32 {
  return newlines;
}

export function stoppedAt(): usize {
  return stopped;
}

/** Sum of sixteen counters of 8 bits. */
@inline
function sum(counters: v128): u32 {
  const wide = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counters));
  return (
    i32x4.extract_lane(wide, 0) + i32x4.extract_lane(wide, 1) + i32x4.extract_lane(wide, 2) + i32x4.extract_lane(wide, 3)
  );
}

/** For each of 16 positions, the buckets (one a bit) whose windows may stand there. */
@inline
function buckets(at: usize, first: v128, t0: v128, t1: v128, t2: v128, t3: v128, h0: v128): v128 {
  const nibble = i8x16.splat(0x0f);
  const low = v128.and(
    v128.and(i8x16.swizzle(t0, v128.and(first, nibble)), i8x16.swizzle(t1, v128.and(v128.load(at, 1), nibble))),
    v128.and(
      i8x16.swizzle(t2, v128.and(v128.load(at, 2), nibble)),
      i8x16.swizzle(t3, v128.and(v128.load(at, 3), nibble)),
    ),
  );
  const high = i8x16.swizzle(h0, v128.and(i16x8.shr_u(first, 4), nibble));
  return v128.and(low, high);
}

/**
 * Scans `from` to `to`, counts newlines, and notes each position whose four bytes, without case, may be a window.
 * Positions and newline counts are those of this call and the ones before it since `restart`.
 */
export function scan(from: usize, to: usize): u32 {
  const t0 = v128.load(0);
  const t1 = v128.load(16);
  const t2 = v128.load(32);
  const t3 = v128.load(48);
  const h0 = v128.load(64);
  const newline = i8x16.splat(10);
  const zero = i8x16.splat(0);
  let counters = zero;
  let rounds: u32 = 0;
  let found: u32 = 0;
  let at = from;
  const whole = to - ((to - from) & 31);

  for (; at < whole; at += 32) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const inA = buckets(at, a, t0, t1, t2, t3, h0);
    const inB = buckets(at + 16, b, t0, t1, t2, t3, h0);
    if (v128.any_true(v128.or(inA, inB))) {
      if (found > CANDIDATES_MAX - 32) {
        if (rounds != 0) newlines += sum(counters);
        stopped = at;
        return found;
      }
      let bits = (~(i8x16.bitmask(i8x16.eq(inA, zero)) | (i8x16.bitmask(i8x16.eq(inB, zero)) << 16))) as u32;
      while (bits != 0) {
        const place = at + (ctz(bits) as usize);
        bits &= bits - 1;
        const hash = ((load<u32>(place) | 0x20202020) * 0x9e3779b1) >>> 16;
        if (((load<u8>(HASHES + (hash >>> 3)) as u32) >>> (hash & 7)) & 1) {
          const before: u32 = (1 << ((place - at) as u32)) - 1;
          const ends = (i8x16.bitmask(i8x16.eq(a, newline)) | (i8x16.bitmask(i8x16.eq(b, newline)) << 16)) as u32;
          if (rounds != 0) {
            newlines += sum(counters);
            counters = zero;
            rounds = 0;
          }
          store<u32>(CANDIDATES + ((found as usize) << 3), place as u32);
          store<u32>(CANDIDATES + ((found as usize) << 3), newlines + popcnt(ends & before), 4);
          found++;
        }
      }
    }
    counters = i8x16.sub(i8x16.sub(counters, i8x16.eq(a, newline)), i8x16.eq(b, newline));
    if (++rounds == 127) {
      newlines += sum(counters);
      counters = zero;
      rounds = 0;
    }
  }
  if (rounds != 0) newlines += sum(counters);

  for (; at < to; at++) {
    if (sieve(at) != 0) {
      const hash = ((load<u32>(at) | 0x20202020) * 0x9e3779b1) >>> 16;
      if (((load<u8>(HASHES + (hash >>> 3)) as u32) >>> (hash & 7)) & 1) {
        if (found == CANDIDATES_MAX) {
          stopped = at;
          return found;
        }
        store<u32>(CANDIDATES + ((found as usize) << 3), at as u32);
        store<u32>(CANDIDATES + ((found as usize) << 3), newlines, 4);
        found++;
      }
    }
    if (load<u8>(at) == 10) newlines++;
  }
  stopped = to;
  return found;
}

/** What `buckets` says, of one position. */
function sieve(at: usize): u32 {
  const first = load<u8>(at) as usize;
  return (
    load<u8>(first & 15) &
    load<u8>(16 + ((load<u8>(at, 1) as usize) & 15)) &
    load<u8>(32 + ((load<u8>(at, 2) as usize) & 15)) &
    load<u8>(48 + ((load<u8>(at, 3) as usize) & 15)) &
    load<u8>(64 + (first >>> 4))
  );
}

export function restart(): void {
  newlines = 0;
}
