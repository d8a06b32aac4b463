import { FormatError, type FormatFault } from '../bytes/format-error.js';

/**
 * Unpacks blocks of one compressed stream or resource. Whether blocks lean on the ones before is the codec's:
 * chunks of a WIM stand alone, blocks of a cabinet folder must come in order.
 */
export interface BlockDecoder {
  /** `kernel`: WebAssembly. `plain`: TypeScript, the oracle, and the fallback where WebAssembly is not allowed. */
  readonly implementation: 'kernel' | 'plain';
  /**
   * Unpacks one block to exactly `outputSize` bytes. The result is a window on the decoder's own memory: read it or
   * copy it before the next call, never write to it.
   *
   * @throws {FormatError} `truncated` where the input ends too soon, else `bad-range`. `sourceOffset` counts from
   *   the start of `input`.
   */
  decode(input: Uint8Array, outputSize: number): Uint8Array;
}

/** A decoder whose blocks lean on those before. */
export interface StreamDecoder extends BlockDecoder {
  /** Begins a new stream: what was unpacked so far is forgotten. */
  restart(): void;
}

/**
 * Why a block is refused. Kernels return the number, and both twins raise the same error for it; 0 is success.
 * New reasons go to the end: the numbers are compiled into the kernels.
 */
const REFUSALS: readonly { readonly fault: FormatFault; readonly what: string }[] = [
  { fault: 'bad-range', what: 'none' },
  { fault: 'truncated', what: 'input' },
  { fault: 'bad-range', what: 'codeLengths' },
  { fault: 'bad-range', what: 'symbol' },
  { fault: 'bad-range', what: 'match.offset' },
  { fault: 'bad-range', what: 'match.length' },
  { fault: 'bad-range', what: 'block.type' },
  { fault: 'bad-range', what: 'block.size' },
  { fault: 'bad-range', what: 'block.offsets' },
  { fault: 'bad-range', what: 'signature' },
];

export const REFUSAL = {
  input: 1,
  codeLengths: 2,
  symbol: 3,
  matchOffset: 4,
  matchLength: 5,
  blockType: 6,
  blockSize: 7,
  blockOffsets: 8,
  signature: 9,
} as const;

/** The error for a refusal. `codec` is the codec's id, `inputOffset` about where in the block it was met. */
export function refusal(codec: string, code: number, inputOffset: number): FormatError {
  const reason = REFUSALS[code];
  if (reason === undefined || code === 0) throw new Error(`${codec}: no refusal has the number ${code}`);
  return new FormatError(reason.fault, { what: `${codec}.${reason.what}`, sourceOffset: inputOffset });
}

/** The implementation asked for; without a wish the kernel where it can run, else the plain twin. */
export function chosen<T>(wish: BlockDecoder['implementation'] | undefined, kernel: () => T | null, plain: () => T): T {
  if (wish === 'plain') return plain();
  const made = kernel();
  if (made === null && wish === 'kernel') throw new Error('WebAssembly is not to be had here');
  return made ?? plain();
}
