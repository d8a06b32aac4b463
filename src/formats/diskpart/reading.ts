import type { DiskRow, PartitionRow, VolumeRow } from './rows.js';
import type { PartitionWord } from './type-words.js';

interface Span {
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface DiskList extends Span {
  readonly kind: 'disks';
  readonly disks: readonly DiskRow[];
}

export interface PartitionList extends Span {
  readonly kind: 'partitions';
  /** Number of the disk that was selected, where the session shows it. */
  readonly disk: number | null;
  readonly partitions: readonly PartitionRow[];
  /** It stands under its ruler: nothing was left out above. */
  readonly isWhole: boolean;
}

export interface VolumeList extends Span {
  readonly kind: 'volumes';
  readonly volumes: readonly VolumeRow[];
  /** The partition whose details they end; `null` for `list volume`. */
  readonly of: { readonly disk: number | null; readonly partition: number } | null;
}

/** Answer of `detail partition`. */
export interface PartitionDetail extends Span {
  readonly kind: 'partition-detail';
  readonly disk: number | null;
  readonly number: number;
  /** GPT type GUID in lower case, or MBR type as `0x27`. */
  readonly typeId: string;
  /** As `0x8000000000000001`. */
  readonly attributes: string | null;
  readonly offsetBytes: number | null;
}

/** Answer of `detail disk`. */
export interface DiskDetail extends Span {
  readonly kind: 'disk-detail';
  readonly disk: number | null;
  /** GUID in lower case without braces, or the MBR signature in decimal. */
  readonly diskId: string;
}

/** A partition was deleted in the session. */
export interface DeletedPartition extends Span {
  readonly kind: 'deleted-partition';
  readonly disk: number | null;
  readonly number: number | null;
  /** What the list before it said of it; `null` where it was not listed. */
  readonly word: PartitionWord | null;
  readonly sizeBytes: number | null;
  /** Recovery partitions that the list showed besides it; `null` without a list. */
  readonly otherRecoveryCount: number | null;
}

/** Something of the session that tells no fact but is understood. */
export interface Understood extends Span {
  readonly kind: 'understood';
}

export type DiskpartReading =
  | DiskList
  | PartitionList
  | VolumeList
  | PartitionDetail
  | DiskDetail
  | DeletedPartition
  | Understood;
