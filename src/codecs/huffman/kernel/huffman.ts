// The twin of ../huffman.ts: see there for the form of a table. Tables and code lengths are addresses.

export const LINK: u32 = 0x80;
const CODE_BITS_MAX: u32 = 16;

const counts: usize = memory.data(17 * 4);
const firstRank: usize = memory.data(18 * 4);
const ranked: usize = memory.data(1024 * 2);

function fillEntries(at: usize, entry: u32, count: u32): void {
  if (count === 1) {
    store<u32>(at, entry);
    return;
  }
  const pair: u64 = ((<u64>entry) << 32) | entry;
  const end: usize = at + count * 4;
  for (; at < end; at += 8) store<u64>(at, pair);
}

export function buildTable(table: usize, rootBits: u32, lengths: usize, symbolCount: u32): bool {
  memory.fill(counts, 0, 17 * 4);
  for (let symbol: u32 = 0; symbol < symbolCount; symbol++) {
    const at: usize = counts + ((<usize>load<u8>(lengths + symbol)) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  if (load<u32>(counts) === symbolCount) {
    memory.fill(table, 0, (<usize>4) << rootBits);
    return true;
  }
  let free: i32 = 1;
  let longest: u32 = 0;
  store<u32>(firstRank + 4, 0);
  for (let length: u32 = 1; length <= CODE_BITS_MAX; length++) {
    const count: u32 = load<u32>(counts + (length << 2));
    free = free * 2 - <i32>count;
    if (free < 0) return false;
    if (count > 0) longest = length;
    store<u32>(firstRank + ((length + 1) << 2), load<u32>(firstRank + (length << 2)) + count);
  }
  if (free !== 0) return false;
  const usedCount: u32 = load<u32>(firstRank + ((CODE_BITS_MAX + 1) << 2));
  for (let symbol: u32 = 0; symbol < symbolCount; symbol++) {
    const length: u32 = load<u8>(lengths + symbol);
    if (length > 0) {
      const at: usize = firstRank + (length << 2);
      const rank: u32 = load<u32>(at);
      store<u16>(ranked + (rank << 1), <u16>symbol);
      store<u32>(at, rank + 1);
    }
  }

  let rank: u32 = 0;
  let at: usize = table;
  for (let length: u32 = 1; length <= rootBits; length++) {
    const span: u32 = 1 << (rootBits - length);
    for (let left: u32 = load<u32>(counts + (length << 2)); left > 0; left--) {
      fillEntries(at, ((<u32>load<u16>(ranked + (rank << 1))) << 8) | length, span);
      rank++;
      at += span << 2;
    }
  }
  if (rank === usedCount) return true;

  const subtableBits: u32 = longest - rootBits;
  let next: u32 = 1 << rootBits;
  let room: u32 = 0;
  for (let length: u32 = rootBits + 1; length <= longest; length++) {
    const span: u32 = 1 << (longest - length);
    for (let left: u32 = load<u32>(counts + (length << 2)); left > 0; left--) {
      if (room === 0) {
        store<u32>(at, (next << 8) | LINK | subtableBits);
        at += 4;
        room = 1 << subtableBits;
      }
      fillEntries(table + (next << 2), ((<u32>load<u16>(ranked + (rank << 1))) << 8) | length, span);
      rank++;
      next += span;
      room -= span;
    }
  }
  return true;
}
