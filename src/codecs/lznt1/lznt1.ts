import { FormatError } from '../../bytes/format-error.js';

/** What one chunk unpacks to, in bytes; only the last may be shorter. */
export const LZNT1_CHUNK_SIZE = 4096;
const HEADER_SIZE = 2;
const HEADER = { sizeMask: 0x0fff, signatureMask: 0x7000, signature: 0x3000, compressed: 0x8000 } as const;
const MATCH_LENGTH_MIN = 3;
const TOKENS_IN_GROUP = 8;

/**
 * Unpacks LZNT1: a chain of chunks, each of which fills 4096 bytes of `output`. Where a chunk unpacks to less, the
 * rest of its place is left as it is, as NTFS reads it.
 *
 * @param output Filled from its start; the chain may end before it does.
 * @returns Bytes of `output` up to the end of the last chunk's content.
 * @throws {FormatError} `truncated` where a chunk or token passes the end of the input, `bad-magic` for a chunk without
 *   its signature, `bad-range` for a match before the chunk's start or content beyond its end. `sourceOffset` counts
 *   from the start of `input`.
 * @source MS-XCA 2.5.
 */
export function unpackLznt1(input: Uint8Array, output: Uint8Array): number {
  let at = 0;
  let start = 0;
  let filled = 0;
  while (start < output.length && at + HEADER_SIZE <= input.length) {
    const header = input[at] | (input[at + 1] << 8);
    if (header === 0) break;
    if ((header & HEADER.signatureMask) !== HEADER.signature) throw refused('bad-magic', 'chunk.signature', at);
    const from = at + HEADER_SIZE;
    const end = from + (header & HEADER.sizeMask) + 1;
    if (end > input.length) throw refused('truncated', 'chunk', at);
    const limit = Math.min(start + LZNT1_CHUNK_SIZE, output.length);
    if ((header & HEADER.compressed) !== 0) {
      filled = unpackChunk(input, from, end, output, start, limit);
    } else {
      const count = Math.min(end - from, limit - start);
      output.set(input.subarray(from, from + count), start);
      filled = start + count;
    }
    start += LZNT1_CHUNK_SIZE;
    at = end;
  }
  return filled;
}

/** Unpacks one chunk's tokens to `output` from `start`. @returns Where its content ends. */
function unpackChunk(
  input: Uint8Array,
  from: number,
  end: number,
  output: Uint8Array,
  start: number,
  limit: number,
): number {
  let at = from;
  let to = start;
  let offsetBits = 4; // grows with what stands before the match: an offset reaches no further than the chunk's start
  while (at < end && to < limit) {
    let flags = input[at++];
    for (let token = 0; token < TOKENS_IN_GROUP && at < end && to < limit; token++, flags >>= 1) {
      if ((flags & 1) === 0) {
        output[to++] = input[at++];
        continue;
      }
      if (at + 2 > end) throw refused('truncated', 'match', at);
      const match = input[at] | (input[at + 1] << 8);
      while (to - start > 1 << offsetBits) offsetBits++;
      const lengthBits = 16 - offsetBits;
      const offset = (match >>> lengthBits) + 1;
      const length = (match & ((1 << lengthBits) - 1)) + MATCH_LENGTH_MIN;
      if (offset > to - start) throw refused('bad-range', 'match.offset', at);
      if (length > limit - to && limit - start === LZNT1_CHUNK_SIZE) throw refused('bad-range', 'match.length', at);
      at += 2;
      for (const stop = Math.min(to + length, limit); to < stop; to++) output[to] = output[to - offset];
    }
  }
  return to;
}

function refused(fault: 'truncated' | 'bad-magic' | 'bad-range', what: string, sourceOffset: number): FormatError {
  return new FormatError(fault, { what: `lznt1.${what}`, sourceOffset });
}
