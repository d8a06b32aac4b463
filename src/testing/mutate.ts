/** A seeded mutator of bytes: flips, cuts, copies, and the values that break readers. The same seed gives the same bytes. */

/** A small generator of pseudo-random numbers (mulberry32). */
export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff];

/** `count` changes to a copy of `bytes`. */
export function mutate(bytes: Uint8Array, seed: number, count = 8): Uint8Array {
  const below = generator(seed);
  let out: Uint8Array = bytes.slice();
  for (let i = 0; i < count && out.length > 0; i++) {
    const at = below(out.length);
    switch (below(7)) {
      case 0:
        out[at] ^= 1 << below(8);
        break;
      case 1:
        out[at] = EXTREMES[below(EXTREMES.length)];
        break;
      case 2: // a whole 32-bit field
        for (let k = 0; k < 4 && at + k < out.length; k++) out[at + k] = EXTREMES[below(EXTREMES.length)];
        break;
      case 3: // cut the end off
        out = out.slice(0, at);
        break;
      case 4: // something from elsewhere
        out.copyWithin(at, below(out.length), Math.min(out.length, below(out.length) + below(512)));
        break;
      case 5: // a piece twice
        out = joined(out.subarray(0, at), out.subarray(Math.max(0, at - below(256))));
        break;
      default:
        out.fill(0, at, at + below(64));
    }
  }
  return out;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
