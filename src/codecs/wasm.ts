/** What every kernel exports. */
export interface KernelExports extends Record<string, unknown> {
  readonly memory: WebAssembly.Memory;
  /** Makes room for a block and for what it unpacks to; `input` and `output` are then where they go. */
  reserve(inputSize: number, outputSize: number): void;
  input(): number;
  output(): number;
}

const modules = new Map<string, WebAssembly.Module | null>();

/**
 * A fresh instance of a kernel, compiled at its first use.
 *
 * @param base64 The module, as `tools/gen-kernels.ts` wrote it.
 * @returns `null` where WebAssembly is missing or not allowed, as under a strict content policy.
 */
export function instantiate<T extends KernelExports>(base64: string): T | null {
  let module = modules.get(base64);
  if (module === undefined) {
    module = compile(base64);
    modules.set(base64, module);
  }
  if (module === null) return null;
  try {
    return new WebAssembly.Instance(module, {}).exports as T;
  } catch {
    return null; // no memory to be had: the plain twin may still do
  }
}

function compile(base64: string): WebAssembly.Module | null {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  try {
    return new WebAssembly.Module(bytes);
  } catch {
    return null;
  }
}
