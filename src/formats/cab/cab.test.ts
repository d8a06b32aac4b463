import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import { CONTENTS } from '../../codecs/samples/contents.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { type Cab, type CabFile, isCab, openCab, verifyCab } from './cab.js';

const bytesOf = (cab: Cab, file: CabFile) => {
  const source = cab.open(file);
  return source.read(0, source.size);
};
const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

/** Opens, reads everything, and gives the names of all that was found wrong. */
function defectsOf(bytes: Uint8Array): string[] {
  const found: string[] = [];
  const note = ({ fault, detail }: FormatError) => void found.push(`${fault} ${detail.what}`);
  try {
    verifyCab(openCab(new MemorySource(bytes), note), note);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
  }
  return found;
}

interface CabTruth {
  readonly cabextract_rc: number;
  readonly test_rc: number;
  readonly list?: readonly { name: string; size: number; time: string }[];
  readonly md5?: Readonly<Record<string, string>>;
}

/** What we name in those that cabextract cannot read whole. Quantum, which it reads, is refused by name. */
const DEFECTS: Readonly<Record<string, readonly string[]>> = {
  'cabextract-split-1.cab': Array(2).fill('unsupported cab.file.spanned'),
  'cabextract-split-2.cab': Array(3).fill('unsupported cab.file.spanned'),
  'mspack-bad_folderindex.cab': ['bad-range cab.file.folder'],
  'mspack-cve-2018-18584-qtm-max-size-block.cab': ['unsupported cab.folder.quantum'],
};

describe.skipIf(CORPUS === null)(
  'cabinets of the corpus, as cabextract reads them (skipped without the corpus)',
  () => {
    for (const name of CORPUS === null ? [] : readdirSync(join(CORPUS, 'cab'))) {
      const truthFile = join(CORPUS ?? '', 'truth', 'cab', `${name}.json`);
      let truth: CabTruth | null = null;
      try {
        truth = JSON.parse(readFileSync(truthFile, 'utf8')) as CabTruth;
      } catch {
        // no tool could say anything of it: it is one of the broken ones
      }
      const isSound = truth !== null && truth.test_rc === 0 && !name.includes('qtm');
      it(`${name}${isSound ? '' : ' ends in a named defect'}`, () => {
        const bytes = corpusBytes(`cab/${name}`);
        if (!isSound) {
          const defects = defectsOf(bytes);
          expect(defects.length).toBeGreaterThan(0);
          if (DEFECTS[name] !== undefined) expect(defects).toEqual(DEFECTS[name]);
          if (!name.includes('split')) return;
        }
        const cab = openCab(new MemorySource(bytes), strict);
        expect(isCab(bytes)).toBe(true);
        const listed = cab.files.map(({ name: path, size }) => ({ path: path.replaceAll('\\', '/'), size }));
        const wanted = (truth?.list ?? []).map(({ name: path, size }) => ({ path, size }));
        expect(listed.map(({ size }) => size)).toEqual(wanted.map(({ size }) => size));
        if (!isSound) return;
        const ours = cab.files.map((file) => md5(bytesOf(cab, file)));
        const theirs = Object.values(truth?.md5 ?? {});
        expect(new Set(ours)).toEqual(new Set(theirs));
        expect(verifyCab(cab, strict).soundCount).toBe(cab.files.length);
      });
    }

    it('gives a value or a FormatError for changed bytes, and never hangs', () => {
      const files = readdirSync(join(CORPUS ?? '', 'cab'))
        .map((name) => corpusBytes(`cab/${name}`))
        .filter((bytes) => bytes.length < 40_000);
      const change = fc.record({ at: fc.oneof(fc.nat(80), fc.nat(40_000)), to: fc.nat(255) });
      fc.assert(
        fc.property(fc.nat(files.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }), (which, changes) => {
          const bytes = files[which].slice();
          for (const { at, to } of changes) bytes[at % bytes.length] = to;
          defectsOf(bytes);
        }),
        { numRuns: 500 },
      );
    });
  },
);

