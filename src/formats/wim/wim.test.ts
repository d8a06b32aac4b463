import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type ByteSource, MemorySource } from '../../bytes/byte-source.js';
import { FormatError, strict } from '../../bytes/format-error.js';
import type { MakeHasher } from '../../bytes/hasher.js';
import { CONTENTS } from '../../codecs/samples/contents.js';
import { CORPUS, corpusBytes, hasProgram } from '../../testing/shared.js';
import { isWim, openWim, verifyWim, type Wim } from './wim.js';

const makeHasher: MakeHasher = (name) => {
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
};
const refused = (act: () => unknown): FormatError => {
  try {
    act();
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
};
const pathsOf = (wim: Wim, image: number) =>
  [...wim.directory(image).walk()].map((entry) => `/${entry.path.replaceAll('\\', '/')}`);
const sorted = (paths: readonly string[]) => [...paths].sort();

/** A source that counts what is read of it. */
class CountedSource implements ByteSource {
  readonly #base: ByteSource;
  readBytes = 0;
  constructor(base: ByteSource) {
    this.#base = base;
  }
  get size(): number {
    return this.#base.size;
  }
  read(offset: number, length: number): Uint8Array {
    this.readBytes += length;
    return this.#base.read(offset, length);
  }
}

/** What wimlib passes over in these without a word in its list, we name. */
const DEFECTS: Readonly<Record<string, readonly string[]>> = {
  'wimlib-dotdot.wim': ['wim.directory.name'],
  'wimlib-duplicate_names.wim': ['wim.directory.name'],
};

interface WimTruth {
  readonly rc: number;
  readonly Compression: string;
  readonly 'Boot Index': string;
  readonly GUID: string;
  readonly dir: readonly string[];
  readonly images: readonly Record<string, string>[];
}

describe.skipIf(CORPUS === null)('WIMs of the corpus, as wimlib reads them (skipped without the corpus)', () => {
  const names = CORPUS === null ? [] : readdirSync(join(CORPUS, 'wim'));
  for (const name of names) {
    const truth = JSON.parse(readFileSync(join(CORPUS ?? '', 'truth', 'wim', `${name}.json`), 'utf8')) as WimTruth;
    if (truth.rc !== 0) {
      it(`${name} is refused by name`, () => {
        const wim = openWim(new MemorySource(corpusBytes(`wim/${name}`)), () => {});
        expect(refused(() => wim.images).fault).toBe('truncated');
      });
      continue;
    }
    it(name, () => {
      const bytes = corpusBytes(`wim/${name}`);
      expect(isWim(bytes)).toBe(true);
      const defects: FormatError[] = [];
      const wim = openWim(new MemorySource(bytes), (defect) => defects.push(defect));
      expect(wim.header.compression).toBe(truth.Compression.toLowerCase());
      expect(String(wim.header.bootIndex)).toBe(truth['Boot Index']);
      expect(wim.images.length).toBe(wim.header.imageCount);
      truth.images.forEach((image, index) => {
        const info = wim.images[index];
        const architecture = image.Architecture === 'x86_64' ? 'amd64' : image.Architecture;
        expect(info).toMatchObject({ name: image.Name, directoryCount: Number(image['Directory Count']) });
        expect(info.version?.build).toBe(image.Build && Number(image.Build));
        expect(info.version?.servicePackBuild).toBe(image['Service Pack Build'] && Number(image['Service Pack Build']));
        expect(info.languages.join(' ') || undefined).toBe(image.Languages);
        expect(info.architecture ?? undefined).toBe(architecture);
        expect(info.installationType ?? undefined).toBe(image['Installation Type']);
      });
      expect(sorted(['/', ...pathsOf(wim, 1)])).toEqual(sorted(truth.dir));
      expect(new Set(defects.map(({ detail }) => detail.what))).toEqual(new Set(DEFECTS[name]));
      const verdict = verifyWim(wim, makeHasher, strict);
      expect(verdict.soundCount).toBe(verdict.blobCount);
    });
  }

  it('opens one file without reading the others, whatever the case of its name', () => {
    const source = new CountedSource(new MemorySource(corpusBytes('wim/made-none.wim')));
    const wim = openWim(source, strict);
    const entry = wim.find(1, 'windows/SYSTEM32\\Config\\software');
    expect(entry?.path).toBe('Windows\\System32\\config\\SOFTWARE');
    const before = source.readBytes;
    const file = wim.open(entry as NonNullable<typeof entry>);
    expect(new TextDecoder('latin1').decode(file.read(0, 4))).toBe('regf');
    expect(source.readBytes - before).toBe(4);
    expect(wim.find(1, 'Windows\\absent')).toBeNull();
    expect(wim.find(1, '')?.isDirectory).toBe(true);
  });

  it('names the blob that is damaged, and goes on', () => {
    for (const name of ['made-lzx32k-19041.5728.wim', 'made-lzms-solid.esd', 'made-xpress64k.wim', 'made-none.wim']) {
      const bytes = corpusBytes(`wim/${name}`).slice();
      const sound = openWim(new MemorySource(bytes.slice()), strict);
      const largest = [...sound.table.blobs()].sort((a, b) => sound.openBlob(b).size - sound.openBlob(a).size)[0];
      const at = largest.solidRun?.[0]?.offset ?? largest.resource.offset;
      bytes[at + 3000] ^= 0x55;
      const defects: FormatError[] = [];
      const wim = openWim(new MemorySource(bytes), strict);
      const verdict = verifyWim(wim, makeHasher, (defect) => defects.push(defect));
      expect(defects.length).toBeGreaterThan(0);
      expect(verdict.soundCount).toBe(verdict.blobCount - defects.length);
      for (const { detail } of defects) expect(detail.what).toMatch(/^wim\.(blob|resource\.chunk)$/);
    }
  });

  it('reads a file with its SHA-1 compared, and names the damage', () => {
    const bytes = corpusBytes('wim/made-none.wim').slice();
    const path = 'Windows\\System32\\config\\SOFTWARE';
    const wim = openWim(new MemorySource(bytes), strict, makeHasher);
    const entry = wim.find(1, path) as NonNullable<ReturnType<Wim['find']>>;
    expect(wim.readVerified(entry, makeHasher).length).toBe(entry.size);
    const blob = wim.table.blob(entry.data?.blobIndex ?? -1);
    bytes[blob.resource.offset + 100] ^= 1;
    const defect = refused(() => wim.readVerified(entry, makeHasher));
    expect([defect.fault, defect.detail.what, defect.detail.sourceOffset]).toEqual([
      'bad-checksum',
      'wim.blob',
      blob.resource.offset,
    ]);
    const metadata = [...wim.table.blobs()].find((each) => each.isMetadata);
    bytes[(metadata?.resource.offset ?? 0) + (metadata?.resource.packedSize ?? 0) - 8] ^= 1;
    const noted: string[] = [];
    openWim(new MemorySource(bytes), ({ detail }) => noted.push(detail.what), makeHasher).directory(1);
    expect(noted).toEqual(['wim.metadata']);
  });

  it('divides the work between shares without loss', () => {
    for (const name of ['made-multi-3images.wim', 'made-lzms-solid.esd']) {
      const source = new MemorySource(corpusBytes(`wim/${name}`));
      const whole = verifyWim(openWim(source, strict), makeHasher, strict);
      const parts = [0, 1, 2].map((index) =>
        verifyWim(openWim(source, strict), makeHasher, strict, () => {}, { index, count: 3 }),
      );
      const sum = (key: 'blobCount' | 'soundCount' | 'unpackedBytes') =>
        parts.reduce((total, part) => total + part[key], 0);
      expect([sum('blobCount'), sum('soundCount'), sum('unpackedBytes')]).toEqual([
        whole.blobCount,
        whole.soundCount,
        whole.unpackedBytes,
      ]);
    }
  });

  it('finds a changed byte by the integrity table', () => {
    const bytes = corpusBytes('wim/made-lzx32k-integrity-26100.4652.wim').slice();
    bytes[5000] ^= 1;
    const defects: FormatError[] = [];
    const verdict = verifyWim(openWim(new MemorySource(bytes), strict), makeHasher, (defect) => defects.push(defect));
    expect(verdict.integrityChunkCount).toBe(1);
    expect(defects.map(({ fault, detail }) => [fault, detail.what, detail.sourceOffset])).toContainEqual([
      'bad-checksum',
      'wim.integrity.chunk',
      208,
    ]);
  });

  it('gives a value or a FormatError for changed bytes', () => {
    const files = [
      'made-lzx32k-19041.5728.wim',
      'made-lzms-solid.esd',
      'wimlib-longpaths.wim',
      'wimlib-empty_dacl.wim',
    ].map((name) => corpusBytes(`wim/${name}`));
    const place = fc.oneof(fc.nat(207), fc.integer({ min: -3000, max: -1 }), fc.nat(110_000));
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.array(fc.record({ at: place, to: fc.nat(255) }), { minLength: 1, maxLength: 5 }),
        (which, changes) => {
          const bytes = files[which].slice();
          for (const { at, to } of changes) bytes[(at + bytes.length) % bytes.length] = to;
          try {
            const wim = openWim(new MemorySource(bytes), () => {});
            void wim.images;
            let count = 0;
            for (const entry of wim.directory(1).walk()) {
              if (entry.sha1 === null || count++ > 20) continue;
              const file = wim.open(entry);
              file.read(0, Math.min(file.size, 5000));
            }
          } catch (error) {
            if (!(error instanceof FormatError)) throw error;
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('headers that are refused', () => {
  const header = (change: (view: DataView) => void) => {
    const bytes = new Uint8Array(208);
    bytes.set(new TextEncoder().encode('MSWIM'));
    const view = new DataView(bytes.buffer);
    view.setUint32(8, 208, true);
    view.setUint32(12, 0x10d00, true);
    view.setUint16(40, 1, true);
    view.setUint16(42, 1, true);
    change(view);
    const { fault, detail } = refused(() => openWim(new MemorySource(bytes), strict));
    return [fault, detail.what, detail.sourceOffset];
  };

  it('name what they are', () => {
    expect(header((view) => view.setUint8(0, 0))).toEqual(['bad-magic', 'wim.header.magic', 0]);
    expect(
      header((view) =>
        [0x57, 0x4c, 0x50, 0x57, 0x4d].forEach((byte, at) => {
          view.setUint8(at, byte);
        }),
      ),
    ).toEqual(['unsupported', 'wim.header.pipable', 0]);
    expect(header((view) => view.setUint16(42, 3, true))).toEqual(['unsupported', 'wim.header.partCount', 42]);
    expect(header((view) => view.setUint32(16, 8, true))).toEqual(['unsupported', 'wim.header.partCount', 42]);
    expect(header((view) => view.setUint32(8, 200, true))).toEqual(['bad-range', 'wim.header.size', 8]);
    expect(header((view) => view.setUint32(12, 0x20000, true))).toEqual(['unsupported', 'wim.header.version', 12]);
    expect(header((view) => view.setUint32(44, 5000, true))).toEqual(['over-limit', 'wim.header.imageCount', 44]);
    expect(header((view) => view.setUint32(16, 0x60002, true))).toEqual(['bad-range', 'wim.header.flags', 16]);
    expect(refused(() => openWim(new MemorySource(new Uint8Array(100)), strict)).fault).toBe('truncated');
  });
});

describe.skipIf(!hasProgram('wimlib-imagex'))('WIMs that wimlib makes (skipped without wimlib-imagex)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wim-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const input = join(folder, 'in');
  mkdirSync(join(input, 'Folder', 'Ünder'), { recursive: true });
  for (const [name, make] of Object.entries(CONTENTS)) {
    writeFileSync(join(input, 'Folder', name), make(150_000));
    writeFileSync(join(input, 'Folder', 'Ünder', `${name}-small`), make(777));
  }
  writeFileSync(join(input, 'empty'), '');
  const make = (...args: string[]) => {
    const file = join(folder, 'out.wim');
    rmSync(file, { force: true });
    execFileSync('wimlib-imagex', ['capture', input, file, ...args], { stdio: 'ignore' });
    return openWim(new MemorySource(new Uint8Array(readFileSync(file))), strict);
  };

  const kinds: readonly (readonly string[])[] = [
    ['--compress=none'],
    ...['4K', '16K', '32K', '64K'].map((size) => ['--compress=XPRESS', `--chunk-size=${size}`]),
    ...['32K', '64K', '1M', '2M'].map((size) => ['--compress=LZX', `--chunk-size=${size}`]),
    ['--compress=LZMS', '--chunk-size=128K'],
    ['--solid', '--solid-compress=LZMS', '--solid-chunk-size=256K'],
    ['--solid', '--solid-compress=LZX', '--solid-chunk-size=64K'],
    ['--solid', '--solid-compress=XPRESS', '--solid-chunk-size=32K'],
  ];
  for (const kind of kinds) {
    it(`reads every byte with ${kind.join(' ')}`, () => {
      const wim = make(...kind);
      for (const [name, made] of Object.entries(CONTENTS)) {
        const entry = wim.find(1, `folder\\${name}`);
        const file = wim.open(entry as NonNullable<typeof entry>);
        expect(file.size).toBe(150_000);
        expect(Buffer.compare(file.read(0, file.size), made(150_000))).toBe(0);
        expect(Buffer.compare(file.read(40_000, 70_001), made(150_000).subarray(40_000, 110_001))).toBe(0);
      }
      const verdict = verifyWim(wim, makeHasher, strict);
      expect(verdict.soundCount).toBe(verdict.blobCount);
      expect(wim.find(1, 'empty')?.sha1).toBeNull();
    });
  }

  it('names links and reparse points', () => {
    execFileSync('ln', [join(input, 'Folder', 'text'), join(input, 'linked')]);
    execFileSync('ln', ['-s', 'Folder/text', join(input, 'symbolic')]);
    const wim = make('--compress=none');
    expect(wim.find(1, 'linked')?.hardLinkGroup).toBe(wim.find(1, 'Folder\\text')?.hardLinkGroup);
    expect(wim.find(1, 'linked')?.hardLinkGroup).not.toBe(0n);
    const link = wim.find(1, 'symbolic');
    expect(link?.reparseTag).toBe(0xa000000c);
    expect(link?.data).toBeNull();
    expect(link?.streams[0].isReparseData).toBe(true);
  });

  it('refuses pipable and split WIMs by name', () => {
    const file = join(folder, 'out.wim');
    make('--compress=none');
    execFileSync('wimlib-imagex', ['export', file, '1', join(folder, 'pipable.wim'), '--pipable'], { stdio: 'ignore' });
    execFileSync('wimlib-imagex', ['split', file, join(folder, 'part.swm'), '1'], { stdio: 'ignore' });
    const open = (name: string) => () =>
      openWim(new MemorySource(new Uint8Array(readFileSync(join(folder, name)))), strict);
    expect(refused(open('pipable.wim')).detail.what).toBe('wim.header.pipable');
    const parts = readdirSync(folder).filter((name) => name.endsWith('.swm'));
    for (const part of parts.length > 1 ? parts : [])
      expect(refused(open(part)).detail.what).toBe('wim.header.partCount');
    expect(spawnSync('wimlib-imagex', ['info', file]).status).toBe(0);
  });
});
