import { type BlockDecoder, refusal } from '../codec.js';
import { instantiate, type KernelExports } from '../wasm.js';
import { WASM_BASE64 } from './kernel/lzms.generated.js';
import { LENGTH_SLOTS, OFFSET_SLOTS, offsetSymbolCount } from './lzms-layout.js';

interface LzmsExports extends KernelExports {
  offsetBasesAt(): number;
  offsetExtraAt(): number;
  lengthBasesAt(): number;
  lengthExtraAt(): number;
  decode(inputSize: number, outputSize: number, offsetSymbolCount: number): number;
  failedAt(): number;
}

/** LZMS in WebAssembly; `null` where that is not to be had. */
export function makeLzmsKernel(): BlockDecoder | null {
  const kernel = instantiate<LzmsExports>(WASM_BASE64);
  if (kernel === null) return null;
  const { buffer } = kernel.memory;
  new Uint32Array(buffer, kernel.offsetBasesAt(), OFFSET_SLOTS.bases.length).set(OFFSET_SLOTS.bases);
  new Uint8Array(buffer, kernel.offsetExtraAt(), OFFSET_SLOTS.extraBits.length).set(OFFSET_SLOTS.extraBits);
  new Uint32Array(buffer, kernel.lengthBasesAt(), LENGTH_SLOTS.bases.length).set(LENGTH_SLOTS.bases);
  new Uint8Array(buffer, kernel.lengthExtraAt(), LENGTH_SLOTS.extraBits.length).set(LENGTH_SLOTS.extraBits);
  return {
    implementation: 'kernel',
    decode(input, outputSize) {
      kernel.reserve(input.length, outputSize);
      new Uint8Array(kernel.memory.buffer, kernel.input(), input.length).set(input);
      const code = kernel.decode(input.length, outputSize, offsetSymbolCount(outputSize));
      if (code !== 0) throw refusal('lzms', code, kernel.failedAt());
      return new Uint8Array(kernel.memory.buffer, kernel.output(), outputSize);
    },
  };
}
