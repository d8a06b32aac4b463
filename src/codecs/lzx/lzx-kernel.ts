import { refusal } from '../codec.js';
import { instantiate, type KernelExports } from '../wasm.js';
import { WASM_BASE64 } from './kernel/lzx.generated.js';
import type { LzxEngine } from './lzx-engine.js';
import { type LzxVariant, slotCount } from './lzx-layout.js';

interface LzxExports extends KernelExports {
  reset(isWim: boolean, windowBits: number, slotCount: number): void;
  decode(inputSize: number, start: number, end: number): number;
  undoCalls(start: number, end: number, position: number, fileSize: number): void;
  translationSize(): number;
  failedAt(): number;
}

/** LZX in WebAssembly; `null` where that is not to be had. */
export function makeLzxKernel(): LzxEngine | null {
  const kernel = instantiate<LzxExports>(WASM_BASE64);
  return kernel === null ? null : new KernelLzx(kernel);
}

class KernelLzx implements LzxEngine {
  readonly implementation = 'kernel';
  readonly #kernel: LzxExports;
  #size = 0;

  constructor(kernel: LzxExports) {
    this.#kernel = kernel;
  }

  get buffer(): Uint8Array {
    return new Uint8Array(this.#kernel.memory.buffer, this.#kernel.output(), this.#size);
  }

  get translationSize(): number {
    return this.#kernel.translationSize() >>> 0;
  }

  reserve(size: number): void {
    if (size <= this.#size) return;
    this.#kernel.reserve(0, size);
    this.#size = size;
  }

  reset(variant: LzxVariant, windowBits: number): void {
    this.#kernel.reset(variant === 'wim', windowBits, slotCount(windowBits));
  }

  decode(input: Uint8Array, start: number, end: number): void {
    const kernel = this.#kernel;
    kernel.reserve(input.length, this.#size);
    new Uint8Array(kernel.memory.buffer, kernel.input(), input.length).set(input);
    const code = kernel.decode(input.length, start, end);
    if (code !== 0) throw refusal('lzx', code, kernel.failedAt());
  }

  undoCalls(start: number, end: number, position: number, fileSize: number): void {
    this.#kernel.undoCalls(start, end, position, fileSize);
  }
}
