/** Sound inputs to change: written by our own writers, and by Debian's programs where they are. None is copied from anywhere. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { encryptedVolume } from '../../../tools/made-disks/bitlocker.js';
import { makePe } from '../../../tools/made-disks/pe-file.js';
import { CONTENTS } from '../../codecs/samples/contents.js';
import packed from '../../codecs/samples/packed.json' with { type: 'json' };
import { type EventToWrite, writeEvtx } from '../../formats/evtx/write/write.js';
import { CORPUS } from '../../testing/shared.js';
import { makeHive } from '../hive-peers.js';
import { makeEtl, makeTraceLoggingEvent, makeUpdateEvent, wide } from '../make-etl.js';
import type { FuzzTarget } from './target.js';

export type Seeds = ReadonlyMap<string, Uint8Array>;

const KIBIBYTE = 1024;
/** Files of the corpus that are used where it is there, in bytes: a larger one only makes executions fewer. */
const CORPUS_BYTES_MAX = 256 * KIBIBYTE;
/** Folders of the corpus, and what their files seed. */
const CORPUS_FOLDERS: Readonly<Record<string, string>> = {
  cab: 'cab',
  wim: 'wim',
  registry: 'hive',
  bcd: 'hive',
  evtx: 'evtx',
  etl: 'etl',
  mum: 'mum',
};
const CORPUS_MARK = '-corpus-';
const CORPUS_FILES_MAX = 12;

/** Seeds by name: the reader, and what is special in it. A program that is missing costs its seeds only. */
export function makeSeeds(): Seeds {
  const folder = mkdtempSync(join(tmpdir(), 'winre-doctor-seeds-'));
  const seeds = new Map<string, Uint8Array>();
  try {
    addWritten(seeds);
    for (const make of [addWims, addCabinets, addVolumes, addDisks, addPe, addHive]) {
      try {
        make(seeds, folder);
      } catch {
        // the program is not installed, or is of another mind
      }
    }
    if (CORPUS !== null) addCorpus(seeds, CORPUS);
    return seeds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The seeds of a target; none where what makes them is not installed. */
export function seedsFor(target: FuzzTarget, made: Seeds): Uint8Array[] {
  const { seeds, seedBytesMax = Number.POSITIVE_INFINITY, isMadeOnly = false } = target;
  return [...made]
    .filter(([name, { length }]) => name.startsWith(seeds) && length <= seedBytesMax)
    .filter(([name]) => !isMadeOnly || !name.includes(CORPUS_MARK))
    .map(([, bytes]) => bytes);
}

function events(count: number): EventToWrite[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ provider: ['One', 'Two', 'Three'][i % 3] as string, id: i % 7, time: 133_500_000_000_000_000n + BigInt(i) },
    ...{ channel: 'System', computer: 'HOST', userSid: 'S-1-5-18' },
    data: [
      { name: 'text', value: { type: 'string', value: 'value '.repeat(i % 5) } },
      { name: 'number', value: { type: 'uint32', value: i } },
      { name: null, value: { type: 'array', values: [{ type: 'string', value: 'a' }] } },
    ],
  }));
}

