/**
 * Every kind of evidence and the shape of one fact of it. One file a group under `kinds/`; a new kind is a new line here.
 */

import type { DeviceIdentity, OsVersion, TimeZone } from './kinds/device.js';
import type { DiskLayout, Volume, VolumeEncryption } from './kinds/disks.js';
import type { EvidenceLoss, InstallerFailure, Statement } from './kinds/other.js';
import type { InstalledPackage, Restart, ServicingError, UpdateEvent } from './kinds/updates.js';
import type {
  BootEntry,
  PendingRestart,
  ReagentcOperation,
  RecoveryPartitionClaim,
  WinReConfig,
  WinReHiveMount,
  WinReImage,
  WinReServicing,
  WinReSpaceCheck,
  WinReVersion,
} from './kinds/winre.js';

export interface KindMap {
  readonly 'os-version': OsVersion;
  readonly 'device-identity': DeviceIdentity;
  readonly 'time-zone': TimeZone;
  readonly 'disk-layout': DiskLayout;
  readonly volume: Volume;
  readonly 'volume-encryption': VolumeEncryption;
  readonly 'winre-config': WinReConfig;
  readonly 'winre-version': WinReVersion;
  readonly 'winre-image': WinReImage;
  readonly 'reagentc-operation': ReagentcOperation;
  readonly 'boot-entry': BootEntry;
  readonly 'recovery-partition-claim': RecoveryPartitionClaim;
  readonly 'winre-servicing': WinReServicing;
  readonly 'winre-space-check': WinReSpaceCheck;
  readonly 'winre-hive-mount': WinReHiveMount;
  readonly 'pending-restart': PendingRestart;
  readonly 'update-event': UpdateEvent;
  readonly restart: Restart;
  readonly 'servicing-error': ServicingError;
  readonly 'installed-package': InstalledPackage;
  readonly 'installer-failure': InstallerFailure;
  readonly 'evidence-loss': EvidenceLoss;
  readonly statement: Statement;
}

export type KindId = keyof KindMap;
