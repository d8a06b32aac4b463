import type { MakeHasher } from '../../bytes/hasher.js';
import { makeSha1 } from './sha1.js';
import { makeSha256 } from './sha256.js';

/**
 * Hashes in plain TypeScript: the browser's own are asynchronous, and the core is not. A WebAssembly kernel was measured
 * at 1.45 times the speed, too little for a second implementation.
 */
export const makeHasher: MakeHasher = (name) => (name === 'sha1' ? makeSha1() : makeSha256());
