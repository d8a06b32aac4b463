/** What a partition is for, told by its type code: the label is never asked. */
import { pointers, type SourceId } from './sources.js';
import { type Confidence, type Sourced, table } from './table.js';

export const PARTITION_ROLES = [
  'unused',
  'efi-system',
  'microsoft-reserved',
  'windows-data',
  'windows-recovery',
  'oem-recovery',
  'dynamic-disk',
  'storage-spaces',
  'cluster',
  'linux',
  'apple',
  'bsd',
  'extended',
  'protective',
  'hibernation',
  'boot-loader',
] as const;
export type PartitionRole = (typeof PARTITION_ROLES)[number];

export interface PartitionTypeRow extends Sourced {
  /** A GPT type GUID in lower case without braces, or an MBR id as `0x27`. */
  readonly id: string;
  readonly scheme: 'gpt' | 'mbr';
  readonly role: PartitionRole;
  readonly name: string;
  /** File systems usually found inside. */
  readonly fileSystems: readonly string[];
}

/** GPT attribute bits that Windows sets on a recovery partition: needed by the platform, and no drive letter by itself. */
export const RECOVERY_ATTRIBUTES = 0x8000_0000_0000_0001n;

/** Type GUID of a WinRE partition on a GPT disk. */
export const RECOVERY_TYPE_GUID = 'de94bba4-06d1-4d40-a16a-bfd50179d6ac';
/** Type id of a WinRE partition on an MBR disk. */
export const RECOVERY_TYPE_ID = 0x27;

const CHECKED = '2026-11-20';
const gpt = (
  id: string,
  role: PartitionRole,
  name: string,
  fileSystems: readonly string[],
  source: SourceId,
  confidence: Confidence = 'high',
): PartitionTypeRow => ({
  id,
  scheme: 'gpt',
  role,
  name,
  fileSystems,
  source: pointers([source]),
  confidence,
  checked: CHECKED,
});
const mbr = (
  id: number,
  role: PartitionRole,
  name: string,
  fileSystems: readonly string[],
  source: SourceId,
  confidence: Confidence = 'high',
): PartitionTypeRow => ({ ...gpt(mbrKey(id), role, name, fileSystems, source, confidence), scheme: 'mbr' });

