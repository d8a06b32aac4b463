import { type BlockDecoder, chosen } from '../codec.js';
import { makeXpressKernel } from './xpress-kernel.js';
import { PlainXpress } from './xpress-plain.js';

/**
 * A decoder for XPRESS chunks (LZ77 with Huffman coding), as in WIM files and in files that WOF compressed.
 *
 * @param implementation Left out: the kernel where it can run, else the plain twin.
 */
export function makeXpress(implementation?: BlockDecoder['implementation']): BlockDecoder {
  return chosen(implementation, makeXpressKernel, () => new PlainXpress());
}
