/** Makes the checksums of a changed input right again, so that what stands behind them is met. */
import { crc32, crc32c } from '../../bytes/crc32.js';
import type { Draft } from './draft.js';

const CHUNK = { first: 4096, size: 65536, records: 512, checksum: 124, flags: 120, strings: 128 } as const;

export function sealEvtx(draft: Draft): void {
  for (let at = CHUNK.first; at + CHUNK.size <= draft.size; at += CHUNK.size) {
    const chunk = draft.bytes.subarray(at, at + CHUNK.size);
    const sum = crc32(chunk, CHUNK.strings, CHUNK.records, crc32(chunk, 0, CHUNK.flags));
    draft.setNumber(at + CHUNK.checksum, 4, sum >>> 0);
  }
}

const GPT = {
  header: 512,
  checksum: 16,
  tableLba: 72,
  entryCount: 80,
  entrySize: 84,
  tableChecksum: 88,
  size: 92,
} as const;

/** The primary table of a disk with sectors of 512 bytes. */
export function sealGpt(draft: Draft): void {
  const at = GPT.header;
  if (draft.size < at + GPT.size) return;
  const start = draft.u32(at + GPT.tableLba) * 512;
  const end = start + draft.u32(at + GPT.entryCount) * draft.u32(at + GPT.entrySize);
  if (end <= draft.size) draft.setNumber(at + GPT.tableChecksum, 4, crc32(draft.bytes, start, end) >>> 0);
  draft.setNumber(at + GPT.checksum, 4, 0);
  draft.setNumber(at + GPT.checksum, 4, crc32(draft.bytes, at, at + GPT.size) >>> 0);
}

/** Both headers, both region tables. */
const VHDX_BLOCKS: readonly (readonly [number, number])[] = [
  [0x1_0000, 0x1000],
  [0x2_0000, 0x1000],
  [0x3_0000, 0x1_0000],
  [0x4_0000, 0x1_0000],
];

export function sealVhdx(draft: Draft): void {
  for (const [at, size] of VHDX_BLOCKS) {
    if (at + size > draft.size) continue;
    draft.setNumber(at + 4, 4, 0);
    draft.setNumber(at + 4, 4, crc32c(draft.bytes, at, at + size) >>> 0);
  }
}

/** Where a footer or the dynamic header may stand, its size, and where in it the sum is kept. */
export function sealVhd(draft: Draft): void {
  for (const [at, size, sumAt] of [
    [0, 512, 64],
    [512, 1024, 36],
    [draft.size - 512, 512, 64],
  ] as const) {
    if (at < 0 || at + size > draft.size) continue;
    draft.setNumber(at + sumAt, 4, 0);
    let sum = 0;
    for (let i = at; i < at + size; i++) sum += draft.bytes[i] as number;
    draft.setNumber(at + sumAt, 4, ~sum >>> 0, true);
  }
}

export function sealHive(draft: Draft): void {
  if (draft.size < 512) return;
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum ^= draft.u32(at);
  draft.setNumber(508, 4, sum >>> 0);
}
