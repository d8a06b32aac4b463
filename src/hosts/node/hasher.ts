import { createHash } from 'node:crypto';
import type { MakeHasher } from '../../bytes/hasher.js';

export const makeHasher: MakeHasher = (name) => {
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
};
