/** What `npm run fuzz` reads over and over with bytes damaged: a reader, sound inputs for it, and all that it can be asked. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ByteSource } from '../bytes/byte-source.js';
import { FormatError } from '../bytes/format-error.js';
import { openCab, verifyCab } from '../formats/cab/cab.js';
import { type DiskVolume, openDisk } from '../formats/disk-map/disk-map.js';
import { openEvtx } from '../formats/evtx/evtx.js';
import { writeEvtx } from '../formats/evtx/write/write.js';
import type { FatDirectoryEntry, FatVolume } from '../formats/fat/fat.js';
import type { NtfsFile, NtfsVolume } from '../formats/ntfs/ntfs.js';
import { openWim } from '../formats/wim/wim.js';
import { withScratch } from './image-file.js';
import { CORPUS, corpusBytes, hasProgram } from './shared.js';

export interface FuzzTarget {
  readonly id: string;
  /** Sound inputs by name; none where what makes them is not installed. */
  readonly seeds: () => ReadonlyMap<string, Uint8Array>;
  /** Reads all that can be read. @throws {FormatError} and nothing else. */
  readonly read: (source: ByteSource) => void;
}

const FILES_READ = 60;
const BYTES_READ = 70_000;
const ignore = () => {};

export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  { id: 'disk', seeds: diskSeeds, read: readDisk },
  {
    id: 'evtx',
    seeds: () => new Map([['made.evtx', madeLog()]]),
    read: (source) => {
      for (const _ of openEvtx(source, ignore).records({}));
    },
  },
  { id: 'wim', seeds: wimSeeds, read: readWim },
  { id: 'cab', seeds: cabSeeds, read: (source) => void verifyCab(openCab(source, ignore), ignore) },
];

/** Runs `read`, and goes on where it gives up by name. */
function attempt(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
}

function readEnds(stream: ByteSource): void {
  stream.read(0, Math.min(stream.size, BYTES_READ));
  if (stream.size > BYTES_READ) stream.read(stream.size - 10, 10);
}

function readDisk(source: ByteSource): void {
  for (const { volume } of openDisk(source, ignore).partitions) readVolume(volume);
}

function readVolume({ ntfs, fat, freeBytes }: DiskVolume): void {
  if (freeBytes !== null && freeBytes < 0) throw new Error('less than nothing is free');
  if (ntfs !== null) attempt(() => readNtfs(ntfs));
  if (fat !== null) attempt(() => readFat(fat));
}

function readNtfs(volume: NtfsVolume): void {
  attempt(() => void volume.lookup('Windows/System32/Recovery/ReAgent.xml'));
  const tree = volume.tree();
  const numbers = new Set<number>();
  for (let link = 0; link < tree.linkCount; link++) {
    tree.pathOf(link);
    if (numbers.size < FILES_READ) numbers.add(tree.recordOf(link));
  }
  for (const number of numbers) attempt(() => readNtfsFile(volume.file(number)));
}

function readNtfsFile(file: NtfsFile): void {
  file.names();
  attempt(() => void file.reparsePoint());
  if (file.isDirectory)
    attempt(() => {
      for (const _ of file.entries(ignore));
    });
  for (const { name } of file.streams()) attempt(() => readEnds(file.open(name)));
}

function readFat(volume: FatVolume): void {
  const folders: (FatDirectoryEntry | null)[] = [null];
  for (let count = 0; folders.length > 0 && count < FILES_READ; count++) {
    const folder = folders.pop() ?? null;
    attempt(() => {
      for (const entry of volume.entries(folder)) {
        if (entry.isDirectory) folders.push(entry);
        else attempt(() => readEnds(volume.open(entry)));
      }
    });
  }
}

function readWim(source: ByteSource): void {
  const wim = openWim(source, ignore);
  attempt(() => void wim.images);
  let left = FILES_READ;
  for (const entry of wim.directory(1).walk()) {
    if (!entry.isDirectory && left-- > 0) attempt(() => readEnds(wim.open(entry)));
  }
}

function madeLog(): Uint8Array {
  const string = (value: string) => ({ type: 'string', value }) as const;
  return writeEvtx(
    Array.from({ length: 300 }, (_, index) => ({
      ...{ provider: `Provider-${index % 5}`, id: index % 30, channel: 'System', computer: 'FUZZ' },
      time: 133_500_000_000_000_000n + BigInt(index) * 10_000_000n,
      data: [
        { name: 'title', value: string(`value ${index}`) },
        { name: 'list', value: { type: 'array', values: [string('a'), string('b')] } },
        { name: 'code', value: { type: 'hexInt32', value: 0x80070643 } },
      ],
    })),
    { recordsPerChunk: 120 },
  );
}

