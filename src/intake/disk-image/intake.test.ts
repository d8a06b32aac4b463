/** Small disks by sfdisk, mkntfs and wimlib: what their tables and volumes say, and what is not there. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, MemorySource } from '../../bytes/byte-source.js';
import { CollectingSink } from '../../testing/collecting-sink.js';
import { withScratch } from '../../testing/image-file.js';
import { hasProgram } from '../../testing/shared.js';
import { diskImageIntake } from './intake.js';

const PROGRAMS = ['sfdisk', 'mkntfs', 'wimlib-imagex'];
const MEBIBYTE = 2 ** 20;
const SECTOR = 512;
const RECOVERY = 'DE94BBA4-06D1-4D40-A16A-BFD50179D6AC';
const BASIC = 'EBD0A0A2-B9E5-4433-87C0-68B6B72699C7';

/** A GPT disk of 32 MiB with two NTFS volumes of 12 MiB, at 1 and at 13 MiB; the second is a recovery partition. */
function disk(files: { readonly os?: Files; readonly recovery?: Files }): Uint8Array {
  return withScratch((folder) => {
    const raw = join(folder, 'disk.img');
    writeFileSync(raw, '');
    truncateSync(raw, 32 * MEBIBYTE);
    const at = (mebibytes: number) => (mebibytes * MEBIBYTE) / SECTOR;
    const parts = [
      `start=${at(1)}, size=${at(12)}, type=${BASIC}`,
      `start=${at(13)}, size=${at(12)}, type=${RECOVERY}`,
    ];
    execFileSync('sfdisk', ['-q', raw], { input: ['label: gpt', ...parts, ''].join('\n') });
    const bytes = new Uint8Array(readFileSync(raw));
    bytes.set(volume(join(folder, 'os'), files.os ?? {}), MEBIBYTE);
    bytes.set(volume(join(folder, 'recovery'), files.recovery ?? {}), 13 * MEBIBYTE);
    return bytes;
  });
}

type Files = Readonly<Record<string, string>>;

function volume(folder: string, files: Files): Uint8Array {
  const tree = join(folder, 'tree');
  mkdirSync(tree, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(tree, path, '..'), { recursive: true });
    writeFileSync(join(tree, path), content);
  }
  const image = join(folder, 'volume.img');
  writeFileSync(image, '');
  truncateSync(image, 12 * MEBIBYTE);
  const quiet = { stdio: 'ignore' } as const;
  execFileSync('mkntfs', ['-qQF', image], quiet);
  const wim = join(folder, 'tree.wim');
  execFileSync('wimlib-imagex', ['capture', tree, wim, '--compress=none', '--no-acls'], quiet);
  execFileSync('wimlib-imagex', ['apply', wim, '1', image], quiet);
  return new Uint8Array(readFileSync(image));
}

function read(bytes: Uint8Array): CollectingSink {
  const artefact = { name: 'disk.img', bytes: new MemorySource(bytes), depth: 0 };
  expect(diskImageIntake.recognises(headOf(artefact.bytes, 65_536), artefact)).toBe(true);
  const sink = new CollectingSink();
  diskImageIntake.read(artefact, sink);
  return sink;
}

const images = (sink: CollectingSink) => sink.values('winre-image').map(({ place, state }) => [place, state]);

describe.skipIf(!PROGRAMS.every(hasProgram))(`disk images (skipped without ${PROGRAMS.join(', ')})`, () => {
  it('are divided as their table says, with roles, and with the room that is left over', () => {
    const [layout] = read(disk({})).values('disk-layout');
    expect(layout).toMatchObject({ style: 'gpt', sizeBytes: 32 * MEBIBYTE, complete: true });
    expect(layout.partitions.map(({ role, offsetBytes, sizeBytes }) => [role, offsetBytes, sizeBytes])).toEqual([
      ['basic', MEBIBYTE, 12 * MEBIBYTE],
      ['recovery', 13 * MEBIBYTE, 12 * MEBIBYTE],
    ]);
    expect(layout.unallocatedBytes).toBeGreaterThan(6 * MEBIBYTE);
  });

  it('tell the free bytes of a volume, and that a recovery partition holds no image', () => {
    const sink = read(disk({ recovery: { 'Recovery/Logs/old.txt': 'nothing' } }));
    expect(images(sink)).toEqual([['recovery-partition', 'missing']]);
    const [, recovery] = sink.values('volume');
    expect(recovery).toMatchObject({ partition: 2, role: 'recovery', dirty: false });
    expect(recovery.freeBytes).toBeGreaterThan(MEBIBYTE);
  });

  it('tell damage in the place of a recovery image apart from its absence', () => {
    const sink = read(disk({ recovery: { 'Recovery/WindowsRE/Winre.wim': 'no image' } }));
    expect(images(sink)).toEqual([['recovery-partition', 'corrupt']]);
  });

  it('open the files of a Windows that tell of updates, a hive with its logs, and nothing else', () => {
    const config = 'Windows/System32/config';
    const sink = read(
      disk({
        os: {
          [`${config}/SOFTWARE`]: 'hive',
          [`${config}/SOFTWARE.LOG1`]: 'log',
          'Windows/Logs/CBS/CBS.log': 'log',
          'Users/me/diary.txt': 'private',
        },
      }),
    );
    expect(sink.opened.map(({ name }) => name).sort()).toEqual([
      'disk.img/partition 1/Windows/Logs/CBS/CBS.log',
      `disk.img/partition 1/${config}/SOFTWARE`,
    ]);
    const hive = sink.opened.find(({ name }) => name.endsWith('SOFTWARE'));
    expect([...(hive?.beside?.keys() ?? [])]).toEqual(['software.log1']);
    expect(sink.values('volume').map(({ role }) => role)).toEqual(['os', 'recovery']);
  });

  it('whose volume is damaged say so, and miss no image there', () => {
    const bytes = disk({});
    bytes.fill(0xa5, 13 * MEBIBYTE + 4096, 20 * MEBIBYTE); // the boot sector stays, the file table is gone
    const sink = read(bytes);
    expect(images(sink)).toEqual([]);
    expect(sink.defects.length).toBeGreaterThan(0);
  });
});

it('a text of a megabyte is no disk', () => {
  const bytes = new MemorySource(new TextEncoder().encode('KB5034441 '.repeat(200_000)));
  expect(diskImageIntake.recognises(headOf(bytes, 65_536), { name: 'x', bytes, depth: 0 })).toBe(false);
});
