import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HashName } from '../../bytes/hasher.js';
import { makeHasher } from './hasher.js';

const ours = (name: HashName, parts: readonly Uint8Array[]) => {
  const hasher = makeHasher(name);
  for (const part of parts) hasher.update(part);
  return hasher.digest();
};
const nodes = (name: HashName, parts: readonly Uint8Array[]) => {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

describe.each(['sha1', 'sha256'] as const)('%s without the host', (name) => {
  it('agrees with node:crypto for every length around the edges of a block', () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 151 + length) & 0xff);
      expect(ours(name, [bytes]), `${length} bytes`).toBe(nodes(name, [bytes]));
    }
  });

  it('agrees with node:crypto on anything, in pieces of any size', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 });
    fc.assert(fc.property(pieces, (parts) => ours(name, parts) === nodes(name, parts)));
  });

  it('agrees with node:crypto on 70 MB in odd pieces', () => {
    const piece = new Uint8Array((1 << 20) + 1).fill(0xa5);
    const parts = Array.from({ length: 70 }, () => piece);
    expect(ours(name, parts)).toBe(nodes(name, parts));
  });
});
