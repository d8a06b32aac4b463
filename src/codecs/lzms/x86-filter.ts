/** How far from the last likely x86 instruction bytes are still taken for code. */
const CODE_REACH = 1023;
const CALL_REACH = CODE_REACH >> 1; // a call must be surer
/** Two references to one address, this close, make the second a likely instruction. */
const WINDOW_SIZE = 65535;
const TAIL_SIZE = 16;
const JUMP = 0xe9;
const JUMP_SIZE = 5;
const DISPLACEMENT_SIZE = 4;

/** 1 where an instruction of interest may begin. */
const STARTS = Uint8Array.from({ length: 256 }, (_, byte) =>
  [0x48, 0x4c, 0xe8, JUMP, 0xf0, 0xff].includes(byte) ? 1 : 0,
);

/**
 * Undoes LZMS's x86 filter in place: relative addresses of some instructions were made absolute wherever the bytes
 * looked like code. The first byte and the last sixteen are never looked at.
 *
 * @param lastUse Scratch of 65,536 entries: where each address, by its low 16 bits, was last referred to.
 */
export function undoX86Filter(bytes: Uint8Array, size: number, lastUse: Int32Array): void {
  const end = size - TAIL_SIZE;
  if (end <= 1) return;
  lastUse.fill(-WINDOW_SIZE - 1);
  let lastCode = -CODE_REACH - 1;
  for (let at = 1; ; ) {
    while (at < end && STARTS[bytes[at]] === 0) at++;
    if (at >= end) return;
    const opcode = bytes[at];
    if (opcode === JUMP) {
      at += JUMP_SIZE;
      continue;
    }
    const opcodeSize = opcodeSizeAt(bytes, at, opcode);
    if (opcodeSize === 0) {
      at++;
      continue;
    }
    const field = at + opcodeSize;
    if (at - lastCode <= (opcodeSize === 1 ? CALL_REACH : CODE_REACH)) {
      const value = (bytes[field] | (bytes[field + 1] << 8) | (bytes[field + 2] << 16) | (bytes[field + 3] << 24)) - at;
      bytes[field] = value;
      bytes[field + 1] = value >> 8;
      bytes[field + 2] = value >> 16;
      bytes[field + 3] = value >> 24;
    }
    const address = (at + (bytes[field] | (bytes[field + 1] << 8))) & 0xffff;
    const lastByte = field + DISPLACEMENT_SIZE - 1;
    if (lastByte - lastUse[address] <= WINDOW_SIZE) lastCode = lastByte;
    lastUse[address] = lastByte;
    at = lastByte + 1;
  }
}

/** Bytes before the address of an instruction of interest; 0 where it is another. */
function opcodeSizeAt(bytes: Uint8Array, at: number, opcode: number): number {
  const second = bytes[at + 1];
  const third = bytes[at + 2];
  switch (opcode) {
    case 0xe8: // call
      return 1;
    case 0x48: // mov or lea with a 64-bit operand; the packer's test of the third byte is laxer than the processor's
      return (second === 0x8b && (third === 0x05 || third === 0x0d)) || (second === 0x8d && (third & 7) === 5) ? 3 : 0;
    case 0x4c: // lea
      return second === 0x8d && (third & 7) === 5 ? 3 : 0;
    case 0xf0: // lock add
      return second === 0x83 && third === 0x05 ? 3 : 0;
    case 0xff: // call through memory
      return second === 0x15 ? 2 : 0;
    default:
      return 0;
  }
}
