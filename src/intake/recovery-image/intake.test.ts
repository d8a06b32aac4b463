/** Recovery images made with wimlib, holding PE files that mingw's windres gave their versions. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, MemorySource } from '../../bytes/byte-source.js';
import { makeHasher } from '../../hosts/node/hasher.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { withScratch } from '../../testing/image-file.js';
import { makePe } from '../../testing/made-files.js';
import { hasProgram } from '../../testing/shared.js';
import { readRecoveryImage, recoveryImageIntake } from './intake.js';

const PROGRAMS = ['wimlib-imagex', 'x86_64-w64-mingw32-windres', 'x86_64-w64-mingw32-as', 'x86_64-w64-mingw32-ld'];
const ACTIVE = { place: 'recovery-partition', path: 'partition 4/Winre.wim', isActive: true } as const;
const here = PROGRAMS.every(hasProgram);

/** @param version Of `winpeshl.exe`; `null` leaves it out. @param metadata Properties of the image, by path. */
function image(version: string | null, metadata: Readonly<Record<string, string | number>>): Uint8Array {
  return withScratch((folder) => {
    const system32 = join(folder, 'tree', 'Windows', 'System32');
    mkdirSync(system32, { recursive: true });
    writeFileSync(join(system32, 'other.txt'), 'other');
    if (version !== null) makePe(join(system32, 'winpeshl.exe'), 'winpeshl.exe', version, folder);
    const properties = Object.entries(metadata).map(([path, value]) => `--image-property=${path}=${value}`);
    const file = join(folder, 'made.wim');
    execFileSync('wimlib-imagex', ['capture', join(folder, 'tree'), file, 'WinRE', '--no-acls', ...properties]);
    return new Uint8Array(readFileSync(file));
  });
}

function read(bytes: Uint8Array, place: Parameters<typeof readRecoveryImage>[1] = ACTIVE): CollectingSink {
  const sink = Object.assign(new CollectingSink(), { makeHasher });
  readRecoveryImage(new MemorySource(bytes), place, sink);
  return sink;
}

const levels = (sink: CollectingSink) =>
  sink.facts.flatMap(({ kind, value, reading }) =>
    kind === 'winre-version' ? [[reading.witness, (value as { version: string }).version]] : [],
  );
const states = (sink: CollectingSink) => sink.values('winre-image').map(({ state }) => state);

const VERSION = 'WINDOWS/VERSION';
const METADATA = { [`${VERSION}/MAJOR`]: 10, [`${VERSION}/MINOR`]: 0, [`${VERSION}/BUILD`]: 19041 };

describe.skipIf(!here)(`recovery images (skipped without ${PROGRAMS.join(', ')})`, () => {
  it('have the level of the file inside, and the older one of their metadata as a lesser witness', () => {
    const sink = read(image('10.0.19041.5728', { ...METADATA, [`${VERSION}/SPBUILD`]: 1 }));
    expect(states(sink)).toEqual(['present']);
    expect(levels(sink)).toEqual([
      ['image-file', '10.0.19041.5728'],
      ['image-metadata', '10.0.19041.1'],
    ]);
    expect(sink.facts.find(({ kind }) => kind === 'winre-version')?.reading.path).toBe(
      'partition 4/Winre.wim/Windows/System32/winpeshl.exe',
    );
  });

  it('tell no level by metadata that lacks the last number: it is not 0', () => {
    expect(levels(read(image('10.0.19041.5728', METADATA)))).toEqual([['image-file', '10.0.19041.5728']]);
  });

  it('tell no level of the device where they are a copy', () => {
    const sink = read(image('10.0.19041.5728', METADATA), { ...ACTIVE, isActive: false });
    expect([states(sink), levels(sink)]).toEqual([['present'], []]);
  });

  it('are not to be confused with installation media', () => {
    expect(read(image(null, METADATA)).facts).toEqual([]);
  });

  it('whose deciding file is damaged are damaged, and have no level', () => {
    const damaged = image('10.0.19041.5728', METADATA);
    damaged.fill(0xa5, 208, 1000); // the first resources stand behind the header
    const sink = read(damaged);
    expect([states(sink), levels(sink)]).toEqual([['corrupt'], []]);
    expect(sink.defects.length).toBeGreaterThan(0);
  });

  it('are known by content', () => {
    const bytes = new MemorySource(image('10.0.19041.1', METADATA));
    expect(recoveryImageIntake.recognises(headOf(bytes, 256), { name: 'x', bytes, depth: 0 })).toBe(true);
  });
});

it('what stands in the place of a recovery image and is none is damage', () => {
  expect(states(read(new Uint8Array(4096)))).toEqual(['corrupt']);
});
