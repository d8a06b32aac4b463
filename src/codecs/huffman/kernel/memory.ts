// Where a kernel keeps a block and what it unpacks to: behind its tables, and grown as asked.

/** Bytes that fast copies may write, or fast reads take, past an end. */
export const SLACK: usize = 64;

let inputAt: usize = 0;
let inputCapacity: usize = 0;
let outputAt: usize = 0;
let outputCapacity: usize = 0;

export function input(): usize {
  return inputAt;
}

export function output(): usize {
  return outputAt;
}

/** Makes room. Unpacked bytes that stand there already are kept. */
export function reserve(inputSize: usize, outputSize: usize): void {
  if (outputAt === 0) outputAt = (__heap_base + 63) & ~63;
  if (outputSize > outputCapacity) {
    // Input lies behind output, and is not kept.
    outputCapacity = (outputSize + 0xffff) & ~0xffff;
    inputAt = outputAt + outputCapacity + SLACK;
    inputCapacity = 0;
  } else if (inputAt === 0) inputAt = outputAt + outputCapacity + SLACK;
  if (inputSize > inputCapacity) inputCapacity = (inputSize + 0xffff) & ~0xffff;
  const pages: i32 = <i32>((inputAt + inputCapacity + SLACK + 0xffff) >>> 16);
  const missing = pages - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
}

/** Copies a match whose source and target may overlap, up to 7 bytes further than its end. */
export function copyMatch(target: usize, offset: usize, length: usize): void {
  const end = target + length;
  let source = target - offset;
  if (offset >= 8) {
    do {
      store<u64>(target, load<u64>(source));
      target += 8;
      source += 8;
    } while (target < end);
    return;
  }
  if (offset === 1) {
    const eight: u64 = <u64>load<u8>(source) * (((<u64>0x01010101) << 32) | 0x01010101);
    do {
      store<u64>(target, eight);
      target += 8;
    } while (target < end);
    return;
  }
  do {
    store<u8>(target++, load<u8>(source++));
  } while (target < end);
}
