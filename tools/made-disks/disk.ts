/** Puts a disk together: partitions by sfdisk or fdisk, volumes by mkntfs, mkfs.fat, mtools and wimlib; no root, no mounts. */
import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { bcdStore, type Place } from './bcd.js';
import { encryptedVolume } from './bitlocker.js';
import { makeHive } from './hive.js';
import { run } from './programs.js';
import { makeRecoveryImage } from './recovery-image.js';
import type { Scenario } from './scenarios.js';
import { makeWindowsTree } from './windows-volume.js';

const MEBIBYTE = 1 << 20;
const BCD_ID = '{5b6a1d82-3c0e-11ee-9f51-0a0027000010}';
const NIL = '{00000000-0000-0000-0000-000000000000}';
const SIGNATURE = 0x4d414445;
const WINDOWS_MEGABYTES = 600;
const ESP_MEGABYTES = { 512: 100, 4096: 260 } as const; // FAT32 needs so many clusters
const NTFS_OWN_MEGABYTES = 8; // what mkntfs keeps for itself, about
const TYPE = {
  esp: { gpt: 'C12A7328-F81F-11D2-BA4B-00A0C93EC93B', mbr: '7' },
  msr: { gpt: 'E3C9E316-0B5C-4DB8-817D-F92DF00215AE', mbr: '' },
  windows: { gpt: 'EBD0A0A2-B9E5-4433-87C0-68B6B72699C7', mbr: '7' },
  recovery: { gpt: 'DE94BBA4-06D1-4D40-A16A-BFD50179D6AC', mbr: '27' },
} as const;
const NAME = {
  esp: 'EFI system partition',
  msr: 'Microsoft reserved partition',
  windows: 'Basic data partition',
  recovery: 'Basic data partition',
} as const;

type Role = keyof typeof TYPE;

export interface MadePartition {
  readonly role: Role;
  readonly offset: number;
  readonly size: number;
  readonly guid: string;
}

/** What a made disk is known to hold: the truth beside it. */
export interface MadeTruth extends Pick<Scenario, 'id' | 'story' | 'expect' | 'style' | 'sectorSize' | 'enabled'> {
  readonly file: string;
  readonly diskGuid: string | null;
  readonly signature: number | null;
  readonly partitions: readonly MadePartition[];
  /** `null` where there is none. */
  readonly image: {
    readonly role: Role;
    readonly path: string;
    readonly size: number;
    readonly version: string;
  } | null;
}

/**
 * Makes one disk image and says what is in it.
 *
 * @param folder Where the image goes.
 * @param cache Kept between disks and runs: the weight of recovery images.
 */
