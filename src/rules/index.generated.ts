/** Written by `npm run gen`. Do not edit. */
import { rule as accessDenied } from './access-denied/rule.js';
import { rule as bitlockerInTheWay } from './bitlocker-in-the-way/rule.js';
import { rule as componentStoreCorrupt } from './component-store-corrupt/rule.js';
import { rule as evidenceContradictory } from './evidence-contradictory/rule.js';
import { rule as evidenceDestroyed } from './evidence-destroyed/rule.js';
import { rule as installConflict } from './install-conflict/rule.js';
import { rule as installationProved } from './installation-proved/rule.js';
import { rule as knownBadPayload } from './known-bad-payload/rule.js';
import { rule as layoutBlocksResize } from './layout-blocks-resize/rule.js';
import { rule as newerUpdateInstalled } from './newer-update-installed/rule.js';
import { rule as oemPartition } from './oem-partition/rule.js';
import { rule as otherProduct } from './other-product/rule.js';
import { rule as recoveryPartitionAbsent } from './recovery-partition-absent/rule.js';
import { rule as recoveryPartitionTooSmall } from './recovery-partition-too-small/rule.js';
import { rule as restartAwaited } from './restart-awaited/rule.js';
import { rule as restartIndicators } from './restart-indicators/rule.js';
import { rule as servicingFailed } from './servicing-failed/rule.js';
import { rule as servicingStuck } from './servicing-stuck/rule.js';
import { rule as severalRecoveryPartitions } from './several-recovery-partitions/rule.js';
import { rule as updateFilesCorrupt } from './update-files-corrupt/rule.js';
import { rule as updateInstalledAfterFailure } from './update-installed-after-failure/rule.js';
import { rule as updateInstalledBefore } from './update-installed-before/rule.js';
import { rule as updateNotForThisWindows } from './update-not-for-this-windows/rule.js';
import { rule as versionSetByHand } from './version-set-by-hand/rule.js';
import { rule as windowsVolumeFull } from './windows-volume-full/rule.js';
import { rule as winreDisabled } from './winre-disabled/rule.js';
import { rule as winreImageCorrupt } from './winre-image-corrupt/rule.js';
import { rule as winreImageMissing } from './winre-image-missing/rule.js';
import { rule as winreLevelOutdated } from './winre-level-outdated/rule.js';
import { rule as winreOffByChoice } from './winre-off-by-choice/rule.js';
import { rule as winreOnWindowsVolume } from './winre-on-windows-volume/rule.js';
import { rule as winreRegistrationStale } from './winre-registration-stale/rule.js';
import { rule as winreSound } from './winre-sound/rule.js';
import { rule as winreVulnerable } from './winre-vulnerable/rule.js';

export const ALL_RULES = [
  accessDenied,
  bitlockerInTheWay,
  componentStoreCorrupt,
  evidenceContradictory,
  evidenceDestroyed,
  installConflict,
  installationProved,
  knownBadPayload,
  layoutBlocksResize,
  newerUpdateInstalled,
  oemPartition,
  otherProduct,
  recoveryPartitionAbsent,
  recoveryPartitionTooSmall,
  restartAwaited,
  restartIndicators,
  servicingFailed,
  servicingStuck,
  severalRecoveryPartitions,
  updateFilesCorrupt,
  updateInstalledAfterFailure,
  updateInstalledBefore,
  updateNotForThisWindows,
  versionSetByHand,
  windowsVolumeFull,
  winreDisabled,
  winreImageCorrupt,
  winreImageMissing,
  winreLevelOutdated,
  winreOffByChoice,
  winreOnWindowsVolume,
  winreRegistrationStale,
  winreSound,
  winreVulnerable,
] as const;
