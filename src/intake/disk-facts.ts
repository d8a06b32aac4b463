import type { Partition, PartitionRole } from '../evidence/kinds/disks.js';

/** What a partition is where the witness shows nothing of it. */
export const UNSHOWN_PARTITION = {
  number: null,
  role: 'unstated',
  typeId: null,
  sizeErrorBytes: 0,
  offsetBytes: null,
  offsetErrorBytes: 0,
  fileSystem: null,
  label: null,
  letter: null,
  freeBytes: null,
  active: null,
  attributes: null,
  encrypted: null,
} as const satisfies Omit<Partition, 'sizeBytes'>;

/**
 * Roles by GPT type GUID and MBR id.
 *
 * @source UEFI Specification 2.10 table 5-7; Microsoft's `PARTITION_INFORMATION_GPT`.
 */
const ROLES: Readonly<Record<string, PartitionRole>> = {
  'c12a7328-f81f-11d2-ba4b-00a0c93ec93b': 'efi',
  'e3c9e316-0b5c-4db8-817d-f92df00215ae': 'msr',
  'ebd0a0a2-b9e5-4433-87c0-68b6b72699c7': 'basic',
  'de94bba4-06d1-4d40-a16a-bfd50179d6ac': 'recovery',
  '0x27': 'recovery',
  '0x07': 'basic',
  '0x06': 'basic',
  '0x0b': 'basic',
  '0x0c': 'basic',
  '0x05': 'extended',
  '0x0f': 'extended',
  '0x12': 'oem',
  '0xef': 'efi',
};

/** Role that a type code means; `other` for a code that means none of ours, `null` where there is no code. */
export function roleOfType(typeId: string | null): PartitionRole | null {
  if (typeId === null) return null;
  return ROLES[typeId.toLowerCase().replace(/[{}]/g, '')] ?? 'other';
}
