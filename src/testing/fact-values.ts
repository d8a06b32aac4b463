/** One value of every kind of evidence, for tests of reports. */

import type { Partition } from '../evidence/kinds/disks.js';
import type { KindMap } from '../evidence/model.js';

export const MiB = 1024 * 1024;
export const GiB = 1024 * MiB;
export function partition(number: number, role: Partition['role'], sizeBytes: number, offsetBytes: number): Partition {
  return {
    number,
    role,
    typeId: null,
    sizeBytes,
    sizeErrorBytes: 0,
    offsetBytes,
    offsetErrorBytes: 0,
    fileSystem: 'NTFS',
    label: null,
    letter: role === 'basic' ? 'C' : null,
    freeBytes: role === 'recovery' ? 12 * MiB : null,
    active: null,
    attributes: null,
    encrypted: null,
  };
}

export const PARTITIONS = [
  partition(1, 'efi', 100 * MiB, MiB),
  partition(2, 'msr', 16 * MiB, 101 * MiB),
  partition(3, 'basic', 237 * GiB, 117 * MiB),
  partition(4, 'recovery', 520 * MiB, 237 * GiB + 117 * MiB),
];

/** One value of every kind of evidence, told as fully as the kind allows. */
export const FULL_VALUES: KindMap = {
  'os-version': {
    product: 'Windows 10',
    release: '22H2',
    build: 19045,
    revision: 5737,
    edition: 'Pro',
    server: false,
    architecture: 'x64',
  },
  'device-identity': {
    computerName: 'DESKTOP-4F2K9QX',
    machineGuid: '3f9c1d2e-0b7a-4c55-9e1d-6a8f20b4c711',
    diskIds: ['7d2f0a11-5f0e-4f6a-8a3c-2f4d1e9b0c55'],
  },
  'time-zone': { offsetMinutes: 60 },
  'disk-layout': {
    disk: 0,
    style: 'gpt',
    diskId: '7d2f0a11-5f0e-4f6a-8a3c-2f4d1e9b0c55',
    sizeBytes: 238 * GiB,
    unallocatedBytes: 2 * MiB,
    dynamic: false,
    partitions: PARTITIONS,
    complete: true,
  },
  volume: {
    letter: null,
    label: 'WinRE',
    fileSystem: 'NTFS',
    sizeBytes: 520 * MiB,
    freeBytes: 12 * MiB,
    errorBytes: 0,
    disk: 0,
    partition: 4,
    dirty: true,
    role: 'recovery',
  },
  'volume-encryption': { letter: 'C', disk: 0, partition: 3, state: 'encrypted', protection: 'on', role: 'os' },
  'winre-config': {
    enabled: true,
    location: {
      disk: 0,
      partition: 4,
      offsetBytes: 254598447104,
      diskId: '7d2f0a11-5f0e-4f6a-8a3c-2f4d1e9b0c55',
      letter: null,
      path: '\\Recovery\\WindowsRE',
    },
    bcdId: '6f1b2c33-1111-2222-3333-444455556666',
    staged: true,
    onOsVolume: false,
    operationScheduled: true,
  },
  'winre-version': { version: '10.0.19041.3920', shownBy: 'reagentc' },
  'winre-image': {
    state: 'present',
    place: 'recovery-partition',
    path: '\\Recovery\\WindowsRE\\Winre.wim',
    sizeBytes: 480 * MiB,
  },
  'reagentc-operation': { verb: 'enable', ok: false, code: 0x3bc3, reason: 'image-not-found' },
  'boot-entry': {
    id: '6f1b2c33-1111-2222-3333-444455556666',
    role: 'recovery-loader',
    isDefault: true,
    recoverySequence: '6f1b2c33-1111-2222-3333-444455556666',
    recoveryEnabled: true,
    device: 'ramdisk=[partition 4]\\Recovery\\WindowsRE\\Winre.wim',
    diskId: null,
    partitionId: null,
    offsetBytes: null,
    path: '\\windows\\system32\\winload.efi',
  },
  'recovery-partition-claim': {
    exists: true,
    sizeBytes: 520 * MiB,
    freeBytes: 12 * MiB,
    usedBytes: 508 * MiB,
    position: 'after-windows',
    count: 1,
    removed: null,
  },
  'winre-servicing': { what: 'failed', version: null, phase: 2, code: 0x80070070, kb: 'KB5057589' },
  'winre-space-check': {
    totalBytes: 520 * MiB,
    freeBytes: 12 * MiB,
    imageBytes: 480 * MiB,
    targetImageBytes: 500 * MiB,
    requiredBytes: 250 * MiB,
    scenario: 'Repartition',
    refusal: 'NoSpaceForShrink',
    disk: 0,
    partition: 4,
  },
  'winre-hive-mount': {
    hivePath: '\\Device\\HarddiskVolume3\\$WinREAgent\\Scratch\\Mount\\Windows\\System32\\config\\SOFTWARE',
  },
  'pending-restart': {
    indicator: 'cbs-reboot-pending',
    present: true,
    strength: 'strong',
    detail: 'Package_for_RollupFix',
  },
  'update-event': {
    what: 'install-failed',
    kb: 'KB5057589',
    title: '2025-04 Security Update for Windows 10 Version 22H2 (KB5057589)',
    updateId: 'b1e2c3d4-0000-4000-8000-abcdefabcdef',
    code: 0x80070643,
    count: null,
  },
  restart: { what: 'start', bootType: 'full' },
  'servicing-error': {
    component: 'cbs',
    code: 0x80073712,
    symbol: 'ERROR_SXS_COMPONENT_STORE_CORRUPT',
    kb: 'KB5055518',
    aboutWinRe: false,
    weight: 'error',
  },
  'installed-package': {
    kb: 'KB5055518',
    name: 'Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.5737.1.10',
    version: '19041.5737.1.10',
    state: 'installed',
  },
  'installer-failure': { product: 'office', name: 'Microsoft Office', code: 1603, innerCode: 1618, kb: 'KB5002700' },
  'evidence-loss': { what: 'event-log-cleared', subject: 'System' },
  statement: { claim: 'restarted', kb: 'KB5057589' },
};
