import { type BlockDecoder, chosen } from '../codec.js';
import { makeLzmsKernel } from './lzms-kernel.js';
import { PlainLzms } from './lzms-plain.js';

/** A decoder for LZMS chunks, as in solid (ESD) resources of a WIM. Chunks stand alone. */
export function makeLzms(implementation?: BlockDecoder['implementation']): BlockDecoder {
  return chosen(implementation, makeLzmsKernel, () => new PlainLzms());
}
