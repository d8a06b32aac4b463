/** A running hash that the host hands in: `node:crypto` in Node, WebAssembly in a browser worker. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** Lower-case hex. Ends the hash. */
  digest(): string;
}

export type HashName = 'sha1' | 'sha256';
export type MakeHasher = (name: HashName) => Hasher;
