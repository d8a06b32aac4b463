import { refusal } from '../codec.js';
import { instantiate, type KernelExports } from '../wasm.js';
import { DISTANCE_PAYLOADS, LITERAL_PAYLOADS, PRECODE_PAYLOADS } from './deflate-table.js';
import type { InflateEngine } from './inflate-engine.js';
import { WASM_BASE64 } from './kernel/inflate.generated.js';

interface InflateExports extends KernelExports {
  literalPayloadsAt(): number;
  distancePayloadsAt(): number;
  precodePayloadsAt(): number;
  inflate(inputSize: number, skip: number, start: number, end: number): number;
  failedAt(): number;
}

/** Inflate in WebAssembly over a buffer of `size` bytes; `null` where that is not to be had. */
export function makeInflateKernel(size: number): InflateEngine | null {
  const kernel = instantiate<InflateExports>(WASM_BASE64);
  if (kernel === null) return null;
  kernel.reserve(0, size);
  const { buffer } = kernel.memory;
  new Uint32Array(buffer, kernel.literalPayloadsAt(), LITERAL_PAYLOADS.length).set(LITERAL_PAYLOADS);
  new Uint32Array(buffer, kernel.distancePayloadsAt(), DISTANCE_PAYLOADS.length).set(DISTANCE_PAYLOADS);
  new Uint32Array(buffer, kernel.precodePayloadsAt(), PRECODE_PAYLOADS.length).set(PRECODE_PAYLOADS);
  return {
    implementation: 'kernel',
    get buffer() {
      return new Uint8Array(kernel.memory.buffer, kernel.output(), size);
    },
    inflate(input, skip, start, end) {
      kernel.reserve(input.length, size);
      new Uint8Array(kernel.memory.buffer, kernel.input(), input.length).set(input);
      const code = kernel.inflate(input.length, skip, start, end);
      if (code !== 0) throw refusal('mszip', code, kernel.failedAt());
    },
  };
}