describe.skipIf(!hasProgram('gcab'))('cabinets that gcab makes (skipped without gcab)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cab-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const names = Object.keys(CONTENTS);
  const contentOf = (name: string) => (CONTENTS[name] as (size: number) => Uint8Array)(400_000);
  for (const name of names) writeFileSync(join(folder, name), contentOf(name));
  const make = (...options: string[]) => {
    execFileSync('gcab', ['-c', ...options, 'out.cab', ...names], { cwd: folder, stdio: 'ignore' });
    return new Uint8Array(readFileSync(join(folder, 'out.cab')));
  };

  /** The cabinet with its one folder `count` times, all over the same blocks. */
  function withFolders(bytes: Uint8Array, count: number): Uint8Array {
    const [folderAt, folderSize] = [36, 8];
    const shift = folderSize * (count - 1);
    const made = new Uint8Array(bytes.length + shift);
    made.set(bytes.subarray(0, folderAt));
    made.set(bytes.subarray(folderAt + folderSize), folderAt + folderSize * count);
    const [before, after] = [new DataView(bytes.buffer, bytes.byteOffset), new DataView(made.buffer)];
    for (let index = 0; index < count; index++) {
      const at = folderAt + folderSize * index;
      made.set(bytes.subarray(folderAt, folderAt + folderSize), at);
      after.setUint32(at, before.getUint32(folderAt, true) + shift, true);
    }
    after.setUint16(26, count, true);
    after.setUint32(16, before.getUint32(16, true) + shift, true);
    return made;
  }

  it.each([['stored'], ['MSZIP', '-z']])('%s', (_, ...options) => {
    const cab = openCab(new MemorySource(make(...options)), strict);
    expect(cab.files.map((file) => file.name)).toEqual(names);
    for (const name of [...names].reverse()) {
      const file = cab.find(name.toUpperCase()) as CabFile;
      expect(Buffer.compare(bytesOf(cab, file), contentOf(name))).toBe(0);
      expect(Buffer.compare(cab.open(file).read(123_456, 70_000), contentOf(name).subarray(123_456, 193_456))).toBe(0);
    }
    expect(cab.find('none')).toBeNull();
  });

  it('with a changed byte are found out by the checksum', () => {
    const bytes = make('-z');
    bytes[bytes.length - 100] ^= 1;
    const defects = defectsOf(bytes);
    expect(defects.length).toBeGreaterThan(0);
    expect(new Set(defects)).toEqual(new Set(['bad-checksum cab.block.checksum']));
  });

  it('whose folders share their blocks are not unpacked again and again', () => {
    const cab = openCab(new MemorySource(withFolders(make('-z'), 41)), strict);
    const verdict = verifyCab(cab, strict);
    expect(verdict.soundCount).toBe(names.length);
    expect(verdict.unpackedBytes).toBeLessThan(3 * names.length * 400_000);
  });

  it('with more folders than are kept open give every file, in any order', () => {
    const bytes = withFolders(make('-z'), 7);
    const cab = openCab(new MemorySource(bytes), strict);
    const sources = cab.folders.map(({ index }) => cab.openFolder(index));
    for (const index of [0, 6, 3, 0, 5, 1, 6]) {
      const size = names.length * 400_000;
      expect(Buffer.compare(sources[index].read(0, size).subarray(0, 400_000), contentOf(names[0]))).toBe(0);
      expect(sources[index].read(size - 5, 5)).toEqual(contentOf(names[names.length - 1]).subarray(-5));
    }
  });

  it('cut short are named truncated, and give what is left', () => {
    const bytes = make('-z');
    const defects = defectsOf(bytes.subarray(0, bytes.length - 1000));
    expect(defects[0]).toBe('truncated cab');
    const cab = openCab(new MemorySource(bytes.subarray(0, bytes.length - 1000)), () => {});
    expect(Buffer.compare(bytesOf(cab, cab.files[0]), contentOf(names[0]))).toBe(0);
  });
});

describe('cabinets that are refused', () => {
  it('name why', () => {
    expect(defectsOf(new Uint8Array(50))).toEqual(['bad-magic cab.header.magic']);
    expect(defectsOf(new Uint8Array(10))).toEqual(['truncated cab.header']);
    const bytes = new Uint8Array(50);
    bytes.set([0x4d, 0x53, 0x43, 0x46]);
    expect(defectsOf(bytes)).toEqual(['unsupported cab.header.version']);
  });
});
