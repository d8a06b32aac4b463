/** Where a recovery image is registered. Fields are `null` where the witness does not show them. */
export interface WinReLocation {
  readonly disk: number | null;
  readonly partition: number | null;
  readonly offsetBytes: number | null;
  /** GPT disk GUID or MBR signature as decimal. */
  readonly diskId: string | null;
  readonly letter: string | null;
  readonly path: string | null;
}

/** How WinRE is registered: `reagentc /info`, ReAgent.xml, the lines of ReAgent.log that print the same, or a person. */
export interface WinReConfig {
  readonly enabled: boolean | null;
  /** Where the active image lies; `none`: the field was there and empty; `null`: not said. */
  readonly location: WinReLocation | 'none' | null;
  /** BCD identifier in lower case without braces; all zeros mean no entry; `null`: not said. */
  readonly bcdId: string | null;
  /** An image is staged for the next enabling (`WinREStaged`). */
  readonly staged: boolean | null;
  /** WinRE lies on the volume Windows runs from, where the witness says so itself. */
  readonly onOsVolume: boolean | null;
  /** A boot-to-RE operation is scheduled. */
  readonly operationScheduled: boolean | null;
}

/** A level of the recovery image. */
export interface WinReVersion {
  /** Four-part version `10.0.19041.3920`. */
  readonly version: string;
  /** What showed it; `facts/winre-servicing.md` section 5 says how far each is to be trusted. */
  readonly shownBy:
    | 'file-in-image'
    | 'image-metadata'
    | 'event-4501'
    | 'reagentc'
    | 'registry-value'
    | 'engine-log'
    | 'person';
}

/** A recovery image file that was looked for. */
export interface WinReImage {
  readonly state: 'present' | 'missing' | 'corrupt';
  readonly place: 'recovery-partition' | 'system32-recovery' | 'os-volume' | 'scratch' | 'backup' | 'unknown';
  readonly path: string | null;
  readonly sizeBytes: number | null;
}

/** One run of reagentc, or of the API behind it, and how it ended. */
export interface ReagentcOperation {
  readonly verb: 'info' | 'enable' | 'disable' | 'setreimage' | 'boottore' | 'mountre' | 'other' | null;
  readonly ok: boolean;
  /** Win32 code or HRESULT, unsigned; `null` where only words stand. */
  readonly code: number | null;
  /** What the words mean, where they say more than the code. */
  readonly reason:
    | 'image-not-found'
    | 'bitlocker-volume'
    | 'bcd-not-updated'
    | 'already-enabled'
    | 'already-disabled'
    | 'not-elevated'
    | 'installation-not-found'
    | 'not-supported'
    | 'no-space'
    | null;
}

/** What the BCD store says of recovery for the default loader. */
export interface BootEntry {
  readonly id: string;
  readonly role: 'os-loader' | 'recovery-loader' | 'other';
  readonly isDefault: boolean | null;
  readonly recoverySequence: string | null;
  readonly recoveryEnabled: boolean | null;
  /** Device as decoded: `ramdisk=[...]\Recovery\WindowsRE\Winre.wim`. */
  readonly device: string | null;
  readonly diskId: string | null;
  readonly partitionId: string | null;
  readonly offsetBytes: number | null;
  readonly path: string | null;
}

/** What somebody, or an output without the whole layout, says of the recovery partition. */
export interface RecoveryPartitionClaim {
  readonly exists: boolean | null;
  readonly sizeBytes: number | null;
  readonly freeBytes: number | null;
  readonly usedBytes: number | null;
  /** Where it lies: `blocked`: another partition stands right behind it, or between it and Windows. */
  readonly position: 'after-windows' | 'before-windows' | 'blocked' | 'last' | null;
  readonly count: number | null;
  /** The person removed it. */
  readonly removed: boolean | null;
}

/** One step of WinRE servicing: WinREAgent events 4500 to 4504, or the same said in its log. */
export interface WinReServicing {
  readonly what: 'started' | 'succeeded' | 'failed' | 'cancelled' | 'rolled-back';
  /** Level after a success. */
  readonly version: string | null;
  /** 1 stage, 2 commit not possible, 3 commit. */
  readonly phase: number | null;
  /** HRESULT, unsigned. */
  readonly code: number | null;
  readonly kb: string | null;
}

/** What the engine measured on the recovery partition, in bytes. */
export interface WinReSpaceCheck {
  readonly totalBytes: number | null;
  readonly freeBytes: number | null;
  readonly imageBytes: number | null;
  readonly targetImageBytes: number | null;
  readonly requiredBytes: number | null;
  readonly scenario: 'ReplaceInPlace' | 'UpdateInPartition' | 'Repartition' | null;
  /** Why the engine would not go on. */
  readonly refusal:
    | 'NotOnOSDisk'
    | 'InstallOnOSVolume'
    | 'NotAllowCleanupWinREPartition'
    | 'NoSpaceForShrink'
    | 'UnallocatedSpaceIsTooBig'
    | 'InsufficientFreeSpace'
    | 'NoRecoveryEnvironment'
    | 'NotScheduled'
    | 'FailedDiskUsageEstimate'
    | null;
  readonly disk: number | null;
  readonly partition: number | null;
  /** Offset of the partition on its disk. */
  readonly offsetBytes?: number;
  /** `placement`: a place for the image was looked for, when WinRE was installed; servicing's own check otherwise. */
  readonly purpose?: 'servicing' | 'placement';
}

/** A hive of the recovery image was mounted or flushed below `$WinREAgent`: servicing ran at that moment. */
export interface WinReHiveMount {
  readonly hivePath: string;
}

/** A sign that a restart is awaited, or that there is none. */
export interface PendingRestart {
  readonly indicator:
    | 'cbs-reboot-pending'
    | 'cbs-reboot-in-progress'
    | 'cbs-packages-pending'
    | 'wu-reboot-required'
    | 'wu-post-reboot-reporting'
    | 'pending-file-renames'
    | 'pending-xml'
    | 'winreagent-scratch'
    | 'winreagent-commit'
    | 'restart-event'
    | 'update-exe-volatile'
    | 'computer-rename'
    | 'shown-to-person'
    | 'other';
  readonly present: boolean;
  /** Strong ones belong to servicing; weak ones (file renames of an antivirus, a computer rename) do not. */
  readonly strength: 'strong' | 'weak';
  readonly detail: string | null;
}
