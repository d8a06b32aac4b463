import { type BlockDecoder, refusal } from '../codec.js';
import { instantiate, type KernelExports } from '../wasm.js';
import { WASM_BASE64 } from './kernel/xpress.generated.js';

interface XpressExports extends KernelExports {
  decode(inputSize: number, outputSize: number): number;
  failedAt(): number;
}

/** XPRESS with Huffman coding in WebAssembly; `null` where that is not to be had. */
export function makeXpressKernel(): BlockDecoder | null {
  const kernel = instantiate<XpressExports>(WASM_BASE64);
  if (kernel === null) return null;
  return {
    implementation: 'kernel',
    decode(input, outputSize) {
      kernel.reserve(input.length, outputSize);
      new Uint8Array(kernel.memory.buffer, kernel.input(), input.length).set(input);
      const code = kernel.decode(input.length, outputSize);
      if (code !== 0) throw refusal('xpress', code, kernel.failedAt());
      return new Uint8Array(kernel.memory.buffer, kernel.output(), outputSize);
    },
  };
}