export function makeDisk(scenario: Scenario, folder: string, scratch: string, cache: string): MadeTruth {
  const imageFile = join(scratch, 'winre.wim');
  makeRecoveryImage(imageFile, scenario.version, scenario.imageMegabytes, scratch, cache);
  const imageSize = statSync(imageFile).size;
  const diskGuid = guidOf(scenario.id, 0);
  const partitions = layOut(scenario, imageSize);
  const found = (role: Role) => partitions.find((partition) => partition.role === role);
  const holder = (scenario.order === 'none' ? found('windows') : found('recovery')) as MadePartition;
  const placeOf = (partition: MadePartition): Place =>
    scenario.style === 'gpt'
      ? { style: 'gpt', disk: diskGuid, partition: partition.guid }
      : { style: 'mbr', signature: SIGNATURE, offset: partition.offset };

  const disk = join(scratch, 'disk.img');
  rmSync(disk, { force: true });
  const last = partitions.at(-1) as MadePartition;
  partition(disk, scenario, partitions, diskGuid, last.offset + last.size + MEBIBYTE);

  const bcd = join(scratch, 'BCD');
  const recovery = scenario.enabled ? { place: placeOf(holder), id: BCD_ID, path: '\\Recovery\\WindowsRE' } : null;
  makeHive(
    bcd,
    bcdStore({
      system: placeOf(found('esp') as MadePartition),
      windows: placeOf(found('windows') as MadePartition),
      recovery,
    }),
    'NewStoreRoot',
  );
  const registration = {
    ...(scenario.style === 'gpt'
      ? { diskGuid: `{${diskGuid}}`, signature: 0 }
      : { diskGuid: NIL, signature: SIGNATURE }),
    offset: holder.offset,
    bcdId: BCD_ID,
  };
  for (const made of partitions) {
    const volume = join(scratch, `${made.role}.img`);
    rmSync(volume, { force: true });
    if (made.role === 'msr') continue;
    sized(volume, made.size);
    if (made.role === 'esp') makeSystemVolume(volume, scenario, bcd);
    else if (made.role === 'windows' && scenario.isEncrypted) writeFileSync(volume, encryptedVolume(), { flag: 'r+' });
    else {
      const tree = join(scratch, `tree-${made.role}`);
      rmSync(tree, { recursive: true, force: true });
      mkdirSync(tree, { recursive: true });
      if (made.role === 'windows') makeWindowsTree(tree, scenario, registration, scratch, cache);
      placeImage(tree, made.role, scenario, imageFile);
      makeNtfs(volume, made.role === 'windows' ? 'Windows' : 'Recovery', scenario.sectorSize, tree, scratch);
    }
    copySparse(volume, disk, made.offset);
  }
  damage(disk, scenario);
  const file = pack(disk, scenario, folder);
  const path = {
    recovery: '\\Recovery\\WindowsRE\\Winre.wim',
    windows: '\\Recovery\\WindowsRE\\Winre.wim',
    staged: '\\Windows\\System32\\Recovery\\Winre.wim',
    missing: '',
  }[scenario.image];
  const { id, story, expect, style, sectorSize, version, enabled } = scenario;
  return {
    ...{ id, story, expect, style, sectorSize, enabled, file },
    diskGuid: style === 'gpt' ? diskGuid : null,
    signature: style === 'mbr' ? SIGNATURE : null,
    partitions,
    image:
      path === ''
        ? null
        : { role: scenario.image === 'recovery' ? 'recovery' : 'windows', path, size: imageSize, version },
  };
}

function layOut(scenario: Scenario, imageSize: number): MadePartition[] {
  const recoverySize = (Math.ceil(imageSize / MEBIBYTE) + scenario.freeMegabytes + NTFS_OWN_MEGABYTES) * MEBIBYTE;
  const windows: [Role, number] = [
    'windows',
    WINDOWS_MEGABYTES * MEBIBYTE +
      (scenario.image === 'recovery' && scenario.pendingVersion === null ? 0 : imageSize - (imageSize % MEBIBYTE)),
  ];
  const recovery: [Role, number] = ['recovery', recoverySize];
  const msr: [Role, number][] = scenario.style === 'gpt' ? [['msr', 16 * MEBIBYTE]] : [];
  const esp: [Role, number] = ['esp', ESP_MEGABYTES[scenario.sectorSize] * MEBIBYTE];
  const orders = {
    'recovery-last': [esp, ...msr, windows, recovery],
    'recovery-first': [recovery, esp, ...msr, windows],
    none: [esp, ...msr, windows],
  };
  let offset = MEBIBYTE;
  return orders[scenario.order].map(([role, size], index) => {
    const placed = { role, offset, size, guid: guidOf(scenario.id, index + 1) };
    offset += size;
    return placed;
  });
}

/** A GUID that is the same each time for a scenario. */
function guidOf(id: string, index: number): string {
  const hex = Buffer.from(id.padEnd(6, '.')).subarray(0, 6).toString('hex');
  return `6d616465-0000-4000-8${index.toString(16).padStart(3, '0')}-${hex}`;
}

function partition(
  disk: string,
  scenario: Scenario,
  partitions: readonly MadePartition[],
  diskGuid: string,
  size: number,
): void {
  sized(disk, size);
  const { style, sectorSize } = scenario;
  const lines = partitions.map(({ role, offset, size: length, guid }) => {
    const common = `start=${offset / sectorSize}, size=${length / sectorSize}, type=${TYPE[role][style]}`;
    if (style === 'mbr') return `${common}${role === 'esp' ? ', bootable' : ''}`;
    const attributes = role === 'recovery' ? ', attrs="RequiredPartition GUID:63"' : '';
    return `${common}, uuid=${guid}, name="${NAME[role]}"${attributes}`;
  });
  const label =
    style === 'gpt' ? ['label: gpt', `label-id: ${diskGuid}`] : ['label: dos', `label-id: 0x${SIGNATURE.toString(16)}`];
  if (sectorSize === 512) {
    run('sfdisk', ['-q', disk], { input: [...label, ...lines, ''].join('\n') });
    return;
  }
  const script = `${disk}.layout`; // sfdisk of Debian 12 knows no sector size; fdisk reads its scripts
  writeFileSync(script, [...label, `sector-size: ${sectorSize}`, ...lines, ''].join('\n'));
  run('fdisk', ['-b', `${sectorSize}`, disk], { input: `I\n${script}\nw\n` });
}

