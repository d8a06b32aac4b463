import type { BlockDecoder } from '../codec.js';
import { PlainLzms } from './lzms-plain.js';

/** A decoder for LZMS chunks, as in solid (ESD) resources of a WIM. Chunks stand alone. */
export function makeLzms(): BlockDecoder {
  return new PlainLzms();
}
