import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { crc32 } from '../../bytes/crc32.js';
import { FormatError } from '../../bytes/format-error.js';
import { evtxCoverage, openEvtx, recordToJson } from './evtx.js';
import { CHUNK, CHUNK_MAGIC, FILE_BLOCK_SIZE } from './layout.js';
import { type EventToWrite, writeEvtx } from './write/write.js';

const TIME = 133_500_000_000_000_000n;

function events(count: number): EventToWrite[] {
  return Array.from({ length: count }, (_, i) => ({
    provider: ['One', 'Two', 'Three'][i % 3],
    id: i % 7,
    time: TIME + BigInt(i),
    channel: 'System',
    computer: 'HOST',
    data: [
      { name: 'text', value: { type: 'string', value: 'value '.repeat(i % 5) } },
      { name: 'number', value: { type: 'uint32', value: i } },
      { name: null, value: { type: 'array', values: [{ type: 'string', value: 'a' }] } },
    ],
  }));
}

const log = writeEvtx(events(60), { recordsPerChunk: 20, slack: true });

/** Reads all there is in every way. Damage may show as notes or as one `FormatError`, never as anything else. */
function readAll(bytes: Uint8Array): number {
  let count = 0;
  try {
    const opened = openEvtx(new MemorySource(bytes), (defect) => {
      if (!(defect instanceof FormatError)) throw new Error('a note of another kind');
    });
    for (const record of opened.records({ slack: true })) {
      count++;
      JSON.parse(recordToJson(record));
      record.systemFields();
      record.data();
      if (record.defects.some((defect) => !(defect instanceof FormatError)))
        throw new Error('a defect of another kind');
    }
    evtxCoverage(opened);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
  return count;
}

/** Makes the checksum of every chunk right again, so that damage is not known by it. */
function seal(bytes: Uint8Array): void {
  for (let at = FILE_BLOCK_SIZE; at + CHUNK.size <= bytes.length; at += CHUNK.size) {
    const chunk = bytes.subarray(at, at + CHUNK.size);
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    view.setUint32(CHUNK.checksum, crc32(chunk, CHUNK.stringTable, CHUNK.records, crc32(chunk, 0, CHUNK.flags)), true);
  }
}

const used = { min: FILE_BLOCK_SIZE, max: FILE_BLOCK_SIZE + 12_000 };

describe('any bytes', () => {
  it('are a log or a FormatError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6000 }), (bytes) => {
        readAll(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it('behind a chunk header are records or defects', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 3000 }), fc.nat(7000), (bytes, at) => {
        const damaged = log.slice(0, FILE_BLOCK_SIZE + CHUNK.size);
        damaged.set(bytes, FILE_BLOCK_SIZE + CHUNK_MAGIC.length + at);
        readAll(damaged);
      }),
      { numRuns: 150 },
    );
  });

  it('in place of a few others cost a few records at most, or their values', () => {
    const change = fc.record({ at: fc.integer(used), value: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.boolean(), (changes, sealed) => {
        const damaged = log.slice();
        for (const { at, value } of changes) damaged[at] = value;
        if (sealed) seal(damaged);
        // The other two chunks have 40 records, whatever becomes of the first.
        expect(readAll(damaged)).toBeGreaterThanOrEqual(40);
      }),
      { numRuns: 300 },
    );
  });

  it('in place of a 32-bit field are met by a limit', () => {
    const extremes = [0, 1, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
    fc.assert(
      fc.property(fc.integer(used), fc.constantFrom(...extremes), (at, value) => {
        const damaged = log.slice();
        new DataView(damaged.buffer).setUint32(at, value, true);
        readAll(damaged);
      }),
      { numRuns: 300 },
    );
  });

  it('cut off anywhere are what stands before', () => {
    fc.assert(
      fc.property(fc.nat(log.length), (size) => {
        readAll(log.slice(0, size));
      }),
      { numRuns: 100 },
    );
  });
});
