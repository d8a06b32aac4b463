/** What a partition is for, by its type code; never by its label. `unstated`: the witness shows no type. */
export type PartitionRole = 'efi' | 'msr' | 'basic' | 'recovery' | 'oem' | 'extended' | 'other' | 'unstated';

export interface Partition {
  /** Number as Windows shows it, from 1; `null` where the witness does not number. */
  readonly number: number | null;
  readonly role: PartitionRole;
  /** GPT type GUID in lower case without braces, or MBR id as `0x27`. */
  readonly typeId: string | null;
  readonly sizeBytes: number;
  /** How far the true size may be off: half a unit of what was printed. 0 where exact. */
  readonly sizeErrorBytes: number;
  readonly offsetBytes: number | null;
  readonly offsetErrorBytes: number;
  readonly fileSystem: string | null;
  readonly label: string | null;
  readonly letter: string | null;
  readonly freeBytes: number | null;
  /** Active flag of an MBR partition. */
  readonly active: boolean | null;
  /** 64 GPT attribute bits as hex `0x8000000000000001`. */
  readonly attributes: string | null;
  readonly encrypted: boolean | null;
}

/** One disk's partition table as one witness shows it. */
export interface DiskLayout {
  /** Disk number from 0; `null` where the witness does not say. */
  readonly disk: number | null;
  readonly style: 'gpt' | 'mbr' | null;
  /** GPT disk GUID in lower case or MBR signature as decimal, where known. */
  readonly diskId: string | null;
  readonly sizeBytes: number | null;
  readonly unallocatedBytes: number | null;
  readonly dynamic: boolean | null;
  /** In the order of the disk where offsets are known, else in printed order. */
  readonly partitions: readonly Partition[];
  /** Whether all partitions of the disk are listed. */
  readonly complete: boolean;
}

/** One volume as `list volume`, Get-Volume, a file system or a person shows it. */
export interface Volume {
  readonly letter: string | null;
  readonly label: string | null;
  readonly fileSystem: string | null;
  readonly sizeBytes: number | null;
  readonly freeBytes: number | null;
  /** How far size and free may be off. 0 where exact. */
  readonly errorBytes: number;
  readonly disk: number | null;
  readonly partition: number | null;
  readonly dirty: boolean | null;
  /** `os`: Windows runs from it; `recovery`: it carries the recovery type or holds winre.wim; `efi`; `null` unknown. */
  readonly role: 'os' | 'recovery' | 'efi' | null;
}

/** BitLocker state of one volume. */
export interface VolumeEncryption {
  readonly letter: string | null;
  readonly disk: number | null;
  readonly partition: number | null;
  readonly state: 'decrypted' | 'encrypted' | 'encrypting' | 'decrypting' | 'paused' | 'unknown';
  readonly protection: 'on' | 'off' | 'unknown';
  readonly role: 'os' | 'recovery' | null;
}