function makeSystemVolume(volume: string, scenario: Scenario, bcd: string): void {
  if (scenario.style === 'mbr') {
    run('mkntfs', ['-qQF', '-L', 'System Reserved', volume]);
    return;
  }
  run('mkfs.fat', ['-F', '32', '-S', `${scenario.sectorSize}`, '-n', 'SYSTEM', volume]);
  run('mmd', ['-i', volume, '::EFI', '::EFI/Microsoft', '::EFI/Microsoft/Boot']);
  run('mcopy', ['-i', volume, bcd, '::EFI/Microsoft/Boot/BCD']);
}

function placeImage(tree: string, role: Role, scenario: Scenario, image: string): void {
  const isHere = role === (scenario.image === 'recovery' ? 'recovery' : 'windows');
  if (role === 'recovery' && scenario.order !== 'none')
    mkdirSync(join(tree, 'Recovery', 'WindowsRE'), { recursive: true });
  if (!isHere || scenario.image === 'missing') return;
  const folder = join(
    tree,
    ...(scenario.image === 'staged' ? ['Windows', 'System32', 'Recovery'] : ['Recovery', 'WindowsRE']),
  );
  mkdirSync(folder, { recursive: true });
  copyFileSync(image, join(folder, 'Winre.wim'));
}

function makeNtfs(volume: string, label: string, sectorSize: number, tree: string, scratch: string): void {
  run('mkntfs', ['-qQF', '-L', label, '-s', `${sectorSize}`, '-c', '4096', volume]);
  const wim = join(scratch, 'tree.wim');
  rmSync(wim, { force: true });
  run('wimlib-imagex', ['capture', tree, wim, '--compress=none', '--no-acls']);
  run('wimlib-imagex', ['apply', wim, '1', volume]);
  rmSync(wim);
}

/** A file of a size, without a byte in it. */
function sized(file: string, size: number): void {
  const descriptor = openSync(file, 'w');
  ftruncateSync(descriptor, size);
  closeSync(descriptor);
}

/** Copies what is not zero: holes stay holes. */
function copySparse(from: string, to: string, offset: number): void {
  const source = openSync(from, 'r');
  const target = openSync(to, 'r+');
  const piece = Buffer.alloc(64 * 1024);
  const zeros = Buffer.alloc(piece.length);
  for (let at = 0, count = 1; count > 0; at += count) {
    count = readSync(source, piece, 0, piece.length, at);
    const held = piece.subarray(0, count);
    if (!held.equals(zeros.subarray(0, count))) writeSync(target, held, 0, count, offset + at);
  }
  closeSync(source);
  closeSync(target);
}

function damage(disk: string, { damage: kind, sectorSize }: Scenario): void {
  if (kind === 'none') return;
  const descriptor = openSync(disk, 'r+');
  const at = kind === 'primary-gpt' ? sectorSize + 0x30 : statSync(disk).size - sectorSize + 0x30;
  writeSync(descriptor, Buffer.from('overwritten by something else'), 0, 16, at);
  closeSync(descriptor);
}

function pack(disk: string, { id, container }: Scenario, folder: string): string {
  const file = `${id}.${container === 'raw' ? 'img' : container}`;
  const target = join(folder, file);
  rmSync(target, { force: true });
  if (container === 'raw') {
    renameSync(disk, target);
    return file;
  }
  const kind = container === 'vhdx' ? ['vhdx'] : ['vpc', '-o', 'subformat=dynamic,force_size=on'];
  run('qemu-img', ['convert', '-f', 'raw', '-O', ...kind, disk, target]);
  rmSync(disk);
  return file;
}
