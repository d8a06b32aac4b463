import { CANDIDATES_MAX, type CandidateFinder, PlainFinder } from './find-candidates.js';
import { WASM_BASE64 } from './kernel/fingerprint.generated.js';
import type { NeedlePlan } from './needle-plan.js';

/** Where the kernel expects things in its memory, in bytes: see the head of `kernel/fingerprint.as.ts`. */
const MEMORY = { tables: 0, hashes: 128, candidates: 8320, data: 65536 } as const;
/** The kernel reads this far past the last byte that it judges. */
const PADDING = 64;
const PAGE_SIZE = 65536;

interface Exports {
  readonly memory: WebAssembly.Memory;
  scan(from: number, to: number): number;
  restart(): void;
  stoppedAt(): number;
  newlineCount(): number;
}

let compiled: WebAssembly.Module | null | undefined;

/** The compiled kernel, or `null` where WebAssembly or its vectors are not to be had. */
function kernelModule(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  compiled = null;
  try {
    const binary = Uint8Array.from(atob(WASM_BASE64), (character) => character.charCodeAt(0));
    compiled = new WebAssembly.Module(binary);
  } catch {
    // A policy may forbid it, or the engine may lack vectors: the plain finder does the same, slower.
  }
  return compiled;
}

class KernelFinder implements CandidateFinder {
  readonly bytes: Uint8Array;
  readonly candidates: Uint32Array;
  readonly #kernel: Exports;

  constructor(module: WebAssembly.Module, plan: NeedlePlan, capacity: number) {
    this.#kernel = new WebAssembly.Instance(module).exports as unknown as Exports;
    const { memory } = this.#kernel;
    const wanted = MEMORY.data + capacity + PADDING - memory.buffer.byteLength;
    if (wanted > 0) memory.grow(Math.ceil(wanted / PAGE_SIZE));
    new Uint8Array(memory.buffer).set(plan.tables, MEMORY.tables);
    new Uint8Array(memory.buffer).set(plan.hashes, MEMORY.hashes);
    this.bytes = new Uint8Array(memory.buffer, MEMORY.data, capacity);
    this.candidates = new Uint32Array(memory.buffer, MEMORY.candidates, CANDIDATES_MAX * 2);
  }

  restart(): void {
    this.#kernel.restart();
  }

  scan(from: number, to: number): number {
    const found = this.#kernel.scan(MEMORY.data + from, MEMORY.data + to);
    for (let i = 0; i < found; i++) this.candidates[i * 2] -= MEMORY.data;
    return found;
  }

  stoppedAt(): number {
    return this.#kernel.stoppedAt() - MEMORY.data;
  }

  newlineCount(): number {
    return this.#kernel.newlineCount();
  }
}

/** The fastest finder that may be had here, with room for `capacity` bytes. */
export function createFinder(plan: NeedlePlan, capacity: number): CandidateFinder {
  const module = kernelModule();
  return module === null ? new PlainFinder(plan, capacity) : new KernelFinder(module, plan, capacity);
}