export const PARTITION_TYPES = table<PartitionTypeRow>(
  'partition-types',
  (row) => row.id,
  () => [
    gpt('00000000-0000-0000-0000-000000000000', 'unused', 'Unused slot', [], 'partition-guids'),
    gpt('c12a7328-f81f-11d2-ba4b-00a0c93ec93b', 'efi-system', 'EFI system partition', ['FAT32'], 'gpt-layout'),
    gpt('e3c9e316-0b5c-4db8-817d-f92df00215ae', 'microsoft-reserved', 'Microsoft reserved', [], 'gpt-layout'),
    gpt('ebd0a0a2-b9e5-4433-87c0-68b6b72699c7', 'windows-data', 'Basic data', ['NTFS', 'ReFS', 'exFAT'], 'gpt-layout'),
    gpt(RECOVERY_TYPE_GUID, 'windows-recovery', 'Windows recovery', ['NTFS'], 'gpt-layout'),
    gpt('5808c8aa-7e8f-42e0-85d2-e1e90434cfb3', 'dynamic-disk', 'Dynamic disk metadata', [], 'partition-guids'),
    gpt('af9b60a0-1431-4f62-bc68-3311714a69ad', 'dynamic-disk', 'Dynamic disk data', ['NTFS'], 'partition-guids'),
    gpt('e75caf8f-f680-4cee-afa3-b001e56efc2d', 'storage-spaces', 'Storage Spaces', [], 'partition-guids'),
    gpt(
      'eeff8352-dd2a-44db-ae83-bee1cf7481dc',
      'storage-spaces',
      'Storage Spaces cache',
      [],
      'partition-guids',
      'medium',
    ),
    gpt(
      '03aaa829-ebfc-4e7e-aac9-c4d76c63b24b',
      'storage-spaces',
      'Storage Spaces cache metadata',
      [],
      'partition-guids',
      'medium',
    ),
    gpt('db97dba9-0840-4bae-97f0-ffb9a327c7e1', 'cluster', 'Cluster metadata', [], 'partition-guids'),
    gpt('0fc63daf-8483-4772-8e79-3d69d8477de4', 'linux', 'Linux data', ['ext4', 'btrfs', 'XFS'], 'general-knowledge'),
    gpt('0657fd6d-a4ab-43c4-84e5-0933c84b4f4f', 'linux', 'Linux swap', [], 'general-knowledge'),
    gpt('e6d6d379-f507-44c2-a23c-238f2a3df928', 'linux', 'Linux LVM', [], 'general-knowledge'),
    gpt('a19d880f-05fc-4d3b-a006-743f0f84911e', 'linux', 'Linux RAID', [], 'general-knowledge'),
    gpt('ca7d7ccb-63ed-4c53-861c-1742536059cc', 'linux', 'Linux LUKS', [], 'general-knowledge'),
    gpt('bc13c2ff-59e6-4262-a352-b275fd6f7172', 'linux', 'Linux boot', ['ext4', 'FAT32'], 'general-knowledge'),
    gpt('4f68bce3-e8cd-4db1-96e7-fbcaf984b709', 'linux', 'Linux root', ['ext4', 'btrfs'], 'general-knowledge'),
    gpt('933ac7e1-2eb4-4f13-b844-0e14e2aef915', 'linux', 'Linux home', ['ext4', 'btrfs'], 'general-knowledge'),
    gpt('21686148-6449-6e6f-744e-656564454649', 'boot-loader', 'BIOS boot', [], 'general-knowledge'),
    gpt('48465300-0000-11aa-aa11-00306543ecac', 'apple', 'Apple HFS+', ['HFS+'], 'general-knowledge'),
    gpt('7c3457ef-0000-11aa-aa11-00306543ecac', 'apple', 'Apple APFS', ['APFS'], 'general-knowledge'),
    gpt('516e7cb6-6ecf-11d6-8ff8-00022d09712b', 'bsd', 'FreeBSD UFS', ['UFS'], 'general-knowledge'),
    gpt(
      'bfbfafe7-a34f-448a-9a5b-6213eb736c22',
      'oem-recovery',
      'Lenovo system partition',
      [],
      'general-knowledge',
      'medium',
    ),
    gpt(
      'f4019732-066e-4e12-8273-346c5641494f',
      'oem-recovery',
      'Sony system partition',
      [],
      'general-knowledge',
      'medium',
    ),
    gpt('d3bfe2de-3daf-11df-ba40-e3a556d89593', 'hibernation', 'Intel Rapid Start', [], 'general-knowledge', 'medium'),

    mbr(0x00, 'unused', 'Unused slot', [], 'mbr-types'),
    mbr(0x01, 'windows-data', 'FAT12', ['FAT12'], 'mbr-types'),
    mbr(0x04, 'windows-data', 'FAT16 below 32 MB', ['FAT16'], 'mbr-types'),
    mbr(0x05, 'extended', 'Extended', [], 'mbr-types'),
    mbr(0x06, 'windows-data', 'FAT16', ['FAT16'], 'mbr-types'),
    mbr(0x07, 'windows-data', 'NTFS or exFAT', ['NTFS', 'exFAT', 'ReFS'], 'mbr-layout'),
    mbr(0x0b, 'windows-data', 'FAT32', ['FAT32'], 'mbr-types'),
    mbr(0x0c, 'windows-data', 'FAT32, LBA', ['FAT32'], 'mbr-types'),
    mbr(0x0e, 'windows-data', 'FAT16, LBA', ['FAT16'], 'mbr-types'),
    mbr(0x0f, 'extended', 'Extended, LBA', [], 'mbr-types'),
    mbr(0x12, 'oem-recovery', "Maker's tools", ['FAT32', 'NTFS'], 'general-knowledge', 'medium'),
    mbr(0x17, 'oem-recovery', 'Hidden NTFS', ['NTFS'], 'general-knowledge', 'medium'),
    mbr(RECOVERY_TYPE_ID, 'windows-recovery', 'Windows recovery', ['NTFS'], 'mbr-layout'),
    mbr(0x42, 'dynamic-disk', 'Dynamic disk', ['NTFS'], 'mbr-types'),
    mbr(0x82, 'linux', 'Linux swap', [], 'general-knowledge'),
    mbr(0x83, 'linux', 'Linux data', ['ext4', 'btrfs', 'XFS'], 'general-knowledge'),
    mbr(0x84, 'hibernation', 'Hibernation or Intel Rapid Start', [], 'general-knowledge', 'medium'),
    mbr(0x85, 'extended', 'Linux extended', [], 'general-knowledge'),
    mbr(0x8e, 'linux', 'Linux LVM', [], 'general-knowledge'),
    mbr(0xa5, 'bsd', 'FreeBSD', ['UFS'], 'general-knowledge'),
    mbr(0xaf, 'apple', 'Apple HFS+', ['HFS+'], 'general-knowledge'),
    mbr(0xde, 'oem-recovery', 'Dell utility', ['FAT16'], 'general-knowledge', 'medium'),
    mbr(0xee, 'protective', 'GPT protective', [], 'mbr-types'),
    mbr(0xef, 'efi-system', 'EFI system partition on MBR', ['FAT32'], 'general-knowledge'),
    mbr(0xfd, 'linux', 'Linux RAID', [], 'general-knowledge'),
    mbr(0xfe, 'oem-recovery', "Maker's recovery", [], 'general-knowledge', 'low'),
  ],
);

function mbrKey(id: number): string {
  return `0x${id.toString(16).padStart(2, '0')}`;
}

/**
 * What a partition type stands for.
 *
 * @param type A GPT type GUID, with or without braces and in any letter case, or an MBR id as a number.
 * @returns `undefined` for a type that the table does not hold: then nothing is known of its content.
 */
export function partitionTypeOf(type: string | number, types = PARTITION_TYPES): PartitionTypeRow | undefined {
  return types.find(typeof type === 'number' ? mbrKey(type) : type.replace(/[{}]/g, ''));
}