/** Volumes and disks by Debian's programs, small enough to be read thousands of times; those of the corpus as well. */
function diskSeeds(): Map<string, Uint8Array> {
  const seeds = new Map<string, Uint8Array>();
  if (CORPUS !== null) {
    for (const path of [
      'ntfs/dfvfs-ntfs.raw.zst',
      'sdi/boot-win10media.sdi.zst',
      'disk/utillinux-bitlocker-win7.img.zst',
    ]) {
      seeds.set(path, corpusBytes(path));
    }
  }
  if (['mkntfs', 'ntfscp', 'mkfs.fat', 'mcopy', 'sfdisk', 'qemu-img'].some((program) => !hasProgram(program)))
    return seeds;
  return withScratch((folder) => {
    const at = (name: string) => join(folder, name);
    const sized = (name: string, bytes: number) => {
      writeFileSync(at(name), '');
      truncateSync(at(name), bytes);
    };
    const run = (program: string, ...args: string[]) => execFileSync(program, args, { cwd: folder, stdio: 'ignore' });
    const keep = (name: string) => seeds.set(name, new Uint8Array(readFileSync(at(name))));
    writeFileSync(at('file'), 'content '.repeat(3000));
    sized('ntfs.img', 3 << 20);
    run('mkntfs', '-qQF', '-c', '512', '-L', 'Fuzz', 'ntfs.img');
    for (let index = 0; index < 30; index++) run('ntfscp', 'ntfs.img', 'file', `a file of number ${index}`);
    for (const bits of [12, 16, 32]) {
      const name = `fat${bits}.img`;
      sized(name, { 12: 1 << 20, 16: 10 << 20, 32: 34 << 20 }[bits] as number);
      run('mkfs.fat', '-F', `${bits}`, name);
      run('mcopy', '-i', name, 'file', '::a long name of a file.txt');
      keep(name);
    }
    for (const [name, label] of [
      ['gpt.img', 'gpt'],
      ['mbr.img', 'dos'],
    ] as const) {
      sized(name, 6 << 20);
      spawnSync('sfdisk', ['-q', at(name)], {
        input: `label: ${label}\nstart=2048, size=6144, type=${label === 'gpt' ? 'W' : '7'}\n`,
      });
      const disk = readFileSync(at(name));
      disk.set(readFileSync(at('ntfs.img')), 1 << 20);
      writeFileSync(at(name), disk);
    }
    run('qemu-img', 'convert', '-f', 'raw', '-O', 'vhdx', '-o', 'block_size=1M', 'gpt.img', 'gpt.vhdx');
    run('qemu-img', 'convert', '-f', 'raw', '-O', 'vpc', 'mbr.img', 'mbr.vhd');
    for (const name of ['ntfs.img', 'gpt.img', 'mbr.img', 'gpt.vhdx', 'mbr.vhd']) keep(name);
    return seeds;
  });
}

function wimSeeds(): Map<string, Uint8Array> {
  const seeds = new Map<string, Uint8Array>();
  if (!hasProgram('wimlib-imagex')) return seeds;
  return withScratch((folder) => {
    const tree = join(folder, 'tree');
    execFileSync('mkdir', ['-p', join(tree, 'Windows')]);
    for (let index = 0; index < 20; index++) {
      writeFileSync(join(tree, 'Windows', `file-${index}`), `text of file ${index} `.repeat(50 * (1 + index)));
    }
    for (const [name, options] of [
      ['xpress', ['--compress=XPRESS']],
      ['lzx', ['--compress=LZX']],
      ['solid', ['--solid']],
    ] as const) {
      const file = join(folder, `${name}.wim`);
      execFileSync('wimlib-imagex', ['capture', tree, file, '--no-acls', ...options], { stdio: 'ignore' });
      seeds.set(`${name}.wim`, new Uint8Array(readFileSync(file)));
    }
    return seeds;
  });
}

function cabSeeds(): Map<string, Uint8Array> {
  if (!hasProgram('gcab')) return new Map();
  return withScratch((folder) => {
    writeFileSync(join(folder, 'file.txt'), 'text in a cabinet '.repeat(5000));
    execFileSync('gcab', ['-c', '-z', 'made.cab', 'file.txt'], { cwd: folder, stdio: 'ignore' });
    return new Map([['made.cab', new Uint8Array(readFileSync(join(folder, 'made.cab')))]]);
  });
}
