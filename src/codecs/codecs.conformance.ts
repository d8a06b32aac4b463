/** What every implementation of every codec must do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../bytes/format-error.js';
import { CORPUS, corpusBytes } from '../testing/shared.js';
import type { BlockDecoder } from './codec.js';
import { makeLzms } from './lzms/lzms.js';
import { makeLzxChunks } from './lzx/lzx.js';
import { makeMszip } from './mszip/mszip.js';
import { CONTENTS } from './samples/contents.js';
import packed from './samples/packed.json' with { type: 'json' };
import { makeXpress } from './xpress/xpress.js';

type Implementation = BlockDecoder['implementation'];

const CODECS: Readonly<Record<string, (implementation: Implementation, chunkSize: number) => BlockDecoder>> = {
  xpress: (implementation) => makeXpress(implementation),
  lzx: (implementation, chunkSize) => makeLzxChunks(Math.log2(chunkSize), implementation),
  lzms: (implementation) => makeLzms(implementation),
  mszip: (implementation) => makeMszip(implementation),
};

interface Sample {
  readonly name: string;
  readonly chunkSize: number;
  readonly input: Uint8Array;
  readonly output: Uint8Array;
}

const samplesOf = (codec: string): Sample[] =>
  packed
    .filter((sample) => sample.codec === codec)
    .map(({ content, chunkSize, unpackedSize, packed }) => ({
      name: `${content} in chunks of ${chunkSize}`,
      chunkSize,
      input: new Uint8Array(Buffer.from(packed, 'base64')),
      output: (CONTENTS[content] as (size: number) => Uint8Array)(unpackedSize),
    }));

/** What came of decoding: the bytes, or the words of the refusal. Anything else thrown is a failure of the test. */
function outcome(decoder: BlockDecoder, input: Uint8Array, size: number): Uint8Array | string {
  try {
    return decoder.decode(input, size).slice();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return `${error.fault} ${error.detail.what}`;
  }
}

for (const [codec, make] of Object.entries(CODECS)) {
  const samples = samplesOf(codec);
  for (const implementation of ['plain', 'kernel'] as const) {
    describe(`${codec}, ${implementation}`, () => {
      for (const { name, chunkSize, input, output } of samples) {
        it(`unpacks ${name}`, () => {
          const decoder = make(implementation, chunkSize);
          expect(decoder.implementation).toBe(implementation);
          expect(Buffer.compare(decoder.decode(input, output.length), output)).toBe(0);
        });
      }

      it('keeps nothing of one chunk for the next', () => {
        const [first] = samples;
        const decoder = make(implementation, first.chunkSize);
        for (const { input, output } of samples.filter(({ chunkSize }) => chunkSize === first.chunkSize)) {
          outcome(decoder, input.subarray(0, 300), output.length);
          expect(Buffer.compare(decoder.decode(input, output.length), output)).toBe(0);
        }
      });

      it('refuses input that ends too soon', () => {
        for (const { chunkSize, input, output } of samples) {
          for (const size of [0, 1, 2, 100, input.length >> 1, Math.floor(input.length * 0.9)]) {
            const decoder = make(implementation, chunkSize);
            expect(outcome(decoder, input.subarray(0, size & ~1), output.length)).toBeTypeOf('string');
          }
        }
      });
    });
  }

  describe(`${codec}, kernel against plain`, () => {
    it('agrees on changed samples', () => {
      const pairs = samples.map((sample) => ({
        ...sample,
        plain: make('plain', sample.chunkSize),
        kernel: make('kernel', sample.chunkSize),
      }));
      const change = fc.record({ at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), to: fc.nat(255) });
      fc.assert(
        fc.property(
          fc.nat(pairs.length - 1),
          fc.array(change, { maxLength: 4 }),
          fc.integer({ min: -3, max: 3 }),
          fc.boolean(),
          (which, changes, more, cut) => {
            const { plain, kernel, input, output } = pairs[which] as (typeof pairs)[number];
            const changed = cut ? input.slice(0, input.length >> 1) : input.slice();
            for (const { at, to } of changes) changed[Math.floor(at * changed.length)] = to;
            expect(outcome(kernel, changed, output.length + more)).toEqual(
              outcome(plain, changed, output.length + more),
            );
          },
        ),
        { numRuns: 300 },
      );
    });

    it.skipIf(CORPUS === null)('agrees on the seeds of another fuzzer (skipped without the corpus)', () => {
      const [{ chunkSize }] = samples;
      for (const name of ['compress-raw/wimlib-fuzz-xpress.bin', 'compress-raw/wimlib-fuzz-lzms.bin']) {
        const seed = corpusBytes(name);
        for (const skip of [1, 5]) {
          for (const size of [1, 2, 4096, chunkSize, 3 * seed.length]) {
            const [plain, kernel] = [make('plain', chunkSize), make('kernel', chunkSize)];
            const input = seed.subarray(skip, skip + ((seed.length - skip) & ~1));
            expect(outcome(kernel, input, size)).toEqual(outcome(plain, input, size));
          }
        }
      }
    });

    it('agrees on random bytes', () => {
      const [{ chunkSize }] = samples;
      const plain = make('plain', chunkSize);
      const kernel = make('kernel', chunkSize);
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(4096), (input, size) => {
          expect(outcome(kernel, input, size)).toEqual(outcome(plain, input, size));
        }),
        { numRuns: 300 },
      );
    });
  });
}
