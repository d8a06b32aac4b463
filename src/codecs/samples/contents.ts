/** What the packed samples unpack to: made here, so that a sample needs no second file. */

/** A small generator of equal-looking numbers, the same everywhere. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}

/** Words of a small vocabulary: many matches, most of them near. */
function text(size: number): Uint8Array {
  const next = numbers(1);
  const words = Array.from({ length: 300 }, () =>
    next()
      .toString(36)
      .slice(0, 2 + (next() % 7)),
  );
  let made = '';
  while (made.length < size)
    made += `${words[Math.floor((next() % 300) ** 2 / 300)]}${next() % 9 === 0 ? '.\r\n' : ' '}`;
  return new TextEncoder().encode(made.slice(0, size));
}

/** What x86-64 code looks like to a filter: calls and addresses relative to where they stand, to few targets. */
function code(size: number): Uint8Array {
  const next = numbers(2);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 16 < size; ) {
    const target = (next() % 40) * 512;
    const [opcode, length] = [
      [[0xe8], 1],
      [[0x48, 0x8b, 0x05], 3],
      [[0x48, 0x8d, 0x0d], 3],
      [[0x4c, 0x8d, 0x2d], 3],
      [[0xff, 0x15], 2],
      [[0xf0, 0x83, 0x05], 3],
      [[0xe9], 1],
    ][next() % 7] as [number[], number];
    bytes.set(opcode, at);
    view.setInt32(at + length, target - (at + length + 4), true);
    at += length + 4;
    for (let plain = next() % 6; plain > 0; plain--) bytes[at++] = 0x80 | (next() & 0x3f);
  }
  return bytes;
}

/** Sixteen-bit stereo samples: differences repeat where bytes do not. */
function waves(size: number): Uint8Array {
  const next = numbers(3);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let level = 0;
  for (let at = 0; at + 4 <= size; at += 4) {
    level += 7 + (next() % 3);
    view.setInt16(at, level, true);
    view.setInt16(at + 2, level >> 1, true);
  }
  return bytes;
}

/** Long runs, noise that does not shrink, and long runs again. */
function mixed(size: number): Uint8Array {
  const next = numbers(4);
  const third = Math.floor(size / 3);
  return Uint8Array.from({ length: size }, (_, at) => (at < third ? 0 : at < 2 * third ? next() & 0xff : at >> 10));
}

export const CONTENTS: Readonly<Record<string, (size: number) => Uint8Array>> = { text, code, waves, mixed };
