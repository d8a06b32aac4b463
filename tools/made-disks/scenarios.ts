/** What the made disks tell: one device each, and what a judge of it should say. */
import type { Happening } from './story.js';

export interface Scenario {
  readonly id: string;
  /** What happened, in a sentence or two. */
  readonly story: string;
  readonly style: 'gpt' | 'mbr';
  readonly sectorSize: 512 | 4096;
  readonly container: 'raw' | 'vhd' | 'vhdx';
  /** Order of Windows and the recovery partition on the disk. */
  readonly order: 'recovery-last' | 'recovery-first' | 'none';
  /** Where `winre.wim` lies: `staged` is System32\Recovery, where it waits while Windows RE is off. */
  readonly image: 'recovery' | 'windows' | 'staged' | 'missing';
  /** Level of the image. */
  readonly version: string;
  /** About how large the image is, and how much is free beside it, in units of 2^20 bytes. */
  readonly imageMegabytes: number;
  readonly freeMegabytes: number;
  readonly enabled: boolean;
  /** Added to the true offset that ReAgent.xml states. */
  readonly offsetError: number;
  /** Level of an image that is staged and waits for a restart; `null` where none does. */
  readonly pendingVersion: string | null;
  readonly isEncrypted: boolean;
  readonly damage: 'none' | 'primary-gpt' | 'backup-gpt';
  readonly happenings: readonly Happening[];
  readonly expect: { readonly answer: string; readonly cause: string };
}

const UPDATE =
  '2025-04 Windows Recovery Environment Update for Windows 10 Version 22H2 for x64-based Systems (KB5057589)';
const OLD = '10.0.19041.3636';
const NEW = '10.0.19041.5728';
const INSTALL_FAILURE = 0x80070643;
const DISK_FULL = 0x80070070;

const failed: Happening = { at: '2025-04-09T09:14:22Z', what: 'update-failed', title: UPDATE, code: INSTALL_FAILURE };
const began: Happening = { at: '2025-04-09T09:13:40Z', what: 'servicing-began' };
const weekBefore: Happening = { at: '2025-04-02T06:00:10Z', what: 'start' };
const restarted: Happening = { at: '2025-04-09T18:31:05Z', what: 'start' };
const noRoom: Happening = { at: '2025-04-09T09:14:20Z', what: 'servicing-failed', phase: 2, code: DISK_FULL };

const SOUND: Scenario = {
  id: 'sound',
  story: 'The update went in, and the image on the disk bears its level.',
  style: 'gpt',
  sectorSize: 512,
  container: 'raw',
  order: 'recovery-last',
  image: 'recovery',
  version: NEW,
  imageMegabytes: 420,
  freeMegabytes: 400,
  enabled: true,
  offsetError: 0,
  pendingVersion: null,
  isEncrypted: false,
  damage: 'none',
  happenings: [
    weekBefore,
    began,
    { at: '2025-04-09T09:16:02Z', what: 'servicing-succeeded', version: NEW },
    { at: '2025-04-09T09:16:03Z', what: 'update-installed', title: UPDATE },
    restarted,
  ],
  expect: { answer: 'ignore', cause: 'healthy' },
};

export const SCENARIOS: readonly Scenario[] = [
  SOUND,
  {
    ...SOUND,
    id: 'false-alarm',
    story: 'Windows Update said 0x80070643, but servicing went through at the restart that followed.',
    container: 'vhdx',
    happenings: [
      weekBefore,
      began,
      failed,
      restarted,
      { at: '2025-04-09T18:32:40Z', what: 'servicing-succeeded', version: NEW },
    ],
    expect: { answer: 'ignore', cause: 'false-alarm' },
  },
  {
    ...SOUND,
    id: 'too-small',
    story: 'The engine found no room: 4502 in phase 2 with 0x80070070, and little free beside the image.',
    version: OLD,
    freeMegabytes: 60,
    happenings: [weekBefore, began, noRoom, failed, restarted],
    expect: { answer: 'repair', cause: 'partition-too-small' },
  },
  {
    ...SOUND,
    id: 'restart-awaited',
    story: 'The new image is staged in $WinREAgent, and the machine has not started since.',
    version: OLD,
    pendingVersion: NEW,
    happenings: [weekBefore, began, failed],
    expect: { answer: 'restart', cause: 'pending-restart' },
  },
  {
    ...SOUND,
    id: 'switched-off',
    story: 'Windows RE is disabled; its image waits in System32\\Recovery.',
    version: OLD,
    image: 'staged',
    enabled: false,
    happenings: [weekBefore, failed, restarted],
    expect: { answer: 'repair', cause: 'winre-disabled' },
  },
  {
    ...SOUND,
    id: 'image-missing',
    story: 'ReAgent.xml and the boot store name an image that is nowhere on the disk.',
    version: OLD,
    image: 'missing',
    happenings: [weekBefore, failed, restarted],
    expect: { answer: 'repair', cause: 'winre-image-missing' },
  },
  {
    ...SOUND,
    id: 'stale-registration',
    story: 'After the disk was cloned, ReAgent.xml names an offset where no partition starts.',
    version: OLD,
    offsetError: 2 ** 30,
    happenings: [weekBefore, failed, restarted],
    expect: { answer: 'repair', cause: 'winre-registration-stale' },
  },
  {
    ...SOUND,
    id: 'on-windows-volume',
    story: 'There is no recovery partition: the image lies on the Windows volume.',
    version: OLD,
    order: 'none',
    image: 'windows',
    happenings: [weekBefore, began, failed, restarted],
    expect: { answer: 'repair', cause: 'no-recovery-partition' },
  },
  {
    ...SOUND,
    id: 'layout-blocks',
    story: 'The recovery partition stands before Windows and cannot grow where it is.',
    version: OLD,
    order: 'recovery-first',
    freeMegabytes: 40,
    happenings: [weekBefore, began, noRoom, failed, restarted],
    expect: { answer: 'repair', cause: 'partition-layout-blocks-resize' },
  },
  {
    ...SOUND,
    id: 'encrypted',
    story: 'The Windows volume is under BitLocker: only the recovery partition and the ESP can be read.',
    isEncrypted: true,
    happenings: [],
    expect: { answer: 'ask', cause: 'insufficient-evidence' },
  },
  {
    ...SOUND,
    id: 'mbr-too-small',
    story: 'An old machine that starts by BIOS, with too little room in a partition of type 0x27.',
    style: 'mbr',
    container: 'vhd',
    version: OLD,
    freeMegabytes: 50,
    happenings: [weekBefore, began, noRoom, failed, restarted],
    expect: { answer: 'repair', cause: 'partition-too-small' },
  },
  {
    ...SOUND,
    id: 'large-sectors',
    story: 'A sound disk with sectors of 4096 bytes.',
    sectorSize: 4096,
  },
  {
    ...SOUND,
    id: 'damaged-gpt',
    story: 'A sound device whose primary partition table was overwritten; the backup holds.',
    damage: 'primary-gpt',
  },
];