function addWritten(seeds: Map<string, Uint8Array>): void {
  const utf8 = (words: string) => new TextEncoder().encode(words);
  seeds.set('evtx-small', writeEvtx(events(40), { recordsPerChunk: 20, slack: true }));
  seeds.set('etl', smallTrace());
  seeds.set('evtx-dirty', writeEvtx(events(9), { dirty: true }));
  const inner = zipSync({ 'deep/b.log': utf8('2025-04-08 10:00:00, Info CBS Exec') });
  seeds.set('zip-nested', zipSync({ 'a.txt': CONTENTS.text?.(3000) as Uint8Array, 'inner.zip': inner }));
  seeds.set('zip-stored', zipSync({ 'a/b/c.txt': utf8('words'), empty: new Uint8Array(0) }, { level: 0 }));
  seeds.set('bitlocker', smallBitLocker());
  for (const [index, { codec, packed: base64 }] of packed.entries()) {
    seeds.set(`codec-${codec}-${index}`, new Uint8Array(Buffer.from(base64, 'base64')));
  }
  seeds.set(
    'mum',
    utf8(`<?xml version="1.0" encoding="utf-8"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v3" description="Fix for KB5034441" supportInformation="https://example.org/?kbid=5034441">
  <assemblyIdentity name="Package_for_KB5034441" version="19041.3920.1.1" processorArchitecture="amd64" language="neutral" publicKeyToken="31bf3856ad364e35"/>
  <package identifier="KB5034441" releaseType="Security Update" restart="possible">
    <parent buildCompare="EQ" disposition="detect"><assemblyIdentity name="Foundation" version="10.0.19041.1" language="neutral"/></parent>
    <update name="a"><package><assemblyIdentity name="Inner" version="1.2.3.4"/></package></update>
  </package>
</assembly>`),
  );
  for (const folder of readdirSync(join(import.meta.dirname, '../../../examples'), { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const path = join(folder.parentPath, folder.name);
    for (const name of readdirSync(path)) seeds.set(`case-${folder.name}-${name}`, bytesOf(join(path, name)));
  }
}

function smallTrace(): Uint8Array {
  const text = ['one', 'two', 'three'].map((words) => makeUpdateEvent('Agent', words));
  const nested = makeTraceLoggingEvent('List', [
    { name: 'items', type: [0x80 | 24 | 0x40, 2], value: Uint8Array.of(2, 0) },
    { name: 'code', type: [0x88, 15], value: new Uint8Array(4) },
    { name: 'name', type: [1], value: wide('a') },
    { name: 'bytes', type: [14], value: Uint8Array.of(1, 0, 9) },
  ]);
  const message = Uint8Array.from([24, 0, 0, 0x90, 7, 0, 8, 0, ...new Uint8Array(8), 65, 0, 66, 0, 67, 0, 0, 0]);
  return makeEtl({ buffers: [text, [nested, message, ...text]], bufferBytes: 1024 });
}

/** The three copies of the metadata moved to the front, so that the seed is small. */
function smallBitLocker(): Uint8Array {
  const whole = encryptedVolume();
  const data = new DataView(whole.buffer);
  const small = whole.slice(0, 20 * KIBIBYTE);
  for (let copy = 0; copy < 3; copy++) {
    const pointer = 0xb0 + copy * 8;
    const at = Number(data.getBigUint64(pointer, true));
    small.set(whole.subarray(at, at + 4 * KIBIBYTE), (copy + 1) * 4 * KIBIBYTE);
    new DataView(small.buffer).setBigUint64(pointer, BigInt((copy + 1) * 4 * KIBIBYTE), true);
  }
  return small;
}

const bytesOf = (file: string) => new Uint8Array(readFileSync(file));
const quiet = (program: string, args: readonly string[], input = '') =>
  execFileSync(program, args, { input, stdio: ['pipe', 'ignore', 'ignore'] });

function makeTree(folder: string): string {
  const tree = join(folder, 'tree');
  mkdirSync(join(tree, 'Windows', 'System32'), { recursive: true });
  for (const [name, make] of Object.entries(CONTENTS))
    writeFileSync(join(tree, 'Windows', 'System32', name), make(9000));
  for (let i = 0; i < 40; i++)
    writeFileSync(join(tree, 'Windows', `a file with a longer name ${i}.txt`), `${i}`.repeat(i * 9));
  return tree;
}

function addWims(seeds: Map<string, Uint8Array>, folder: string): void {
  const tree = makeTree(folder);
  const kinds: Readonly<Record<string, readonly string[]>> = {
    none: ['--compress=none'],
    xpress: ['--compress=XPRESS', '--chunk-size=4K', '--check'],
    lzx: ['--compress=LZX'],
    lzms: ['--solid', '--solid-chunk-size=64K'],
  };
  for (const [name, args] of Object.entries(kinds)) {
    const file = join(folder, `${name}.wim`);
    quiet('wimlib-imagex', ['capture', tree, file, 'Seed', 'Words', '--no-acls', ...args]);
    seeds.set(`wim-${name}`, bytesOf(file));
  }
}

function addCabinets(seeds: Map<string, Uint8Array>, folder: string): void {
  const tree = join(makeTree(folder), 'Windows', 'System32');
  const files = readdirSync(tree).map((name) => join(tree, name));
  for (const [name, args] of [
    ['stored', []],
    ['mszip', ['-z']],
  ] as const) {
    const file = join(folder, `${name}.cab`);
    quiet('gcab', ['-c', ...args, file, ...files]);
    seeds.set(`cab-${name}`, bytesOf(file));
  }
}

function sized(file: string, size: number): string {
  writeFileSync(file, '');
  truncateSync(file, size);
  return file;
}

function addVolumes(seeds: Map<string, Uint8Array>, folder: string): void {
  const fats = { fat12: ['-F', '12'], fat16: ['-F', '16', '-s', '1'], fat32: ['-F', '32', '-s', '1'] };
  for (const [name, args] of Object.entries(fats)) {
    const file = sized(join(folder, name), { fat12: 256, fat16: 2600, fat32: 34_000 }[name as 'fat12'] * KIBIBYTE);
    quiet('mkfs.fat', [...args, '-n', 'SEED', file]);
    quiet('mcopy', ['-i', file, '-s', join(makeTree(folder), 'Windows'), '::']);
    seeds.set(`fat-${name}`, bytesOf(file));
  }
  const ntfs = sized(join(folder, 'ntfs'), 1200 * KIBIBYTE);
  quiet('mkntfs', ['-qQF', '-L', 'Seed', '-c', '512', ntfs]);
  quiet('wimlib-imagex', ['apply', join(folder, 'none.wim'), '1', ntfs]);
  seeds.set('ntfs-plain', bytesOf(ntfs));
}

function addDisks(seeds: Map<string, Uint8Array>, folder: string): void {
  const lines = ['start=64, size=1024', 'start=1100, size=2600', ''];
  for (const label of ['gpt', 'dos']) {
    const file = sized(join(folder, `${label}.img`), 2048 * KIBIBYTE);
    const extended = label === 'dos' ? ['start=3800, size=200, type=5', 'start=3810, size=20', ''] : [];
    quiet('sfdisk', ['-q', '--force', file], [`label: ${label}`, ...lines.slice(0, 2), ...extended, ''].join('\n'));
    const disk = bytesOf(file);
    const volume = seeds.get('ntfs-plain');
    if (volume !== undefined) disk.set(volume, 1100 * 512);
    writeFileSync(file, disk);
    seeds.set(`disk-${label}`, disk);
    if (label === 'dos') continue;
    for (const [name, args] of [
      ['vhdx', []],
      ['vpc', ['-o', 'subformat=dynamic']],
    ] as const) {
      quiet('qemu-img', ['convert', '-f', 'raw', '-O', name, ...args, file, `${file}.${name}`]);
      seeds.set(name === 'vpc' ? 'vhd-dynamic' : 'vhdx', bytesOf(`${file}.${name}`));
    }
  }
}

function addPe(seeds: Map<string, Uint8Array>, folder: string): void {
  makePe(join(folder, 'seed.exe'), 'seed.exe', '10.0.19041.5728', folder);
  seeds.set('pe', bytesOf(join(folder, 'seed.exe')));
}

function addHive(seeds: Map<string, Uint8Array>): void {
  const key = (index: number) =>
    `[\\Folder\\Key ${index}]\n"Number"=dword:${index.toString(16).padStart(8, '0')}\n"Words"="${'x'.repeat(index * 90)}"\n`;
  seeds.set('hive-made', makeHive(Array.from({ length: 60 }, (_, index) => key(index)).join('\n')));
}

function addCorpus(seeds: Map<string, Uint8Array>, corpus: string): void {
  for (const [folder, prefix] of Object.entries(CORPUS_FOLDERS)) {
    let left = CORPUS_FILES_MAX;
    for (const entry of readdirSync(join(corpus, folder), { withFileTypes: true })) {
      if (left === 0 || !entry.isFile() || entry.name.endsWith('.zst')) continue;
      const bytes = bytesOf(join(corpus, folder, entry.name));
      if (bytes.length === 0 || bytes.length > CORPUS_BYTES_MAX) continue;
      seeds.set(`${prefix}${CORPUS_MARK}${entry.name}`, bytes);
      left--;
    }
  }
}
