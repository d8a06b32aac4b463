import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { withScratch } from '../../testing/image-file.js';
import { hasProgram } from '../../testing/shared.js';
import { cabIntake } from './intake.js';

const LOG = '2025-04-20 10:00:00, Info                  CBS    Starting TrustedInstaller initialization.\r\n'.repeat(
  200,
);

function openCab(bytes: Uint8Array): CollectingSink {
  const artefact = { name: 'CbsPersist_20250420100000.cab', bytes: new MemorySource(bytes), depth: 0 };
  expect(cabIntake.recognises(headOf(artefact.bytes, 64), artefact)).toBe(true);
  const sink = new CollectingSink();
  cabIntake.read(artefact, sink);
  return sink;
}

describe.skipIf(!hasProgram('gcab'))('cabinets that gcab made (skipped without gcab)', () => {
  const made = withScratchCabinet();

  it('give their files as sources of their own, unpacked', () => {
    const { opened, defects } = openCab(made);
    expect(opened.map(({ name, depth }) => [name, depth])).toEqual([
      ['CbsPersist_20250420100000.cab/CbsPersist.log', 1],
    ]);
    const [{ bytes }] = opened;
    expect(new TextDecoder().decode(bytes.read(0, bytes.size))).toBe(LOG);
    expect(defects).toEqual([]);
  });

  it('whose data is damaged say so when the file is read', () => {
    const damaged = made.slice();
    damaged.fill(0xff, damaged.length - 40, damaged.length - 20);
    const [{ bytes }] = openCab(damaged).opened;
    expect(() => bytes.read(0, bytes.size)).toThrow(expect.objectContaining({ name: 'FormatError' }));
  });
});

function withScratchCabinet(): Uint8Array {
  if (!hasProgram('gcab')) return new Uint8Array(0);
  return withScratch((folder) => {
    writeFileSync(join(folder, 'CbsPersist.log'), LOG);
    execFileSync('gcab', ['-cz', 'made.cab', 'CbsPersist.log'], { cwd: folder });
    return new Uint8Array(readFileSync(join(folder, 'made.cab')));
  });
}
