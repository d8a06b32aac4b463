import type { BlockDecoder } from '../codec.js';
import { PlainXpress } from './xpress-plain.js';

/** A decoder for XPRESS chunks (LZ77 with Huffman), as in WIM files and in files that WOF compressed. */
export function makeXpress(): BlockDecoder {
  return new PlainXpress();
}
